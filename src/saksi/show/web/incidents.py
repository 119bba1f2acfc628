"""Incidents and processes: the lists, and one of them with all its accounts side by side."""

from collections.abc import Iterable
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Query, Request
from starlette.responses import RedirectResponse, Response

from saksi.keep.shown import ClaimRow, IncidentView
from saksi.keep.view import Filter, View
from saksi.show.api.answers import as_json
from saksi.show.api.wanted import cursor_of, given, wanted
from saksi.show.web.life import line
from saksi.show.web.ranges import charts
from saksi.show.web.render import page

router = APIRouter()
Wanted = Annotated[Filter, Depends(wanted)]
After = Annotated[str | None, Depends(cursor_of)]
_SHOWN = 6
"""Sentences of one voice, beyond which the rest stand on a page of their own."""
Voice = Annotated[str | None, Query(max_length=300)]


@router.get("/incidents")
def listed(request: Request, filter_: Wanted, after: After) -> Response:
    """The list of incidents, talks, agreements and promises."""
    view: View = request.app.state.view
    found = view.incidents(filter_, after, 40)
    return page(request, "incidents.html", found=found, number=view.number(filter_), given=given(filter_))


@router.get("/processes")
def processes(request: Request, filter_: Wanted, after: After) -> Response:
    """Talks, agreements and promises, the latest first."""
    found = request.app.state.view.processes(filter_, after, 60)
    return page(request, "processes.html", found=found.items, more=found, given=given(filter_))


@router.get("/incidents/{incident_id}")
def incident(request: Request, incident_id: str, voice: Voice = None) -> Response:
    """One incident; with .json at the end the same as JSON. voice: whose account is shown whole."""
    return _one(request, incident_id, "incidents", voice)


@router.get("/processes/{incident_id}")
def process(request: Request, incident_id: str, voice: Voice = None) -> Response:
    """One talk, agreement or promise; with .json at the end the same as JSON. voice: whose account is shown whole."""
    return _one(request, incident_id, "processes", voice)


def _one(request: Request, incident_id: str, shelf: str, voice: str | None) -> Response:
    view: View = request.app.state.view
    key = incident_id.removesuffix(".json")
    found = view.incident(key)
    if found is None:
        raise HTTPException(404, "There is no such incident in this store; look for it under /incidents.")
    if key != incident_id:
        return as_json(request, found)
    home = "incidents" if found.row.kind == "incident" else "processes"
    if (found.row.id, home) != (key, shelf):
        return RedirectResponse(f"/{home}/{found.row.id}", 302)
    return page(
        request,
        "incident.html",
        incident=found,
        row=found.row,
        accounts=[one for one in accounts(found.claims) if voice in (None, one[0])],
        voice=voice,
        shown=_SHOWN,
        charts=charts(found.ledger),
        line=line(found.steps),
        claims={one.id: one for one in found.claims},
        clashing=_clashing(found),
    )


def accounts(claims: Iterable[ClaimRow]) -> list[tuple[str, list[ClaimRow]]]:
    """The claims by who says so, those with most claims first; "" is the articles' own voice."""
    found: dict[str, list[ClaimRow]] = {}
    for one in claims:
        voices = [*one.named("claimant"), *one.named("speaker")] if one.kind != "statement" else one.named("speaker")
        found.setdefault(voices[0].label if voices else "", []).append(one)
    order = {"figure": 0, "event": 1, "statement": 2}
    for rows in found.values():
        rows.sort(key=lambda row: (order[row.kind], row.published or "", row.id))
    return sorted(found.items(), key=lambda pair: (pair[0] == "", -len(pair[1]), pair[0]))


def _clashing(found: IncidentView) -> set[str]:
    return {key for one in found.disputes for key in (one.left, one.right or "")}
