"""An index of phrases by their first word, asked for the longest phrase that starts at a word of a sentence."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from saksi.world.spelling import fold

Entry = TypeVar("Entry")

_LONGEST_ACRONYM = 8
_SHORTEST_DOUBLED = 2
_LONGEST_ENDING = 3


@dataclass(frozen=True, slots=True)
class Unit:
    """A word as the index sees it: its folded form, the characters [start, end) it stands on, its token's number."""

    folded: str
    text: str
    start: int
    end: int
    token: int


@dataclass(frozen=True, slots=True)
class Match(Generic[Entry]):
    """A phrase found in the units [first, last] of a sentence."""

    first: int
    last: int
    entry: Entry


@dataclass(frozen=True, slots=True)
class _Phrase(Generic[Entry]):
    words: tuple[str, ...]
    capitals: tuple[bool, ...]
    acronym: str | None
    entry: Entry


class PhraseIndex(Generic[Entry]):
    """Phrases and what they stand for. A word with a capital in the phrase needs one in the text; an acronym must
    stand there letter for letter, so that "AS" is not "as"."""

    def __init__(self, phrases: Iterable[tuple[str, Entry]]) -> None:
        self._by_first: dict[str, list[_Phrase[Entry]]] = {}
        seen: set[str] = set()
        for text, entry in phrases:
            if text not in seen:
                seen.add(text)
                self._add(text, entry)
        for bucket in self._by_first.values():
            bucket.sort(key=lambda phrase: (-len(phrase.words), phrase.acronym is None))  # JEM before JeM

    def _add(self, text: str, entry: Entry) -> None:
        surfaces = [part for piece in text.split() for part in parts(piece) if fold(part)]
        words = tuple(word for part in surfaces for word in fold(part).split())
        capitals = tuple(part[:1].isupper() for part in surfaces)
        if not words or len(capitals) != len(words):
            return
        acronym = text if len(text) <= _LONGEST_ACRONYM and text.isupper() and " " not in text else None
        self._by_first.setdefault(words[0], []).append(_Phrase(words, capitals, acronym, entry))

    def at(self, units: Sequence[Unit], first: int, shift: int = 0) -> Match[Entry] | None:
        """The longest phrase that starts at a unit; shift is added to the numbers of its units."""
        for phrase in self._by_first.get(units[first].folded, ()):
            last = first + len(phrase.words) - 1
            if last < len(units) and _stands(phrase, units, first):
                return Match(first + shift, last + shift, phrase.entry)
        return None


def parts(word: str) -> list[str]:
    """The parts of a hyphenated word; a doubled word ("negara-negara", "pejuang-pejuangnya") counts once."""
    pieces = word.split("-")
    if not all(pieces):
        return [word]
    if len(pieces) == 2 and _doubled(fold(pieces[0]), fold(pieces[1])):
        return pieces[:1]
    return pieces


def _doubled(first: str, second: str) -> bool:
    """Whether a word is said twice, the second time perhaps with an ending; "al-Alimi" is not."""
    return len(first) > _SHORTEST_DOUBLED and second.startswith(first) and len(second) - len(first) <= _LONGEST_ENDING


def _stands(phrase: _Phrase[Entry], units: Sequence[Unit], first: int) -> bool:
    if phrase.acronym is not None and len(phrase.words) == 1:
        return units[first].text.replace(".", "") == phrase.acronym
    for offset, word in enumerate(phrase.words):
        unit = units[first + offset]
        if unit.folded != word or (phrase.capitals[offset] and not unit.text[:1].isupper()):
            return False
    return True
