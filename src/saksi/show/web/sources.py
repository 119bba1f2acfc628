"""Sources, and how the record is made: codebook, definitions, measured error rates, licences."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
from fastapi import APIRouter, Request
from starlette.responses import Response

from saksi.keep.view import View
from saksi.show.api.answers import as_json
from saksi.show.web.render import page

router = APIRouter()
_FLOORS = ("floors.json", "nlp/data/floors.json")
_ROOT = Path(__file__).parents[2]
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
    """The floors file of the shipped reader: what it reached on texts that it had not seen; {} where there is none."""
    for place in (*(_ROOT / name for name in _FLOORS), _ROOT.parents[1] / "benchmarks" / "floors.json"):
        if place.is_file():
            found: dict[str, Any] = msgspec.json.decode(place.read_bytes())
            return found
    return {}


@cache
def _vendored() -> list[dict[str, Any]]:
    packages: list[dict[str, Any]] = tomllib.loads(_VENDOR.read_text(encoding="utf-8"))["package"]
    return packages


def outlets(view: View) -> list[Any]:
    """The outlets, those with most articles first."""
    return list(view.sources())
