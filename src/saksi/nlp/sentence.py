"""Sentences of a text: each line is a paragraph, and a sentence never leaves it.

A sentence ends at a stop mark, with the closing quotes and brackets after it, where what follows does not go on in
lower case ('"Mundur!" kata komandan itu.'). Stops inside abbreviations, initials, numbers and sites end nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from saksi.languages.loader import load
from saksi.languages.shape import Abbreviations
from saksi.nlp.tokenizer import words

LONGEST = 110
"""Words after which a sentence is cut, at the last comma or semicolon where there is one."""

_STOPS = frozenset({".", "?", "!", "…"})
_CLOSERS = frozenset("\"”’'»)]›")
_OPENERS = frozenset("\"“‘'«([‹„‚")
_PAUSES = frozenset({",", ";"})
_GOES_ON = frozenset({",", ";", ":", "-", "–", "—", "--"})


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence as words only: offsets of each, and the line that it stands in."""

    paragraph: int
    spans: tuple[tuple[int, int], ...]


@cache
def _closing(language: str) -> frozenset[str]:
    return frozenset(load(language, "abbreviations", Abbreviations).either)


def _stops(word: str) -> bool:
    return word in _STOPS or word.startswith("..") or (len(word) > 1 and set(word) <= {"!", "?"})


def _closers(text: str, spans: list[tuple[int, int]], at: int) -> int:
    """The index after the closing marks that follow a stop without a blank between."""
    while at < len(spans) and text[spans[at][0]] in _CLOSERS and spans[at][0] == spans[at - 1][1]:
        at += 1
    return at


def _opens(text: str, spans: list[tuple[int, int]], at: int, quoted: bool) -> bool:
    """Whether a new sentence can start at the word of this index; quoted: a quotation has just closed."""
    start, end = spans[at]
    word = text[start:end]
    if word in _GOES_ON:
        return False
    if word[0] in _OPENERS and at + 1 < len(spans):
        return True
    apart = start > spans[at - 1][1]
    return (apart or (word[0].isupper() and not quoted)) and not word[0].islower() and word[0] not in _CLOSERS


def _end(text: str, spans: list[tuple[int, int]], first: int, at: int, closing: frozenset[str]) -> int | None:
    """The index at which a new sentence starts if the one from `first` ends at word `at`."""
    word = text[slice(*spans[at])]
    if not _stops(word) and word not in closing:
        return None
    if at == first + 1 and word == "." and text[slice(*spans[first])].isdigit():
        return None
    after = _closers(text, spans, at + 1)
    if after >= len(spans) or not _opens(text, spans, after, after > at + 1):
        return None
    return after


def _cut(text: str, spans: list[tuple[int, int]], paragraph: int) -> Iterator[Words]:
    """The sentence in parts of no more than LONGEST words."""
    while len(spans) > LONGEST:
        pauses = [i for i in range(LONGEST // 2, LONGEST) if text[slice(*spans[i])] in _PAUSES]
        size = pauses[-1] + 1 if pauses else LONGEST
        yield Words(paragraph, tuple(spans[:size]))
        spans = spans[size:]
    if spans:
        yield Words(paragraph, tuple(spans))


def _of_line(text: str, spans: list[tuple[int, int]], paragraph: int, closing: frozenset[str]) -> Iterator[Words]:
    first = 0
    for at in range(len(spans)):
        after = _end(text, spans, first, at, closing) if at >= first else None
        if after is not None:
            yield from _cut(text, spans[first:after], paragraph)
            first = after
    yield from _cut(text, spans[first:], paragraph)


def sentences(text: str, language: str = "id") -> Iterator[Words]:
    """The sentences of a text, in order; a line without a word has none."""
    closing = _closing(language)
    start = 0
    for paragraph, line in enumerate(text.split("\n")):
        spans = list(words(text, language, start, start + len(line)))
        yield from _of_line(text, spans, paragraph, closing)
        start += len(line) + 1
