"""The reading room as an application: what stands before every page, and which pages there are."""

from collections.abc import Awaitable, Callable
from pathlib import Path

from fastapi import FastAPI, HTTPException, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException as AnyHTTPException
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.staticfiles import StaticFiles

from saksi import __version__
from saksi.keep.people import People
from saksi.keep.store import Store, open_store
from saksi.keep.view import View
from saksi.model.errors import SaksiError
from saksi.show.api import routes as api
from saksi.show.web import accounts, articles, ask, explore, files, incidents, names, now, read, review, sources
from saksi.show.web.render import page
from saksi.show.web.settings import RoomSettings
from saksi.show.web.visit import SEAT, set_cookie, visit_of

STATIC = Path(__file__).parent / "static"
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
Next = Callable[[Request], Awaitable[Response]]


def create_app(settings: RoomSettings, store: Store | None = None) -> FastAPI:
    """The application over one store. Raises StoreError where the store cannot be opened."""
    app = FastAPI(
        title="saksi", version=__version__, docs_url=None, redoc_url=None, openapi_url="/api/openapi.json",
        description="What happened, who says so, in which words, and where the accounts differ.",
    )  # fmt: skip
    kept = store or open_store(settings.store, create=False)
    app.state.settings, app.state.store = settings, kept
    app.state.view, app.state.people = View(kept), People(kept)
    app.state.secret = app.state.people.secret()
    app.middleware("http")(_before)
    app.add_middleware(GZipMiddleware, minimum_size=800, compresslevel=5)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    app.include_router(api.router)
    for part in (now, articles, incidents, ask, names, explore, review, sources, read, accounts, files):
        app.include_router(part.router, include_in_schema=False)
    for kind in (AnyHTTPException, RequestValidationError, SaksiError):
        app.add_exception_handler(kind, _refused)
    return app


async def _before(request: Request, call: Next) -> Response:
    """Refuses foreign names and unsigned visits, and puts the guarding headers on every answer."""
    settings: RoomSettings = request.app.state.settings
    host = request.headers.get("host", "").rsplit(":", 1)[0] if "]" not in (h := request.headers.get("host", "")) else h
    if settings.open and host.split("]")[0].rstrip(":") not in {name.rstrip("]") for name in settings.hosts}:
        return JSONResponse({"detail": "This room answers on this machine only: http://127.0.0.1"}, 421)
    if request.url.path.startswith("/static/"):
        return _guarded(await call(request))
    try:
        visit = visit_of(request, settings, request.app.state.secret, request.app.state.people)
    except HTTPException as error:
        return _guarded(JSONResponse({"detail": error.detail}, error.status_code))
    request.state.visit = visit
    if visit.role is None and not request.url.path.startswith(_FREE):
        if _wants_page(request):
            return _guarded(RedirectResponse(f"/sign-in?back={request.url.path}", 303))
        return _guarded(JSONResponse({"detail": "Sign in, or send a token: Authorization: Bearer TOKEN."}, 401))
    response = await call(request)
    if settings.open and request.cookies.get(SEAT) != visit.seat and not visit.token:
        set_cookie(response, settings, SEAT, visit.seat)
    return _guarded(response)


def _guarded(response: Response) -> Response:
    for key, value in HEADERS.items():
        response.headers.setdefault(key, value)
    return response


def _wants_page(request: Request) -> bool:
    path = request.url.path
    data = path.startswith("/api/") or path.endswith((".json", ".csv", ".jsonl", ".geojson"))
    told = request.headers.get("accept", "*/*")
    return not data and ("text/html" in told or "*/*" in told)


async def _refused(request: Request, error: Exception) -> Response:
    """An error as a sentence: a page for people, JSON for programs."""
    if isinstance(error, RequestValidationError):
        first = error.errors()[0]
        status, told = 422, f"{first['loc'][-1]}: {first['msg']}"
    elif isinstance(error, AnyHTTPException):
        status, told = error.status_code, str(error.detail)
    else:
        status, told = 400, str(error)
    if _wants_page(request) and hasattr(request.state, "visit"):
        return page(request, "error.html", status, code=status, told=told)
    return JSONResponse({"detail": told}, status)
