"""How well the places of two claims fit: towns by distance and by sound, regions and countries loosely."""

from saksi.languages.forms import skeleton, stem
from saksi.model.judgement import Compared, Kind
from saksi.model.place import kilometres
from saksi.model.trace import Trace
from saksi.resolve.timing import lasting

LOOSE = frozenset({"country", "region", "sea"})


def places(left: Trace, right: Trace) -> Compared | None:
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
        apart = _two_places(left, right)
        # a meeting of ministers of X is often read as one in X
        vague = left.kind is Kind.TALKS and "country" in (left.precision, right.precision)
        return max(apart, 0.0) if vague else apart
    named = left.place or right.place
    other = right if left.place else left
    if named and (named in other.near or _sounds_in(named, other)):
        return 1.0
    if named and _written(named, other):
        return 1.0
    if not named and left.near and left.near[0] in right.near:
        return 0.6
    return 0.0


def _written(place: str, trace: Trace) -> bool:
    """Whether the sentence of a trace holds the words of a place that was not read there as one."""
    words = {stem(word) for word in place.split()}
    return words <= set(trace.stems)


def _two_places(left: Trace, right: Trace) -> float:
    loose = left.precision in LOOSE or right.precision in LOOSE
    if left.place == right.place:
        return 0.5 if left.precision == "country" else (1.2 if loose else 2.2)
    far = kilometres(left, right)
    if far is None and skeleton(left.place or "") == skeleton(right.place or ""):
        return 1.8
    if _told_too(left, right):
        return 1.0
    if left.country and right.country and left.country != right.country and (far is None or far > 30):
        return -5.0 if left.kind is Kind.INCIDENT else -4.0
    if loose:
        return 0.2
    if far is None:
        # a village that no gazetteer has may lie near the town
        return -1.0 if left.lat is None and right.lat is None else -0.3
    if far < 8:
        return 1.8
    return -1.5 if far < 20 else (-4.0 if far < 80 else -5.5)


def _told_too(left: Trace, right: Trace) -> bool:
    """Whether the sentence of one of two placed traces tells of the other's place too."""
    one, two = left.place or "", right.place or ""
    near = one in right.near or two in left.near or _sounds_in(one, right) or _sounds_in(two, left)
    return near or _written(one, right) or _written(two, left)


def _sounds_in(place: str, trace: Trace) -> bool:
    """Whether one of the places named around a trace is another spelling of a place."""
    return any(skeleton(place) == skeleton(other) for other in trace.near)
