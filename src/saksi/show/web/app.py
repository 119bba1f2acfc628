"""The reading room as an application: which pages there are, and what becomes of errors."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from anyio.to_thread import current_default_thread_limiter
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException as AnyHTTPException
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import Response
from starlette.staticfiles import StaticFiles

from saksi import __version__
from saksi.keep.faults import StoreError
from saksi.keep.people import People
from saksi.keep.store import Store, open_store
from saksi.keep.view import View
from saksi.model.errors import SaksiError
from saksi.show.api import routes as api
from saksi.show.web import accounts, articles, ask, explore, files, incidents, names, now, read, review, sources
from saksi.show.web.door import Door, wants_page
from saksi.show.web.kept_pages import Pages
from saksi.show.web.render import environment, page, refusal
from saksi.show.web.settings import RoomSettings

STATIC = Path(__file__).parent / "static"
_THREADS = 8
"""Requests that are worked on at once in one process: as many connections are open to the store."""
_CACHE_MIB = 4


def create_app(settings: RoomSettings, store: Store | None = None) -> FastAPI:
    """The application over one store. Raises StoreError where the store cannot be opened."""
    app = FastAPI(
        title="saksi", version=__version__, docs_url=None, redoc_url=None, openapi_url="/api/openapi.json",
        description="What happened, who says so, in which words, and where the accounts differ.", lifespan=_lifespan,
    )  # fmt: skip
    kept = store or open_store(settings.store, create=False, cache_mib=_CACHE_MIB)
    app.state.settings, app.state.store = settings, kept
    app.state.view, app.state.people = View(kept), People(kept)
    app.state.secret = app.state.people.secret()
    app.add_middleware(Door, room=app, pages=Pages(settings.pages_mib * 2**20))
    app.add_middleware(GZipMiddleware, minimum_size=800, compresslevel=4)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    app.include_router(api.router)
    for part in (now, articles, incidents, ask, names, explore, review, sources, read, accounts, files):
        app.include_router(part.router, include_in_schema=False)
    for kind in (AnyHTTPException, RequestValidationError, SaksiError):
        app.add_exception_handler(kind, _refused)
    return app


@asynccontextmanager
async def _lifespan(_app: FastAPI) -> AsyncIterator[None]:
    current_default_thread_limiter().total_tokens = _THREADS
    for name in environment().list_templates():
        environment().get_template(name)  # made now, so that the first visitor does not wait for it
    yield


async def _refused(request: Request, error: Exception) -> Response:
    """An error as a sentence: a page for people, JSON for programs."""
    if isinstance(error, RequestValidationError):
        first = error.errors()[0]
        place = [part for part in first["loc"] if isinstance(part, str)]  # of JSON that is broken, numbers tell where
        status, told = 422, f"{place[-1]}: {first['msg']}"
    elif isinstance(error, AnyHTTPException):
        status, told = error.status_code, str(error.detail)
    else:
        status, told = 503 if isinstance(error, StoreError) else 400, str(error)
    if wants_page(request) and hasattr(request.state, "visit"):
        return page(request, "error.html", status, code=status, told=told)
    return refusal(request, status, told)
