"""Each story's text, read with the shipped model, must give the record that the story expects (see README.md)."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from saksi.model.claim import Event, Figure, Record, Statement
from saksi.model.errors import InputError
from saksi.model.raw import Given, Raw
from saksi.pipeline import Reader
from tests.stories import form

HERE = Path(__file__).parent
KEYS = {"id", "shows", "published", "outlet", "text", "events", "figures", "statements", "places", "times"} | {
    "credited", "related", "not", "count", "not_places", "fails"
}  # fmt: skip


def _stories() -> list[tuple[str, str, dict[str, Any]]]:
    paths = sorted(HERE.glob("*/*.yaml"))
    return [(p.parent.name, p.stem, story) for p in paths for story in yaml.safe_load(p.read_text(encoding="utf-8"))]


def _params() -> list[Any]:
    out = []
    for language, stem, story in _stories():
        marks = [pytest.mark.xfail(reason=story["fails"], strict=True)] if "fails" in story else []
        out.append(pytest.param(language, story, id=f"{stem}:{story['id']}", marks=marks))
    return out


@cache
def _reader() -> Reader:
    return Reader()


def _read(language: str, story: dict[str, Any]) -> Record:
    published = str(story["published"]) if "published" in story else None
    given = Given(published=published, language=language, outlet=story.get("outlet"))
    return _reader().read(Raw(story["id"], f"story {story['id']}", story["text"], given=given))


@pytest.mark.parametrize(("language", "story"), _params())
def test_story(language: str, story: dict[str, Any]) -> None:
    record = _read(language, story)
    told = [f"{e.type} {e.actors} > {e.recipients} {e.status} {e.date} {e.place} {e.claimants}" for e in record.events]
    for line in story.get("events", ()):
        assert any(form.event(line, event) for event in record.events), (line, told)
    for line in story.get("figures", ()):
        assert any(form.figure(line, figure) for figure in record.figures), (line, record.figures)
    for line in story.get("statements", ()):
        assert any(form.statement(line, statement) for statement in record.statements), (line, record.statements)
    for line in story.get("places", ()):
        assert any(form.place(line, place) for place in record.places), (line, record.places)
    assert form.times(story.get("times"), record), record.times
    assert set(story.get("credited", ())) <= set(record.document.credited)
    assert set(story.get("related", ())) <= set(record.related)
    assert not set(story.get("not_places", ())) & {place.name for place in record.places}
    for want in story.get("not", ()):
        assert not form.unwanted(want, record), (want, told, record.figures, record.statements)
    for want, number in story.get("count", {}).items():
        assert form.count(want, record) == number, (want, told)


def test_stories_are_told_apart() -> None:
    ids = [story["id"] for _, _, story in _stories()]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(("stem", "story"), [(stem, story) for _, stem, story in _stories()])
def test_every_story_shows_something(stem: str, story: dict[str, Any]) -> None:
    assert set(story) <= KEYS, stem
    assert story["shows"] and story["text"].strip(), stem
    assert set(story) & (KEYS - {"id", "shows", "published", "outlet", "text", "fails"}), stem


SENTENCES = sorted({part for _, _, story in _stories() for part in re.split(r"(?<=[.!?])\s+", story["text"].strip())})


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.sampled_from(SENTENCES), min_size=2, max_size=9), st.sampled_from([None, "2016-02-29", "2025-01-01"])
)
def test_no_mix_of_stories_crashes(sentences: list[str], published: str | None) -> None:
    """Sentences of many stories in one article: what one is told by stands in another, and spans hold all the same."""
    text = " ".join(sentences)
    try:
        record = _reader().read(Raw("mix", "mix", text, given=Given(published=published, language="id")))
    except InputError:
        return  # a line of nothing but page furniture
    claims: tuple[Event | Figure | Statement, ...] = (*record.events, *record.figures, *record.statements)
    assert all(record.document.text[e.start : e.end] == e.text for claim in claims for e in claim.evidence)
