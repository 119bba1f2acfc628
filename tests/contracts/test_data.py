"""Data files of languages and of the world: they parse, and no list holds the same entry twice."""

import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "saksi"
FILES = sorted([*(SOURCE / "languages").rglob("*.toml"), *(SOURCE / "world").rglob("*.toml")])


def lists(value: Any, path: str = "") -> Iterator[tuple[str, list[Any]]]:
    """Every list in a TOML document with the path of its key."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from lists(inner, f"{path}.{key}".strip("."))
    elif isinstance(value, list):
        yield path, value
        for number, inner in enumerate(value):
            yield from lists(inner, f"{path}[{number}]")


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_no_entry_twice(path: Path) -> None:
    document = tomllib.loads(path.read_text(encoding="utf-8"))
    for key, entries in lists(document):
        words = Counter(entry for entry in entries if isinstance(entry, str))
        assert [word for word, times in words.items() if times > 1] == [], key


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_entries_are_trimmed_and_filled(path: Path) -> None:
    document = tomllib.loads(path.read_text(encoding="utf-8"))
    for key, entries in lists(document):
        assert [entry for entry in entries if isinstance(entry, str) and not entry.strip()] == [], key
