"""Records from annotated articles: the gold form gives the words of a claim ("anchor") where a record gives offsets."""

import json
from pathlib import Path
from typing import Any

from saksi.codec import decode
from saksi.model.claim import Record


def record(gold: dict[str, Any], text: str, article: str | None = None) -> Record:
    """The record that a gold object stands for; a claim whose anchor is not in the text is left out."""
    made = {
        "id": article or gold["id"],
        "document": {**{key: value for key, value in gold["document"].items() if value is not None}, "text": text},
        "events": [one for number, raw in enumerate(gold.get("events", ()), 1) if (one := _event(raw, text, number))],
        "figures": [
            one for number, raw in enumerate(gold.get("figures", ()), 1) if (one := _figure(raw, text, number))
        ],
        "statements": [one for n, raw in enumerate(gold.get("statements", ()), 1) if (one := _statement(raw, text, n))],
        "places": [_place(raw, text) for raw in gold.get("places", ())],
        "times": [],
    }
    return decode(json.dumps(made))


def load(path: Path, text: Path) -> Record:
    """The record of a gold file and its article."""
    return record(json.loads(path.read_text(encoding="utf-8")), text.read_text(encoding="utf-8"))


def evidence(anchor: str | None, text: str) -> list[dict[str, Any]]:
    """Where the anchor stands in the text; [] where it does not."""
    at = text.find(anchor) if anchor else -1
    return [{"start": at, "end": at + len(anchor), "text": anchor}] if anchor and at >= 0 else []


def _kept(raw: dict[str, Any], keys: str) -> dict[str, Any]:
    return {key: raw[key] for key in keys.split() if raw.get(key) is not None}


def _event(raw: dict[str, Any], text: str, number: int) -> dict[str, Any] | None:
    words = evidence(raw.get("anchor"), text)
    fields = _kept(raw, "type status modes contexts actors recipients date place claimants")
    return {**fields, "id": f"e{number}", "rule": "gold", "evidence": words} if words else None


def _figure(raw: dict[str, Any], text: str, number: int) -> dict[str, Any] | None:
    words = evidence(raw.get("anchor"), text)
    fields = _kept(raw, "measure qualifier of by place period claimants definition unit")
    whole = {
        **fields,
        "id": f"f{number}",
        "rule": "gold",
        "evidence": words,
        "low": raw.get("low"),
        "high": raw.get("high"),
    }
    return {"qualifier": "exact", **whole} if words else None


def _statement(raw: dict[str, Any], text: str, number: int) -> dict[str, Any] | None:
    words = evidence(raw.get("anchor"), text)
    return (
        {
            "id": f"s{number}",
            "rule": "gold",
            "evidence": words,
            "speaker": raw.get("speaker"),
            "kind": raw["kind"],
            "via": raw.get("via") or [],
        }
        if words
        else None
    )


def _place(raw: dict[str, Any], text: str) -> dict[str, Any]:
    return {
        "name": raw["name"],
        "country": raw.get("country"),
        "lat": raw.get("lat"),
        "lon": raw.get("lon"),
        "evidence": evidence(raw["name"], text),
    }
