"""Sources, and how the record is made: codebook, definitions, measured error rates, licences."""

import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import msgspec
from fastapi import APIRouter, Request
from starlette.responses import Response

from saksi.model.errors import ModelError
from saksi.show.api.answers import as_json
from saksi.show.web.render import page

router = APIRouter()
_FLOORS = files("saksi") / "nlp" / "data" / "floors.json"
_VENDOR = Path(__file__).parent / "static" / "vendor" / "vendor.toml"


@router.get("/sources")
def sources(request: Request) -> Response:
    """Outlets and agencies with their share of copies."""
    return page(request, "sources.html", found=request.app.state.view.sources())


@router.get("/method")
def method(request: Request) -> Response:
    """How the record is made."""
    return page(request, "method.html", floors=floors(), vendored=_vendored())


@router.get("/method.json")
def method_json(request: Request) -> Response:
    """The measured floors as JSON."""
    return as_json(request, floors())


@cache
def floors() -> dict[str, Any]:
    """The floors file of the shipped reader: what it reached on texts that it had not seen. Raises ModelError."""
    try:
        found: dict[str, Any] = msgspec.json.decode(_FLOORS.read_bytes())
    except (OSError, msgspec.DecodeError) as error:
        raise ModelError(f"floors.json: {error}; reinstall saksi") from error
    return found


@cache
def _vendored() -> list[dict[str, Any]]:
    packages: list[dict[str, Any]] = tomllib.loads(_VENDOR.read_text(encoding="utf-8"))["package"]
    return packages
