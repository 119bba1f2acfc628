"""The reviewer's desk: accept, correct, reject, merge, split and undo, each with a name, a time and a reason.

Nothing is overwritten: every act is a judgement beside the claims, and what follows from it is worked out anew.
"""

from typing import Any

import msgspec
from sqlalchemy import Connection, select, update

from saksi.collection.relate import refresh, reindex
from saksi.keep import incidents, overlay
from saksi.keep.gather_rows import decisions
from saksi.keep.shelf import decode_claim
from saksi.keep.store import Store, now
from saksi.keep.tables import actor, alias, claim, facet, facet_actor, incident, judgement
from saksi.model.errors import SaksiError
from saksi.model.judgement import About, Compared, Judgement, Verdict

__all__ = ["Desk", "DeskError"]


class DeskError(SaksiError):
    """An act that cannot be done: the thing is not there, or the value does not fit."""


class Desk:
    """The acts of one person on one store. by: the name that stands on every act."""

    def __init__(self, store: Store, by: str) -> None:
        if not by.strip() or by.startswith("saksi "):
            raise DeskError("an act needs the name of a person; give one with --by")
        self.store = store
        self.by = by.strip()

    def accept(self, claim_id: str, reason: str | None = None) -> int:
        """Says that a claim was read rightly. Returns the judgement's id, with which it can be undone."""
        return self._review(claim_id, Verdict.SAME, {}, reason)

    def reject(self, claim_id: str, reason: str | None = None) -> int:
        """Says that the text does not make this claim: it no longer counts in its incident."""
        return self._review(claim_id, Verdict.DIFFERENT, {}, reason)

    def correct(self, claim_id: str, fields: dict[str, Any], reason: str | None = None) -> int:
        """Changes fields of a claim, named as in the record, to JSON values. Raises DeskError for a bad one."""
        return self._review(claim_id, Verdict.SAME, fields, reason)

    def merge(self, into: str, other: str, reason: str | None = None) -> int:
        """Makes two incidents, or two actors, one: the first keeps its id, the second leads to it."""
        with self.store.writing() as connection:
            if _there(connection, actor, into) and _there(connection, actor, other):
                return self._merge_actors(connection, into, other, reason)
            self._need(connection, incident, into)
            self._need(connection, incident, other)
            if incidents.root(connection, into) == incidents.root(connection, other):
                raise DeskError(f"{into} and {other} are one already")
            moved = incidents.move(connection, other, into)
            values = (Compared("claims", None, " ".join(moved), 0.0),)
            made = self._judge(connection, About.MERGE, into, other, Verdict.SAME, reason, values)
            self._fix(connection, moved, into, Verdict.SAME, made)
            refresh(connection, [into])
            return made

    def split(self, claim_id: str, reason: str | None = None, into: str | None = None) -> int:
        """Takes a claim, with its figures' homes, out of its incident into one of its own, or into another one."""
        with self.store.writing() as connection:
            row = connection.execute(select(facet.c.incident, facet.c.article).where(facet.c.claim == claim_id)).first()
            if row is None or row.incident is None:
                raise DeskError(f"{claim_id}: no such claim in an incident")
            target = into or "i" + claim_id[1:]
            if target == row.incident:
                target = f"i{claim_id[1:]}x"
            made = self._judge(connection, About.SPLIT, claim_id, row.incident, Verdict.DIFFERENT, reason)
            self._fix(connection, [claim_id], target, Verdict.SAME, made)
            connection.execute(update(facet).where(facet.c.claim == claim_id).values(incident=target))
            refresh(connection, [row.incident, target])
            return made

    def undo(self, made: int, reason: str | None = None) -> None:
        """Takes a judgement back, a person's or the program's; what it did is undone, it stays on record."""
        with self.store.writing() as connection:
            row = connection.execute(select(judgement).where(judgement.c.id == made)).first()
            if row is None:
                raise DeskError(f"{made}: no such judgement")
            if row.undone_at:
                raise DeskError(f"{made}: undone already by {row.undone_by}")
            gone = {"undone_by": self.by, "undone_at": now(), "undone_reason": reason}
            connection.execute(update(judgement).where(judgement.c.id == made).values(**gone))
            mark = f"#{made}"
            connection.execute(
                update(judgement).where(judgement.c.reason == mark, judgement.c.undone_at.is_(None)).values(**gone)
            )
            self._put_back(connection, row)

    def _put_back(self, connection: Connection, row: Any) -> None:
        if row.about == About.REVIEW:
            self._again(connection, row.left)
        elif row.about == About.SPLIT:
            home = connection.scalar(select(facet.c.incident).where(facet.c.claim == row.left))
            connection.execute(update(facet).where(facet.c.claim == row.left).values(incident=row.right))
            refresh(connection, [each for each in (home, row.right) if each])
        elif row.about == About.MERGE:
            self._part(connection, row)
        elif row.about == About.ACTOR and row.verdict == Verdict.SAME:
            self._part_actors(connection, row)
        elif row.about == About.INCIDENT and row.verdict == Verdict.SAME:
            home = connection.scalar(select(facet.c.incident).where(facet.c.claim == row.left))
            target = "i" + row.left[1:]
            if home and home != target:
                apart = self._judge(connection, About.SPLIT, row.left, home, Verdict.DIFFERENT, f"undone #{row.id}")
                self._fix(connection, [row.left], target, Verdict.SAME, apart)
                connection.execute(update(facet).where(facet.c.claim == row.left).values(incident=target))
                refresh(connection, [home, target])

    def _part(self, connection: Connection, row: Any) -> None:
        """Gives a merged incident its claims back; of a merge that the program made, those that it founded."""
        moved = [value["right"].split() for value in msgspec.json.decode(row.compared) if value["field"] == "claims"]
        claims = moved[0] if moved else []
        connection.execute(update(facet).where(facet.c.claim.in_(claims)).values(incident=row.right))
        connection.execute(update(incident).where(incident.c.id == row.right).values(merged_into=None))
        refresh(connection, [row.left, row.right])

    def _merge_actors(self, connection: Connection, into: str, other: str, reason: str | None) -> int:
        numbers = connection.scalars(select(facet_actor.c.n).where(facet_actor.c.actor == other)).all()
        made = self._judge(connection, About.ACTOR, other, into, Verdict.SAME, reason)
        connection.execute(
            update(actor).where((actor.c.id == other) | (actor.c.merged_into == other)).values(merged_into=into)
        )
        self._rework(connection, list(numbers))
        return made

    def _part_actors(self, connection: Connection, row: Any) -> None:
        connection.execute(update(actor).where(actor.c.id == row.left).values(merged_into=None))
        names = list(connection.scalars(select(alias.c.actor).where(alias.c.actor == row.left)))
        numbers = connection.scalars(select(facet_actor.c.n).where(facet_actor.c.actor.in_([row.right, *names]))).all()
        self._rework(connection, list(numbers))

    def _rework(self, connection: Connection, numbers: list[int]) -> None:
        articles = connection.scalars(select(facet.c.article).where(facet.c.n.in_(numbers[:20000])).distinct()).all()
        for article_id in sorted(articles):
            reindex(connection, article_id)

    def _review(self, claim_id: str, verdict: Verdict, fields: dict[str, Any], reason: str | None) -> int:
        with self.store.writing() as connection:
            row = connection.execute(
                select(claim.c.kind, claim.c.data)
                .join(facet, facet.c.claim == claim.c.id)
                .where(claim.c.id == claim_id, claim.c.version == facet.c.version)
            ).first()
            if row is None:
                raise DeskError(f"{claim_id}: no such claim")
            before = overlay.corrected(
                decode_claim(row.kind, row.data), decisions(connection, judgement.c.left == claim_id)
            )
            try:
                overlay.checked(before, fields)
            except ValueError as error:
                raise DeskError(f"{claim_id}: {error}") from error
            old = msgspec.to_builtins(before)
            values = tuple(Compared(name, _json(old[name]), _json(value), 0.0) for name, value in fields.items())
            made = self._judge(connection, About.REVIEW, claim_id, None, verdict, reason, values)
            self._again(connection, claim_id)
            return made

    def _again(self, connection: Connection, claim_id: str) -> None:
        article_id = connection.scalar(select(facet.c.article).where(facet.c.claim == claim_id))
        if article_id:
            reindex(connection, article_id)

    def _judge(
        self,
        connection: Connection,
        about: About,
        left: str,
        right: str | None,
        verdict: Verdict,
        reason: str | None,
        values: tuple[Compared, ...] = (),
    ) -> int:
        incidents.judge(connection, [Judgement(about, left, right, verdict, self.by, None, values, reason)])
        return int(connection.scalar(select(judgement.c.id).order_by(judgement.c.id.desc()).limit(1)) or 0)

    def _fix(self, connection: Connection, claims: list[str], home: str, verdict: Verdict, made: int) -> None:
        """Remembers for each claim where a person has put it, so that a later reading does not move it."""
        incidents.judge(
            connection, [Judgement(About.SPLIT, one, home, verdict, self.by, None, (), f"#{made}") for one in claims]
        )

    @staticmethod
    def _need(connection: Connection, table: Any, key: str) -> None:
        if not _there(connection, table, key):
            raise DeskError(f"{key}: no such incident")


def _there(connection: Connection, table: Any, key: str) -> bool:
    return connection.scalar(select(table.c.id).where(table.c.id == key)) is not None


def _json(value: Any) -> str:
    return msgspec.json.encode(value).decode()
