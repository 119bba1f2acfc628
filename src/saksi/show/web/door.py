"""What stands before every page: who may come in, what has been made already, and the guarding headers."""

import time
from urllib.parse import quote

from fastapi import FastAPI, HTTPException, Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from saksi.show.web.kept_pages import Kept, Pages, answer, kept_from, key_of, may_be_kept, tag_of
from saksi.show.web.render import refusal
from saksi.show.web.settings import RoomSettings
from saksi.show.web.visit import SEAT, Visit, set_cookie, visit_of

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
_FREE = ("/static/", "/sign-in", "/settings")


class Door:
    """The way in. app: what lies behind it; room: the application with its settings, store and accounts."""

    def __init__(self, app: ASGIApp, room: FastAPI, pages: Pages) -> None:
        self._app = app
        self._room = room
        self._pages = pages

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers a request, or lets it in."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope, receive)
        guarded = _guarded(send, time.perf_counter())
        refused = await self._refusal(request)
        if refused is not None:
            await refused(scope, receive, guarded)
        elif request.url.path.startswith("/static/"):
            await self._app(scope, receive, guarded)
        else:
            await self._enter(request, guarded)

    async def _refusal(self, request: Request) -> Response | None:
        """Why a request is not let in; None where it is. Leaves the visit on it."""
        settings: RoomSettings = self._room.state.settings
        if settings.open and not _at_home(request.headers.get("host", ""), settings.hosts):
            return refusal(request, 421, "This room answers on this machine only: http://127.0.0.1")
        if request.url.path.startswith("/static/"):
            return None
        state = self._room.state
        try:
            visit = await run_in_threadpool(visit_of, request, settings, state.secret, state.people)
        except HTTPException as error:
            return refusal(request, error.status_code, error.detail)
        request.state.visit = visit
        if visit.role is None and not request.url.path.startswith(_FREE):
            if wants_page(request):
                return RedirectResponse(f"/sign-in?back={quote(request.url.path)}", 303)
            return refusal(request, 401, "Sign in first, or send a token: Authorization: Bearer TOKEN.")
        return None

    async def _enter(self, request: Request, send: Send) -> None:
        """Answers with what is kept, or with what is made now, which is then kept."""
        visit: Visit = request.state.visit
        send = self._seated(request, visit, send)
        if not may_be_kept(request.method, request.url.path):
            await self._app(request.scope, request.receive, send)
            return
        stamp = await run_in_threadpool(self._room.state.view.stamp)
        key = key_of(stamp, f"{request.url.path}?{request.url.query}", visit)
        tag = tag_of(key, visit)
        found = self._pages.get(key)
        if tag in [part.strip() for part in request.headers.get("if-none-match", "").split(",")]:
            await Response(status_code=304, headers={"ETag": tag, **_PRIVATE})(request.scope, request.receive, send)
        elif found:
            await answer(found, visit, tag)(request.scope, request.receive, send)
        else:
            keep = _Keeping(visit, tag, send)
            await self._app(request.scope, request.receive, keep)
            if keep.made:
                self._pages.put(key, keep.made)

    def _seated(self, request: Request, visit: Visit, send: Send) -> Send:
        """Gives the browser of an open room its seat, to which the seals of its forms belong."""
        settings: RoomSettings = self._room.state.settings
        if not settings.open or visit.token or request.cookies.get(SEAT) == visit.seat:
            return send
        cookie = Response()
        set_cookie(cookie, settings, SEAT, visit.seat)

        async def seated(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).append("set-cookie", cookie.headers["set-cookie"])
            await send(message)

        return seated


_PRIVATE = {"Cache-Control": "private, no-cache", "Vary": "Cookie, Authorization"}


class _Keeping:
    """Passes an answer on, tagged, and keeps it where it is whole: a list that is streamed is not."""

    def __init__(self, visit: Visit, tag: str, send: Send) -> None:
        self.made: Kept | None = None
        self._visit, self._tag, self._send = visit, tag, send
        self._start: Message | None = None

    async def __call__(self, message: Message) -> None:
        """Takes one message of the answer."""
        if message["type"] == "http.response.start" and message["status"] == 200:
            headers = MutableHeaders(scope=message)
            headers["ETag"] = self._tag
            for name, value in _PRIVATE.items():
                headers[name] = value
            self._start = message if "content-length" in headers else None
        elif message["type"] == "http.response.body" and self._start and not message.get("more_body"):
            headers = MutableHeaders(scope=self._start)
            self.made = kept_from(headers, message.get("body", b""), self._visit)
        await self._send(message)


def _guarded(send: Send, began: float) -> Send:
    """Puts the guarding headers on an answer, and how long it took to make."""

    async def guarded(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            headers["Server-Timing"] = f"app;dur={(time.perf_counter() - began) * 1000:.1f}"
        await send(message)

    return guarded


def _at_home(host: str, names: tuple[str, ...]) -> bool:
    """Whether a request names this machine: a page of another site cannot reach an open room by a name of its own."""
    bare = host.split("]")[0] + "]" if host.startswith("[") else host.rsplit(":", 1)[0]
    return bare in names


def wants_page(request: Request) -> bool:
    """Whether a person asks, who is shown a page, or a program, which is given JSON."""
    path = request.url.path
    data = path.startswith("/api/") or path.endswith((".json", ".csv", ".jsonl", ".geojson"))
    told = request.headers.get("accept", "*/*")
    return not data and ("text/html" in told or "*/*" in told)
