"""The sentence around a claim's words, and where sentences lie in a text."""

import re
from bisect import bisect_right

_END = re.compile(r"[.!?…][\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9À-Þ])|\n+")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Dr|Prof|Jl|No|Tn|Ny|Letjen|Mayjen|Brigjen|Jend|Kol|St|vs|Ir|Drs|H)|\b[A-Z])\.$"
)


def starts(text: str) -> list[int]:
    """The offsets at which sentences start, the first always 0."""
    found = [0]
    ends = (end for end in _END.finditer(text) if "\n" in end.group() or not _abbreviated(text, end.start()))
    return found + [end.end() for end in ends]


def _abbreviated(text: str, at: int) -> bool:
    return bool(_ABBREVIATION.search(text[max(0, at - 8) : at + 1]))


def bounds(text: str, beginnings: list[int], at: int) -> tuple[int, int]:
    """The sentence, as a half-open range, in which an offset lies; surrounding space is left out."""
    index = bisect_right(beginnings, at) - 1
    first = beginnings[max(index, 0)]
    last = beginnings[index + 1] if index + 1 < len(beginnings) else len(text)
    while last > first and text[last - 1].isspace():
        last -= 1
    return first, last
