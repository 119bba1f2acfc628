"""What all claims of one article share while they are traced."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from saksi.languages.forms import fold
from saksi.model.claim import Event, Figure, NamedPlace, Record, Statement
from saksi.model.days import Days, days
from saksi.model.place import Place
from saksi.resolve.cues import Cues, cues
from saksi.resolve.passages import bounds, starts

_FINE = frozenset({"site", "city", None})
_BEFORE = 30
_AGAIN = 8


@dataclass(frozen=True, slots=True)
class Setting:
    """What all claims of one article share while they are traced."""

    record: Record
    family: str
    merged: Mapping[str, str]
    beginnings: list[int]
    places: tuple[tuple[int, str], ...]
    spots: tuple[tuple[int, Place], ...]
    times: tuple[tuple[int, Days], ...]
    words: Cues
    memo: dict[tuple[int, int], tuple[str, ...]]

    def number(self, at: int) -> int:
        """The number of the sentence in which an offset lies, from 0."""
        return max(bisect_right(self.beginnings, at) - 1, 0)

    def span(self, number: int) -> tuple[int, int]:
        """The offsets of a sentence by its number."""
        return bounds(self.record.document.text, self.beginnings, self.beginnings[number])

    def sentence(self, claim: Event | Figure | Statement) -> tuple[int, int]:
        """The sentence of a claim's first words; (0, 0) where it has none."""
        if not claim.evidence:
            return 0, 0
        return bounds(self.record.document.text, self.beginnings, claim.evidence[0].start)

    def order(self, claim: Event | Figure | Statement) -> int | None:
        """The number of the sentence of a claim's first words; None where it has none."""
        return bisect_right(self.beginnings, claim.evidence[0].start) if claim.evidence else None

    def before(self, claim: Event | Figure | Statement) -> str:
        """The characters of the sentence before a claim's first words; "" before the first."""
        number = self.number(claim.evidence[0].start) if claim.evidence else 0
        return self.record.document.text[slice(*self.span(number - 1))] if number else ""

    def text(self, claim: Event | Figure | Statement) -> str:
        """That sentence's characters."""
        first, last = self.sentence(claim)
        return self.record.document.text[first:last]


def setting(record: Record, family: str, merged: Mapping[str, str]) -> Setting:
    """What tracing the record's claims starts from."""
    text = record.document.text
    named = [(at, place) for place in record.places for at in _mentions(text, place)]
    places = [(at, fold(place.name)) for at, place in named]
    times = [
        (one.start, days(named.value))
        for named in record.times
        for one in named.evidence[:1]
        if days(named.value).first is not None
    ]
    words = cues(record.document.language)
    spots = tuple(_spots(record, named, words))
    return Setting(record, family, merged, starts(text), tuple(sorted(places)), spots, tuple(times), words, {})


def _mentions(text: str, named: NamedPlace) -> list[int]:
    """Where a place is named: with the words of its first mention, at most a few times."""
    if not named.evidence:
        return []
    first = named.evidence[0]
    again = re.finditer(rf"(?<!\w){re.escape(first.text)}(?!\w)", text[first.end :])
    return [first.start, *(first.end + one.start() for one in islice(again, _AGAIN))]


def _spots(record: Record, named: Sequence[tuple[int, NamedPlace]], words: Cues) -> list[tuple[int, Place]]:
    """Towns and sites, of the places named, where the text puts something: behind a word of place, or where a claim
    happened."""
    happened = {event.place.name for event in record.events if event.place}
    happened |= {figure.place.name for figure in record.figures if figure.place}
    text = record.document.text
    found = [
        (at, Place(place.name, place.country, place.lat, place.lon, place.precision))
        for at, place in named
        if place.precision in _FINE
        if place.name in happened or words.spots.search(text[max(0, at - _BEFORE) : at].lower())
    ]
    return sorted(found, key=lambda row: row[0])
