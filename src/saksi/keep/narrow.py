"""The conditions of a list, with what leaves few rows looked up first.

A database that knows little of its tables may walk through a million claims to find three. Where the words, the actor,
the outlet or the state of the incident that is asked for leaves few, those few are named.
"""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Select, exists, func, or_, select

from saksi.keep.filters import VOICES, Condition, Filter, articles_where, claims_where, incidents_where, standing
from saksi.keep.search import found_by_words
from saksi.keep.tables import actor, article, facet, facet_actor, incident, incident_actor

_FEW = 2000
_MANY = 50_000
"""Incidents, beyond which each actor is looked up by itself: most that are listed first have one among so many."""


def claims_near(connection: Connection, wanted: Filter) -> list[Condition]:
    """The conditions on facets."""
    found = claims_where(wanted)
    if wanted.text:
        found.append(facet.c.n.in_(found_by_words(connection, wanted.text, most=_FEW)))
    few = _few(connection, _ways_to_claims(wanted))
    return found if few is None else [*found, facet.c.n.in_(few)]


def incidents_near(connection: Connection, wanted: Filter) -> list[Condition]:
    """The conditions on incidents; merged and deleted ones are left out."""
    found = incidents_where(wanted)
    if wanted.text:
        hits = found_by_words(connection, wanted.text, most=_FEW)
        homes = connection.scalars(select(facet.c.incident).where(facet.c.n.in_(hits)).distinct())
        found.append(incident.c.id.in_([home for home in homes if home]))
    few = _few(connection, ways_to_incidents(wanted))
    return found if few is None else [*found, incident.c.id.in_(few)]


def articles_near(connection: Connection, wanted: Filter) -> list[Condition]:
    """The conditions on articles; words are those of the title or of a claim."""
    found = articles_where(wanted)
    if wanted.text:
        hits = found_by_words(connection, wanted.text, most=_FEW)
        telling = connection.scalars(select(facet.c.article).where(facet.c.n.in_(hits)).distinct()).all()
        titled = article.c.title.icontains(wanted.text, autoescape=True)
        few = _few(connection, iter([select(article.c.id).where(titled)]))
        found.append(or_(titled, article.c.id.in_(telling)) if few is None else article.c.id.in_({*few, *telling}))
    few = _few(connection, _ways_to_articles(wanted))
    return found if few is None else [*found, article.c.id.in_(few)]


def actors_near(connection: Connection, wanted: Filter) -> list[Condition]:
    """The condition on actors that they take part in an incident that is wanted."""
    if wanted == Filter():
        return []
    homes = select(incident.c.id).where(*incidents_near(connection, wanted))
    part = select(incident_actor.c.actor)
    number = connection.scalar(select(func.count()).select_from(homes.limit(_MANY).subquery()))
    if (number or 0) < _MANY:
        return [actor.c.id.in_(part.where(incident_actor.c.incident.in_(homes)))]
    part = part.join(incident, incident.c.id == incident_actor.c.incident).where(*incidents_where(wanted))
    return [exists(part.where(incident_actor.c.actor == actor.c.id))]


def places_near(connection: Connection, wanted: Filter) -> list[Condition]:
    """The condition on facets that at their place lies an incident that is wanted."""
    if wanted == Filter():
        return []
    keys = connection.scalars(select(incident.c.place_key).where(*incidents_near(connection, wanted)).distinct())
    return [facet.c.place_key.in_([key for key in keys if key])]


def _ways_to_claims(wanted: Filter) -> Iterator[Select[Any]]:
    for key, roles in ((wanted.actor, None), (wanted.claimant, VOICES)):
        if key:
            query = select(facet_actor.c.n).where(facet_actor.c.actor == key)
            yield query.where(facet_actor.c.role.in_(roles)) if roles else query
    if wanted.outlet:
        yield _printed(facet.c.n, wanted.outlet)
    if conditions := standing(wanted):
        yield select(facet.c.n).join(incident, incident.c.id == facet.c.incident).where(*conditions)


def _ways_to_articles(wanted: Filter) -> Iterator[Select[Any]]:
    for key in filter(None, (wanted.actor, wanted.claimant)):
        query = select(facet.c.article).join(facet_actor, facet_actor.c.n == facet.c.n)
        yield query.where(facet_actor.c.actor == key)
    if wanted.review or wanted.reviewed:
        query = select(facet.c.article).where(facet.c.review.is_not(None))
        yield query.where(facet.c.review == wanted.review) if wanted.review else query
    if conditions := standing(wanted):
        yield select(facet.c.article).join(incident, incident.c.id == facet.c.incident).where(*conditions)


def ways_to_incidents(wanted: Filter) -> Iterator[Select[Any]]:
    """Queries for ids of incidents, each of which holds all that are wanted."""
    for key in filter(None, (wanted.actor, wanted.claimant)):
        yield select(incident_actor.c.incident).where(incident_actor.c.actor == key)
    if wanted.outlet:
        yield _printed(facet.c.incident, wanted.outlet)
    if wanted.rival:
        yield select(incident.c.id).where(incident.c.rival.is_not(None))


def _printed(column: Any, outlet: str) -> Select[Any]:
    return select(column).join(article, article.c.id == facet.c.article).where(article.c.outlet == outlet)


def _few(connection: Connection, ways: Iterator[Select[Any]]) -> list[Any] | None:
    """What the first way leads to that leads to few; None where none does."""
    for query in ways:
        found = connection.scalars(query.limit(_FEW + 1)).all()
        if len(found) <= _FEW:
            return list(dict.fromkeys(found))
    return None
