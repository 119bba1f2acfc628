"""EDTF values as ranges of days, so that dates of different precision can be compared."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

_FORM = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
_WEEK = 7


@dataclass(frozen=True, slots=True)
class Days:
    """First and last day as proleptic Gregorian ordinals; None is an open or unknown end."""

    first: int | None = None
    last: int | None = None

    @property
    def known(self) -> bool:
        """Whether both ends are known."""
        return self.first is not None and self.last is not None

    @property
    def exact(self) -> bool:
        """Whether the range is no longer than three days."""
        return self.first is not None and self.last is not None and self.last - self.first < 3

    def gap(self, other: "Days") -> int:
        """Days between the two ranges, 0 where they touch; open ends reach for ever."""
        if self.last is not None and other.first is not None and self.last < other.first:
            return other.first - self.last
        if other.last is not None and self.first is not None and other.last < self.first:
            return self.first - other.last
        return 0


@lru_cache(maxsize=50_000)
def days(value: str | None) -> Days:
    """The days that an EDTF value stands for; Days() where it names no year."""
    if not value:
        return Days()
    if "/" in value:
        start, _, end = value.partition("/")
        return Days(_point(start).first, _point(end).last)
    return _point(value)


def _point(value: str) -> Days:
    found = _FORM.match(value)
    if not found:
        return Days()
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        return _range(year or 0, month, day)
    except ValueError:
        return Days()


def _range(year: int, month: int | None, day: int | None) -> Days:
    if month is None or month > 12:
        return Days(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal())
    if day is None:
        last = monthrange(year, month)[1]
        return Days(date(year, month, 1).toordinal(), date(year, month, last).toordinal())
    only = date(year, month, day).toordinal()
    return Days(only, only)


def iso(ordinal: int | None) -> str | None:
    """The ISO 8601 day of an ordinal."""
    return None if ordinal is None else date.fromordinal(ordinal).isoformat()


def weeks(span: Days, margin: int, most: int = 6) -> list[int]:
    """Numbers of the weeks that the range, widened by margin days, touches; [] where it is open or too wide."""
    if span.first is None or span.last is None:
        return []
    first, last = (span.first - margin) // _WEEK, (span.last + margin) // _WEEK
    return list(range(first, last + 1)) if last - first < most else []
