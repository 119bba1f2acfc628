"""Articles: the list, and one article with everything marked that was read in it."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, HTTPException, Query, Request
from starlette.responses import RedirectResponse, Response

from saksi.keep.shown import ArticleView
from saksi.keep.view import Filter, View
from saksi.show.api.answers import as_json
from saksi.show.api.wanted import cursor_of, given, wanted
from saksi.show.web import marks
from saksi.show.web.render import page, path_part

router = APIRouter()


@router.get("/articles")
def listed(
    request: Request,
    filter_: Annotated[Filter, Depends(wanted)],
    after: Annotated[str | None, Depends(cursor_of)],
) -> Response:
    """The list of articles."""
    found = request.app.state.view.articles(filter_, after, 40)
    return page(request, "articles.html", found=found, given=given(filter_))


@router.get("/articles/{article_id:path}")
def article(
    request: Request, article_id: str, version: Annotated[int | None, Query(ge=1, le=1_000_000)] = None
) -> Response:
    """One article; with .json at the end the same as JSON."""
    view: View = request.app.state.view
    found = view.article(article_id, version)
    if found is None and article_id.endswith(".json"):
        bare = view.article(article_id.removesuffix(".json"), version)
        if bare:
            return as_json(request, bare)
    if found is None:
        raise HTTPException(404, "There is no such article in this store; look for it under /articles.")
    return page(request, "article.html", **shown(found), stored=True)


def shown(found: ArticleView) -> dict[str, Any]:
    """What the article page needs of an article."""
    by_kind: dict[str, list[object]] = {"event": [], "figure": [], "statement": []}
    for one in found.claims:
        by_kind[one.row.kind].append(one)
    return {
        "article": found,
        "paragraphs": marks.paragraphs(found),
        "by_kind": by_kind,
        "spans": [marks.spans(one) for one in found.claims],
    }


@router.get("/claims/{claim_id}")
def claim(request: Request, claim_id: str) -> Response:
    """A claim where it stands: its article, with its words lit. With .json at the end the claim as JSON."""
    view: View = request.app.state.view
    key = claim_id.removesuffix(".json")
    found = view.claim(key)
    if found is None:
        raise HTTPException(
            404, "There is no such claim in this store; it may stand in another version of its article."
        )
    if claim_id != key:
        return as_json(request, found)
    return RedirectResponse(f"/articles/{path_part(found.row.article)}#c-{key}", 302)
