"""What a person's acts read and write: where claims stand, who was merged into whom, which articles are one family."""

from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Table, select, update

from saksi.keep import incidents
from saksi.keep.gather_rows import decisions
from saksi.keep.overlay import corrected
from saksi.keep.rows import batches
from saksi.keep.shelf import decode_claim
from saksi.keep.shown import Decision
from saksi.keep.store import now
from saksi.keep.tables import actor, alias, article, claim, facet, facet_actor, incident, judgement
from saksi.model.claim import Event, Figure, Statement
from saksi.model.judgement import Judgement

_THINGS: dict[str, Table] = {"incident": incident, "actor": actor, "article": article}
_MOST_REWORKED = 20_000


def there(connection: Connection, kind: str, key: str) -> bool:
    """Whether an incident, actor or article of this id is in the store."""
    table = _THINGS[kind]
    return connection.scalar(select(table.c.id).where(table.c.id == key)) is not None


def judged(connection: Connection, made: Judgement) -> int:
    """Writes a judgement; its number."""
    incidents.judge(connection, [made])
    return int(connection.scalar(select(judgement.c.id).order_by(judgement.c.id.desc()).limit(1)) or 0)


def judgement_of(connection: Connection, number: int) -> Decision | None:
    """A judgement by its number."""
    return next(iter(decisions(connection, judgement.c.id == number)), None)


def take_back(connection: Connection, number: int, by: str, reason: str | None) -> None:
    """Notes that a judgement, with those that only carry it out, is undone."""
    gone = {"undone_by": by, "undone_at": now(), "undone_reason": reason}
    connection.execute(update(judgement).where(judgement.c.id == number).values(**gone))
    carried = (judgement.c.reason == f"#{number}", judgement.c.undone_at.is_(None))
    connection.execute(update(judgement).where(*carried).values(**gone))


def home_of(connection: Connection, claim_id: str) -> str | None:
    """The incident in which a claim stands."""
    return connection.scalar(select(facet.c.incident).where(facet.c.claim == claim_id))


def stands_alone(connection: Connection, claim_id: str) -> bool:
    """Whether an incident can be made of a claim alone: of an event, and of a figure for which no event was read."""
    return connection.scalar(select(facet.c.trace.is_not(None)).where(facet.c.claim == claim_id)) or False


def is_event(connection: Connection, claim_id: str) -> bool:
    """Whether a current claim tells of an event."""
    return connection.scalar(select(facet.c.kind).where(facet.c.claim == claim_id)) == "event"


def article_of(connection: Connection, claim_id: str) -> str | None:
    """The article of a current claim."""
    return connection.scalar(select(facet.c.article).where(facet.c.claim == claim_id))


def place(connection: Connection, claims: Sequence[str], home: str) -> None:
    """Puts claims into an incident."""
    connection.execute(update(facet).where(facet.c.claim.in_(claims)).values(incident=home))


def reopen(connection: Connection, home: str) -> None:
    """Makes an incident that was merged one of its own again."""
    connection.execute(update(incident).where(incident.c.id == home).values(merged_into=None))


def reviewed(connection: Connection, claim_id: str) -> Event | Figure | Statement | None:
    """A current claim with the corrections that hold; None where there is none."""
    row = connection.execute(
        select(claim.c.kind, claim.c.data)
        .join(facet, facet.c.claim == claim.c.id)
        .where(claim.c.id == claim_id, claim.c.version == facet.c.version)
    ).first()
    return (
        corrected(decode_claim(row.kind, row.data), decisions(connection, judgement.c.left == claim_id))
        if row
        else None
    )


def merge_actor(connection: Connection, other: str, into: str | None) -> None:
    """Lets one actor, and those that were merged into it, stand under another; None: for itself again."""
    met = (actor.c.id == other) | (actor.c.merged_into == other) if into else actor.c.id == other
    connection.execute(update(actor).where(met).values(merged_into=into))


def articles_naming(connection: Connection, actors: Sequence[str]) -> list[str]:
    """The articles whose claims name one of the actors."""
    names = {*actors, *connection.scalars(select(alias.c.actor).where(alias.c.actor.in_(actors)))}
    numbers = connection.scalars(select(facet_actor.c.n).where(facet_actor.c.actor.in_(sorted(names))))
    found: set[str] = set()
    for batch in batches(numbers.fetchmany(_MOST_REWORKED)):
        found |= set(connection.scalars(select(facet.c.article).where(facet.c.n.in_(batch)).distinct()))
    return sorted(found)


def family_of(connection: Connection, article_id: str) -> str | None:
    """The source family of an article; None where it is not in the store."""
    return connection.scalar(select(article.c.family).where(article.c.id == article_id))


def family(connection: Connection, name: str) -> list[str]:
    """The articles of a source family."""
    return list(connection.scalars(select(article.c.id).where(article.c.family == name).order_by(article.c.id)))


def set_family(connection: Connection, articles: Sequence[str], name: str) -> None:
    """Puts articles into a source family."""
    for batch in batches(articles):
        connection.execute(update(article).where(article.c.id.in_(batch)).values(family=name))


def moved(values: Sequence[dict[str, Any]], field: str) -> tuple[str | None, list[str]]:
    """What a judgement notes of things that it moved: where they came from, and which they were."""
    for value in values:
        if value["field"] == field:
            listed = value["right"] or ""
            return value["left"], msgspec.json.decode(listed, type=list[str]) if listed[:1] == "[" else listed.split()
    return None, []
