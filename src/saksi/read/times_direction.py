"""Whether a time without a year lies ahead or behind, as the words around it tell."""

from collections.abc import Sequence, Set
from functools import cache

from saksi.languages.loader import load
from saksi.languages.shape_numbers import Times
from saksi.read.words import Word

AHEAD = 1
BEHIND = -1
UNKNOWN = 0
_LOOK_BACK = 14
_LOOK_ON = 6
_BY_VERB = 3
_OPENING = 3
_ENDS = frozenset(".!?;:\n")


class Compass:
    """The words of a language that tell whether a time lies ahead."""

    def __init__(self, times: Times) -> None:
        words = times.direction
        on = dict.fromkeys(words.speech, BEHIND) | dict.fromkeys(words.ahead, AHEAD)
        stops = dict.fromkeys((*_ENDS, *words.stop), UNKNOWN)
        self._on = on | stops
        back = dict.fromkeys(words.soon, AHEAD) | dict.fromkeys((*words.behind, *words.said), BEHIND)
        self._back = on | back | stops
        self._done = frozenset((*words.behind, *words.lasted))
        self._until = frozenset(words.until)
        self._parts = frozenset(words.parts)
        self._through = frozenset(words.through)

    def direction(self, words: Sequence[Word], first: int, last: int, verbs: Set[int]) -> int:
        """AHEAD, BEHIND or UNKNOWN for the expression of words first to last, by the nearest word that tells.

        verbs: where the verbs of the text start; one that nothing ahead stands by ends the look back.
        """
        if self._before(words[max(0, first - 2) : first]):
            near = words[max(0, first - 2 - _BY_VERB) : first]
            told = [self._on.get(word.lower) for word in near]
            if AHEAD not in told and any(word.lower in self._done for word in near):
                return UNKNOWN
            return UNKNOWN if self._toll_behind(words, first, last) else AHEAD
        if _aside(words, first, last):
            return BEHIND
        back, distance = self._look_back(words, first, verbs)
        end = min(len(words), last + 1 + _LOOK_ON)
        if not self._opens(words, first):  # "tiba Selasa, kemungkinan ...": what follows the comma is another matter
            end = next((i for i in range(last + 1, end) if words[i].text == ","), end)
        on, other = _look(words, range(last + 1, end), self._on)
        return on if on and (not back or other < distance) else back

    def _opens(self, words: Sequence[Word], first: int) -> bool:
        """Whether a sentence or clause begins with the expression, maybe after a preposition and "hari"."""
        return any(word.text == "," or word.text in _ENDS for word in words[max(0, first - 3) : first]) or first <= 2

    def _before(self, words: Sequence[Word]) -> bool:
        """Whether one of the words tells that the time behind them is an end, and not the dawn of that day."""
        return any(word.lower in self._until for word in words) and words[-1].lower not in self._parts

    def _toll_behind(self, words: Sequence[Word], first: int, last: int) -> bool:
        """Whether a sentence opens with the time until which something has happened: "Hingga Senin, 40 orang tewas"."""
        opened = first < _OPENING or any(word.text in _ENDS for word in words[first - _OPENING : first - 1])
        if not opened or last + 1 >= len(words) or words[last + 1].text != ",":
            return False
        way = range(last + 2, min(len(words), last + 2 + _LOOK_BACK))
        return _look(words, way, self._on | dict.fromkeys(self._done, BEHIND))[0] == BEHIND

    def _look_back(self, words: Sequence[Word], first: int, verbs: Set[int]) -> tuple[int, int]:
        end = max(-1, first - 1 - _LOOK_BACK)
        for index in range(first - 1, end, -1):
            word = words[index]
            told, verb = self._back.get(word.lower), word.start in verbs
            if told is not None and not (verb and told == BEHIND) and not (told == AHEAD and _in_name(words, index)):
                planned = told == BEHIND and index > 0 and self._back.get(words[index - 1].lower) == AHEAD
                return AHEAD if planned else told, first - 1 - index
            if verb and not any(each.lower in self._through for each in words[max(0, index - 2) : index]):
                by_verb = 1 if told else _BY_VERB  # "akan menyerang"
                by, more = _look(words, range(index - 1, max(-1, index - 1 - by_verb), -1), self._back)
                return (by, first - index + more) if by == AHEAD else (told or UNKNOWN, first - index)
        return UNKNOWN, first


def _aside(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether it stands between commas, as the day of a report does: "Menteri itu, Selasa, mengatakan..."."""
    before, after = words[first - 1].text if first else "", words[last + 1].text if last + 1 < len(words) else ""
    return before == after == ","


def _in_name(words: Sequence[Word], index: int) -> bool:
    """Whether a word belongs to a name: "Dokter Lintas Batas"."""
    return index > 0 and words[index].text[:1].isupper() and words[index - 1].text[:1].isupper()


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
