"""The addresses of the interface: lists, single things, questions, and acts. Documented under /api."""

from collections.abc import Callable
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Body, Depends, HTTPException, Path, Query, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from saksi.keep.view import Filter, View
from saksi.show.api.acts import Act, carry_out, put_in
from saksi.show.api.answers import as_csv, as_json, as_lines
from saksi.show.api.gold import gold
from saksi.show.api.lists import LISTS, every
from saksi.show.api.wanted import cursor_of, wanted
from saksi.show.web.visit import need, sealed

router = APIRouter(prefix="/api/v1", tags=["saksi"])
Name = Literal[
    "articles", "claims", "incidents", "processes", "overdue", "actors", "places", "map", "figures", "contacts",
    "sources", "queue", "history",
]  # fmt: skip
Form = Annotated[Literal["json", "csv", "jsonl"], Query(description="json: one page; csv, jsonl: all of it, streamed.")]
Size = Annotated[int, Query(ge=1, le=500, description="Rows of a page.")]
Key = Annotated[str, Path(max_length=300)]
SAID: dict[int | str, dict[str, Any]] = {
    code: {"description": told, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Told"}}}}
    for code, told in (
        (400, "A value does not fit; detail says which and how to mend it."),
        (401, "No token, or one that is not known."),
        (403, "The role or the token's scope is too low."),
        (404, "There is no such thing in this store."),
        (422, "A parameter does not fit; detail names it."),
        (503, "The store cannot be read or written now; detail says why. Nothing that was kept is lost."),
    )
}

_SAME: dict[int | str, dict[str, Any]] = {
    304: {"description": "What the asker has, by its ETag in If-None-Match, is still so."}
}
_LINES = {"application/x-ndjson": {"schema": {"type": "string"}}}
_ANY: dict[str, Any] = {"application/json": {"schema": {}}}
_WHOLE: dict[int | str, dict[str, Any]] = {**SAID, **_SAME, 200: {"description": "It.", "content": _ANY}}
_LIST: dict[int | str, dict[str, Any]] = {
    **_WHOLE,
    200: {
        "description": "One page as {items, after}; or the whole list.",
        "content": {**_ANY, **_LINES, "text/csv": {"schema": {"type": "string"}}},
    },
}
_MOST = 50_000_000
_BODY = {"requestBody": {"required": True, "content": _LINES}}


@router.get(
    "/lists/{name}", responses=_LIST, response_class=Response, summary="A list, with the filters that all lists share"
)
def listed(
    request: Request,
    name: Name,
    filter_: Annotated[Filter, Depends(wanted)],
    after: Annotated[str | None, Depends(cursor_of)],
    form: Form = "json",
    size: Size = 50,
) -> Response:
    """One page as {"items": [...], "after": cursor}, or the whole list as CSV or JSON Lines."""
    need(request, "reader")
    view: View = request.app.state.view
    listing = LISTS[name]
    if form == "json":
        return as_json(request, listing.page(view, filter_, after, size))
    rows = every(view, listing, filter_)
    return as_csv(rows, name) if form == "csv" else as_lines(rows, name)


@router.get(
    "/{kind}/{key:path}",
    responses=_WHOLE,
    response_class=Response,
    summary="One article, claim, incident, actor, whole",
)
def one(request: Request, kind: Literal["article", "claim", "incident", "actor"], key: Key) -> Response:
    """Everything that the store holds of it, with its history."""
    need(request, "reader")
    view: View = request.app.state.view
    plain = key.replace("\x00", "")
    openers: dict[str, Callable[[str], Any]] = {
        "article": view.article,
        "claim": view.claim,
        "incident": view.incident,
        "actor": view.actor,
    }
    found = openers[kind](plain)
    if found is None:
        raise HTTPException(404, f"There is no such {kind} in this store; look under /api/v1/lists/{kind}s.")
    return as_json(request, found)


@router.get("/ask", responses=_WHOLE, response_class=Response, summary="Claims for and against")
def ask(
    request: Request,
    q: Annotated[str, Query(min_length=1, max_length=300, description="Names, places or words.")],
    filter_: Annotated[Filter, Depends(wanted)],
) -> Response:
    """The claims that speak of the words, by claimant and date, with those that say otherwise."""
    need(request, "reader")
    return as_json(request, request.app.state.view.ask(q.replace("\x00", " "), filter_, 150))


@router.get(
    "/gold",
    responses={**SAID, **_SAME, 200: {"description": "Records.", "content": _LINES}},
    response_class=Response,
    summary="What people accepted or corrected, in the record format",
)
def gold_lines(request: Request) -> Response:
    """One JSON object per article, to train and test the reader with."""
    need(request, "reader")
    return as_lines(gold(request.app.state.view), "gold")


@router.post("/acts", responses=SAID, status_code=201, summary="Accept, correct, reject, merge, split or undo")
def act(request: Request, told: Annotated[Act, Body()]) -> dict[str, int | None]:
    """Carries out one act in the name of the token. Returns the judgement's number, with which it can be undone."""
    visit = need(request, "reviewer", "review")
    sealed(request, None)
    return {"judgement": carry_out(request, visit, told)}


@router.post(
    "/articles",
    responses={**SAID, 413: {**SAID[400], "description": "The body is larger than 50 MB."}},
    status_code=201,
    openapi_extra=_BODY,
    summary="Put articles in, as saksi read writes them",
)
async def put(request: Request) -> dict[str, Any]:
    """The body is JSON Lines of records. Each is kept whole or refused with a reason."""
    need(request, "admin", "write")
    sealed(request, None)
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > _MOST:
            raise HTTPException(413, "The body is larger than 50 MB; send it in parts.")
    return await run_in_threadpool(put_in, request, bytes(body))
