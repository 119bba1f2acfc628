"""Name corpora in column format: one word a line with its tag last, sentences apart by empty lines."""

from dataclasses import dataclass
from pathlib import Path

SHORT = {"PERSON": "PER", "PLACE": "LOC", "ORGANISATION": "ORG"}


@dataclass(frozen=True, slots=True)
class Named:
    """words with their tags (B-, I-, O); source: "idner" or "nergrit", whose guidelines differ."""

    words: tuple[str, ...]
    tags: tuple[str, ...]
    source: str


def _repaired(tags: list[str]) -> tuple[str, ...]:
    """An I- that continues nothing becomes a B-."""
    fixed: list[str] = []
    for tag in tags:
        before = fixed[-1] if fixed else "O"
        fixed.append("B-" + tag[2:] if tag.startswith("I-") and before[2:] != tag[2:] else tag)
    return tuple(fixed)


def read_names(path: Path, source: str) -> list[Named]:
    """All sentences of a file, labels PER, ORG and LOC."""
    found, words, tags = [], [], []  # type: ignore[var-annotated]
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        cells = line.split()
        if cells:
            tag = cells[-1]
            words.append(cells[0])
            tags.append(tag if tag == "O" else tag[:2] + SHORT.get(tag[2:], tag[2:]))
        elif words:
            found.append(Named(tuple(words), _repaired(tags), source))
            words, tags = [], []
    return found
