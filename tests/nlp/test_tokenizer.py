"""Words of a text."""

from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from saksi.nlp.tokenizer import words

CASES = yaml.safe_load((Path(__file__).parent / "words.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_words(text: str, expected: str) -> None:
    assert " | ".join(text[start:end] for start, end in words(text)) == expected


def test_offsets_count_in_the_whole_text() -> None:
    text = "Aceh damai. Papua tegang."
    assert [text[a:b] for a, b in words(text, start=12, end=17)] == ["Papua"]


@settings(deadline=None)
@given(st.text())
def test_words_are_in_order_and_lose_nothing_visible(text: str) -> None:
    found = list(words(text))
    assert all(a < b for a, b in found)
    assert all(before[1] <= after[0] for before, after in pairwise(found))
    rest = set(range(len(text))) - {at for a, b in found for at in range(a, b)}
    assert not any(text[at].isalnum() for at in rest)
