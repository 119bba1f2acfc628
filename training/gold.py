"""The annotated news of the material as articles with spans; which fold each belongs to."""

import hashlib
import json
from typing import Any

from training.annotated import DEFENSIBLE, Annotated, Range, Said, Telling, nearest
from training.settings import Settings

FOLDS = 5
Json = dict[str, Any]


def _number(name: str) -> int:
    return int(hashlib.sha256(name.encode()).hexdigest(), 16)


def fold(name: str) -> int:
    """The fold of an article: it never changes with what else there is."""
    return _number(name) % FOLDS


def late(name: str) -> bool:
    """Whether an article of the corpus is kept for the stage of the folds, so that each has some that it never saw."""
    return _number(name) // FOLDS % 3 == 0


def _line(text: str, place: Range) -> Range:
    end = text.find("\n", place[1])
    return text.rfind("\n", 0, place[0]) + 1, len(text) if end < 0 else end


def _anchor(text: str, phrase: str | None) -> Range | None:
    start = text.find(phrase) if phrase else -1
    return None if start < 0 or phrase is None else (start, start + len(phrase))


def _role(text: str, line: Range, near: Range, event: Json, role: str) -> tuple[Range, ...] | None:
    """The words of a role; None where the annotation has somebody but not by words of the text."""
    phrases: list[str] = event["words"][role]
    if event[role] and not phrases:
        return None
    found = [nearest(text, phrase, line, near) for phrase in phrases]
    return None if None in found else tuple(place for place in found if place is not None)


def _telling(text: str, event: Json, anchor: Range) -> Telling:
    also = tuple(str(other) for other in event.get("alt", ()))
    weight = 1.0 if event.get("core", True) else DEFENSIBLE
    line = _line(text, anchor)
    words = event.get("words")
    trigger = nearest(text, words["trigger"], line, anchor) if words else None
    if trigger is None or words is None:
        return Telling(event["type"], also, anchor, True, event["status"], weight, None, None)
    actors, recipients = (_role(text, line, trigger, event, role) for role in ("actors", "recipients"))
    return Telling(event["type"], also, trigger, False, event["status"], weight, actors, recipients)


def _article(name: str, text: str, record: Json, key: str, language: str) -> Annotated:
    made = Annotated(name, text, language, exhaustive=False)
    for event in record["events"]:
        anchor = _anchor(text, event.get(key))
        if anchor is not None:
            plain = event if language == "id" else {k: v for k, v in event.items() if k != "words"}
            made.events.append(_telling(text, plain, anchor))
    for statement in record["statements"]:
        anchor = _anchor(text, statement.get(key))
        if anchor is not None:
            made.said.append(Said(statement["kind"], None, None, (), anchor))
    return made


def read_gold(settings: Settings, english: bool = False) -> list[Annotated]:
    """All articles, in Indonesian or (those that have it) in English."""
    found = []
    for path in sorted(settings.gold.glob("*.json")):
        source = settings.articles / ("en" if english else "") / f"{path.stem}.txt"
        if source.exists():
            record: Json = json.loads(path.read_text(encoding="utf-8"))
            text = source.read_text(encoding="utf-8")
            key, language = ("anchor_en", "en") if english else ("anchor", "id")
            found.append(_article(path.stem, text, record, key, language))
    return found
