"""Copies told from sources: articles that print one report, even reworded, are one source family."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from saksi.languages.forms import skeleton
from saksi.model.judgement import About, Compared, Judgement, Verdict
from saksi.model.trace import Sketch
from saksi.resolve.joining import PROGRAM
from saksi.resolve.sketches import tells_of

COPY, UNSURE = 2.5, 1.7
_PARTNER = 0.42
_ENOUGH = 30
_LITTLE = 0.33
_IN_ORDER = 2.5
_MOST_DAYS = 5


@dataclass(frozen=True, slots=True)
class Kinship:
    """What the search for copies came to. family: the family that the article joins; united: younger families that
    turn out to be that one too."""

    family: str
    judgements: tuple[Judgement, ...] = ()
    united: tuple[str, ...] = ()


def kin(one: Sketch, others: Iterable[Sketch]) -> Kinship:
    """The family of an article among those that share a key with it."""
    own = _Sets.of(one)
    near = ((other, _Sets.of(other)) for other in others if other.article != one.article)
    scored = [(score(values), other, values) for other, its in near if (values := _compare(own, its))]
    scored.sort(key=lambda row: (-row[0], row[1].article))
    copies = [(points, other, values) for points, other, values in scored if points >= COPY]
    told = [_judgement(one, other, Verdict.SAME, points, values) for points, other, values in copies[:3]]
    told += [
        _judgement(one, other, Verdict.UNSURE, points, values)
        for points, other, values in scored
        if UNSURE <= points < COPY
    ][:2]
    if not copies:
        return Kinship(one.article, tuple(told))
    family = copies[0][1].family
    united = {other.family for points, other, _ in copies if points >= COPY + 1.5 and other.family != family}
    return Kinship(family, tuple(told), tuple(sorted(united)))


@dataclass(frozen=True, slots=True)
class _Sets:
    """A sketch with its parts as sets: one article is compared with many."""

    sketch: Sketch
    shingles: frozenset[int]
    words: frozenset[int]
    numbers: frozenset[str]
    names: frozenset[str]

    @classmethod
    def of(cls, sketch: Sketch) -> "_Sets":
        """The sets of a sketch."""
        return cls(
            sketch,
            frozenset(sketch.shingles),
            frozenset(sketch.words),
            frozenset(sketch.numbers),
            frozenset(sketch.names),
        )


def _judgement(one: Sketch, other: Sketch, verdict: Verdict, points: float, values: Sequence[Compared]) -> Judgement:
    return Judgement(About.COPY, one.article, other.article, verdict, PROGRAM, points, tuple(values))


def score(values: Sequence[Compared]) -> float:
    """The score of a comparison of two articles."""
    return round(sum(value.weight for value in values), 3)


def _compare(left: _Sets, right: _Sets) -> list[Compared]:
    """What two articles share: trigrams, words, the order of sentences, numbers, names, quotes, credits, days.

    [] where they cannot be copies: most neighbours share little, and comparing sentences is dear.
    """
    one, two, words = left.sketch, right.sketch, _overlap(left.words, right.words)
    if words < _LITTLE:
        return []
    # a few words are soon alike
    size = min(1.0, min(len(one.words), len(two.words)) / _ENOUGH)
    shingles = _overlap(left.shingles, right.shingles)
    parts = [
        _share("trigrams", shingles, size * min(4.0, shingles * 9)),
        _share("words", words, size * max(-2.0, min(2.5, (words - 0.4) * 6))),
        _quotes(one, two),
        _credits(one, two),
        *_told(one, two),
        _days(one, two),
    ]
    if left.numbers and right.numbers:
        share = len(left.numbers & right.numbers) / len(left.numbers | right.numbers)
        # a report made after a pattern differs from the last one in its numbers
        other = share == 0 and min(len(left.numbers), len(right.numbers)) > 1
        parts.append(_share("numbers", share, -2.0 if other else (share - 0.4) * 2.5))
    if len(left.names) >= 3 and len(right.names) >= 3:
        share = _overlap(left.names, right.names)
        parts.append(_share("names", share, (share - 0.6) * 2))
    return [*parts, _aligned(one, two, size)] if score(parts) + _IN_ORDER >= UNSURE else []


def _share(field: str, share: float, weight: float) -> Compared:
    return Compared(field, None, f"{share:.2f}", round(weight, 3))


def _overlap(one: frozenset[Any], two: frozenset[Any]) -> float:
    small = min(len(one), len(two))
    return len(one & two) / small if small else 0.0


def _aligned(one: Sketch, two: Sketch, size: float) -> Compared:
    """The share of the shorter article's sentences that have a partner in the other, in the same order."""
    left, right = sorted((one.sentences, two.sentences), key=len)
    short, long = [frozenset(each) for each in left], [frozenset(each) for each in right]
    partners = [_partner(sentence, long) for sentence in short]
    share = _rising([at for at in partners if at is not None]) / len(short) if short else 0.0
    return _share("sentences", share, size * max(-1.5, min(_IN_ORDER, (share - 0.35) * 4)))


def _partner(sentence: frozenset[int], others: Sequence[frozenset[int]]) -> int | None:
    best, place = _PARTNER, None
    for at, other in enumerate(others):
        share = len(sentence & other) / min(len(sentence), len(other))
        if share > best or (share == best and place is None):
            best, place = share, at
    return place


def _rising(places: list[int]) -> int:
    """The length of the longest run of places that never falls."""
    tails: list[int] = []
    for place in places:
        at = next((number for number, tail in enumerate(tails) if tail > place), len(tails))
        tails[at : at + 1] = [place]
    return len(tails)


def _quotes(one: Sketch, two: Sketch) -> Compared:
    if not one.quotes or not two.quotes:
        return Compared("quotes", str(len(one.quotes)), str(len(two.quotes)), 0.0)
    shared = sum(
        any(_overlap(frozenset(quote), frozenset(other)) >= 0.5 for other in two.quotes) for quote in one.quotes
    )
    return Compared("quotes", str(len(one.quotes)), f"{shared} shared", 1.2 if shared else -0.7)


def _credits(one: Sketch, two: Sketch) -> Compared:
    left, right = {*one.credited}, {*two.credited}
    weight = 0.0
    if left & right or (two.outlet or "").casefold() in left or (one.outlet or "").casefold() in right:
        weight = 1.0
    elif left and right:
        weight = -2.0
    return Compared("credited", ", ".join(one.credited), ", ".join(two.credited), weight)


def _told(one: Sketch, two: Sketch) -> Iterator[Compared]:
    """A plan and its outcome, or events in two towns, are two reports however alike their words."""
    if one.planned != two.planned:
        yield Compared("planned", str(one.planned), str(two.planned), -4.0)
    if one.places and two.places and not _share_towns(one, two):
        yield Compared("places", ", ".join(one.places), ", ".join(two.places), -9.0)


def _share_towns(one: Sketch, two: Sketch) -> bool:
    """Whether a town of the events of one is a town of the other's too, or each at least names one of the other's."""
    if {*map(skeleton, one.places)} & {*map(skeleton, two.places)}:
        return True
    return any(tells_of(two, town) for town in one.places) and any(tells_of(one, town) for town in two.places)


def _days(one: Sketch, two: Sketch) -> Compared:
    if one.published is None or two.published is None:
        return Compared("published", None, None, 0.0)
    apart = abs(one.published - two.published)
    return Compared(
        "published",
        str(one.published),
        str(two.published),
        {0: 0.3, 1: 0.2, 2: 0.0}.get(apart, -1.0 if apart <= _MOST_DAYS else -4.0),
    )
