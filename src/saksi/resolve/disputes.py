"""Claims that cannot both hold, and how well an incident is confirmed."""

from collections.abc import Sequence
from itertools import combinations

from saksi.model.days import days
from saksi.model.judgement import About, Compared, Grade, Judgement, Kind, Verdict
from saksi.model.trace import Count, Trace
from saksi.resolve.blocking import party
from saksi.resolve.joining import PROGRAM
from saksi.resolve.ledger import claimant

_MOST = 40


def disputes(traces: Sequence[Trace], counts: Sequence[Count]) -> tuple[Judgement, ...]:
    """The pairs of claims of one incident that contradict each other, one for each pair of voices and field."""
    found: dict[tuple[str, ...], Judgement] = {}
    for one, two in combinations(list(counts)[:_MOST], 2):
        if _figures_clash(one, two):
            key = ("figure", one.measure, *sorted((_voice(one), _voice(two))))
            found[key] = _pair(one.claim, two.claim, one.measure, _number(one), _number(two))
    events = [trace for trace in traces if trace.kind is Kind.INCIDENT][:_MOST]
    for left, right in combinations(events, 2):
        if field := _accounts_clash(left, right):
            key = (field, *sorted((_speaker(left), _speaker(right))))
            found.setdefault(key, _pair(left.claim, right.claim, field, _account(left), _account(right)))
    return tuple(found.values())


def _pair(left: str, right: str, field: str, one: str, two: str) -> Judgement:
    return Judgement(About.DISPUTE, left, right, Verdict.DIFFERENT, PROGRAM, None, (Compared(field, one, two, 0.0),))


def _voice(count: Count) -> str:
    return claimant(count) or count.family


def _number(count: Count) -> str:
    low = "" if count.low is None else f"{count.low:g}"
    high = "" if count.high is None else f"{count.high:g}"
    return f"{claimant(count) or count.outlet or '-'}: {low if low == high else f'{low}-{high}'}"


def _figures_clash(one: Count, two: Count) -> bool:
    if (
        one.measure != two.measure
        or one.running != two.running
        or (one.family == two.family and one.article != two.article)
    ):
        return False
    if _voice(one) == _voice(two) or not _same_group(one, two) or _disjoint(one, two):
        return False
    apart = abs((days(one.told).first or 0) - (days(two.told).first or 0))
    if apart > 2 and (not one.claimants or not two.claimants or one.correction or two.correction):
        return False
    return _above(one, two) or _above(two, one)


def _above(one: Count, two: Count) -> bool:
    """Whether all that one allows lies above all that two allows."""
    return one.low is not None and two.high is not None and one.low > two.high


def _same_group(one: Count, two: Count) -> bool:
    if one.of is None or two.of is None:
        return True
    return one.of.key == two.of.key or (
        one.of.country == two.of.country
        and not (one.of.name or two.of.name)
        and {one.of.sector, two.of.sector} <= {"CVL", None}
    )


def _disjoint(one: Count, two: Count) -> bool:
    if one.place and two.place and one.place != two.place:
        return True
    return days(one.period).gap(days(two.period)) > 1


def _speaker(trace: Trace) -> str:
    return trace.claimants[0].key if trace.claimants else trace.family


def _account(trace: Trace) -> str:
    who = ", ".join(side.label for side in trace.claimants) or trace.outlet or trace.article
    return f"{who}: {trace.status}; {', '.join(side.label for side in trace.actors) or '-'}"


def _accounts_clash(left: Trace, right: Trace) -> str | None:
    if _speaker(left) == _speaker(right):
        return None
    if {left.status, right.status} == {"actual", "negated"}:
        return "denial"
    if left.status == right.status == "actual" and left.actors and right.actors and left.type == "ASSAULT":
        one, two = {party(side) for side in left.actors}, {party(side) for side in right.actors}
        victims = {party(side) for side in (*left.recipients, *right.recipients)}
        if not one & two and not (one <= victims and two <= victims):
            return "blame"
    return None


def grade(traces: Sequence[Trace], clashes: Sequence[Judgement]) -> tuple[Grade, str]:
    """The confirmation grade after Airwars' five steps, with its reason. See docs/record.md for the rule."""
    said = [trace for trace in traces if trace.status == "actual" and not trace.echo]
    denied = [trace for trace in traces if trace.status == "negated"]
    sources = len({trace.family for trace in said})
    if not said:
        return (Grade.DISCOUNTED, "only denied") if denied else (Grade.WEAK, "planned or supposed only")
    owned = [
        trace for trace in said for voice in trace.claimants if party(voice) in {party(side) for side in trace.actors}
    ]
    contested = [clash for clash in clashes if clash.values[0].field in ("denial", "blame")]
    if len({trace.family for trace in denied}) > 2 * sources:
        return Grade.DISCOUNTED, f"{len(denied)} claims deny it"
    if owned and not contested:
        return Grade.CONFIRMED, f"{owned[0].claimants[0].label} says that its own side did it"
    if contested:
        return (
            Grade.CONTESTED,
            f"{len(contested)} pairs of claims contradict each other on {contested[0].values[0].field}",
        )
    if sources >= 2:
        return Grade.FAIR, f"{sources} independent sources"
    return Grade.WEAK, "one source"
