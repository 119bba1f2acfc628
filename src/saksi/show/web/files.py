"""The data of each page under the page's own address with .json, .csv or .jsonl at its end."""

from typing import Annotated, Literal

from fastapi import APIRouter, Depends, HTTPException, Query, Request
from starlette.responses import HTMLResponse, Response

from saksi.keep.view import Filter
from saksi.show.api.answers import as_csv, as_geojson, as_json, as_lines, point
from saksi.show.api.lists import LISTS, every
from saksi.show.api.wanted import cursor_of, wanted
from saksi.show.web.render import page

router = APIRouter()


@router.get("/api")
def documented(request: Request) -> HTMLResponse:
    """What the interface offers, from its OpenAPI document."""
    return page(request, "api.html", document=request.app.openapi())


@router.get("/{name}.{form}")
def data(
    request: Request,
    name: str,
    form: Literal["json", "csv", "jsonl", "geojson"],
    filter_: Annotated[Filter, Depends(wanted)],
    after: Annotated[str | None, Depends(cursor_of)],
    size: Annotated[int, Query(ge=1, le=500)] = 100,
) -> Response:
    """A list in one of its forms."""
    listing = LISTS.get({"review": "queue"}.get(name, name))
    if listing is None:
        raise HTTPException(404, f"There is no list {name[:40]}; there are: {', '.join(LISTS)}.")
    view = request.app.state.view
    if form == "json":
        return as_json(request, listing.page(view, filter_, after, size))
    if form == "geojson":
        return _points(request, name, filter_)
    rows = every(view, listing, filter_)
    return as_csv(rows, name) if form == "csv" else as_lines(rows, name)


def _points(request: Request, name: str, filter_: Filter) -> Response:
    if name not in ("incidents", "places"):
        raise HTTPException(404, "Only /map, /incidents and /places have points.")
    view = request.app.state.view
    if name == "places":
        rows = [
            point(one.lat, one.lon, key=one.key, name=one.name, claims=one.claims)
            for one in every(view, LISTS["places"], filter_)
        ]
        return as_geojson(request, rows)
    found = view.incidents(filter_, size=500).items
    return as_geojson(
        request,
        [
            point(
                one.lat if one.precision != "country" else None, one.lon, id=one.id, type=one.type, date=one.date,
                place=one.place, country=one.country, precision=one.precision, grade=one.grade,
            )
            for one in found
        ],
    )  # fmt: skip
