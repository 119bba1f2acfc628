"""What numerals mean: "2.212", "lima puluh lima", "3,7 juta"."""

import re
from collections.abc import Iterable
from functools import cache
from itertools import product

from saksi.languages.loader import load
from saksi.languages.shape_numbers import Numerals

_GROUPED = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*(?:[.,]\d{1,2})?")
_THOUSAND = 1000


def digits_value(text: str) -> float | None:
    """The value of digits as Indonesian news writes them: "2.212" and "2,212" are grouped, "3,7" and "2.5" decimal.

    None where the text is no such number ("5.6.7").
    """
    if text.isdigit():
        return float(text)
    grouped = _GROUPED.fullmatch(text)
    if grouped and text[0] != "0":
        mark = grouped.group(1)
        whole = text.replace(mark, "")
        return float(whole.replace(",", ".")) if "," in whole or "." in whole else float(whole)
    plain = text.replace(",", ".")
    return float(plain) if plain.count(".") == 1 and ":" not in plain else None


class Numbers:
    """The numerals of a language: which words are numerals, and the value of a row of them."""

    def __init__(self, shape: Numerals) -> None:
        self._plain: dict[str, float] = {**shape.ones, **shape.whole}
        self._scales = shape.scales
        self._teens = frozenset(shape.teens)
        glued = product(shape.ones.items(), shape.scales.items())
        small = ((one + scale, self._times(count, scale, size)) for (one, count), (scale, size) in glued)
        self._plain.update({word: value for word, value in small if word not in self._plain})

    def __contains__(self, word: str) -> bool:
        return word in self._plain or word in self._scales

    def is_scale(self, word: str) -> bool:
        """Whether the word only multiplies what stands before it ("juta")."""
        return word in self._scales

    def words(self) -> frozenset[str]:
        """All numeral words in lower case."""
        return frozenset(self._plain) | frozenset(self._scales)

    def value(self, words: Iterable[str]) -> float | None:
        """The value of a row of numerals in lower case, digits or words; None where the row makes no number."""
        total = below = 0.0
        unit: float | None = None
        for word in words:
            if word in self._scales:
                size = self._scales[word]
                if size < _THOUSAND:
                    below += self._times(unit or 0, word, size)
                else:
                    total += (below + (unit or 0) or 1) * size
                    below = 0
                unit = None
                continue
            number = self._plain.get(word) if word in self._plain else digits_value(word)
            if number is None or unit is not None:
                return None
            if number >= 10 and word in self._plain:
                below += number
            else:
                unit = float(number)
        return total + below + (unit or 0)

    def _times(self, count: float, scale: str, size: int) -> float:
        return count + size if scale in self._teens else count * size


@cache
def numbers_of(language: str) -> Numbers:
    """The numerals of a language. Raises InputError for one without a folder."""
    return Numbers(load(language, "numerals", Numerals))
