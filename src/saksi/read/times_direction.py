"""Whether a time without a year lies ahead or behind, as the words around it tell."""

from collections.abc import Sequence
from functools import cache

from saksi.languages.loader import load
from saksi.languages.shape_numbers import Times
from saksi.read.words import Word

AHEAD = 1
BEHIND = -1
UNKNOWN = 0
_LOOK_BACK = 14
_LOOK_ON = 6
_ENDS = frozenset(".!?;:\n")


class Compass:
    """The words of a language that tell whether a time lies ahead."""

    def __init__(self, times: Times) -> None:
        words = times.direction
        on = dict.fromkeys(words.speech, BEHIND) | dict.fromkeys(words.ahead, AHEAD)
        stops = dict.fromkeys((*_ENDS, *words.stop), UNKNOWN)
        self._on = on | stops
        self._back = on | dict.fromkeys((*words.behind, *words.said), BEHIND) | stops

    def direction(self, words: Sequence[Word], first: int, last: int) -> int:
        """AHEAD, BEHIND or UNKNOWN for the expression of words first to last, by the nearest word that tells."""
        back, distance = _look(words, range(first - 1, max(-1, first - 1 - _LOOK_BACK), -1), self._back)
        on, other = _look(words, range(last + 1, min(len(words), last + 1 + _LOOK_ON)), self._on)
        return on if on and (not back or other < distance) else back


def _look(words: Sequence[Word], way: range, tells: dict[str, int]) -> tuple[int, int]:
    for distance, index in enumerate(way):
        told = tells.get(words[index].lower)
        if told is not None:
            return told, distance
    return UNKNOWN, len(way)


@cache
def compass_of(language: str) -> Compass:
    """The words of a language that tell direction. Raises InputError for a language without a folder."""
    return Compass(load(language, "times", Times))
