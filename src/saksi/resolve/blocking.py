"""Which claims are compared at all: those that share a key of kind, people or place, and time."""

from itertools import combinations

from saksi.model.days import Days, weeks
from saksi.model.ids import number
from saksi.model.judgement import Kind
from saksi.model.trace import Side, Trace

_FULFILS = frozenset({"AID", "RETREAT", "CONCEDE", "COOPERATE"})
_MARGIN = 3
_YEAR, _MOVED = 366, 60
_ANY = (("", 0),)


def party(side: Side) -> str:
    """What stands for a side where sides are matched: its country, for officials and soldiers; else its id."""
    if side.country and side.sector in (None, "GOV", "MIL", "COP", "SPY", "LEG", "JUD"):
        return side.country
    return side.key


def parties(trace: Trace) -> tuple[str, ...]:
    """All sides of a trace as parties, sorted, each once; those who are asked to agree, not who asks them."""
    asked = trace.type == "REQUEST" and trace.recipients
    return tuple(sorted({party(side) for side in (trace.recipients if asked else (*trace.actors, *trace.recipients))}))


def when(trace: Trace) -> Days:
    """The days in which the event most likely lies: its own date, else the days before the article."""
    if trace.days.known:
        return trace.days
    if trace.days.first is not None:
        return Days(trace.days.first, max(trace.published or 0, trace.days.first))
    if trace.guess.known:
        return trace.guess
    if trace.published is None:
        return Days()
    late = 0 if trace.status == "actual" else 10
    return Days(trace.published - 5, trace.published + late)


def keys(trace: Trace, *, lookup: bool) -> list[int]:
    """The blocking keys of a trace; for a lookup the days beside its own are taken in too."""
    stems = _stems(trace, lookup=lookup)
    spans = _spans(trace, lookup=lookup)
    made = [number(stem, unit, bucket=at) for stem, timed in stems for unit, at in (spans if timed else _ANY)]
    return list(dict.fromkeys(made))


def _spans(trace: Trace, *, lookup: bool) -> list[tuple[str, int]]:
    """The weeks and years of a trace, each as its unit and number."""
    span = when(trace)
    found = [("week", week) for week in weeks(span, _MARGIN if lookup else 0)]
    if span.first is not None:
        # what is moved from spring to summer must be found, on whichever side of a year's end it lies
        margin = _MOVED if lookup else 0
        found += [("year", day // _YEAR) for day in (span.first - margin, (span.last or span.first) + margin)]
    return list(dict.fromkeys(found)) or [("?", 0)]


def _stems(trace: Trace, *, lookup: bool) -> list[tuple[str, bool]]:
    """The parts of keys other than time, with whether time belongs to them."""
    sides = parties(trace)[:5]
    pairs = ["+".join(pair) for pair in combinations(sides, 2)] or list(sides)
    if trace.kind in (Kind.AGREEMENT, Kind.PROMISE):
        return _accord(trace, pairs, sides)
    group = "talks" if trace.kind is Kind.TALKS else trace.type
    # one writer names both sides, another only one
    pairs = list(dict.fromkeys((*pairs, *(sides if trace.kind is Kind.TALKS else _named(trace)))))
    found = [(f"{group}|{pair}", True) for pair in pairs]
    found += [(f"{group}|{place}", True) for place in _stages(trace)]
    if trace.kind is Kind.INCIDENT:
        found += [(f"{group}|#{count.measure}{count.low}", True) for count in trace.counts if (count.low or 0) > 2]
        if lookup and trace.type in _FULFILS:
            found += [(f"promise|{side}", False) for side in sides]
    return found


def _named(trace: Trace) -> list[str]:
    return [side.key for side in (*trace.actors, *trace.recipients) if side.name]


def _stages(trace: Trace) -> list[str]:
    """The places by which a trace is found: its own, and those named around it, of which one may be meant elsewhere."""
    return list(dict.fromkeys((*([trace.place] if trace.place else []), *trace.near[:3])))


def _accord(trace: Trace, pairs: list[str], sides: tuple[str, ...]) -> list[tuple[str, bool]]:
    topics = trace.topics or ("",)
    # one article may name a single side of what another tells of both
    found = [(f"accord|{topic}|{key}", False) for topic in topics[:2] for key in dict.fromkeys((*pairs, *sides))]
    places = [trace.place] if trace.place else list(trace.near[:4])
    found += [(f"accord|{topic}|{place}", False) for topic in topics[:2] for place in places]
    found += [(f"accord|{pair}", True) for pair in pairs]
    if trace.kind is Kind.PROMISE:
        found += [(f"promise|{side}", False) for side in sides]
    return found
