"""One set of filters for every list."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Table, and_, exists, or_, select

from saksi.keep.tables import article, facet, facet_actor, incident, incident_actor
from saksi.languages.forms import fold
from saksi.model.errors import SaksiError


@dataclass(frozen=True, slots=True)
class Filter:
    """What a list is narrowed to; None leaves a field open.

    since, until: ISO 8601 days, both taken in; box: west, south, east, north in degrees; actor, claimant: actor ids;
    place: a place's name; kind: event, figure, statement for claims, incident, talks, agreement, promise for incidents.
    """

    text: str | None = None
    kind: str | None = None
    type: str | None = None
    status: str | None = None
    actor: str | None = None
    claimant: str | None = None
    place: str | None = None
    country: str | None = None
    box: tuple[float, float, float, float] | None = None
    since: str | None = None
    until: str | None = None
    grade: str | None = None
    step: str | None = None
    outlet: str | None = None
    reviewed: bool | None = None
    disputed: bool | None = None
    rival: bool | None = None
    review: str | None = None


Condition = ColumnElement[bool]


class FilterError(SaksiError):
    """A filter that a list cannot be narrowed by."""


def ordinal(day: str | None, *, last: bool = False) -> int | None:
    """The ordinal of an ISO day, month or year; the last day of it where asked. Raises ValueError for other text."""
    if not day:
        return None
    parts = [int(part) for part in day.split("-")]
    if len(parts) == 3:
        return date(*parts).toordinal()
    if len(parts) == 2:
        year, month = (parts[0] + parts[1] // 12, parts[1] % 12 + 1) if last else (parts[0], parts[1])
        return date(year, month, 1).toordinal() - int(last)
    return date(parts[0], 12, 31).toordinal() if last else date(parts[0], 1, 1).toordinal()


LIVE = (incident.c.merged_into.is_(None), incident.c.deleted.is_(False))
"""Incidents that stand: neither merged into another nor left by all their claims."""
VOICES = ("claimant", "speaker")


def claims_where(wanted: Filter) -> list[Condition]:
    """The conditions on facets; words are looked up by `saksi.keep.narrow`."""
    found = _shared(facet, wanted)
    if wanted.outlet:
        found.append(exists(select(1).where(article.c.id == facet.c.article, article.c.outlet == wanted.outlet)))
    if wanted.review:
        found.append(facet.c.review == wanted.review)
    if wanted.reviewed is not None:
        found.append(facet.c.review.is_not(None) if wanted.reviewed else facet.c.review.is_(None))
    for key, roles in ((wanted.actor, None), (wanted.claimant, VOICES)):
        if key:
            met = [facet_actor.c.n == facet.c.n, facet_actor.c.actor == key]
            found.append(
                exists(select(1).where(*met, facet_actor.c.role.in_(roles)) if roles else select(1).where(*met))
            )
    if stands := standing(wanted):
        found.append(exists(select(1).where(incident.c.id == facet.c.incident, *stands)))
    return found


def standing(wanted: Filter) -> list[Condition]:
    """The conditions on where an incident stands: grade, step, disputes, rival figures."""
    found: list[Condition] = []
    if wanted.grade:
        found.append(incident.c.grade == wanted.grade)
    if wanted.step:
        found.append(incident.c.step == wanted.step)
    if wanted.disputed is not None:
        found.append(incident.c.disputes > 0 if wanted.disputed else incident.c.disputes == 0)
    if wanted.rival is not None:
        found.append(incident.c.rival.is_not(None) if wanted.rival else incident.c.rival.is_(None))
    return found


def incidents_where(wanted: Filter) -> list[Condition]:
    """The conditions on incidents; merged and deleted ones are left out."""
    found = [*LIVE, *_shared(incident, wanted), *standing(wanted)]
    if wanted.reviewed is not None:
        found.append(incident.c.reviewed.is_(wanted.reviewed))
    for key, role in ((wanted.actor, None), (wanted.claimant, "claimant")):
        if key:
            met = [incident_actor.c.incident == incident.c.id, incident_actor.c.actor == key]
            found.append(exists(select(1).where(*met, *([incident_actor.c.role == role] if role else []))))
    if wanted.review:
        found.append(exists(select(1).where(facet.c.incident == incident.c.id, facet.c.review == wanted.review)))
    if wanted.outlet:
        printed = (article.c.id == facet.c.article, article.c.outlet == wanted.outlet)
        found.append(exists(select(1).where(facet.c.incident == incident.c.id, *printed)))
    return found


def articles_where(wanted: Filter) -> list[Condition]:
    """The conditions on articles: their own outlet and day of publication; all else must hold for a claim of theirs."""
    found = printed_where(article.c, wanted)
    of_claims = replace(wanted, outlet=None, since=None, until=None, text=None)
    if of_claims != Filter():
        found.append(exists(select(1).where(facet.c.article == article.c.id, *claims_where(of_claims))))
    return found


def printed_where(columns: Any, wanted: Filter) -> list[Condition]:
    """The conditions on outlet and day of publication of an article."""
    found: list[Condition] = []
    if wanted.outlet:
        found.append(columns.outlet == wanted.outlet)
    if wanted.since:
        found.append(columns.published >= wanted.since)
    if wanted.until:
        found.append(columns.published <= wanted.until + "~")
    return found


def _shared(table: Table, wanted: Filter) -> list[Condition]:
    columns = table.c
    found: list[Condition] = []
    for column, value in (
        (columns.kind, wanted.kind),
        (columns.type, wanted.type),
        (columns.status, wanted.status),
        (columns.country, wanted.country),
    ):
        if value:
            found.append(column == value)
    if wanted.place:
        found.append(columns.place_key == fold(wanted.place))
    first, last = ordinal(wanted.since), ordinal(wanted.until, last=True)
    if first is not None:
        found.append(columns.day_from >= first)
    if last is not None:
        found.append(columns.day_from <= last)
    if wanted.box:
        west, south, east, north = wanted.box
        inside = (
            and_(columns.lon >= west, columns.lon <= east)
            if west <= east
            else or_(columns.lon >= west, columns.lon <= east)
        )
        found += [columns.lat >= south, columns.lat <= north, inside]
    return found
