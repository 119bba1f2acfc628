"""Quantities of a text with their bounds, qualifier and unit."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from saksi.model.errors import InputError
from saksi.model.mention import Quantity
from saksi.model.syntax import Parse, Sentence
from saksi.read.numbers import find_quantities
from saksi.read.numerals import digits_value, numbers_of
from saksi.read.times import find_times

_ROWS: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "data" / "numbers.yaml").read_text(encoding="utf-8")
)


def _read(text: str) -> tuple[Quantity, ...]:
    return find_quantities(Parse(()), text, find_times(Parse(()), text, "2015-03-27", "id"), "id")


def _written(text: str, found: Quantity) -> list[Any]:
    row = [found.number.within(text), *("" if end is None else end for end in (found.low, found.high))]
    return [*row, found.qualifier.value, *([found.unit] if found.unit else [])]


def test_table_is_long_enough() -> None:
    assert len(_ROWS) >= 80


@pytest.mark.parametrize("row", _ROWS, ids=[row["text"] for row in _ROWS])
def test_quantities_of_table(row: dict[str, Any]) -> None:
    assert [_written(row["text"], found) for found in _read(row["text"])] == row["quantities"]


def test_span_takes_in_qualifier_and_unit() -> None:
    text = "Serangan itu menewaskan lebih dari 300 orang."
    (found,) = _read(text)
    assert found.span.within(text) == "lebih dari 300 orang"


def test_each_quantity_knows_its_sentence() -> None:
    text = "Tiga tewas. Dua luka."
    parse = Parse((Sentence(0, 11, 0, ()), Sentence(12, 21, 0, ())))
    assert [found.sentence for found in find_quantities(parse, text, (), "id")] == [0, 1]


def test_unknown_language_is_refused() -> None:
    with pytest.raises(InputError, match="unsupported language"):
        find_quantities(Parse(()), "tiga", (), "xx")


@pytest.mark.parametrize(
    ("digits", "value"),
    [("55", 55), ("2.212", 2212), ("1.250.000", 1250000), ("1,000", 1000), ("3,7", 3.7), ("2.5", 2.5), ("5.6.7", None)],
)
def test_digits(digits: str, value: float | None) -> None:
    assert digits_value(digits) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("sepuluh", 10),
        ("sembilan belas", 19),
        ("dua puluh satu", 21),
        ("seratus", 100),
        ("empat ratus lima", 405),
        ("seribu dua ratus", 1200),
        ("dua ratus ribu", 200000),
        ("satu juta dua ratus ribu", 1200000),
        ("limapuluh", 50),
        ("dua tiga", None),
    ],
)
def test_numeral_words(words: str, value: float | None) -> None:
    assert numbers_of("id").value(words.split()) == value
