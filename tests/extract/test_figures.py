"""Figures of a text: measure, bounds, group, cause, period and definition."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from saksi.extract.figures import find_figures
from saksi.model.actor import Actor
from saksi.model.article import Article, Document
from saksi.model.claim import Figure
from saksi.model.codes import Sector
from saksi.model.mention import ActorMention, PlaceMention, Reading
from saksi.model.place import Place
from saksi.model.span import Span
from saksi.model.syntax import Parse, Sentence, Token
from saksi.read.numbers import find_quantities
from saksi.read.times import find_times
from saksi.read.words import split_words

_ROWS: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "data" / "figures.yaml").read_text(encoding="utf-8")
)


def _actor(written: str) -> Actor:
    name, country, sector = (None if part == "-" else part for part in written.split("/"))
    return Actor(name, country, Sector(sector) if sector else None)


def _parse(text: str) -> Parse:
    """Sentences that end at full stops before a blank, with words but without a tree."""
    words = [Token(word.start, word.end, word.text, "X", -1, "dep") for word in split_words(text)]
    sentences, first = [], 0
    for number, word in enumerate(words):
        if word.text == "." and (word.end == len(text) or text[word.end] == " "):
            inside = tuple(words[first : number + 1])
            sentences.append(Sentence(inside[0].start, word.end, 0, inside))
            first = number + 1
    return Parse(tuple(sentences))


def _sentence(parse: Parse, offset: int) -> int:
    return next(number for number, one in enumerate(parse.sentences) if one.start <= offset < one.end)


def _reading(row: dict[str, Any]) -> Reading:
    text, parse = row["text"], _parse(row["text"])
    places, actors = [], []
    for words, country in row.get("places", {}).items():
        at = text.index(words)
        precision = "country" if country in {"TUR", "RUS"} else "city"
        place = Place(words, country, None, None, precision)
        places.append(PlaceMention(Span(at, at + len(words)), _sentence(parse, at), place, False, "test"))
    for words, written in row.get("actors", {}).items():
        at = text.index(words)
        span = Span(at, at + len(words))
        actors.append(ActorMention(span, _sentence(parse, at), 0, (_actor(written),), "test"))
    times = find_times(parse, text, "2024-03-01", "id")
    quantities = find_quantities(parse, text, times, "id")
    return Reading(Article("a", Document(text)), parse, times, quantities, tuple(places), tuple(actors))


def _written(figure: Figure) -> str:
    ends = ("-" if end is None else f"{end:.0f}" for end in (figure.low, figure.high))
    return f"{figure.measure} {' '.join(ends)}"


def _counted(written: str) -> str:
    return written.partition(" of ")[0].partition(" by ")[0]


def _told(written: str, key: str) -> str | None:
    return written.partition(f" {key} ")[2].partition(" by ")[0] or None


def test_table_is_long_enough() -> None:
    assert len(_ROWS) >= 60


@pytest.mark.parametrize("row", _ROWS, ids=[row["text"] for row in _ROWS])
def test_figures_of_table(row: dict[str, Any]) -> None:
    figures = find_figures(_reading(row), "id")
    assert [_written(figure) for figure in figures] == [_counted(written) for written in row["figures"]]
    for figure, written in zip(figures, row["figures"], strict=True):
        if group := _told(written, "of"):
            assert figure.of == _actor(group)
        if cause := _told(written, "by"):
            assert figure.by == _actor(cause)
    for key in ("definition", "period"):
        if key in row:
            assert getattr(figures[0], key) == row[key]


def test_words_of_a_figure_hold_in_the_text() -> None:
    row: dict[str, Any] = {
        "text": "Serangan itu menewaskan sedikitnya 30 orang di kota Taiz.",
        "places": {"Taiz": "YEM"},
    }
    (figure,) = find_figures(_reading(row), "id")
    said = {key: evidence[0] for key, evidence in figure.words.items()}
    assert {key: evidence.text for key, evidence in said.items()} == {
        "low": "30",
        "measure": "menewaskan",
        "of": "orang",
        "place": "Taiz",
    }
    assert all(row["text"][each.start : each.end] == each.text for each in (*said.values(), *figure.evidence))
    assert figure.evidence[0].text == "menewaskan sedikitnya 30 orang"


def test_count_told_twice_stands_once_with_both_words() -> None:
    row = {"text": "Empat tentara tewas. Bom itu menewaskan empat tentara."}
    (figure,) = find_figures(_reading(row), "id")
    assert len(figure.evidence) == 2


def test_claimants_are_left_to_the_stage_that_finds_them() -> None:
    (figure,) = find_figures(_reading({"text": "Kata polisi, 30 orang tewas."}), "id")
    assert figure.claimants == ()


def test_text_without_numbers_has_no_figures() -> None:
    assert find_figures(_reading({"text": "Perundingan gagal."}), "id") == ()
