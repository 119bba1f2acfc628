"""Each story's text, read with the shipped model, must give the record that the story expects (see README.md)."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from saksi.model.actor import Actor
from saksi.model.claim import Event, Figure, Record, Statement
from saksi.model.raw import Given, Raw
from saksi.pipeline import Reader

HERE = Path(__file__).parent


def _stories() -> list[Any]:
    out = []
    for path in sorted(HERE.glob("*/*.yaml")):
        for story in yaml.safe_load(path.read_text(encoding="utf-8")):
            marks = [pytest.mark.xfail(reason=story["fails"], strict=True)] if "fails" in story else []
            out.append(pytest.param(path.parent.name, story, id=f"{path.stem}:{story['id']}", marks=marks))
    return out


@cache
def _reader() -> Reader:
    return Reader()


def _same_actor(want: str, got: Actor) -> bool:
    if got.name == want:
        return True
    country, _, sector = want.partition(" ")
    return bool(sector) and (got.country or "-") == country and got.sector == sector and len(country) <= 3


def _side(want: str, got: tuple[Actor, ...]) -> bool:
    want = want.strip()
    if want in ("?", ""):
        return True
    if want == "-":
        return not got
    names = [name.strip() for name in want.split(" + ")]
    return len(names) == len(got) and all(any(_same_actor(name, actor) for actor in got) for name in names)


def _fields(line: str, count: int) -> list[str]:
    fields = [field.strip() for field in line.split("|")]
    return fields + ["?"] * (count - len(fields))


def _value(want: str, got: str | None) -> bool:
    return want == "?" or (want == "-" and got is None) or want == got


def _event(line: str, got: Event) -> bool:
    type_, sides, status, date, place, claimants = _fields(line, 6)
    actors, _, recipients = sides.partition(">")
    return (
        got.type == type_
        and _side(actors, got.actors)
        and _side(recipients, got.recipients)
        and _value(status, got.status)
        and _value(date, got.date)
        and _value(place, got.place.name if got.place else None)
        and _side(claimants, got.claimants)
    )


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:g}" if value < 1e6 else str(int(value))


def _figure(line: str, got: Figure) -> bool:
    measure, number, of, claimants = _fields(line, 4)
    have = _number(got.low) if got.low == got.high else f"{_number(got.low)}..{_number(got.high)}"
    return (
        got.measure == measure
        and _value(number, have)
        and _side(of, (got.of,) if got.of else ())
        and _side(claimants, got.claimants)
    )


def _statement(line: str, got: Statement) -> bool:
    kind, speaker = _fields(line, 2)
    return _value(kind, got.kind) and _side(speaker, (got.speaker,) if got.speaker else ())


def _read(language: str, story: dict[str, Any]) -> Record:
    published = str(story["published"]) if "published" in story else None
    given = Given(published=published, language=language, outlet=story.get("outlet"))
    return _reader().read(Raw(story["id"], f"story {story['id']}", story["text"], given=given))


@pytest.mark.parametrize(("language", "story"), _stories())
def test_story(language: str, story: dict[str, Any]) -> None:
    record = _read(language, story)
    told = [f"{e.type} {e.actors} > {e.recipients} {e.status} {e.date} {e.place} {e.claimants}" for e in record.events]
    for line in story.get("events", ()):
        assert any(_event(line, event) for event in record.events), (line, told)
    for line in story.get("figures", ()):
        assert any(_figure(line, figure) for figure in record.figures), (line, record.figures)
    for line in story.get("statements", ()):
        assert any(_statement(line, statement) for statement in record.statements), (line, record.statements)
    assert set(story.get("places", ())) <= {place.name for place in record.places}
    assert {str(time) for time in story.get("times", ())} <= {time.value for time in record.times}
    unwanted = story.get("not", ())
    assert not [event for event in record.events if unwanted == "any" or event.type in unwanted], told
