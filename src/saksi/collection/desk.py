"""The reviewer's desk: accept, correct, reject, merge, split and undo, each with a name, a time and a reason.

Nothing is overwritten: every act is a judgement beside the claims, and what follows from it is worked out anew.
"""

from typing import Any

import msgspec
from sqlalchemy import Connection

from saksi.collection import families
from saksi.collection.relate import refresh, reindex
from saksi.keep import acts, incidents
from saksi.keep.shown import Decision
from saksi.keep.sound import sound
from saksi.keep.store import Store
from saksi.model.errors import SaksiError
from saksi.model.judgement import About, Compared, Judgement, Verdict

__all__ = ["Desk", "DeskError"]


class DeskError(SaksiError):
    """An act that cannot be done: the thing is not there, or the value does not fit."""


class Desk:
    """The acts of one person on one store. by: the name that stands on every act.

    Of acts on one claim the latest holds. What was told with an event follows it, whether the event is taken out or
    merged with others, but for a figure or statement that was moved by itself: that stays where it was put, or where
    that incident was merged.
    """

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
        """Makes two incidents, actors or source families one: the first keeps its id, the second leads to it.

        A source family is named by any article of it.
        """
        with self.store.writing() as connection:
            if all(acts.there(connection, "actor", each) for each in (into, other)):
                return self._merge_actors(connection, into, other, reason)
            if all(acts.there(connection, "article", each) for each in (into, other)):
                if acts.family_of(connection, into) == acts.family_of(connection, other):
                    raise DeskError(f"{into} and {other} are one source already")
                return families.unite(connection, into, other, self.by, reason)
            for each in (into, other):
                if not acts.there(connection, "incident", each):
                    raise DeskError(f"{each}: no such incident, actor or article beside the other one")
            if incidents.root(connection, into) == incidents.root(connection, other):
                raise DeskError(f"{into} and {other} are one already")
            moved = incidents.move(connection, other, into)
            made = self._judge(connection, About.MERGE, into, other, Verdict.SAME, reason, acts.merging(other, moved))
            self._fix(connection, moved.claims, into, made)
            refresh(connection, [into])
            return made

    def split(self, thing: str, reason: str | None = None, into: str | None = None) -> int:
        """Takes a claim, with the figures and statements told with it, out of its incident into one of its own, or into
        another one; takes an article out of its source family."""
        with self.store.writing() as connection:
            if acts.there(connection, "article", thing) and into is None:
                if len(acts.family(connection, acts.family_of(connection, thing) or "")) < 2:
                    raise DeskError(f"{thing}: a source of its own already")
                return families.part(connection, thing, self.by, reason)
            home = acts.home_of(connection, thing)
            if home is None:
                raise DeskError(f"{thing}: no such article, and no such claim in an incident")
            if into is None and not acts.stands_alone(connection, thing):
                raise DeskError(f"{thing}: told with an event and stands where that one does; take the event out")
            target = self._target(connection, thing, home, into)
            made = self._judge(connection, About.SPLIT, thing, home, Verdict.DIFFERENT, reason)
            self._move(connection, thing, home, target, made)
            return made

    def _target(self, connection: Connection, claim: str, home: str, into: str | None) -> str:
        """The incident to which a claim goes; with none named, one that bears the claim's own id."""
        if into is None:
            own = "i" + claim[1:]
            own = f"{own}x" if own == home else own
            acts.reopen(connection, own)
            return own
        if not acts.there(connection, "incident", into):
            raise DeskError(f"{into}: no such incident")
        target = incidents.root(connection, into)
        if target == home:
            raise DeskError(f"{claim} stands in {into} already")
        return target

    def undo(self, made: int, reason: str | None = None) -> None:
        """Takes a judgement back, a person's or the program's; what it did is undone, it stays on record."""
        with self.store.writing() as connection:
            row = acts.judgement_of(connection, made)
            if row is None:
                raise DeskError(f"{made}: no such judgement")
            if row.undone_at:
                raise DeskError(f"{made}: undone already by {row.undone_by}")
            acts.take_back(connection, made, self.by, reason)
            self._put_back(connection, row)

    def _put_back(self, connection: Connection, row: Decision) -> None:
        right = row.right or ""
        if row.about == About.REVIEW:
            self._again(connection, row.left)
        elif row.about == About.SPLIT:
            home, before = acts.home_of(connection, row.left), incidents.root(connection, right)
            self._place(connection, row.left, before, [each for each in (home, before) if each])
        elif row.about == About.MERGE:
            into = incidents.root(connection, row.left)
            acts.part(connection, row, into)
            refresh(connection, [into, right])
        elif row.about == About.COPY:
            families.put_back(connection, row, self.by)
        elif row.about == About.ACTOR and row.verdict == Verdict.SAME:
            acts.merge_actor(connection, row.left, None)
            self._rework(connection, [right, row.left])
        elif row.about == About.INCIDENT and row.verdict == Verdict.SAME:
            home, target = acts.home_of(connection, row.left), "i" + row.left[1:]
            if home and home != target:
                acts.reopen(connection, target)
                apart = self._judge(connection, About.SPLIT, row.left, home, Verdict.DIFFERENT, f"undone #{row.id}")
                self._move(connection, row.left, home, target, apart)

    def _move(self, connection: Connection, claim: str, home: str, target: str, made: int) -> None:
        self._fix(connection, [claim], target, made)
        self._place(connection, claim, target, [home, target])

    def _place(self, connection: Connection, claim: str, target: str, touched: list[str]) -> None:
        """Puts a claim into an incident; its article is entered anew, for what is told with an event follows it, and a
        figure takes its number along."""
        acts.place(connection, claim, target)
        self._again(connection, claim)
        refresh(connection, touched)

    def _merge_actors(self, connection: Connection, into: str, other: str, reason: str | None) -> int:
        made = self._judge(connection, About.ACTOR, other, into, Verdict.SAME, reason)
        acts.merge_actor(connection, other, into)
        self._rework(connection, [other])
        return made

    def _rework(self, connection: Connection, actors: list[str]) -> None:
        for article_id in acts.articles_naming(connection, actors):
            reindex(connection, article_id)

    def _review(self, claim_id: str, verdict: Verdict, fields: dict[str, Any], reason: str | None) -> int:
        with self.store.writing() as connection:
            before = acts.reviewed(connection, claim_id)
            if before is None:
                raise DeskError(f"{claim_id}: no such claim")
            try:
                sound(connection, claim_id, before, fields)
            except ValueError as error:
                raise DeskError(f"{claim_id}: {error}") from error
            old = msgspec.to_builtins(before)
            values = tuple(Compared(name, _json(old[name]), _json(value), 0.0) for name, value in fields.items())
            made = self._judge(connection, About.REVIEW, claim_id, None, verdict, reason, values)
            self._again(connection, claim_id)
            return made

    def _again(self, connection: Connection, claim_id: str) -> None:
        article_id = acts.article_of(connection, claim_id)
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
        return acts.judged(connection, Judgement(about, left, right, verdict, self.by, None, values, reason))

    def _fix(self, connection: Connection, claims: list[str], home: str, made: int) -> None:
        """Remembers for each claim where a person has put it, so that a later reading does not move it."""
        fixed = (Judgement(About.SPLIT, one, home, Verdict.SAME, self.by, None, (), f"#{made}") for one in claims)
        incidents.judge(connection, fixed)


def _json(value: Any) -> str:
    return msgspec.json.encode(value).decode()
