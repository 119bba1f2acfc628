"""The life of a talk, agreement or promise as points on a line in time."""

from collections.abc import Sequence
from dataclasses import dataclass

from saksi.model.days import days
from saksi.model.gathered import LifeStep

GOOD = frozenset({"held", "reached", "in_force", "kept"})
BAD = frozenset({"cancelled", "not_held", "failed", "violated", "overdue"})


@dataclass(frozen=True, slots=True)
class Point:
    """A step on the line. at: per cent of the width, None where its day is not known; tone: good, bad or open."""

    step: LifeStep
    at: float | None
    tone: str


def line(steps: Sequence[LifeStep]) -> list[Point]:
    """The steps with their places on a line from the first day to the last."""
    known = [first for one in steps if (first := _day(one)) is not None]
    low, high = min(known, default=0), max(known, default=0)
    wide = max(high - low, 1)
    points = []
    for one in steps:
        day = _day(one)
        at = None if day is None else round(5 + 90 * (day - low) / wide, 2)
        points.append(Point(one, at, "good" if one.step in GOOD else "bad" if one.step in BAD else "open"))
    return points


def _day(step: LifeStep) -> int | None:
    return days(step.date or step.told).first
