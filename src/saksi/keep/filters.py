"""One set of filters for every list, and cursors for its pages."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Table, and_, exists, or_, select

from saksi.keep.tables import facet, facet_actor, incident, incident_actor
from saksi.languages.forms import fold


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
    review: str | None = None


Condition = ColumnElement[bool]


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


def claims_where(wanted: Filter) -> list[Condition]:
    """The conditions on facets."""
    found = _shared(facet, wanted)
    if wanted.review:
        found.append(facet.c.review == wanted.review)
    if wanted.reviewed is not None:
        found.append(facet.c.review.is_not(None) if wanted.reviewed else facet.c.review.is_(None))
    for key, roles in ((wanted.actor, None), (wanted.claimant, ("claimant", "speaker"))):
        if key:
            met = [facet_actor.c.n == facet.c.n, facet_actor.c.actor == key]
            found.append(
                exists(select(1).where(*met, facet_actor.c.role.in_(roles)) if roles else select(1).where(*met))
            )
    if wanted.grade or wanted.disputed is not None or wanted.step:
        about = [incident.c.id == facet.c.incident]
        about += [incident.c.grade == wanted.grade] if wanted.grade else []
        about += [incident.c.step == wanted.step] if wanted.step else []
        about += [(incident.c.disputes > 0) == wanted.disputed] if wanted.disputed is not None else []
        found.append(exists(select(1).where(*about)))
    return found


def incidents_where(wanted: Filter) -> list[Condition]:
    """The conditions on incidents; merged and deleted ones are left out."""
    found = [incident.c.merged_into.is_(None), incident.c.deleted.is_(False), *_shared(incident, wanted)]
    if wanted.grade:
        found.append(incident.c.grade == wanted.grade)
    if wanted.step:
        found.append(incident.c.step == wanted.step)
    if wanted.reviewed is not None:
        found.append(incident.c.reviewed.is_(wanted.reviewed))
    if wanted.disputed is not None:
        found.append(incident.c.disputes > 0 if wanted.disputed else incident.c.disputes == 0)
    for key, role in ((wanted.actor, None), (wanted.claimant, "claimant")):
        if key:
            met = [incident_actor.c.incident == incident.c.id, incident_actor.c.actor == key]
            found.append(exists(select(1).where(*met, *([incident_actor.c.role == role] if role else []))))
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


def before(columns: tuple[Any, Any], cursor: str | None) -> list[Condition]:
    """The condition that a row comes after a cursor in a list of falling order by two columns."""
    if not cursor:
        return []
    head, _, tail = cursor.partition("~")
    first, second = columns
    value: Any = int(head) if first.type.python_type is int else head
    return [or_(first < value, and_(first == value, second < tail))]


def cursor(*values: Any) -> str:
    """The cursor that stands for a row."""
    return "~".join("" if value is None else str(value) for value in values)
