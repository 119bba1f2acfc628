"""Where and when a story plays: the day and the town that a claim's own sentence, or those before it, tell.

Writers name the day and the town once and go on: "A bomb fell on the market of X on Monday. Ten people died."
"""

from collections.abc import Iterator
from typing import Any

from saksi.languages.forms import fold
from saksi.model.days import Days, days
from saksi.model.place import Place
from saksi.resolve.scene import Setting

_FINE = ("site", "city", None)
_BACK, _ON = 3, 1
_RECENT = 10
Part = tuple[int, int]


def spot(scene: Setting, at: int) -> Place | None:
    """The town or site that is told of at an offset, None where no sentence around names one as a place."""
    for first, last in _parts(scene, at):
        inside = [(start, place) for start, place in scene.spots if first <= start < last]
        if inside:
            return min(inside, key=lambda row: (_FINE.index(row[1].precision), abs(row[0] - at)))[1]
    return None


def day(scene: Setting, at: int) -> Days:
    """The day that is told of at an offset, else the only recent one that the article names; Days() where it names
    none, or where the part of the sentence there tells of a longer time."""
    if part_of(scene, at)[0] > scene.span(scene.number(at))[0]:
        # "three days after ..." tells of another day than the sentence
        return Days()
    for number, (first, last) in enumerate(_parts(scene, at)):
        inside = [(abs(start - at), span) for start, span in scene.times if first <= start < last]
        exact = [each for each in inside if each[1].exact]
        if exact:
            return min(exact, key=lambda each: each[0])[1]
        if inside and number == 0:
            return Days()
    return _recent(scene)


def _recent(scene: Setting) -> Days:
    told = days(scene.record.document.published).first
    exact = {span for _, span in scene.times if span.exact}
    recent = {span for span in exact if told and span.first and 0 <= told - span.first <= _RECENT}
    return recent.pop() if len(recent) == 1 else Days()


def near(scene: Setting, first: int, last: int) -> tuple[str, ...]:
    """The folded names of places in a sentence, else the first two of the article."""
    inside = [name for at, name in scene.places if first <= at < last]
    return tuple(dict.fromkeys(inside)) or tuple(dict.fromkeys(name for _, name in scene.places))[:2]


def _parts(scene: Setting, at: int) -> Iterator[Part]:
    """The parts of the text in the order in which they tell where and when: the one around the offset, the sentences
    before it, the one behind it."""
    number = scene.number(at)
    yield part_of(scene, at)
    for back in range(number - 1, max(-1, number - 1 - _BACK), -1):
        first, last = scene.span(back)
        yield _around(scene, (first, last), first)
    for on in range(number + 1, min(len(scene.beginnings), number + 1 + _ON)):
        first, last = scene.span(on)
        yield _around(scene, (first, last), first)


def part_of(scene: Setting, at: int) -> Part:
    """The part of its sentence in which an offset lies."""
    return _around(scene, scene.span(scene.number(at)), at)


def _around(scene: Setting, sentence: Part, at: int) -> Part:
    """The part of a sentence that holds the offset: "three days after the bomb in X" sets the rest apart."""
    first, last = sentence
    for mark in scene.words.beside.finditer(scene.record.document.text[first:last].lower()):
        cut = first + mark.start()
        if cut > at:
            return first, cut
        first = cut
    return first, last


def standing(place: Place | None) -> dict[str, Any]:
    """The fields of a trace that a place gives."""
    if place is None:
        return {}
    return {
        "place": fold(place.name),
        "place_name": place.name,
        "country": place.country,
        "lat": place.lat,
        "lon": place.lon,
        "precision": place.precision,
    }
