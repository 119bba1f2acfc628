"""The words and marks of a text, as the readers of times and numbers need them."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from saksi.model.syntax import Sentence

_PIECE = re.compile(
    r"(?P<twice>([^\W\d_]+)-\2(?:nya|an)?(?![^\W_]))"  # baru-baru
    r"|[^\W\d_]+(?:['’`][^\W\d_]+)*"  # Jum'at
    r"|\d+(?:[.,:]\d+)*"  # 2.212 and 06.12
    r"|[^\w\s]|\n",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word, a number or a mark. lower: its text in lower case; glued: it follows a letter or digit directly."""

    start: int
    end: int
    text: str
    lower: str
    glued: bool


@lru_cache(maxsize=1)  # several stages read the same text one after another
def split_words(text: str) -> tuple[Word, ...]:
    """All words, numbers and marks of a text in order; a line feed is one too. Offsets are characters of the text."""
    words = []
    last = -1
    for match in _PIECE.finditer(text):
        piece = match.group()
        start, end = match.span()
        words.append(Word(start, end, piece, piece.lower(), start == last and piece[0].isalnum()))
        last = end if piece[-1].isalnum() else -1
    return tuple(words)


class Sentences:
    """Finds the sentence that a character stands in."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._starts = [sentence.start for sentence in sentences]

    def at(self, offset: int) -> int:
        """The index of the sentence that holds the offset; the nearest one before it where none does; at least 0."""
        return max(0, bisect_right(self._starts, offset) - 1)
