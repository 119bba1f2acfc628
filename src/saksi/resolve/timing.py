"""How well the days of two claims fit: incidents lie on one day, meetings may be moved, agreements live long."""

from saksi.model.days import Days, iso
from saksi.model.judgement import Compared, Kind, Step
from saksi.model.trace import Trace
from saksi.resolve.blocking import when

_LONG, _FRESH = 45, 5
_SHIFTS = frozenset({Step.POSTPONED, Step.CANCELLED, Step.NOT_HELD})


def lasting(trace: Trace) -> bool:
    """Whether a trace tells of something that lasts beyond a day."""
    return trace.kind in (Kind.AGREEMENT, Kind.PROMISE)


def dates(left: Trace, right: Trace) -> Compared | None:
    gap = when(left).gap(when(right))
    if left.kind is Kind.TALKS:
        weight = _talk_dates(left, right, gap)
    elif lasting(left) or lasting(right):
        weight = _accord_dates(left, right)
    else:
        weight = _incident_dates(left, right, gap)
    return Compared("date", left.date or _iso(left), right.date or _iso(right), weight)


def _iso(trace: Trace) -> str | None:
    return f"(published {iso(trace.published)})" if trace.published else None


def _incident_dates(left: Trace, right: Trace, gap: int) -> float:
    if _running(left) != _running(right):
        # what went on for months is not what happened on one of its days
        return -3.0 if left.days.exact or right.days.exact else -1.0
    both = left.days.exact and right.days.exact
    if both:
        return {0: 2.5, 1: 0.5, 2: -2.5}.get(gap, -7.0)
    if left.days.exact or right.days.exact:
        if left.days.known and right.days.known:
            return 0.3 if gap == 0 else -6.0
        near = 2.0 if _guessed(left) and _guessed(right) else 0.8
        return near if gap == 0 else (-0.5 if gap <= 3 else (-2.0 if gap <= 14 else -6.0))
    if _guessed(left) and _guessed(right) and not (left.days.known or right.days.known):
        return {0: 1.8, 1: 0.0, 2: -1.0}.get(gap, -2.0 if gap <= 14 else -6.0)
    if left.days.known and right.days.known:
        return (1.0 if left.days == right.days else 0.2) if gap == 0 else -6.0
    if left.published is None or right.published is None:
        return 0.0
    apart = abs(left.published - right.published)
    return 0.8 if apart <= 2 else (0.0 if apart <= 5 else (-1.5 if apart <= 14 else -6.0))


def _guessed(trace: Trace) -> bool:
    """Whether the day is told, by the claim or by the words around it."""
    begun = trace.days.first is not None and trace.days.last is None and not _running(trace)
    return trace.days.exact or begun or (trace.days.first is None and trace.guess.exact)


def _running(trace: Trace) -> bool:
    span = trace.days
    if span.first is None:
        return False
    if span.last is not None:
        return span.last - span.first > _LONG
    # "since Friday" in the days after it is the attack that began then
    return trace.published is None or trace.published - span.first > _FRESH


def _talk_dates(left: Trace, right: Trace, gap: int) -> float:
    moved = bool(_SHIFTS & ({*left.cues} | {*right.cues}))
    if left.days.exact and right.days.exact:
        if gap == 0:
            return 2.5
        return (0.8 if gap <= 60 else -4.0) if moved else {1: 0.8, 2: -1.5}.get(gap, -5.0)
    if left.days.known and right.days.known:
        return 0.6 if gap == 0 else (0.3 if moved and gap <= 60 else -5.0)
    if gap == 0 and _guessed(left) and _guessed(right):
        return 1.6
    return 0.8 if gap == 0 else (0.3 if gap <= 7 or (moved and gap <= 60) else (-1.5 if gap <= 20 else -5.0))


def _accord_dates(left: Trace, right: Trace) -> float:
    """Agreements live long: a plan, the signing and the breach bear different dates; only the signings must agree."""
    signed = [
        trace.days for trace in (left, right) if trace.type == "AGREE" and trace.status == "actual" and trace.days.known
    ]
    if len(signed) == 2:
        gap = signed[0].gap(signed[1])
        exact = signed[0].exact and signed[1].exact
        return (1.5 if exact else 1.0) if gap == 0 else (0.5 if gap <= 3 else (-1.0 if gap <= 30 else -4.0))
    one, two = _told(left), _told(right)
    gap = one.gap(two)
    if _turn(left) or _turn(right):
        return 0.3 if gap <= 200 else (0.0 if gap <= 800 else -1.5)
    return 0.6 if gap <= 30 else (0.3 if gap <= 90 else (0.0 if gap <= 200 else (-1.0 if gap <= 500 else -3.0)))


def _turn(trace: Trace) -> bool:
    """Whether a trace tells of a breach or an end, which may come years after the signing."""
    return trace.echo or trace.type in ("ACCUSE", "REJECT", "SANCTION", "COERCE")


def _told(trace: Trace) -> Days:
    if trace.days.known:
        return trace.days
    return trace.guess if trace.guess.known else Days(trace.published, trace.published)
