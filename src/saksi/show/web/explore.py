"""Ways to look over the whole store: in time, on the map, by contact, by number."""

from collections import Counter
from math import cos, pi, sin
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from saksi.keep.shown_lists import ContactRow
from saksi.keep.view import Filter, View
from saksi.show.api.answers import as_geojson, as_json, point
from saksi.show.api.wanted import cursor_of, given, wanted
from saksi.show.web.render import page, path_part
from saksi.show.web.words import FAMILIES

router = APIRouter()
Wanted = Annotated[Filter, Depends(wanted)]
By = Annotated[Literal["day", "month", "year"] | None, Query(description="Length of a period.")]
Party = Annotated[str, Query(max_length=200)]
Measure = Annotated[str, Query(max_length=40)]
_MOST = 14
_STEPS = {"year": "month", "month": "day", "day": "day"}


def bins(view: View, filter_: Filter, by: str | None) -> dict[str, Any]:
    """Incidents by period and class of type: periods, and for each class one number a period."""
    by = by or _fitting(view, filter_)
    told = view.timeline(filter_, by)
    periods = sorted({period for period, _, _ in told})
    classes = {name: [0] * len(periods) for name in ("words", "deeds", "demands", "force")}
    at = {period: number for number, period in enumerate(periods)}
    for period, kind, times in told:
        classes[FAMILIES.get(kind, "words")][at[period]] += times
    return {"by": by, "periods": periods, **classes}


def _fitting(view: View, filter_: Filter) -> str:
    """Years, months or days, whichever shows the span that the filter leaves in 8 to about 100 bars."""
    years = [period for period, _, _ in view.timeline(filter_, "year")]
    if len(set(years)) > 8:
        return "year"
    months = {period for period, _, _ in view.timeline(filter_, "month")}
    return "month" if len(months) > 4 else "day"


@router.get("/timeline")
def timeline(request: Request, filter_: Wanted, by: By = None) -> Response:
    """The page Timeline."""
    view: View = request.app.state.view
    found = bins(view, filter_, by)
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
    years = sorted({int(period) for period, _, _ in view.timeline(filter_, "year")})
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
def figures(
    request: Request, filter_: Wanted, after: Annotated[str | None, Depends(cursor_of)], measure: Measure = ""
) -> Response:
    """The ledger across incidents."""
    view: View = request.app.state.view
    found = view.figures(filter_, measure or None, after, 60)
    homes = view.by_id(list(dict.fromkeys(row.incident for row in found.items)))
    return page(request, "figures.html", found=found, homes=homes, measure=measure, given=given(filter_))


@router.get("/contacts")
def contacts(request: Request, filter_: Wanted, party: Party = "", other: Party = "") -> Response:
    """Who talks to whom: matrix, network and list."""
    view: View = request.app.state.view
    found = view.contacts(_key(view, party), _key(view, other), filter_.since, filter_.until)
    parties = _parties(found)
    return page(
        request, "contacts.html", found=found, parties=parties, matrix=_matrix(found), net=_net(found, parties),
        party=party, other=other, given=given(filter_),
    )  # fmt: skip


def _key(view: View, party: str) -> str | None:
    """A party as contacts know it: a country's code, or the id of the actor of that name."""
    party = party.replace("\x00", "").strip()
    if not party or (len(party) == 3 and party.isupper()):
        return party or None
    found = view.actor(party)
    return found.row.id if found else party


def _parties(rows: list[ContactRow]) -> list[tuple[str, str, int]]:
    """Key, label and number of contacts of those that are most in touch."""
    labels = {key: label for row in rows for key, label in ((row.left, row.left_label), (row.right, row.right_label))}
    times = Counter(key for row in rows for key in (row.left, row.right))
    return [(key, labels[key], number) for key, number in times.most_common(_MOST)]


def _matrix(rows: list[ContactRow]) -> dict[tuple[str, str], int]:
    times: Counter[tuple[str, str]] = Counter()
    for row in rows:
        times[row.left, row.right] += 1
        if row.left != row.right:
            times[row.right, row.left] += 1
    return dict(times)


def _net(rows: list[ContactRow], parties: list[tuple[str, str, int]]) -> dict[str, Any]:
    """The parties on a circle (a square of 640) and the lines between those in touch."""
    at = {}
    for number, (key, _, _) in enumerate(parties):
        turn = 2 * pi * number / max(len(parties), 1) - pi / 2
        at[key] = (round(320 + 185 * cos(turn), 1), round(320 + 185 * sin(turn), 1), cos(turn))
    pairs = Counter((min(row.left, row.right), max(row.left, row.right)) for row in rows)
    ties = [(at[one], at[two], times) for (one, two), times in pairs.items() if one in at and two in at and one != two]
    return {"at": at, "ties": ties}
