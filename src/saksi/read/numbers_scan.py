"""Numerals in a row of words: where one begins and ends, and the range of values that it stands for."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from saksi.languages.loader import load
from saksi.languages.shape_numbers import Numerals
from saksi.model.codes import Qualifier
from saksi.read.numerals import Numbers
from saksi.read.words import Word

_ROW = 8
_FEW = 9
YEARS = range(1700, 2100)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral. first, last: indices of its words, inclusive; qualifier: what it says by itself ("puluhan")."""

    first: int
    last: int
    low: float
    high: float | None
    qualifier: Qualifier
    rule: str


class NumeralReader:
    """Reads the numerals of a language."""

    def __init__(self, shape: Numerals) -> None:
        self.shape = shape
        self.numbers = Numbers(shape)
        self._one = frozenset(shape.one)
        self._counted = frozenset((*shape.counted, *shape.units.people, *shape.units.things))
        self._starts = frozenset(
            (*self.numbers.words(), *shape.groups, *shape.vague, *shape.half, *shape.one, *shape.both)
        )
        self._ordinal = frozenset(shape.ordinal)

    def at(self, words: Sequence[Word], index: int) -> Numeral | None:
        """The numeral that begins at a word, None where none does or where it is part of a name or an ordinal."""
        word = words[index]
        digits = word.text[0].isdigit()
        if not digits and (word.lower not in self._starts or self._is_place(words, index)):
            return None
        if digits and (self._is_glued(words, index) or _in_name(words, index)):
            return None
        return (
            self._plain(words, index)
            or self._vague(words, index)
            or self._half(words, index)
            or self._single(words, index)
        )

    def _plain(self, words: Sequence[Word], index: int) -> Numeral | None:
        row = [words[index].lower]
        if not (row[0][0].isdigit() or row[0] in self.numbers) or self._is_ordinal(words, index):
            return self._group(words, index, 1.0, index)
        value = self.numbers.value(row)
        last = index
        for ahead in range(index + 1, min(index + _ROW, len(words))):
            more = words[ahead].lower
            if more == "-" and words[ahead - 1].text.isalpha():
                continue  # "lima-belas"
            longer = self.numbers.value([*row, more]) if more in self.numbers else None
            if longer is None:
                break
            row, value, last = [*row, more], longer, ahead
        if value is None or self.numbers.is_scale(row[0]):
            return None
        grouped = self._group(words, last + 1, value, index) if last + 1 < len(words) else None
        if grouped:
            return grouped
        rule = "digits" if row[0][0].isdigit() else "words"
        return self._ended(words, Numeral(index, last, value, value, Qualifier.EXACT, rule))

    def _ended(self, words: Sequence[Word], numeral: Numeral) -> Numeral | None:
        """Takes in an ending that makes it vague: "30-an"; None where that makes it a decade."""
        tail = words[numeral.last + 1 : numeral.last + 3]
        if len(tail) < 2 or tail[0].text != "-" or tail[1].lower not in self.shape.about_ending:
            return numeral
        if numeral.low in YEARS:
            return None  # "1970-an"
        return Numeral(numeral.first, numeral.last + 2, numeral.low, numeral.high, Qualifier.ABOUT, numeral.rule)

    def _group(self, words: Sequence[Word], at: int, count: float, first: int) -> Numeral | None:
        size = self.shape.groups.get(words[at].lower)
        if size is None or (at == first and not words[at].lower.startswith("se")):
            return None
        return Numeral(first, at, count * size, count * size, Qualifier.EXACT, "group")

    def _vague(self, words: Sequence[Word], index: int) -> Numeral | None:
        vague = self.shape.vague.get(words[index].lower)
        if vague is None:
            return None
        low, high, last, qualifier = vague.low, vague.high, index, vague.qualifier
        while last + 1 < len(words) and words[last + 1].lower in self.shape.scales:
            size = self.shape.scales[words[last + 1].lower]
            if high is None:  # "beberapa ratus"
                high, qualifier = _FEW, self.shape.several.get(words[last + 1].lower, qualifier)
            low, high, last = low * size, (high + 1) * size - 1, last + 1
        if last == index and words[index].lower in self.shape.counting and self._number_follows(words, index):
            return None
        return Numeral(index, last, low, high, Qualifier(qualifier), "vague")

    def _number_follows(self, words: Sequence[Word], index: int) -> bool:
        after = words[index + 1] if index + 1 < len(words) else None
        return after is not None and (after.text[0].isdigit() or after.lower in self.numbers)

    def _half(self, words: Sequence[Word], index: int) -> Numeral | None:
        after = words[index + 1].lower if index + 1 < len(words) else ""
        if words[index].lower not in self.shape.half or after not in self.shape.scales:
            return None
        value = self.shape.scales[after] / 2
        return Numeral(index, index + 1, value, value, Qualifier.EXACT, "words")

    def _single(self, words: Sequence[Word], index: int) -> Numeral | None:
        word = words[index].lower
        if word in self._one:
            return Numeral(index, index, 1, 1, Qualifier.EXACT, "one")
        both = self.shape.both.get(word)
        after = words[index + 1].lower if index + 1 < len(words) else ""
        before = words[index - 1].lower if index else ""
        dated = before in {*self.shape.times, *self.shape.frequency, *self.shape.rounds}
        if both is None or after not in self._counted or dated:
            return None  # "kota kedua Rusia", "hari keempat serangan" are ordinals
        return Numeral(index, index, both, both, Qualifier.EXACT, "definite")

    def _is_glued(self, words: Sequence[Word], index: int) -> bool:
        """Whether digits follow letters directly, as in a name; a currency may be glued to its number ("Rp5")."""
        return words[index].glued and words[index - 1].lower not in self.shape.prefixes

    def _is_place(self, words: Sequence[Word], index: int) -> bool:
        """Whether a word with a capital stands where the name of a town does: "di Lima"."""
        return index > 0 and words[index].text[0].isupper() and words[index - 1].text in self.shape.where

    def _is_ordinal(self, words: Sequence[Word], index: int) -> bool:
        back = index - 2 if index and words[index - 1].text == "-" else index - 1
        return back >= 0 and back < index - 1 and words[back].lower in self._ordinal


def _in_name(words: Sequence[Word], index: int) -> bool:
    """Whether digits are joined to letters by a hyphen: "S-400", but not "ke-22", or by a slash or colon."""
    if index < 2 or words[index - 1].text not in "-/:" or words[index - 1].end != words[index].start:
        return False
    before = words[index - 2]
    return before.end == words[index - 1].start and (before.text[-1].isalpha() and before.lower != "ke")


@cache
def numerals_of(language: str) -> NumeralReader:
    """The numerals of a language. Raises InputError for a language without a folder."""
    return NumeralReader(load(language, "numerals", Numerals))
