"""The ledger of figures: claimant by claimant, measure by measure. Measures are never added or turned into another."""

from collections.abc import Iterable
from dataclasses import replace

from saksi.model.gathered import Entry
from saksi.model.trace import Count


def entries(counts: Iterable[Count]) -> tuple[Entry, ...]:
    """One entry for each number that a claimant gave; the same number from many articles is one, revisions are kept."""
    lines: dict[tuple[str, ...], list[tuple[Count, list[Count]]]] = {}
    for count in sorted(counts, key=lambda one: (one.told or "", one.claim)):
        series = lines.setdefault(_line(count), [])
        for first, same in series:
            if _equal(first, count):
                same.append(count)
                break
        else:
            series.append((count, [count]))
    return tuple(entry for series in lines.values() for entry in _revisions([_entry(*pair) for pair in series]))


def claimant(count: Count) -> str:
    """Who gives the number: the first-hand source, "" for the article's own voice."""
    return count.claimants[0].label if count.claimants else ""


def _line(count: Count) -> tuple[str, ...]:
    return count.measure, claimant(count), _counted(count), "running" if count.running else "", count.unit or ""


def _counted(count: Count) -> str:
    """Whose losses: a country, where there is one, else the group; unknown people are civilians to most writers."""
    if count.of is None:
        return ""
    return count.of.name or f"{count.of.country or ''} {count.of.sector or ''}"


def _equal(left: Count, right: Count) -> bool:
    return left.low == right.low and left.high == right.high


def _entry(first: Count, same: list[Count]) -> Entry:
    return Entry(
        first.measure,
        claimant(first),
        first.of.label if first.of else None,
        first.by.label if first.by else None,
        first.low,
        first.high,
        first.qualifier,
        first.running,
        first.period,
        first.told,
        tuple(dict.fromkeys(count.claim for count in same)),
        len({count.family for count in same}),
    )


def _revisions(series: list[Entry]) -> list[Entry]:
    """Numbers of one claimant in time; of two told on one day both stay, unless the later one says it corrects."""
    last = len(series) - 1
    return [
        replace(entry, revision=number, latest=number == last or entry.told == series[last].told)
        for number, entry in enumerate(series)
    ]


def spread(ledger: Iterable[Entry], measure: str) -> tuple[float | None, float | None]:
    """Lowest and highest of the latest numbers over independent claimants, running totals apart; None is open."""
    latest = [entry for entry in ledger if entry.measure == measure and entry.latest and not entry.running]
    lows = [entry.low if entry.low is not None else 0.0 for entry in latest]
    highs = [entry.high for entry in latest]
    if not latest:
        return None, None
    return min(lows), None if None in highs else max(high for high in highs if high is not None)
