"""Answers in the forms that programs read: JSON, CSV, JSON Lines, GeoJSON, each with an ETag."""

import csv
import hashlib
import io
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
from fastapi import Request
from starlette.responses import Response, StreamingResponse

_RISKY = ("=", "+", "-", "@", "\t", "\r")


def tagged(request: Request, body: bytes, media: str, headers: dict[str, str] | None = None) -> Response:
    """The body with its ETag; 304 where the asker has it already."""
    tag = f'W/"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'
    both = {"ETag": tag, "Cache-Control": "private, no-cache", "Vary": "Cookie, Authorization", **(headers or {})}
    known = request.headers.get("if-none-match", "")
    if tag in [part.strip() for part in known.split(",")]:
        return Response(status_code=304, headers=both)
    return Response(body, media_type=media, headers=both)


def as_json(request: Request, value: Any) -> Response:
    """A value as one JSON document."""
    return tagged(request, msgspec.json.encode(value), "application/json")


def as_lines(rows: Iterable[Any], name: str) -> Response:
    """Rows as JSON Lines, sent while they are read."""
    return StreamingResponse(
        (msgspec.json.encode(row) + b"\n" for row in rows),
        media_type="application/x-ndjson",
        headers=_file(name, "jsonl"),
    )


def as_csv(rows: Iterable[Any], name: str) -> Response:
    """Rows as CSV (UTF-8, with a head), sent while they are read."""
    return StreamingResponse(_csv(rows), media_type="text/csv; charset=utf-8", headers=_file(name, "csv"))


def _file(name: str, form: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="saksi-{name}.{form}"', "Cache-Control": "private, no-cache"}


def _csv(rows: Iterable[Any]) -> Iterator[str]:
    out = io.StringIO()
    head: list[str] | None = None
    writer = csv.writer(out)
    for row in rows:
        flat = flattened(row)
        if head is None:
            head = list(flat)
            writer.writerow(head)
        writer.writerow([_cell(flat.get(name)) for name in head])
        if out.tell() > 32_000:
            yield out.getvalue()
            out.seek(0)
            out.truncate()
    yield out.getvalue()


def _cell(value: Any) -> Any:
    """A value that a spreadsheet shows and does not run."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_RISKY) else value


def flattened(row: Any) -> dict[str, Any]:
    """A row as names and plain values: people become one column for each role, lists become words."""
    plain: dict[str, Any] = {}
    for name, value in msgspec.to_builtins(row).items():
        if name == "people":
            for role in ("actor", "recipient", "claimant", "speaker", "of", "by"):
                plain[role] = "; ".join(person["label"] for person in value if person["role"] == role)
        elif isinstance(value, list | dict):
            texts = isinstance(value, list) and all(isinstance(one, str) for one in value)
            plain[name] = " ".join(value) if texts else msgspec.json.encode(value).decode()
        else:
            plain[name] = value
    return plain


def as_geojson(request: Request, features: list[dict[str, Any]]) -> Response:
    """Features as a GeoJSON collection (WGS 84)."""
    body = msgspec.json.encode({"type": "FeatureCollection", "features": features})
    return tagged(request, body, "application/geo+json")


def point(lat: float | None, lon: float | None, **properties: Any) -> dict[str, Any]:
    """A GeoJSON feature; without geometry where the place has no point, as a country has none."""
    geometry = None if lat is None or lon is None else {"type": "Point", "coordinates": [lon, lat]}
    return {"type": "Feature", "geometry": geometry, "properties": properties}
