"""Rival figures: different numbers of the same people by different voices, and nothing else."""

from dataclasses import replace

import pytest

from saksi.keep.shown import LedgerRow
from saksi.show.web.ranges import charts


def line(claimant: str, low: float, counted: str | None, high: float | None = None) -> LedgerRow:
    """A number of killed."""
    return LedgerRow(
        "i1", "killed", claimant, counted, None, low, low if high is None else high, "exact", False, None,
        "2025-01-28", 0, True, 1, (),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "rival"),
    [
        (line("SDN MED", 12, "SDN CVL"), line("SDN MIL", 30, "SDN CVL"), True),
        (line("SDN MED", 12, "SDN CVL"), line("SDN MIL", 30, None), True),
        (line("ISR MIL", 7, "Hezbollah"), line("Ministry of Health of Lebanon", 18, "LBN CVL"), True),
        (line("United Nations", 17, "COD MIL"), line("ZAF", 13, "ZAF MIL"), False),
        (line("SDN MED", 12, "SDN CVL"), line("SDN MED", 30, "SDN CVL"), False),
        (line("SDN MED", 12, "SDN CVL"), line("SDN MIL", 12, "SDN CVL"), False),
        (line("SDN MED", 12, "SDN CVL"), line("", 30, "SDN CVL"), True),
        (line("SDN MED", 12, "SDN CVL"), replace(line("SDN MIL", 12, "SDN CVL"), high=None), False),
        (line("SDN MED", 12, "SDN CVL"), replace(line("SDN MIL", 30, "SDN CVL"), latest=False), False),
    ],
)
def test_who_is_counted_decides_what_is_rival(one: LedgerRow, other: LedgerRow, rival: bool) -> None:
    (chart,) = charts([one, other])
    assert chart.rival is rival


def test_an_open_number_ends_before_the_scale_does() -> None:
    first = LedgerRow(
        "i1", "killed", "SDN MED", None, None, 40, None, "at_least", False, None, None, 0, True, 1, (),
    )  # fmt: skip
    (chart,) = charts([first, line("SDN MIL", 8, None)])
    least, most = sorted(chart.bars, key=lambda bar: bar.left)
    assert (least.open, most.open) == (False, True)
    assert most.left < 70
    assert most.left + most.width == pytest.approx(100, abs=0.1)
