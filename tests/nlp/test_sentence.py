"""Sentences of a text."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from saksi.nlp.sentence import LONGEST, sentences

CASES = yaml.safe_load((Path(__file__).parent / "sentences.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:30])
def test_sentences(case: dict[str, Any]) -> None:
    text = case["text"]
    found = [text[each.spans[0][0] : each.spans[-1][1]] for each in sentences(text)]
    assert found == case["sentences"]


def test_paragraph_is_the_line() -> None:
    assert [each.paragraph for each in sentences("Satu. Dua.\n\nTiga.")] == [0, 0, 2]


def test_a_sentence_without_end_is_cut_at_a_comma() -> None:
    text = "dan kota itu dibom, " * 60
    found = list(sentences(text))
    assert all(len(each.spans) <= LONGEST for each in found)
    assert all(text[slice(*each.spans[-1])] == "," for each in found)
    assert sum(len(each.spans) for each in found) == 60 * 5
