"""The test collection: short articles of many conflicts with their truth, from YAML files in `data/`.

A claim is one line: kind, then fields between bars. Actors are written Name@COUNTRY:SECTOR, a bare COUNTRY:SECTOR is a
state or generic group; "-" is nothing. The last field but "running" is the incident that the claim tells of.
"""

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from saksi.model.actor import Actor
from saksi.model.claim import Record
from saksi.resolve.known import canonical
from tests.collection.gold import evidence, record

DATA = Path(__file__).parent / "data"


@dataclass
class Truth:
    """What the collection knows. incidents: of each claim (article, local id); families: of each article; voices: the
    claimants of the ledger by their labels."""

    records: list[Record] = field(default_factory=list)
    incidents: dict[tuple[str, str], str] = field(default_factory=dict)
    anchors: dict[tuple[str, str], str] = field(default_factory=dict)
    families: dict[str, str] = field(default_factory=dict)
    ledger: set[tuple[str, str, str, float | None, float | None, bool]] = field(default_factory=set)
    voices: dict[str, Actor] = field(default_factory=dict)
    processes: dict[str, list[tuple[str, str | None]]] = field(default_factory=dict)
    offices: list[tuple[str, str, str, str]] = field(default_factory=list)


@cache
def places() -> dict[str, dict[str, Any]]:
    """The places that the collection names."""
    rows = yaml.safe_load((DATA / "places.yaml").read_text(encoding="utf-8"))
    keys = ("country", "lat", "lon", "precision")
    return {name: {"name": name, **dict(zip(keys, row, strict=True))} for name, row in rows.items()}


def load(folder: Path = DATA) -> Truth:
    """All stories of a folder."""
    truth = Truth()
    for path in sorted(folder.glob("*.yaml")):
        story = yaml.safe_load(path.read_text(encoding="utf-8"))
        if "story" not in story:
            continue
        for process, steps in (story["processes"] or {}).items():
            truth.processes[process] = [(step, date) for step, date in steps]
        truth.offices += [tuple(row) for row in story["offices"]]
        for article in story["articles"]:
            _article(truth, article)
    truth.records.sort(key=lambda one: (one.document.published or "", one.id))
    return truth


def _article(truth: Truth, article: dict[str, Any]) -> None:
    text = article["text"].strip()
    gold: dict[str, Any] = {
        "id": article["id"],
        "document": {"outlet": article["outlet"], "published": article["published"], "language": "id",
                     "credited": article.get("credited", [])},
        "events": [], "figures": [], "statements": [],
        "places": [place for name, place in places().items() if name in text],
    }  # fmt: skip
    truth.families[article["id"]] = article.get("family", article["id"])
    for line in article["claims"]:
        kind, _, rest = line.partition(" ")
        parts = [part.strip() for part in rest.split("|")]
        _ADD[kind](truth, gold, parts, text)
    truth.records.append(record(gold, text))


def _event(truth: Truth, gold: dict[str, Any], parts: list[str], text: str) -> None:
    what, actors, recipients, date, place, status, claimants, anchor, home = parts
    type_, _, mode = what.partition("/")
    gold["events"].append({
        "type": type_, "modes": [mode] if mode else [], "contexts": [], "actors": _actors(actors),
        "recipients": _actors(recipients), "date": _none(date), "place": places()[place] if place != "-" else None,
        "status": status, "claimants": _actors(claimants), "anchor": anchor,
    })  # fmt: skip
    _note(truth, gold["id"], f"e{len(gold['events'])}", anchor, home, text)


def _figure(truth: Truth, gold: dict[str, Any], parts: list[str], text: str) -> None:
    measure, low, high, qualifier, of, by, period, place, claimant, anchor, home = parts[:11]
    numbers = [None if value == "-" else float(value) for value in (low, high)]
    voice = _actors(claimant)
    gold["figures"].append({
        "measure": measure, "low": numbers[0], "high": numbers[1], "qualifier": qualifier,
        "of": next(iter(_actors(of)), None), "by": next(iter(_actors(by)), None), "period": _none(period),
        "place": places()[place] if place != "-" else None, "claimants": voice, "anchor": anchor,
    })  # fmt: skip
    _note(truth, gold["id"], f"f{len(gold['figures'])}", anchor, home, text)
    if home != "-":
        known = canonical(Actor(voice[0]["name"])).name if voice else None
        label = (known or f"{voice[0]['country'] or ''} {voice[0]['sector']}".strip()) if voice else ""
        if voice:
            truth.voices[label] = Actor(known, voice[0]["country"], voice[0]["sector"])
        truth.ledger.add((home, measure, label, numbers[0], numbers[1], parts[11:] == ["running"]))


def _statement(truth: Truth, gold: dict[str, Any], parts: list[str], text: str) -> None:
    speaker, kind, anchor = parts
    gold["statements"].append({"speaker": _actors(speaker)[0], "kind": kind, "anchor": anchor})
    _note(truth, gold["id"], f"s{len(gold['statements'])}", anchor, "-", text)


_ADD = {"E": _event, "F": _figure, "S": _statement}


def _note(truth: Truth, article: str, local: str, anchor: str, home: str, text: str) -> None:
    if not evidence(anchor, text):
        raise ValueError(f"{article}: {anchor!r} is not in the text")
    truth.anchors[article, local] = anchor
    if home != "-":
        truth.incidents[article, local] = home


def _none(value: str) -> str | None:
    return None if value == "-" else value


def _actors(field_: str) -> list[dict[str, Any]]:
    return [] if field_ == "-" else [_actor(each.strip()) for each in field_.split(",")]


def _actor(written: str) -> dict[str, Any]:
    name, at, code = written.rpartition("@")
    country, _, sector = code.partition(":")
    return {"name": name if at else None, "country": country or None, "sector": sector or None}
