"""What a person's acts read and write: where claims stand, who was merged into whom, which articles are one family."""

from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import BindParameter, Connection, Table, bindparam, select, update

from saksi.keep import incidents
from saksi.keep.gather_rows import decisions
from saksi.keep.incidents import Moved
from saksi.keep.overlay import corrected
from saksi.keep.rows import batches, trace_of
from saksi.keep.shelf import decode_claim
from saksi.keep.shown import Decision
from saksi.keep.store import now
from saksi.keep.tables import actor, alias, article, claim, echo, facet, facet_actor, incident, judgement
from saksi.model.claim import Event, Figure, Statement
from saksi.model.judgement import About, Compared, Judgement

_THINGS: dict[str, Table] = {"incident": incident, "actor": actor, "article": article}
_MOST_REWORKED = 20_000
CLAIMS, ECHOES = "claims", "echoes"
_HEADS: BindParameter[list[str]] = bindparam("heads", expanding=True)
_LED_BY = (
    select(incident.c.id)
    .join(judgement, judgement.c.right == incident.c.id)
    .where(
        judgement.c.left.in_(_HEADS), judgement.c.about == About.MERGE, judgement.c.undone_at.is_(None),
        incident.c.merged_into == bindparam("into"),
    )
)  # fmt: skip
"""The incidents that were merged into some and now lead where those lead."""


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
    raw = connection.scalar(select(facet.c.trace).where(facet.c.claim == claim_id))
    return raw is not None and not trace_of(raw).added


def article_of(connection: Connection, claim_id: str) -> str | None:
    """The article of a current claim."""
    return connection.scalar(select(facet.c.article).where(facet.c.claim == claim_id))


def place(connection: Connection, claim_id: str, home: str) -> None:
    """Puts a claim into an incident."""
    connection.execute(update(facet).where(facet.c.claim == claim_id).values(incident=home))


def part(connection: Connection, merge: Decision, into: str) -> None:
    """Puts what a merge has moved back where it came from, but for what was moved elsewhere since; into: the incident
    in which it stands."""
    for table, field in ((facet, CLAIMS), (echo, ECHOES)):
        for batch in batches(moved(merge.compared, field)[1]):
            standing = table.c.claim.in_(batch) & (table.c.incident == into)
            connection.execute(update(table).where(standing).values(incident=merge.right))
    reopen(connection, merge.right or "")
    heads = [merge.right or ""]
    while heads:
        heads = list(connection.scalars(_LED_BY, {"heads": heads, "into": into}))
        connection.execute(update(incident).where(incident.c.id.in_(heads)).values(merged_into=merge.right))


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


def moving(field: str, source: str | None, things: Sequence[str]) -> Compared:
    """What a judgement notes of things that it moves, so that it can be undone: where they come from, and which."""
    return Compared(field, source, msgspec.json.encode(things).decode(), 0.0)


def merging(source: str, what: Moved) -> tuple[Compared, ...]:
    """What a merge notes of an incident's claims that it moves."""
    noted = [moving(CLAIMS, source, what.claims)]
    return (*noted, moving(ECHOES, source, what.echoes)) if what.echoes else tuple(noted)


def moved(values: Sequence[dict[str, Any]], field: str) -> tuple[str | None, list[str]]:
    """What `moving` noted: where the things came from, and which they were."""
    found = next((value for value in values if value["field"] == field), None)
    return (found["left"], msgspec.json.decode(found["right"], type=list[str])) if found else (None, [])
