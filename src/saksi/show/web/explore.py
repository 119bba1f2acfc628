"""Ways to look over the whole store: in time, on the map, by contact, by number."""

from math import inf
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from saksi.keep.view import Filter, View
from saksi.show.api.answers import as_geojson, as_json, point
from saksi.show.api.wanted import cursor_of, given, wanted
from saksi.show.web.net import SIDE, net
from saksi.show.web.render import page, path_part
from saksi.show.web.words import FAMILIES
from saksi.world.countries import countries

router = APIRouter()
Wanted = Annotated[Filter, Depends(wanted)]
After = Annotated[str | None, Depends(cursor_of)]
By = Annotated[Literal["day", "month", "year"] | None, Query(description="Length of a period.")]
Party = Annotated[str, Query(max_length=200)]
Measure = Annotated[str, Query(max_length=40)]
Channel = Annotated[Literal["phone", "visit", "delegation", "meeting", ""], Query(description="How they talked.")]
Level = Annotated[Literal["leader", "minister", "technical", ""], Query(description="Who talked.")]
_LENGTHS = {"year": 4, "month": 7, "day": 10}
_LONGER = {"day": "month", "month": "year"}
_BARS = 800
"""Periods that can be told apart in one chart."""
_STEPS = {"year": "month", "month": "day", "day": "day"}


def bins(view: View, filter_: Filter, by: str | None, most: float = inf) -> dict[str, Any]:
    """Incidents by period and class of type: periods, and for each class one number a period.

    most: where there would be more periods, longer ones are taken.
    """
    days = view.timeline(filter_, "day")
    by = by or _fitting([day for day, _, _ in days])
    while by != "year" and len({day[: _LENGTHS[by]] for day, _, _ in days}) > most:
        by = _LONGER[by]
    at: dict[str, int] = {}
    for day, _, _ in days:
        at.setdefault(day[: _LENGTHS[by]], len(at))
    classes = {name: [0] * len(at) for name in ("words", "deeds", "demands", "force")}
    for day, kind, times in days:
        classes[FAMILIES.get(kind, "words")][at[day[: _LENGTHS[by]]]] += times
    return {"by": by, "periods": list(at), **classes}


def _fitting(days: list[str]) -> str:
    """Years, months or days, whichever shows the span that the filter leaves in 8 to about 100 bars."""
    if len({day[:4] for day in days}) > 8:
        return "year"
    return "month" if len({day[:7] for day in days}) > 4 else "day"


@router.get("/timeline")
def timeline(request: Request, filter_: Wanted, by: By = None) -> Response:
    """The page Timeline."""
    view: View = request.app.state.view
    found = bins(view, filter_, by, _BARS)
    listed = view.incidents(filter_, size=20)
    return page(
        request, "timeline.html", bins=found, found=listed, given=given(filter_), finer=_STEPS[found["by"]], by=by
    )


@router.get("/timeline.json")
def timeline_json(request: Request, filter_: Wanted, by: By = None) -> Response:
    """The same as JSON."""
    return as_json(request, bins(request.app.state.view, filter_, by))


@router.get("/map")
def map_(request: Request, filter_: Wanted) -> Response:
    """The page Map."""
    view: View = request.app.state.view
    span = view.span(filter_)
    years = list(range(int(span[0][:4]), int(span[1][:4]) + 1)) if span else []
    spots = view.spots(filter_)
    return page(request, "map.html", spots=spots, years=years, given=given(filter_))


@router.get("/map.geojson")
def map_geojson(request: Request, filter_: Wanted) -> Response:
    """Places with their incidents; a country has no geometry, since it is not a point."""
    features = [
        point(
            one.lat, one.lon, key=one.key, name=one.name, country=one.country, precision=one.precision,
            incidents=one.incidents, disputed=one.disputed, first=one.first, last=one.last,
            href=f"/places/{path_part(one.key)}",
        )
        for one in request.app.state.view.spots(filter_)
    ]  # fmt: skip
    return as_geojson(request, features)


@router.get("/figures")
def figures(request: Request, filter_: Wanted, after: After, measure: Measure = "") -> Response:
    """The ledger across incidents."""
    view: View = request.app.state.view
    found = view.figures(filter_, measure or None, after, 60)
    homes = view.by_id(list(dict.fromkeys(row.incident for row in found.items)))
    return page(request, "figures.html", found=found, homes=homes, measure=measure, given=given(filter_))


@router.get("/contacts")
def contacts(
    request: Request, filter_: Wanted, after: After, party: Party = "", other: Party = "",
    channel: Channel = "", level: Level = "",
) -> Response:  # fmt: skip
    """Who talks to whom: matrix, network and list."""
    view: View = request.app.state.view
    sides = _key(view, party), _key(view, other)
    found = view.contacts(*sides, filter_, after, 100, channel=channel or None, level=level or None)
    ties = view.ties(*sides, filter_, channel=channel or None, level=level or None)
    asked = {"party": party, "other": other, "channel": channel, "level": level}
    return page(
        request,
        "contacts.html",
        found=found,
        rows=found.items,
        net=net(ties),
        side=SIDE,
        asked=asked,
        sides=[_label(view, key) for key in sides],
        given=given(filter_),
    )


def _key(view: View, party: str) -> str | None:
    """A party as contacts know it; None where none is asked for."""
    party = party.replace("\x00", "").strip()
    return view.party(party) if party else None


def _label(view: View, key: str | None) -> str | None:
    """What a party is called that contacts know by a key."""
    found = view.actor(key) if key and key not in countries() else None
    return found.row.label if found else key
