"""Reading an article at once: pasted or from a file, kept only where that is asked."""

from typing import Annotated, Any

from fastapi import APIRouter, File, Form, HTTPException, Request, UploadFile
from starlette.responses import RedirectResponse, Response

from saksi.collection.aside import keep_text, read_text, seen_aside
from saksi.model.errors import SaksiError
from saksi.model.raw import Given
from saksi.show.web.articles import shown
from saksi.show.web.render import page, path_part
from saksi.show.web.visit import need, sealed

router = APIRouter()
_MOST = 2_000_000


@router.get("/read")
def empty(request: Request) -> Response:
    """The page on which an article is pasted."""
    return page(request, "read.html", text="", wrong="", outlet="", published="")


@router.post("/read")
def read(
    request: Request,
    text: Annotated[str, Form(max_length=_MOST)] = "",
    file: Annotated[UploadFile | None, File()] = None,
    outlet: Annotated[str, Form(max_length=200)] = "",
    published: Annotated[str, Form(max_length=10, pattern=r"^(\d{4}-\d{2}-\d{2})?$")] = "",
    keep: Annotated[str, Form(max_length=5)] = "",
    csrf: Annotated[str, Form(max_length=100)] = "",
) -> Response:
    """Reads the article and shows it; with keep it is stored, for which the role admin is needed."""
    sealed(request, csrf)
    need(request, "admin" if keep else "reader", "write" if keep else "read")
    content = text if text.strip() else _file(file)
    given = Given(outlet=outlet.strip() or None, published=published or None)
    told: dict[str, Any] = {"text": text, "outlet": outlet, "published": published}
    if not content.strip():
        return page(request, "read.html", 400, wrong="There is no text. Paste an article or choose a file.", **told)
    try:
        if keep:
            return RedirectResponse(f"/articles/{path_part(keep_text(request.app.state.store, content, given))}", 303)
        found = seen_aside(read_text(content, given))
    except (SaksiError, ValueError) as error:
        return page(request, "read.html", 400, wrong=str(error).removeprefix("pasted text: "), **told)
    return page(request, "article.html", **shown(found), stored=False, pasted=content, **told)


def _file(file: UploadFile | None) -> str:
    if file is None or not file.filename:
        return ""
    raw = file.file.read(_MOST + 1)
    if len(raw) > _MOST:
        raise HTTPException(413, "The file is larger than 2 MB; use saksi read for archives.")
    return raw.decode("utf-8", "replace").replace("\x00", "")
