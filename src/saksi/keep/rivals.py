"""Rival figures: numbers of the same people that different voices give differently. The one rule for it: by it
incidents are marked when they are written, and charts when they are drawn."""

from collections.abc import Iterable
from itertools import groupby
from typing import Protocol, TypeVar

from saksi.world.countries import countries


class Line(Protocol):
    """A line of the ledger, as it is gathered, stored or shown."""

    @property
    def measure(self) -> str: ...
    @property
    def running(self) -> bool: ...
    @property
    def latest(self) -> bool: ...
    @property
    def claimant(self) -> str: ...
    @property
    def counted(self) -> str | None: ...
    @property
    def low(self) -> float | None: ...
    @property
    def high(self) -> float | None: ...


Told = TypeVar("Told", bound=Line)


def rivals(lines: Iterable[Told]) -> list[Told]:
    """The lines that another voice's number of the same measure and kind of total stands against; what was revised is
    left out. The article's own voice is one of the voices."""
    found: list[Told] = []
    for _, group in groupby(sorted((one for one in lines if one.latest), key=_scale), key=_scale):
        told = list(group)
        found += [one for one in told if any(_apart(one, other) for other in told)]
    return found


def _scale(line: Line) -> tuple[str, bool]:
    return line.measure, bool(line.running)


def _apart(one: Line, other: Line) -> bool:
    """Whether two voices give different numbers of the same people: not where they count those of two countries."""
    homes = {_country(line.counted) for line in (one, other)} - {None}
    return one.claimant != other.claimant and len(homes) < 2 and _differ(one, other)


def _differ(one: Line, other: Line) -> bool:
    """Whether two numbers are not the same: "at least 30" leaves open what "30" says."""
    ends = ((one.low, other.low), (one.high, other.high))
    return any(left is not None and right is not None and left != right for left, right in ends)


def _country(counted: str | None) -> str | None:
    """The country whose people are counted, where the label of the group begins with its code."""
    first = (counted or "").partition(" ")[0]
    return first if first in countries() else None
