"""Days as pages write them: the line with the day of publication, and the full dates inside a text."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from saksi.languages.loader import load
from saksi.languages.shape_numbers import Times
from saksi.languages.shape_page import CreditWords
from saksi.model.span import Span

_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d(?::\d\d)?\b")
_AUTHOR_WORDS = 6


class Days:
    """A language's ways of writing full dates."""

    def __init__(self, times: Times, words: CreditWords) -> None:
        self._months = {**times.months, **times.abbreviations}
        self._weekdays = frozenset(times.weekdays)
        self._dated = words.dated
        months = "|".join(map(re.escape, sorted(self._months, key=len, reverse=True)))
        weekdays = "|".join(map(re.escape, sorted(times.weekdays, key=len, reverse=True)))
        full = (
            rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:[ -]+(?P<m>{months})\.?[ -]+|(?P<s>[/.-])"
            r"(?P<n>\d{1,2})(?P=s))(?P<y>\d{4})"
            r"|(?P<iy>\d{4})-(?P<im>\d\d)-(?P<id>\d\d)"
        )
        self._full = re.compile(rf"(?<![\d/])(?:{full})(?!\d)", re.IGNORECASE)
        self._joined = re.compile(rf"-(?=(?:{weekdays})\b)", re.IGNORECASE)
        self._told = re.compile(
            rf"(?:{weekdays})(?:\s+[a-z]+){{0,2}}\s*,?\s*\(?\s*(?:{full})(?!\d)\s*\)?", re.IGNORECASE
        )

    def line(self, line: str) -> tuple[str, str] | None:
        """The day of a line that holds nothing else but a clock, a name or an outlet, and the words left of it."""
        found = self._full.search(line)
        if not found or len(line.split()) > 16:
            return None
        day = self._day(found)
        rest = self._joined.sub(" ", _CLOCK.sub(" ", line[: found.start()] + " " + line[found.end() :]))
        words = [word for word in re.findall(r"[\w'’.&-]+", rest) if word.strip(".-")]
        left = [word for word in words if word.casefold().strip(".") not in self._dated | self._weekdays]
        bare = len(left) == 0
        told = len(left) <= _AUTHOR_WORDS and (len(words) > len(left) or bool(_CLOCK.search(line)))
        if not day or not (bare or told) or any(word[:1].islower() for word in left):
            return None
        return day, re.sub(r"\s+", " ", " ".join(left))

    def within(self, words: str) -> str | None:
        """The day that stands in full in a dateline."""
        found = self._full.search(words)
        return self._day(found) if found else None

    def told(self, text: str) -> Iterator[tuple[str, Span]]:
        """The days in a text that are given in full with their weekday ("Minggu (1/12/2024)")."""
        for found in self._told.finditer(text):
            if day := self._day(found):
                yield day, Span(found.start(), found.end())

    def _day(self, found: re.Match[str]) -> str | None:
        year = int(found["y"] or found["iy"])
        month = self._months.get((found["m"] or "").casefold()) or int(found["n"] or found["im"] or 0)
        try:
            return date(year, month, int(found["d"] or found["id"])).isoformat()
        except ValueError:
            return None


@cache
def days_of(language: str) -> Days:
    """The ways of writing full dates in a language."""
    return Days(load(language, "times", Times), load(language, "credits", CreditWords))
