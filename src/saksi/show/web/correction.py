"""The form on which a claim is corrected: its fields as text, and text as fields of the record."""

import re
from typing import Any

import msgspec
from fastapi import HTTPException

from saksi.keep.shown import ClaimView
from saksi.model.codes import EventType, Measure, Qualifier, Status, Voice

_FIELDS = {
    "event": ("type", "status", "actors", "recipients", "claimants", "date", "place", "evidence"),
    "figure": (
        "measure", "low", "high", "qualifier", "of", "by", "claimants", "period", "place", "evidence",
    ),
    "statement": ("kind", "speaker", "evidence"),
}  # fmt: skip
CHOICES: dict[str, tuple[str, ...]] = {
    "type": tuple(EventType), "status": tuple(Status), "measure": tuple(Measure), "qualifier": tuple(Qualifier),
    "kind": tuple(Voice),
}  # fmt: skip
TABLE = {"type": "type", "status": "status", "measure": "measure", "qualifier": "exactness", "kind": "type"}
_MANY = frozenset({"actors", "recipients", "claimants"})
_ONE = frozenset({"of", "by", "speaker"})
_NUMBERS = frozenset({"low", "high"})
_SPAN = re.compile(r"\s*(\d{1,8})\s*-\s*(\d{1,8})\s*")


def fields_of(claim: ClaimView) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The fields of the form in order, with the values to choose from where there are such."""
    return tuple((name, CHOICES.get(name, ())) for name in _FIELDS[claim.row.kind])


def form_values(claim: ClaimView) -> dict[str, str]:
    """The claim's fields as they stand in the form."""
    now = msgspec.to_builtins(claim.now)
    return {name: _shown(name, now[name]) for name in _FIELDS[claim.row.kind]}


def changed(claim: ClaimView, form: dict[str, str]) -> dict[str, Any]:
    """The fields that the form gives another value, as JSON values of the record. Raises 400 for a bad one."""
    before = form_values(claim)
    found: dict[str, Any] = {}
    for name, old in before.items():
        new = form.get(name, old).replace("\r\n", "\n").replace("\x00", "").strip()
        if new != old.strip():
            found[name] = _read(name, new)
    return found


def _shown(name: str, value: Any) -> str:
    if value is None:
        return ""
    if name in _MANY:
        return "\n".join(_actor_text(one) for one in value)
    if name in _ONE:
        return _actor_text(value)
    if name in _NUMBERS:
        return f"{value:.15g}"
    if name == "place":
        return "; ".join("" if value[key] is None else str(value[key]) for key in ("name", "country", "lat", "lon"))
    if name == "evidence":
        return ", ".join(f"{one['start']}-{one['end']}" for one in value)
    return str(value)


def _actor_text(actor: dict[str, Any]) -> str:
    parts = [actor.get(key) or "" for key in ("name", "country", "sector", "organisation")]
    return "; ".join(parts).rstrip("; ") if any(parts) else ""


def _read(name: str, text: str) -> Any:
    if name in _MANY:
        return [_actor(line) for line in text.split("\n") if line.strip()]
    if name in _ONE:
        return _actor(text) if text else None
    if name in _NUMBERS:
        return _number(name, text)
    if name == "place":
        return _place(text)
    if name == "evidence":
        return _evidence(text)
    return text or None


def _actor(line: str) -> dict[str, Any]:
    parts = [part.strip() or None for part in line.split(";")]
    name, country, sector, organisation = (*parts, None, None, None, None)[:4]
    return {"name": name, "country": country, "sector": sector, "organisation": organisation}


def _number(name: str, text: str) -> float | None:
    if not text:
        return None
    try:
        return float(text.replace(" ", ""))
    except ValueError as error:
        raise HTTPException(400, f"{name}: {text[:40]!r} is not a number; write it as 1200 or 12.5.") from error


def _place(text: str) -> dict[str, Any] | None:
    if not text:
        return None
    parts = [part.strip() for part in text.split(";")]
    name, country, lat, lon = (*parts, "", "", "")[:4]
    if not name:
        raise HTTPException(400, "place: write it as name; COUNTRY; latitude; longitude. Only the name is needed.")
    return {"name": name, "country": country or None, "lat": _number("lat", lat), "lon": _number("lon", lon)}


def _evidence(text: str) -> list[tuple[int, int]]:
    spans = [_SPAN.fullmatch(part) for part in text.split(",")]
    if not text or not all(spans):
        raise HTTPException(400, "words: mark them in the text, or write their places as 120-185.")
    return [(int(found[1]), int(found[2])) for found in spans if found]
