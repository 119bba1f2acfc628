"""All that an incident's claims come to: values by vote of independent sources, life, ledger, disputes, grade."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import combinations
from typing import TypeVar

from saksi.model.days import days, iso
from saksi.model.gathered import Contact, Gathered
from saksi.model.judgement import Kind
from saksi.model.trace import Count, Trace
from saksi.resolve.blocking import party
from saksi.resolve.disputes import disputes, grade
from saksi.resolve.ledger import entries
from saksi.resolve.lives import current, due, steps

Value = TypeVar("Value", bound=Hashable)
_RANK = {"site": 5, "city": 4, "region": 2, "sea": 2, "country": 1, None: 3}


def gather(traces: Sequence[Trace]) -> Gathered:
    """The summary of one incident's traces (at least one). Later ones win ties for plans, earlier ones for deeds."""
    telling = [trace for trace in traces if not trace.added] or list(traces)
    own = [trace for trace in telling if not trace.echo] or telling
    kind = _kind(own)
    counts = [count for trace in traces for count in trace.counts]
    life, clashes = steps(kind, telling), disputes(own, counts)
    date, place, (level, why) = _date(kind, own), _place(own), grade(own, clashes)
    span = days(date)
    told = sorted(trace.published for trace in traces if trace.published is not None)
    return Gathered(
        kind,
        _most(own, lambda trace: trace.type) or own[0].type,
        _status(own),
        date,
        span.first if span.first is not None else (told[0] if told else None),
        span.last if date else (told[0] if told else None),
        place.place_name,
        place.place,
        place.country,
        place.lat,
        place.lon,
        place.precision,
        _union(trace.modes for trace in own),
        _union(trace.contexts for trace in own),
        _union(trace.topics for trace in own),
        _sides(own),
        level,
        why,
        len({trace.article for trace in traces}),
        len({trace.family for trace in traces}),
        life,
        entries(counts),
        _contacts(kind, own),
        clashes,
        current(life),
        due(life),
        iso(told[0]) if told else None,
        iso(told[-1]) if told else None,
    )


def figures(traces: Iterable[Trace]) -> list[Count]:
    """The figures of an incident's traces."""
    return [count for trace in traces for count in trace.counts]


def _kind(traces: Sequence[Trace]) -> Kind:
    kinds = {trace.kind for trace in traces}
    for kind in (Kind.TALKS, Kind.AGREEMENT, Kind.PROMISE):
        if kind in kinds:
            return kind
    return Kind.INCIDENT


def _most(traces: Sequence[Trace], of: Callable[[Trace], Value | None]) -> Value | None:
    """The value that most independent sources give; of equals the first told."""
    votes: dict[Value, set[str]] = {}
    for trace in traces:
        value = of(trace)
        if value is not None:
            votes.setdefault(value, set()).add(trace.family)
    return max(votes, key=lambda value: len(votes[value])) if votes else None


def _status(traces: Sequence[Trace]) -> str:
    for status in ("actual", "future", "hypothetical"):
        if any(trace.status == status for trace in traces):
            return status
    return "negated"


def _date(kind: Kind, traces: Sequence[Trace]) -> str | None:
    done = [trace for trace in traces if trace.status == "actual" and trace.date] or [
        trace for trace in traces if trace.date
    ]
    if kind is Kind.TALKS:
        done = sorted(done, key=lambda trace: -(trace.published or 0))
    exact = [trace for trace in done if trace.days.exact]
    return _most(exact or sorted(done, key=_width), lambda trace: trace.date)


def _width(trace: Trace) -> int:
    span = trace.days
    return span.last - span.first if span.first is not None and span.last is not None else 10**6


def _place(traces: Sequence[Trace]) -> Trace:
    placed = sorted((trace for trace in traces if trace.place), key=lambda trace: -_RANK.get(trace.precision, 3))
    if not placed:
        return traces[0]
    top = [trace for trace in placed if _RANK.get(trace.precision, 3) >= min(4, _RANK.get(placed[0].precision, 3))]
    name = _most(top, lambda trace: trace.place)
    return next(trace for trace in top if trace.place == name)


def _union(values: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    found = Counter(value for each in values for value in each)
    return tuple(value for value, _ in found.most_common(6))


def _sides(traces: Sequence[Trace]) -> tuple[tuple[str, str], ...]:
    found: dict[tuple[str, str], None] = {}
    for trace in traces:
        for role, members in (("actor", trace.actors), ("recipient", trace.recipients), ("claimant", trace.claimants)):
            for side in members:
                found[role, side.key] = None
    return tuple(found)[:60]


def _contacts(kind: Kind, traces: Sequence[Trace]) -> tuple[Contact, ...]:
    if kind is not Kind.TALKS:
        return ()
    pairs = Counter(
        pair
        for trace in traces
        for pair in combinations(sorted({party(side) for side in (*trace.actors, *trace.recipients)}), 2)
    )
    channel, level = _channel(traces), _level(traces)
    return tuple(Contact(left, right, channel, level) for left, right in sorted(pairs)[:40])


def _channel(traces: Sequence[Trace]) -> str:
    modes = {mode for trace in traces for mode in trace.modes}
    told = Counter(channel for trace in traces for channel in trace.channels)
    if "phone" in modes or (told["phone"] and not told["visit"]):
        return "phone"
    if "visit" in modes or told["visit"]:
        return "visit"
    return "delegation" if told["delegation"] else "meeting"


def _level(traces: Sequence[Trace]) -> str:
    levels = {level for trace in traces for level in trace.levels}
    if "leader" in levels:
        return "leader"
    if "minister" in levels:
        return "minister"
    named = any(side.name and side.sector == "GOV" for trace in traces for side in trace.actors)
    return "minister" if named else "technical"
