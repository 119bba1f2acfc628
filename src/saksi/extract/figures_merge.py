"""One figure of a count that the text tells several times."""

from collections.abc import Iterable
from dataclasses import replace

from saksi.model.actor import Actor
from saksi.model.claim import Figure
from saksi.model.codes import Measure, Qualifier, Sector

_VAGUE = frozenset(
    {Qualifier.TEENS, Qualifier.DOZENS, Qualifier.HUNDREDS, Qualifier.THOUSANDS, Qualifier.MILLIONS, Qualifier.SEVERAL}
)
_OPEN = frozenset({None, Sector.CVL})
_HELD = frozenset({Measure.DETAINED, Measure.CAPTURED})


def merge(figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """The figures in order, numbered f1, f2...: the same count of the same group stands once with all its evidence."""
    merged: list[Figure] = []
    for figure in figures:
        at = next((n for n, known in enumerate(merged) if _same(known, figure)), None)
        if at is None:
            merged.append(figure)
        else:
            merged[at] = _joined(merged[at], figure)
    return tuple(replace(figure, id=f"f{number}") for number, figure in enumerate(merged, 1))


def _same(known: Figure, other: Figure) -> bool:
    if other.qualifier in _VAGUE:
        return False  # two hundreds of people need not be the same ones
    if (known.low, known.high) != (other.low, other.high) or not _alike(known.measure, other.measure):
        return False
    if known.measure is Measure.MONEY:
        return known.unit == other.unit
    return _same_group(known.of, other.of, single=known.low == known.high == 1)


def _alike(one: Measure, other: Measure) -> bool:
    return one == other or {one, other} <= _HELD


def _same_group(one: Actor | None, other: Actor | None, *, single: bool) -> bool:
    """Whether two counts are of one group; two men, each counted alone, are one only where they are of one kind."""
    if one is None or other is None or one.name != other.name:
        return one == other
    open_sector = not single and (one.sector in _OPEN or other.sector in _OPEN)
    return one.country == other.country and (open_sector or one.sector == other.sector)


def _joined(known: Figure, other: Figure) -> Figure:
    measure = Measure.CAPTURED if Measure.CAPTURED in {known.measure, other.measure} else known.measure
    return replace(known, measure=measure, by=known.by or other.by, evidence=(*known.evidence, *other.evidence))
