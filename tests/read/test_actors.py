"""Phrases for actors: by composition, by name, by reference."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from saksi.model.actor import Actor
from saksi.model.codes import EventType
from saksi.model.mention import ActorMention
from saksi.model.span import Span
from saksi.model.syntax import Argument, Trigger
from saksi.read.actors import find_actors
from saksi.read.places import find_places
from tests.read.heard import heard

_ROWS: list[dict[str, Any]] = yaml.load(
    (Path(__file__).parent / "data" / "actors.yaml").read_text(encoding="utf-8"),
    yaml.BaseLoader,  # noqa: S506
)


def _read(row: dict[str, Any]) -> tuple[ActorMention, ...]:
    parse = heard(row["text"], row.get("names", ""))
    places = find_places(parse, row["text"], "id")
    return find_actors(parse, row["text"], places, row.get("published"), "id")


def _said(actor: Actor) -> str:
    return " / ".join(part or "-" for part in (actor.name, actor.country, actor.sector))


def _at(mentions: tuple[ActorMention, ...], text: str, phrase: str) -> str:
    start = text.rindex(phrase)
    wanted = Span(start, start + len(phrase))
    over = [mention for mention in mentions if mention.span.overlaps(wanted)]
    best = max(over, key=lambda one: min(one.span.end, wanted.end) - max(one.span.start, wanted.start), default=None)
    return " + ".join(_said(actor) for actor in best.actors) if best is not None else ""


@pytest.mark.parametrize("row", _ROWS, ids=[row["text"][:60] for row in _ROWS])
def test_actors_of_table(row: dict[str, Any]) -> None:
    mentions = _read(row)
    found = {phrase: _at(mentions, row["text"], phrase) for phrase in row["actors"]}
    assert found == row["actors"]


def test_table_is_long_enough() -> None:
    assert len(_ROWS) >= 60


@pytest.mark.parametrize("row", _ROWS, ids=[row["text"][:60] for row in _ROWS])
def test_mentions_keep_order_and_never_overlap(row: dict[str, Any]) -> None:
    spans = [mention.span for mention in _read(row)]
    assert spans == sorted(spans)
    assert not any(left.overlaps(right) for left, right in pairwise(spans))


@pytest.mark.parametrize("text", ["", "...", "Hujan turun lebat.", "(", "dari", "para", "kedua", "yang didukung"])
def test_nothing_to_find_and_nothing_breaks(text: str) -> None:
    assert [one for one in _read({"text": text}) if one.actors[0].name] == []


def test_phrases_heard_in_a_role_mean_somebody_in_their_own_sentence_alone() -> None:
    text = "Hamas menolak usul itu. Sosok bertopeng membakar pos di Kenya."
    parse = heard(text, "ORG Hamas")
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in ("Hamas", "Sosok bertopeng")]
    burning = text.index("membakar")
    arguments = tuple(Argument("actor", span, 0, 0.9) for span in spans)
    told = Trigger(Span(burning, burning + 8), 1, 2, ((EventType.ASSAULT, 0.9),), (), arguments)
    parse = replace(parse, triggers=(told,))
    found = find_actors(parse, text, find_places(parse, text, "id"), None, "id")
    assert [mention.span for mention in found if mention.rule == "actor.heard"] == [spans[1]]
    assert sum(mention.span == spans[0] for mention in found) == 1
