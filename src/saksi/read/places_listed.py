"""Finds the places of a list whose first says what they are: "Provinsi Sisaket, Surin, dan Buri Ram", "empat provinsi,
yakni A, B dan C". The ear takes names that it has not met for persons there."""

from collections.abc import Iterator, Sequence

from saksi.languages.shape_places import PlaceWords
from saksi.model.mention import LISTED, PlaceMention
from saksi.model.place import Place
from saksi.model.span import Span
from saksi.read.places_choice import common, cue_before
from saksi.read.places_within import capital
from saksi.world.gazetteer import gazetteer
from saksi.world.phrases import Unit

_LONGEST = 4
_APART = 3
"""Words that may stand between the noun of a place and the word behind which the names follow."""


def listed(
    number: int, row: Sequence[Unit], found: Sequence[PlaceMention], words: PlaceWords, country: str | None
) -> Iterator[PlaceMention]:
    """The places of the lists in sentence `number` that `found`, its places, lacks. country: the one most spoken of."""
    for start, code, region in _openings(row, found, words, country):
        if code is not None and _several(row, start, words):
            yield from _members(number, row, start, found, words, code, region)


def _openings(
    row: Sequence[Unit], found: Sequence[PlaceMention], words: PlaceWords, country: str | None
) -> Iterator[tuple[int, str | None, bool]]:
    """Where lists go on: the unit, the country that their places lie in, whether regions are named."""
    for mention in found:
        within = [at for at, unit in enumerate(row) if mention.span.start <= unit.start < mention.span.end]
        if within and (cue := cue_before(row, within[0], words)):
            yield within[-1] + 1, mention.place.country, cue in words.region
    for at, unit in enumerate(row):
        if unit.text.islower() and (unit.folded in words.city or unit.folded in words.region):
            ahead = range(at + 1, min(at + 2 + _APART, len(row)))
            named = next((n for n in ahead if row[n].folded in words.naming or row[n].text in words.naming), None)
            if named is not None:
                yield named + 1, country, unit.folded in words.region


def _several(row: Sequence[Unit], start: int, words: PlaceWords) -> bool:
    """Whether names joined by "dan" follow from a unit on, with nothing in small letters before it."""
    for at in range(start, len(row)):
        if row[at].folded in words.listing:
            return True
        if not (row[at].text == "," or capital(row, at, start)):
            return False
    return False


def _members(
    number: int,
    row: Sequence[Unit],
    start: int,
    found: Sequence[PlaceMention],
    words: PlaceWords,
    country: str,
    region: bool,
) -> Iterator[PlaceMention]:
    at = start
    while True:
        while at < len(row) and (row[at].text == "," or row[at].folded in words.listing):
            at += 1
        last = at - 1
        while last + 1 < len(row) and last + 1 - at < _LONGEST and capital(row, last + 1, at):
            last += 1
        if last < at:
            return
        span = Span(row[at].start, row[last].end)
        if not any(mention.span.overlaps(span) for mention in found):
            place = None if common(tuple(row), at, last, words) else _named(row, at, last, country, region)
            if place is None:
                return
            yield PlaceMention(span, number, place, False, LISTED)
        if last + 1 >= len(row) or row[last].folded in words.listing:
            return
        at = last + 1
        if not (row[at].text == "," or row[at].folded in words.listing):
            return


def _named(row: Sequence[Unit], first: int, last: int, country: str, region: bool) -> Place | None:
    """The place of a country that the units name: a region before a town where regions are listed."""
    candidates = gazetteer().named(" ".join(unit.text for unit in row[first : last + 1]))
    own = [one for one in candidates if one.place.country == country]
    if not own:
        return None
    return max(own, key=lambda one: (region and one.place.precision == "region", one.population)).place
