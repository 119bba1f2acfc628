"""How likely two claims tell of one incident, talk or agreement: a sum of weights, each with the values it compared.

Weights are log-odds in the manner of Fellegi and Sunter, set by hand on the development collection; a positive one
speaks for "same". Where a value is missing on one side it says nothing, unless the words around the claim supply it.
"""

from dataclasses import replace
from math import asin, cos, radians, sin, sqrt

from saksi.model.judgement import Compared, Kind
from saksi.model.trace import Count, Side, Trace
from saksi.resolve.blocking import parties, party
from saksi.resolve.timing import dates, lasting

_EARTH = 6371.0
_SMALL = 2
_LOOSE = frozenset({"country", "region", "sea"})


def compare(left: Trace, right: Trace) -> list[Compared]:
    """What two traces share and where they differ, field by field."""
    parts = [
        dates(left, right),
        _places(left, right),
        _words(left, right),
        _family(left, right),
        _article(left, right),
    ]
    parts += [_modes(left, right), _counts(left, right), _topics(left, right), _kinds(left, right)]
    parts += _sides(left, right)
    return [part for part in parts if part is not None]


def total(parts: list[Compared]) -> float:
    """The score of a comparison."""
    return round(sum(part.weight for part in parts), 3)


def kilometres(left: Trace, right: Trace) -> float | None:
    """Great-circle distance in kilometres between the places of two traces, None where a point is missing."""
    if left.lat is None or left.lon is None or right.lat is None or right.lon is None:
        return None
    a, b, c, d = map(radians, (left.lat, left.lon, right.lat, right.lon))
    half = sin((c - a) / 2) ** 2 + cos(a) * cos(c) * sin((d - b) / 2) ** 2
    return 2 * _EARTH * asin(sqrt(half))


def _places(left: Trace, right: Trace) -> Compared | None:
    weight = _place_weight(left, right)
    if lasting(left) or lasting(right):
        # an agreement on one place may be signed in another
        weight = max(weight, -0.3)
    if weight == 0:
        return None
    return Compared(
        "place", left.place_name or ", ".join(left.near[:2]), right.place_name or ", ".join(right.near[:2]), weight
    )


def _place_weight(left: Trace, right: Trace) -> float:
    if left.place and right.place:
        return _two_places(left, right)
    named = left.place or right.place
    other = right if left.place else left
    if named and named in other.near:
        return 1.0
    if not named and left.near and left.near[0] in right.near:
        return 0.6
    return 0.0


def _two_places(left: Trace, right: Trace) -> float:
    loose = left.precision in _LOOSE or right.precision in _LOOSE
    if left.place == right.place:
        return 0.5 if left.precision == "country" else (1.2 if loose else 2.2)
    far = kilometres(left, right)
    if left.country and right.country and left.country != right.country and (far is None or far > 30):
        return -5.0 if not _mutual(left) else -4.0
    if loose or far is None:
        return 0.2 if left.precision == "country" or right.precision == "country" or loose else -1.0
    if far < 8:
        return 1.8
    related = left.place in right.near or right.place in left.near
    return 0.3 if related and far < 60 else (-1.5 if far < 20 else (-4.0 if far < 80 else -5.5))


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
    there = left.place == right.place and left.precision not in _LOOSE and left.place is not None
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
    shared = one & two
    small = min(len(one), len(two))
    named = {side.key for side in (*left.actors, *left.recipients) if side.name}
    others = {side.key for side in (*right.actors, *right.recipients) if side.name}
    if len(shared) >= 2:
        weight = 2.0 + (0.5 if named & others else 0.0)
        weight -= 0.4 * (max(len(one), len(two)) - len(shared)) + _other_people(left, right)
    elif shared and small == 1:
        weight = 0.9
    else:
        weight = -1.2 if shared else -4.0
    return Compared(
        "parties", _labels((*left.actors, *left.recipients)), _labels((*right.actors, *right.recipients)), weight
    )


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
    weight = 0.5 if same else (-2.0 if phone or left.kind is Kind.INCIDENT else -0.3)
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
    return 0.2 if ratio <= 1.5 else (0.0 if ratio <= 3 else (-0.6 if ratio <= 8 else -1.2))


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
    voices = {side.key for side in left.claimants} != {side.key for side in right.claimants}
    steps = left.status != right.status
    return Compared("article", left.article, right.article, -0.7 if voices or steps or lasting(left) else -1.5)
