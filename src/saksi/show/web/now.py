"""The first page: what the store holds and what is new in it."""

from datetime import UTC, datetime
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from saksi.keep.shown import IncidentRow
from saksi.keep.view import Filter, View
from saksi.show.api.answers import as_json
from saksi.show.web.ranges import Chart, charts
from saksi.show.web.render import page

router = APIRouter()
_FEW = 8


def whats_new(view: View) -> dict[str, Any]:
    """Counts, the newest incidents and statements, disputes, rival figures, and promises that fall due."""
    today = datetime.now(UTC).date().isoformat()
    return {
        "counts": view.counts(),
        "disputes": view.incidents(Filter(disputed=True), size=_FEW).items,
        "rivals": rivals(view),
        "incidents": view.incidents(Filter(kind="incident", until=today), size=_FEW).items,
        "statements": view.claims(Filter(kind="statement"), size=_FEW).items,
        "due": view.processes(overdue=True, size=_FEW).items,
        "articles": view.articles(size=_FEW).items,
    }


@router.get("/")
def now(request: Request) -> Response:
    """The page Now."""
    view: View = request.app.state.view
    told = whats_new(view)
    return page(request, "now.html", **(told | {"rivals": [(row, drawn[:2]) for row, drawn in told["rivals"]]}))


def rivals(view: View) -> list[tuple[IncidentRow, list[Chart]]]:
    """The newest incidents in which claimants give different numbers of the same, with the charts of these."""
    return [(row, [one for one in charts(view.ledger(row.id)) if one.rival]) for row in view.rivals(size=_FEW)]


@router.get("/now.json")
def now_json(request: Request) -> Response:
    """The same as JSON."""
    told = whats_new(request.app.state.view)
    return as_json(request, told | {"rivals": [row for row, _ in told["rivals"]]})
