"""Rows of the tables as objects that are shown."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, func, select

from saksi.keep.rows import batches
from saksi.keep.shown import ArticleRow, ClaimRow, Decision, IncidentRow, LedgerRow, Person
from saksi.keep.tables import actor, article, facet, facet_actor, incident, incident_actor, judgement, ledger, step
from saksi.model.gathered import LifeStep
from saksi.model.judgement import Step

_PEOPLE = 24


def label(name: str | None, country: str | None, sector: str | None, organisation: str | None) -> str:
    """How an actor is shown: its name, else its body, country and sector."""
    return name or " ".join(filter(None, (organisation, country, sector))) or "?"


def _person(row: Any) -> Person:
    shown = label(row.name, row.country, row.sector, row.organisation)
    return Person(row.actor, shown, row.role, row.name, row.country, row.sector)


_ACTOR = (actor.c.name, actor.c.country, actor.c.sector, actor.c.organisation)


def claim_query() -> Select[Any]:
    """Facets with what their article says of its origin."""
    columns = [
        facet.c[name]
        for name in (
            "n",
            "claim",
            "kind",
            "type",
            "status",
            "date",
            "day_from",
            "day_to",
            "published",
            "article",
            "incident",
            "place",
            "country",
            "lat",
            "lon",
            "low",
            "high",
            "score",
            "review",
            "sentence",
        )
    ]
    origin = (article.c.outlet, article.c.agency, article.c.family, article.c.title)
    return select(*columns, *origin).join(article, article.c.id == facet.c.article)


def claim_rows(connection: Connection, rows: Sequence[Row[Any]]) -> list[ClaimRow]:
    """Rows of claim_query with the people that each names."""
    people: dict[int, list[Person]] = {}
    for batch in batches(row.n for row in rows):
        found = connection.execute(
            select(facet_actor.c.n, facet_actor.c.role, facet_actor.c.actor, *_ACTOR)
            .join(actor, actor.c.id == facet_actor.c.actor)
            .where(facet_actor.c.n.in_(batch))
            .order_by(facet_actor.c.n, facet_actor.c.role, facet_actor.c.actor)
        )
        for row in found:
            people.setdefault(row.n, []).append(_person(row))
    return [_claim(row, tuple(people.get(row.n, ()))) for row in rows]


def _claim(row: Row[Any], people: tuple[Person, ...]) -> ClaimRow:
    values = dict(row._mapping)
    values.pop("n")
    return ClaimRow(id=values.pop("claim"), people=people, **values)


def incident_rows(connection: Connection, rows: Sequence[Row[Any]]) -> list[IncidentRow]:
    """Rows of the incident table with the people that each names."""
    people: dict[str, list[Person]] = {}
    for batch in batches(row.id for row in rows):
        found = connection.execute(
            select(incident_actor.c.incident, incident_actor.c.role, incident_actor.c.actor, *_ACTOR)
            .join(actor, actor.c.id == incident_actor.c.actor)
            .where(incident_actor.c.incident.in_(batch))
            .order_by(incident_actor.c.incident, incident_actor.c.role, incident_actor.c.actor)
        )
        for row in found:
            people.setdefault(row.incident, []).append(_person(row))
    return [_incident(row, tuple(people.get(row.id, ())[:_PEOPLE])) for row in rows]


def _incident(row: Row[Any], people: tuple[Person, ...]) -> IncidentRow:
    values = dict(row._mapping)
    del values["n"]
    values["rival"] = values["rival"] is not None
    for name in ("modes", "contexts", "topics"):
        values[name] = tuple((values[name] or "").split())
    return IncidentRow(people=people, **values)


def incidents_by_id(connection: Connection, ids: Iterable[str]) -> dict[str, IncidentRow]:
    """Incidents by id."""
    found: dict[str, IncidentRow] = {}
    for batch in batches(dict.fromkeys(ids)):
        rows = connection.execute(select(incident).where(incident.c.id.in_(batch))).all()
        found |= {row.id: row for row in incident_rows(connection, rows)}
    return found


def article_query() -> Select[Any]:
    """Articles as they are listed."""
    return select(*(column for column in article.c if column.name not in ("sketch", "digest")))


def article_rows(connection: Connection, rows: Sequence[Row[Any]]) -> list[ArticleRow]:
    """Rows of article_query with the size of each one's family."""
    sizes: dict[str, int] = {}
    for batch in batches(dict.fromkeys(row.family for row in rows)):
        counted = select(article.c.family, func.count()).where(article.c.family.in_(batch)).group_by(article.c.family)
        sizes |= dict(connection.execute(counted).all())
    return [ArticleRow(**row._mapping, copies=sizes.get(row.family, 1)) for row in rows]


def decisions(connection: Connection, *conditions: Any, most: int = 200) -> list[Decision]:
    """The judgements that meet the conditions, newest first."""
    rows = connection.execute(select(judgement).where(*conditions).order_by(judgement.c.id.desc()).limit(most)).all()
    return [Decision(**{**row._mapping, "compared": tuple(json.loads(row.compared))}) for row in rows]


def decisions_touching(
    connection: Connection, things: Sequence[str], *conditions: Any, most: int = 200
) -> list[Decision]:
    """The judgements of which a thing is one side, newest first; each side is looked up by its own index."""
    ids = [
        key
        for side in (judgement.c.left, judgement.c.right)
        for batch in batches(things)
        for key in connection.scalars(
            select(judgement.c.id).where(side.in_(batch), *conditions).order_by(judgement.c.id.desc()).limit(most)
        )
    ]
    return decisions(connection, judgement.c.id.in_(sorted(set(ids))[-most:]), most=most)


def ledger_rows(connection: Connection, *conditions: Any, most: int = 1000) -> list[LedgerRow]:
    """Lines of the ledger."""
    query = select(ledger).where(*conditions).order_by(ledger.c.incident, ledger.c.pos).limit(most)
    return [ledger_line(row) for row in connection.execute(query)]


def ledger_line(row: Row[Any]) -> LedgerRow:
    """A row of the ledger as it is shown."""
    values = dict(row._mapping)
    values.pop("pos")
    return LedgerRow(**{**values, "claims": tuple(row.claims.split())})


def step_rows(connection: Connection, home: str) -> list[LifeStep]:
    """The life of an incident."""
    rows = connection.execute(select(step).where(step.c.incident == home).order_by(step.c.pos))
    return [LifeStep(Step(row.step), row.date, row.told, tuple(row.claims.split())) for row in rows]
