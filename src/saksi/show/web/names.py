"""Actors and places: the lists, and what is known of one of them."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, HTTPException, Query, Request
from starlette.responses import RedirectResponse, Response

from saksi.keep.shown import ClaimRow
from saksi.keep.view import Filter, View
from saksi.show.api.answers import as_json
from saksi.show.api.wanted import cursor_of
from saksi.show.web.render import page, path_part

router = APIRouter()
After = Annotated[str | None, Depends(cursor_of)]
Text = Annotated[str, Query(max_length=200)]
_FEW, _CLAIMS = 12, 200
_ROLES = ("actor", "accused", "recipient", "speaker", "claimant", "of", "by")


@router.get("/actors")
def actors(request: Request, after: After, text: Text = "") -> Response:
    """The list of actors."""
    found = request.app.state.view.actors(text.replace("\x00", "").strip() or None, after, 60)
    return page(request, "actors.html", found=found, text=text)


@router.get("/actors/{actor_id}")
def actor(request: Request, actor_id: str) -> Response:
    """One actor by id or name; with .json at the end the same as JSON."""
    view: View = request.app.state.view
    key = actor_id.removesuffix(".json")
    found = view.actor(key)
    if found is None:
        raise HTTPException(404, "Nobody in this store is called that; look under /actors.")
    told: dict[str, Any] = {
        "actor": found,
        "incidents": view.incidents(Filter(actor=found.row.id), size=_FEW).items,
        "claims": view.claims(Filter(actor=found.row.id), size=_CLAIMS).items,
        "contacts": (
            *view.contacts(found.row.id, size=_FEW).items,
            *(view.contacts(found.row.country, size=_FEW).items if found.row.country and not found.row.name else ()),
        ),
    }
    if key != actor_id:
        return as_json(request, told)
    if key != found.row.id:
        return RedirectResponse(f"/actors/{found.row.id}", 302)
    by_role = _by_role(told["claims"], found.row.id)
    whole = len(told["claims"]) < _CLAIMS
    times = {role: len(rows) if whole else found.roles.get(role) for role, rows in by_role.items()}
    if not whole and "accused" in by_role:
        times["recipient"] = None  # of all claims it is not known which of these two they are
    return page(request, "actor.html", **told, by_role=by_role, times=times, whole=whole)


def _by_role(claims: tuple[ClaimRow, ...], actor_id: str) -> dict[str, list[ClaimRow]]:
    """The claims by what the actor is in them: did, was accused, was met by, said so, was counted, caused, spoke."""
    found: dict[str, list[ClaimRow]] = {role: [] for role in _ROLES}
    for one in claims:
        for role in {person.role for person in one.people if person.id == actor_id}:
            found["accused" if role == "recipient" and one.type == "ACCUSE" else role].append(one)
    return {role: rows for role, rows in found.items() if rows}


@router.get("/places")
def places(request: Request, after: After, text: Text = "") -> Response:
    """The list of places."""
    found = request.app.state.view.places(text.replace("\x00", "").strip() or None, after)
    return page(request, "places.html", found=found.items, more=found, text=text)


@router.get("/places/{name}")
def place(request: Request, name: str, after: After) -> Response:
    """One place; with .json at the end the same as JSON."""
    view: View = request.app.state.view
    key = name.removesuffix(".json")
    found = view.place(key)
    if found is None:
        raise HTTPException(404, "No claim in this store is placed there; look under /places.")
    told: dict[str, Any] = {
        "place": found,
        "incidents": view.incidents(Filter(place=found.key), after, 40),
        "spots": [spot for spot in view.spots(Filter(place=found.key)) if spot.key == found.key],
    }
    if key != name:
        return as_json(request, told)
    if key != found.key:
        return RedirectResponse(f"/places/{path_part(found.key)}", 302)
    return page(request, "place.html", **told)
