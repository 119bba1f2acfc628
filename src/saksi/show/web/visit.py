"""Who asks, in which tongue and light: what every page needs to know of a request."""

import hashlib
import hmac
import secrets
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

from fastapi import HTTPException, Request
from starlette.responses import Response

from saksi.show.web.settings import RoomSettings
from saksi.show.web.tongue import Tongue, chosen

SEAT, TONGUE, THEME, NAME = "saksi_seat", "saksi_tongue", "saksi_theme", "saksi_name"
RANKS = {"reader": 0, "reviewer": 1, "admin": 2}


@dataclass(frozen=True, slots=True)
class Visit:
    """name: whose acts these are, None before sign-in; role: reader, reviewer or admin; seat: the browser's secret.

    token: whether a token of the interface was shown, which no other site can send.
    """

    name: str | None
    role: str | None
    tongue: Tongue
    theme: str
    seat: str
    csrf: str
    token: bool = False
    scopes: frozenset[str] = field(default_factory=frozenset)

    def may(self, role: str) -> bool:
        """Whether the visitor has at least that role."""
        return self.role is not None and RANKS[self.role] >= RANKS[role]


def tongue_of(request: Request) -> Tongue:
    """The tongue in which a request is answered: the one chosen, else what its Accept-Language asks for."""
    return chosen(request.cookies.get(TONGUE), request.headers.get("accept-language"))


def visit_of(request: Request, settings: RoomSettings, secret: bytes, people: Any) -> Visit:
    """The visit that a request makes. people: the accounts (keep.people.People)."""
    cookies = request.cookies
    theme = cookies.get(THEME, "auto")
    theme = theme if theme in ("auto", "light", "dark") else "auto"
    seat = cookies.get(SEAT, "")
    name: str | None = None
    role: str | None = None
    scopes: frozenset[str] = frozenset()
    bearer = request.headers.get("authorization", "").partition("Bearer ")[2].strip()
    if bearer:
        found = people.of_token(bearer)
        if found is None:
            raise HTTPException(401, "This token is not known or was withdrawn; make another with: saksi token NAME")
        name, role, scopes = found
    elif settings.open:
        name, role = unquote(cookies.get(NAME, "")).strip()[:60] or settings.name, "admin"
        seat = seat if len(seat) >= 32 else secrets.token_urlsafe(24)
    elif seat:
        known = people.of_session(seat)
        name, role = known if known else (None, None)
    csrf = hmac.new(secret, seat.encode("utf-8", "replace"), hashlib.sha256).hexdigest()
    return Visit(name, role, tongue_of(request), theme, seat, csrf, bool(bearer), scopes)


def set_cookie(response: Response, settings: RoomSettings, key: str, value: str, days: int = 365) -> None:
    """A cookie that scripts cannot read and other sites do not send."""
    response.set_cookie(
        key, value, max_age=days * 86400, httponly=True, samesite="strict", secure=settings.secure, path="/"
    )


def seen(request: Request) -> Visit:
    """The visit of a request."""
    visit: Visit = request.state.visit
    return visit


def need(request: Request, role: str, scope: str = "read") -> Visit:
    """The visit, where it may do that. Raises 401 before sign-in, 403 where role or scope is too low."""
    visit = seen(request)
    if visit.role is None:
        raise HTTPException(401, "Sign in first, or send a token: Authorization: Bearer TOKEN.")
    if not visit.may(role):
        raise HTTPException(403, f"This needs the role {role}; you are signed in as {visit.role}.")
    if visit.token and scope not in visit.scopes:
        raise HTTPException(403, f"This token lacks the scope {scope}; make one that has it.")
    return visit


def sealed(request: Request, given: str | None) -> None:
    """Raises 403 where a writing request does not carry the seal of its own page (cross-site request forgery)."""
    visit = seen(request)
    if visit.token:
        return
    origin = request.headers.get("origin")
    if origin and origin.partition("://")[2] != request.headers.get("host"):
        raise HTTPException(403, "This came from another site and was not carried out.")
    if not hmac.compare_digest(visit.csrf, (given or request.headers.get("x-csrf") or "")):
        raise HTTPException(403, "The page was too old or its seal is missing; load it again and repeat.")
