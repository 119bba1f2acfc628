"""How likely two claims tell of one incident, talk or agreement: a sum of weights, each with the values it compared.

Weights are log-odds in the manner of Fellegi and Sunter, set by hand on the development collection; a positive one
speaks for "same". Where a value is missing on one side it says nothing, unless the words around the claim supply it.
"""

from dataclasses import replace

from saksi.model.judgement import Compared, Kind
from saksi.model.trace import Count, Side, Trace
from saksi.resolve.blocking import parties, party
from saksi.resolve.placing import LOOSE, places
from saksi.resolve.timing import dates, lasting

_SMALL = 2
_ARMED = frozenset({"REB", "UAF", "PRM", "OPP"})
_DOUBTFUL = frozenset({"actors", "recipients", "modes", "words"})
_EASED = -0.3
_TAKEN = "abduct"
_SAME_PLACE, _SAME_DAY = 0.8, 1.2


def compare(left: Trace, right: Trace) -> list[Compared]:
    """What two traces share and where they differ, field by field."""
    parts = [
        dates(left, right),
        places(left, right),
        _words(left, right),
        _family(left, right),
        _article(left, right),
    ]
    parts += [_modes(left, right), _counts(left, right), _topics(left, right), _kinds(left, right)]
    parts += _sides(left, right)
    told = [part for part in parts if part is not None]
    return _eased(told) if _there_and_then(left, told) else told


def _there_and_then(left: Trace, parts: list[Compared]) -> bool:
    weights = {part.field: part.weight for part in parts}
    same = weights.get("place", 0.0) >= _SAME_PLACE and weights.get("date", 0.0) >= _SAME_DAY
    return same and left.kind is Kind.INCIDENT


def _eased(parts: list[Compared]) -> list[Compared]:
    """The comparison of two claims of one town and day: two voices blame two sides, count others and name other means
    for what happened there and then."""
    return [replace(part, weight=max(part.weight, _EASED)) if part.field in _DOUBTFUL else part for part in parts]


def total(parts: list[Compared]) -> float:
    """The score of a comparison."""
    return round(sum(part.weight for part in parts), 3)


def _mutual(trace: Trace) -> bool:
    return trace.kind is not Kind.INCIDENT


def _sides(left: Trace, right: Trace) -> list[Compared]:
    if _mutual(left) and _mutual(right):
        return [part for part in [_parties(left, right)] if part]
    actors = _role("actors", left.actors, right.actors, 1.2)
    if actors and actors.weight < -0.8 and _rivals(left, right):
        # two voices that blame two sides for what happened there and then
        actors = replace(actors, weight=-0.6)
    return [part for part in (actors, _role("recipients", left.recipients, right.recipients, 1.2)) if part]


def _rivals(left: Trace, right: Trace) -> bool:
    voices = {side.key for side in left.claimants}, {side.key for side in right.claimants}
    there = left.place == right.place and left.precision not in LOOSE and left.place is not None
    then = left.days.exact and right.days.exact and left.days.gap(right.days) == 0
    return left.type == "ASSAULT" and there and then and all(voices) and not voices[0] & voices[1]


def _role(field: str, left: tuple[Side, ...], right: tuple[Side, ...], most: float) -> Compared | None:
    if not left or not right:
        return None
    best = max(_side(one, two) for one in left for two in right)
    return Compared(field, _labels(left), _labels(right), round(best * most, 3))


def _side(left: Side, right: Side) -> float:
    """From -1.8 (others) to 1.2 (the same named one)."""
    if left.key == right.key:
        return 1.2 if left.name else 0.9
    if left.country and left.country == right.country:
        one, two = party(left), party(right)
        if one == two:
            return 0.4 if left.name and right.name else 0.7
        return 0.2 if not (left.name and right.name) else -0.8
    if left.country and right.country:
        return -1.8
    return _unplaced(left, right)


def _unplaced(left: Side, right: Side) -> float:
    """Where one side has no country: an armed group is no army, people are people."""
    if left.name and right.name:
        return -1.5
    if left.sector == right.sector and not (left.name or right.name):
        return 0.4
    rebels = {left.sector, right.sector}
    return 0.2 if rebels <= {"REB", "UAF", "PRM", "CRM", None} or rebels <= {"CVL", "REF", "UNK", None} else -0.8


def _parties(left: Trace, right: Trace) -> Compared | None:
    one, two = set(parties(left)), set(parties(right))
    if not one or not two:
        return None
    shared = (one & two) | _unnamed(left, right)
    small = min(len(one), len(two))
    named = {side.key for side in (*left.actors, *left.recipients) if side.name}
    others = {side.key for side in (*right.actors, *right.recipients) if side.name}
    if len(shared) >= 2:
        weight = 2.0 + (0.5 if named & others else 0.0)
        weight -= 0.4 * (max(len(one), len(two)) - len(shared)) + _other_people(left, right)
    elif shared and (small == 1 or (lasting(left) and len(_countries(left) & _countries(right)) >= 2)):
        weight = 0.9
    elif shared:
        # who calls for a truce or brings it about is soon read as one of those who agree
        weight = -0.5 if lasting(left) and lasting(right) else -1.2
    else:
        weight = -4.0
    return Compared(
        "parties", _labels((*left.actors, *left.recipients)), _labels((*right.actors, *right.recipients)), weight
    )


def _countries(trace: Trace) -> set[str]:
    return {side.country for side in (*trace.actors, *trace.recipients) if side.country}


