"""Rival figures drawn as ranges: one chart for each measure, one line for each number that a claimant gave."""

from collections.abc import Sequence
from dataclasses import dataclass

from saksi.keep.rivals import rivals
from saksi.keep.shown import LedgerRow

_LEAST = 1.5
"""Per cent of the width that a single number gets, so that it can be seen."""
_BEYOND = 1.5
"""How far the scale goes beyond the largest number where one is open: as long as that bar is, it is not the larger."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One number. left, width: per cent of the scale; open: it has no upper end, and fades to the right."""

    row: LedgerRow
    left: float
    width: float
    open: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """The numbers of one measure. counted: the one group that all of them count, None where they count several.

    running: totals, not of one act; top: the value at the right end; rival: `keep.rivals` finds rivals in it.
    """

    measure: str
    counted: str | None
    running: bool
    top: float
    bars: tuple[Bar, ...]
    rival: bool


def charts(ledger: Sequence[LedgerRow]) -> list[Chart]:
    """The charts of a ledger, rival figures first. Only numbers of one measure and one kind of total share a scale."""
    groups: dict[tuple[str, bool], list[LedgerRow]] = {}
    for row in ledger:
        groups.setdefault((row.measure, row.running), []).append(row)
    found = [_chart(measure, running, rows) for (measure, running), rows in groups.items()]
    return sorted(found, key=lambda chart: (not chart.rival, chart.running, -len(chart.bars)))


def _chart(measure: str, running: bool, rows: list[LedgerRow]) -> Chart:
    open_ = any(row.high is None for row in rows)
    top = max((max(row.low or 0, row.high or 0) for row in rows), default=0) * (_BEYOND if open_ else 1.05) or 1
    counted = {row.counted for row in rows}
    bars = tuple(_bar(row, top) for row in sorted(rows, key=_order))
    return Chart(measure, counted.pop() if len(counted) == 1 else None, running, top, bars, bool(rivals(rows)))


def _order(row: LedgerRow) -> tuple[bool, bool, str, float]:
    """Numbers that still hold first, the article's own voice last, those of one claimant together."""
    return not row.latest, row.claimant == "", row.claimant, -(row.low or row.high or 0)


def _bar(row: LedgerRow, top: float) -> Bar:
    low = row.low if row.low is not None else 0
    high = row.high if row.high is not None else top
    left = min(100 * low / top, 100 - _LEAST)
    return Bar(row, round(left, 2), round(max(100 * (high - low) / top, _LEAST), 2), row.high is None)
