"""The index of phrases: longest match, capitals, acronyms, doubled words."""

import pytest

from saksi.world.phrases import PhraseIndex, Unit, parts
from saksi.world.spelling import fold

_INDEX = PhraseIndex(
    [
        ("AS", "usa"),
        ("Sudan", "sdn"),
        ("Sudan Selatan", "ssd"),
        ("Perserikatan Bangsa-Bangsa", "un"),
        ("badan dunia", "world body"),
        ("al-Shabaab", "shabaab"),
    ]
)


def _units(text: str) -> list[Unit]:
    words = [piece for word in text.split() for piece in parts(word)]
    return [Unit(fold(word), word, 0, 1, number) for number, word in enumerate(words)]


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("AS menolak", "usa"),
        ("Sudan Selatan merdeka", "ssd"),
        ("Sudan selatan", "sdn"),
        ("SUDAN SELATAN", "ssd"),
        ("Perserikatan Bangsa-Bangsa", "un"),
        ("badan dunia itu", "world body"),
        ("Al-Shabaab menyerang", "shabaab"),
    ],
)
def test_longest_phrase(text: str, entry: str) -> None:
    found = _INDEX.at(_units(text), 0)
    assert found is not None
    assert found.entry == entry


@pytest.mark.parametrize("text", ["as roda patah", "As", "sudan", "Badan", "perserikatan bangsa-bangsa"])
def test_no_phrase(text: str) -> None:
    assert _INDEX.at(_units(text), 0) is None


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("negara-negara", ["negara"]),
        ("pejuang-pejuangnya", ["pejuang"]),
        ("Turki-Rusia", ["Turki", "Rusia"]),
        ("anti-", ["anti-"]),
    ],
)
def test_parts(word: str, expected: list[str]) -> None:
    assert parts(word) == expected
