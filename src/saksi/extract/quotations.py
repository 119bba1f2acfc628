"""Quotations in a text: where they open and close, over sentences and paragraphs."""

import re
from dataclasses import dataclass

from saksi.model.span import Span

_OPENING = "“„«"
_CLOSING = "”»"
_EITHER = '"'
_MARK = re.compile(f"[{_OPENING}{_CLOSING}{_EITHER}]|''|``")
_SINGLE = re.compile(r"(?<![\w'])['‘](?=\S)([^'’‘\n]{25,600}?)['’](?!\w)")
_STOPS = (",", ".", "!", "?", "…")
_AFTER_CLOSING = re.compile(r"[\s,.;:!?)\]–—-]|$")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks, without the marks. closed: the closing mark is in the text."""

    span: Span
    closed: bool


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """All quotations in order of the text, none inside another.

    A quotation that is not closed ends with its paragraph, and goes on in the next one where that opens with a mark.
    """
    found: list[Quotation] = []
    start = 0
    for line in text.splitlines(keepends=True):
        found += _in_paragraph(line, start)
        start += len(line)
    if "'" in text or "‘" in text:
        found = _with_single(text, found)
    return tuple(_joined(text, found))


def _in_paragraph(line: str, offset: int) -> list[Quotation]:
    found = []
    opened: int | None = None
    first = True
    for mark in _MARK.finditer(line):
        opening = _opens(line, mark, opened is not None)
        if opening:
            opened = mark.end() if opened is None else opened
        elif opened is not None or (first and _ends_speech(line, mark)):
            found += _quotation(line, opened or 0, mark.start(), offset, closed=True)
            opened = None
        first = False
    if opened is not None:
        found += _quotation(line, opened, len(line), offset, closed=False)
    return found


def _opens(line: str, mark: re.Match[str], inside: bool) -> bool:
    """Whether a mark opens a quotation: a plain mark tells by what stands next to it."""
    if mark[0] in _OPENING:
        return True
    if mark[0] in _CLOSING:
        return False
    free_before = mark.start() == 0 or line[mark.start() - 1] in " \t([–—-/\xa0"
    free_after = bool(_AFTER_CLOSING.match(line, mark.end()))
    if free_before == free_after:
        return not inside
    return free_before


def _ends_speech(line: str, mark: re.Match[str]) -> bool:
    """Whether a mark that nothing opened ends speech ('Kami siap," kata X'), not a stray one inside a sentence."""
    return line[: mark.start()].rstrip().endswith(_STOPS) or line[mark.end() : mark.end() + 1] == ","


def _quotation(line: str, start: int, end: int, offset: int, closed: bool) -> list[Quotation]:
    inner = line[start:end]
    start += len(inner) - len(inner.lstrip())
    end -= len(inner) - len(inner.rstrip())
    return [Quotation(Span(offset + start, offset + end), closed)] if start < end else []


def _with_single(text: str, found: list[Quotation]) -> list[Quotation]:
    """Adds long quotations in single marks where no other one stands."""
    single = [Quotation(Span(match.start(1), match.end(1)), True) for match in _SINGLE.finditer(text)]
    free = [one for one in single if not any(one.span.overlaps(other.span) for other in found)]
    return sorted([*found, *free], key=lambda one: one.span)


def _joined(text: str, found: list[Quotation]) -> list[Quotation]:
    joined: list[Quotation] = []
    for one in found:
        before = joined[-1] if joined else None
        if before and not before.closed and _only_marks(text[before.span.end : one.span.start]):
            joined[-1] = Quotation(Span(before.span.start, one.span.end), one.closed)
        else:
            joined.append(one)
    return joined


def _only_marks(between: str) -> bool:
    return not re.search(r"\w", between)
