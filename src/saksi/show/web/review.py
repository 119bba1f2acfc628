"""Review: the queue by doubt and weight, one claim at a time, and what people decided."""

from itertools import pairwise
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Form, HTTPException, Query, Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.responses import RedirectResponse, Response

from saksi.keep.shown import ClaimView
from saksi.keep.view import Filter, View
from saksi.model.errors import SaksiError
from saksi.show.api.acts import Act, carry_out
from saksi.show.api.answers import as_lines
from saksi.show.api.gold import gold
from saksi.show.api.wanted import cursor_of
from saksi.show.web.accounts import local
from saksi.show.web.agreement import between
from saksi.show.web.correction import TABLE, changed, fields_of, form_values
from saksi.show.web.render import page
from saksi.show.web.visit import need, sealed

router = APIRouter()
After = Annotated[str | None, Depends(cursor_of)]
Csrf = Annotated[str, Form(max_length=100)]
Back = Annotated[str, Form(max_length=2000)]
Reason = Annotated[str, Form(max_length=2000)]
Kind = Annotated[Literal["event", "figure", "statement", ""], Query()]
_PAIRS = 20


@router.get("/review")
def queue(request: Request, after: After, kind: Kind = "") -> Response:
    """The queue, its first claim opened."""
    view: View = request.app.state.view
    found = view.queue(after, 15, Filter(kind=kind or None))
    first = view.claim(found.items[0].id) if found.items else None
    return _opened(request, first, found=found, kind=kind, queued=True)


@router.get("/doubtful")
def doubtful(request: Request) -> Response:
    """Pairs of claims of which it is unsure whether they tell of one incident."""
    view: View = request.app.state.view
    pairs = []
    for told in view.unsure(_PAIRS):
        left, right = view.claim(told.left), view.claim(told.right or "")
        if left and right and left.row.incident and right.row.incident and left.row.incident != right.row.incident:
            pairs.append((told, left.row, right.row))
    return page(request, "doubtful.html", pairs=pairs, kind=None)


@router.get("/review/{claim_id}")
def one(request: Request, claim_id: str, kind: Kind = "", queue: Annotated[str, Query(max_length=5)] = "") -> Response:
    """One claim, opened for review; queue: it was come to from the queue, and the act leads back there."""
    view: View = request.app.state.view
    found = view.claim(claim_id)
    if found is None:
        raise HTTPException(404, "There is no such claim in this store.")
    waiting = view.queue(None, 15, Filter(kind=kind or None))
    return _opened(request, found, found=waiting, kind=kind, queued=bool(queue))


def _opened(request: Request, claim: ClaimView | None, **values: Any) -> Response:
    view: View = request.app.state.view
    article = view.article(claim.row.article) if claim else None
    return page(
        request,
        "review.html",
        claim=claim,
        article=article,
        context=_context(article.document.text, claim) if claim and article else None,
        values=form_values(claim) if claim else {},
        fields=fields_of(claim) if claim else (),
        choice_tables=TABLE,
        **values,
    )


def _context(text: str, claim: ClaimView) -> list[tuple[int, str, bool]]:
    """The text around a claim's words in pieces: offset, words, whether they are the claim's evidence."""
    spans = sorted((one.start, one.end) for one in claim.now.evidence)
    if not spans:
        return [(0, text[:600], False)]
    first = max(0, text.rfind("\n", 0, max(spans[0][0] - 200, 0)) + 1)
    last = text.find("\n", min(spans[-1][1] + 200, len(text)))
    edges = sorted({first, len(text) if last < 0 else last, *(edge for span in spans for edge in span)})
    pairs = pairwise(edges)
    return [(a, text[a:b], any(s <= a and b <= e for s, e in spans)) for a, b in pairs]


@router.post("/review/{claim_id}")
async def decide(request: Request, claim_id: str) -> Response:
    """Carries out an act on a claim: accept, reject, correct, split; then goes on."""
    return await run_in_threadpool(_decide, request, claim_id, await request.form())


def _decide(request: Request, claim_id: str, form: FormData) -> Response:
    sealed(request, str(form.get("csrf", "")))
    visit = need(request, "reviewer", "review")
    view: View = request.app.state.view
    claim = view.claim(claim_id)
    if claim is None:
        raise HTTPException(404, "There is no such claim in this store.")
    act = _act(form, claim)
    if "evidence" in act.fields:
        act.fields["evidence"] = _quoted(view, claim, act.fields["evidence"])
    carry_out(request, visit, act)
    return RedirectResponse(local(str(form.get("back", "/review"))), 303)


def _act(form: FormData, claim: ClaimView) -> Act:
    verb = str(form.get("verb", ""))
    if verb not in ("accept", "reject", "correct", "split"):
        raise HTTPException(400, "An act is accept, reject, correct or split.")
    reason = str(form.get("reason", ""))[:2000] or None
    values = {key: str(value) for key, value in form.items()}
    fields = changed(claim, values) if verb == "correct" else {}
    other = _id(str(form.get("other", ""))[:300]) or None
    return Act(verb=verb, target=claim.row.id, other=other, fields=fields, reason=reason)  # type: ignore[arg-type]


def _id(text: str) -> str:
    """The id in an address of this room, or the id itself."""
    return text.strip().rstrip("/").rsplit("/", 1)[-1]


def _quoted(view: View, claim: ClaimView, spans: list[tuple[int, int]]) -> list[dict[str, object]]:
    """Spans with their words. Raises 400 where one lies outside the text."""
    article = view.article(claim.row.article)
    text = article.document.text if article else ""
    if not all(0 <= start < end <= len(text) for start, end in spans):
        raise HTTPException(400, f"words: the text has {len(text)} characters; mark the words in it.")
    return [{"start": start, "end": end, "text": text[start:end]} for start, end in spans]


@router.post("/merge")
def merge(
    request: Request,
    target: Annotated[str, Form(max_length=300)],
    other: Annotated[str, Form(max_length=300)],
    reason: Reason = "",
    csrf: Csrf = "",
    back: Back = "/",
) -> Response:
    """Makes two incidents or actors one."""
    sealed(request, csrf)
    visit = need(request, "reviewer", "review")
    carry_out(request, visit, Act(verb="merge", target=target, other=_id(other), reason=reason or None))
    return RedirectResponse(local(back), 303)


@router.post("/undo/{judgement}")
def undo(request: Request, judgement: int, reason: Reason = "", csrf: Csrf = "", back: Back = "/history") -> Response:
    """Takes a judgement back."""
    sealed(request, csrf)
    visit = need(request, "reviewer", "review")
    if not 0 <= judgement < 2**53:
        raise SaksiError("there is no such judgement")
    carry_out(request, visit, Act(verb="undo", judgement=judgement, reason=reason or None))
    return RedirectResponse(local(back), 303)


@router.get("/history")
def history(request: Request, after: After, by: Annotated[str, Query(max_length=60)] = "") -> Response:
    """What people decided, and how far they agree."""
    view: View = request.app.state.view
    found = view.history(by.replace("\x00", "") or None, after, 200)
    agreement = between(view.history(size=5000).items)
    return page(request, "history.html", found=found.items, more=found, by=by, agreement=agreement)


@router.get("/gold.jsonl")
def gold_lines(request: Request) -> Response:
    """What people accepted or corrected, in the record format."""
    return as_lines(gold(request.app.state.view), "gold")
