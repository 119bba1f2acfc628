"""Signing in and out, the choice of tongue and light, the log of acts."""

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Form, Query, Request
from starlette.responses import RedirectResponse, Response

from saksi.keep.faults import StoreError
from saksi.keep.people import People
from saksi.show.web.render import page
from saksi.show.web.tongue import TONGUES
from saksi.show.web.visit import NAME, SEAT, THEME, TONGUE, need, sealed, set_cookie

router = APIRouter()
Back = Annotated[str, Query(max_length=2000)]


def local(back: str) -> str:
    """A path of this room; "/" for anything that leads elsewhere."""
    safe = back.startswith("/") and not back.startswith(("//", "/\\")) and "\n" not in back and "\r" not in back
    return back if safe else "/"


@router.get("/sign-in")
def sign_in_page(request: Request, back: Back = "/") -> Response:
    """The page on which one signs in."""
    return page(request, "sign-in.html", back=local(back), wrong="")


@router.post("/sign-in")
def sign_in(
    request: Request,
    name: Annotated[str, Form(max_length=100)],
    password: Annotated[str, Form(max_length=500)],
    back: Annotated[str, Form(max_length=2000)] = "/",
) -> Response:
    """Signs in, where name and password are right."""
    origin = request.headers.get("origin")
    if origin and origin != "null" and origin.partition("://")[2] != request.headers.get("host"):
        return page(
            request, "sign-in.html", 403, back="/", wrong="This came from another site and was not carried out."
        )
    people: People = request.app.state.people
    try:
        secret = people.sign_in(name.replace("\x00", "").strip(), password, _from(request))
    except StoreError:
        wrong = "Too many tries. Wait a quarter of an hour and try again."
        return page(request, "sign-in.html", 429, back=local(back), wrong=wrong)
    if secret is None:
        return page(request, "sign-in.html", 401, back=local(back), wrong="Name or password are wrong.")
    response = RedirectResponse(local(back), 303)
    set_cookie(response, request.app.state.settings, SEAT, secret, 14)
    return response


@router.post("/sign-out")
def sign_out(request: Request, csrf: Annotated[str, Form(max_length=100)] = "") -> Response:
    """Ends the session."""
    sealed(request, csrf)
    visit = need(request, "reader")
    request.app.state.people.sign_out(visit.seat)
    response = RedirectResponse("/sign-in", 303)
    response.delete_cookie(SEAT)
    return response


@router.get("/settings")
def settings(request: Request, back: Back = "/", tongue: str = "", theme: str = "") -> Response:
    """Remembers the choice of tongue and light and goes back."""
    response = RedirectResponse(local(back), 303)
    if tongue in TONGUES:
        set_cookie(response, request.app.state.settings, TONGUE, tongue)
    if theme in ("auto", "light", "dark"):
        set_cookie(response, request.app.state.settings, THEME, theme)
    return response


@router.post("/name")
def name(
    request: Request, name: Annotated[str, Form(max_length=60)], csrf: Annotated[str, Form(max_length=100)] = ""
) -> Response:
    """On an open room: whose name stands on the acts of this browser."""
    sealed(request, csrf)
    response = RedirectResponse("/review", 303)
    plain = " ".join(name.split())
    if request.app.state.settings.open and plain.isprintable() and not plain.startswith("saksi "):
        set_cookie(response, request.app.state.settings, NAME, quote(plain))
    return response


@router.get("/log")
def log(request: Request) -> Response:
    """The audit log, for admins."""
    need(request, "admin")
    people: People = request.app.state.people
    return page(request, "log.html", acts=people.log(), accounts=people.accounts())


def _from(request: Request) -> str:
    return request.client.host if request.client else ""