def _unnamed(left: Trace, right: Trace) -> set[str]:
    """The armed groups of one that the other only calls "the rebels" of the same country."""
    both = [[side for side in (*trace.actors, *trace.recipients) if side.sector in _ARMED] for trace in (left, right)]
    return {
        party(one if one.name else two)
        for one in both[0]
        for two in both[1]
        if one.country and one.country == two.country and bool(one.name) != bool(two.name)
    }


def _other_people(left: Trace, right: Trace) -> float:
    """Presidents who talk are not the ministers who talk on the same day."""
    if left.kind is not Kind.TALKS:
        return 0.0
    one = {side.key for side in left.actors if side.name and side.country}
    two = {side.key for side in right.actors if side.name and side.country}
    return 2.5 if len(one) >= 2 and len(two) >= 2 and not one & two else 0.0


def _labels(sides: tuple[Side, ...]) -> str:
    return ", ".join(side.label for side in sides[:4])


def _modes(left: Trace, right: Trace) -> Compared | None:
    if not left.modes or not right.modes or (lasting(left) or lasting(right)):
        return None
    same = set(left.modes) & set(right.modes)
    phone = "phone" in left.modes or "phone" in right.modes
    taken = _TAKEN in left.modes or _TAKEN in right.modes
    weight = 0.5 if same else (-2.0 if phone or taken else (-0.8 if left.kind is Kind.INCIDENT else -0.3))
    return Compared("modes", ", ".join(left.modes), ", ".join(right.modes), weight)


def _counts(left: Trace, right: Trace) -> Compared | None:
    pairs = [
        (one, two)
        for one in left.counts
        for two in right.counts
        if one.measure == two.measure and not one.running and not two.running
    ]
    if not pairs:
        return None
    one, two = max(pairs, key=lambda pair: _count(*pair))
    equal = {left.measure for left, right in pairs if left.low == right.low and (left.low or 0) > _SMALL}
    weight = _count(one, two) + (0.7 if len(equal) > 1 else 0.0)
    return Compared("figures", f"{one.measure} {_shown(one)}", f"{two.measure} {_shown(two)}", weight)


def _shown(count: Count) -> str:
    return f"{count.low if count.low is not None else ''}-{count.high if count.high is not None else ''}"


def _count(left: Count, right: Count) -> float:
    one, two = left.low if left.low is not None else left.high, right.low if right.low is not None else right.high
    if one is None or two is None:
        return 0.0
    if one == two:
        return 0.6 if one <= 2 else (1.0 if one <= 5 else 1.5)
    ratio = max(one, two) / max(min(one, two), 0.5)
    return 0.2 if ratio <= 1.5 else (0.0 if ratio <= 3 else (-0.4 if ratio <= 8 else -1.2))


def _topics(left: Trace, right: Trace) -> Compared | None:
    if not left.topics or not right.topics:
        return None
    shared = set(left.topics) & set(right.topics)
    heavy = lasting(left) or lasting(right)
    weight = (1.3 if heavy else 0.4) if shared else (-1.5 if heavy else -0.3)
    return Compared("topics", ", ".join(left.topics), ", ".join(right.topics), weight)


def _kinds(left: Trace, right: Trace) -> Compared | None:
    if left.kind is right.kind and (left.type == right.type or lasting(left)):
        return None
    fulfils = {left.kind, right.kind} == {Kind.PROMISE, Kind.INCIDENT} and bool(set(left.topics) & set(right.topics))
    if fulfils or {left.kind, right.kind} == {Kind.PROMISE, Kind.AGREEMENT}:
        return Compared("kind", left.kind, right.kind, -0.3)
    return Compared("kind", f"{left.kind} {left.type}", f"{right.kind} {right.type}", -6.0)


def _words(left: Trace, right: Trace) -> Compared | None:
    if len(left.stems) < 4 or len(right.stems) < 4:
        return None
    one, two = set(left.stems), set(right.stems)
    share = len(one & two) / min(len(one), len(two))
    weight = max(-0.6, min(2.0, (share - 0.3) * 4.5))
    return Compared("words", f"{len(one)} stems", f"{len(one & two)} of {len(two)} shared", round(weight, 3))


def _family(left: Trace, right: Trace) -> Compared | None:
    if left.article != right.article and left.family == right.family:
        return Compared("copies", left.article, right.article, 1.0)
    return None


def _one_day(left: Trace, right: Trace) -> bool:
    """Whether two traces name days that fit, and each a party of the other."""
    known = left.days.known and right.days.known and left.days.gap(right.days) == 0
    return known and bool({*parties(left)} & {*parties(right)})


def _article(left: Trace, right: Trace) -> Compared | None:
    """One article tells one act once: two of its claims are two acts, unless different voices tell rival versions."""
    if left.article != right.article:
        return None
    if left.kind is right.kind is Kind.TALKS and left.status == right.status and _one_day(left, right):
        # told of first with those who meet, then with the place
        return Compared("article", left.article, right.article, 0.6)
    if left.weak or right.weak:
        # a number alone goes with what was told there and then
        return Compared("article", left.article, right.article, 0.0)
    if left.type == right.type == "ASSAULT" and (left.status == "negated") != (right.status == "negated"):
        # a deed and its denial
        return Compared("article", left.article, right.article, 0.6)
    if lasting(left) and left.kind is right.kind and {*parties(left)} & {*parties(right)}:
        # "The agreement was reached ..." goes on with what was just told
        return Compared("article", left.article, right.article, 0.8)
    voices = {side.key for side in left.claimants} != {side.key for side in right.claimants}
    steps = left.status != right.status
    return Compared("article", left.article, right.article, -0.7 if voices or steps or lasting(left) else -1.5)
