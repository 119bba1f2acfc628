"""Who says what: a table of texts with their statements, and what holds for all of them."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from saksi.extract.statements import find_statements
from saksi.languages.loader import load
from saksi.languages.shape import Speech
from saksi.model.claim import Statement
from tests.extract.marked import reading

ROWS = yaml.safe_load((Path(__file__).parent / "data" / "statements.yaml").read_text(encoding="utf-8"))


def _told(statement: Statement) -> str:
    return " ".join(part.text for part in statement.evidence)


def _fits(statement: Statement, want: list[Any]) -> bool:
    who, words, *rest = want
    kind = rest[0] if rest else statement.kind.value
    via = rest[1] if len(rest) > 1 else list(statement.via)
    speaker = statement.speaker.name if statement.speaker else None
    return speaker == who and words in _told(statement) and statement.kind.value == kind and list(statement.via) == via


@pytest.mark.parametrize("row", ROWS, ids=[row["id"] for row in ROWS])
def test_statements(row: dict[str, Any]) -> None:
    found = find_statements(reading(row["text"]))
    seen = [(s.speaker and s.speaker.name, s.kind.value, s.via, _told(s)) for s in found]
    assert len(found) == len(row["says"]), seen
    for want in row["says"]:
        assert any(_fits(statement, want) for statement in found), (want, seen)


@pytest.mark.parametrize("row", ROWS, ids=[row["id"] for row in ROWS])
def test_all_evidence_is_in_the_text(row: dict[str, Any]) -> None:
    given = reading(row["text"])
    text = given.article.document.text
    for statement in find_statements(given):
        parts = [*statement.evidence, *(part for words in statement.words.values() for part in words)]
        assert all(text[part.start : part.end] == part.text for part in parts)


def test_rows_have_names_of_their_own() -> None:
    names = [row["id"] for row in ROWS]
    assert len(names) == len(set(names))


def test_no_text_no_statements() -> None:
    assert find_statements(reading("Hujan turun di Manila.")) == ()


@pytest.mark.parametrize(
    ("part", "whole"),
    [("said_and_more", "said"), ("content", "say"), ("act", "say"), ("deed", "content"), ("passive_bare", "passive")],
)
def test_lists_that_narrow_another_lie_inside_it(part: str, whole: str) -> None:
    speech = load("id", "speech", Speech)
    assert getattr(speech, part) <= getattr(speech, whole)
