"""Finds the larger place that a text names behind a smaller one: "Distrik Mugi, Kabupaten Nduga, Papua"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from saksi.languages.shape_places import PlaceWords
from saksi.model.place import Place, kilometres
from saksi.read.naming import Known
from saksi.world.gazetteer import gazetteer
from saksi.world.phrases import PhraseIndex, Unit

_LINKS = frozenset({",", "("})
_LONGEST = 4
_JOINED = frozenset({"al", "el", "de", "del", "bin", "la", "du", "ez", "es", "e", "i", "ul", "sa"})
_FURTHEST = 3
"""How many larger places are looked at, one behind another."""
_WIDE = frozenset({"region", "country"})
_REACH = {"region": 400.0, "city": 120.0}
"""Kilometres that what lies in a place may be from its point."""
_ACROSS = 250.0
"""The same for a region that a border parts, like Kashmir."""


@dataclass(frozen=True, slots=True)
class Larger:
    """What the text names behind a place as what it lies in: the places that may be meant. sure: its kind of place or
    "di" is said ("Kabupaten Nduga", "di Nduga") or it is a country, so that the smaller place cannot lie elsewhere."""

    places: tuple[Place, ...]
    sure: bool

    def holds(self, place: Place) -> bool:
        """Whether a place lies in it."""
        return any(_within(place, larger) for larger in self.places)

    def apart(self, place: Place) -> float:
        """Kilometres to the nearest of its points, 0 where it has none that tells."""
        told = (kilometres(place, larger) for larger in self.places if larger.precision != "country")
        return min((far for far in told if far is not None), default=0.0)

    def part(self, name: str) -> Place:
        """A place in it of which only the name is known: its point and precision are those of what it lies in."""
        larger = self.places[0]
        if larger.precision == "country":
            return Place(name, larger.country)
        return Place(name, larger.country, larger.lat, larger.lon, larger.precision)


def larger_place(units: Sequence[Unit], last: int, index: PhraseIndex[Known], words: PlaceWords) -> Larger | None:
    """The first place behind the unit `last` that is known and that the place before it may lie in."""
    for first, end, said in _behind(units, last, words):
        said = said or units[first - 1].folded in words.inside
        found = _known(units, first, end, index, said)
        if found is None:
            continue
        places, stop = found
        country = places[0].precision == "country"
        if said or country or not _listed(units, stop, words):
            return Larger(places, said or country)
        return None
    return None


def _behind(units: Sequence[Unit], last: int, words: PlaceWords) -> Iterator[tuple[int, int, bool]]:
    """The names that follow, each joined to the one before: first and last unit, whether its kind of place is said."""
    for _ in range(_FURTHEST):
        first = last + 1
        if first >= len(units) or not (units[first].text in _LINKS or units[first].folded in words.inside):
            return
        while first + 1 < len(units) and (units[first].text in _LINKS or units[first].folded in words.inside):
            first += 1
        named = _past_kind(units, first, words)
        end = named - 1
        while end + 1 < len(units) and end - named + 1 < _LONGEST and capital(units, end + 1, named):
            end += 1
        if end < named:
            return
        yield named, end, named > first
        last = end


def _past_kind(units: Sequence[Unit], first: int, words: PlaceWords) -> int:
    """The unit behind words like "Kabupaten" and "negara bagian" that start at a unit."""
    if first + 2 < len(units) and f"{units[first].folded} {units[first + 1].folded}" in words.region:
        return first + 2
    kind = units[first].folded in words.city or units[first].folded in words.region
    return first + 1 if kind and first + 1 < len(units) else first


def _known(
    units: Sequence[Unit], first: int, end: int, index: PhraseIndex[Known], said: bool
) -> tuple[tuple[Place, ...], int] | None:
    """The places that a name may mean, with its last unit; without a word for its kind only what is wide."""
    match = index.at(units, first)
    if match is not None:
        place = match.entry.place
        return ((place,), match.last) if place is not None and _may_hold(place, said) else None
    named = gazetteer().named(" ".join(unit.text for unit in units[first : end + 1]))
    places = tuple(one.place for one in named if _may_hold(one.place, said))
    return (places, end) if places else None


def capital(units: Sequence[Unit], at: int, first: int) -> bool:
    """Whether a unit goes on with a name that starts at `first`: with a capital, or a small word within a name."""
    return units[at].text[:1].isupper() or (at > first and units[at].folded in _JOINED)


def _may_hold(place: Place, said: bool) -> bool:
    return place.country is not None and (said or place.precision in _WIDE)


def _listed(units: Sequence[Unit], last: int, words: PlaceWords) -> bool:
    """Whether a list goes on behind a name: "di A, B dan C" says of no place that it lies in another."""
    after = [unit.folded or unit.text for unit in units[last + 1 : last + 3]]
    return bool(after) and (after[0] in words.listing or (after[0] == "," and after[-1] in words.listing))


def _within(place: Place, larger: Place) -> bool:
    far = kilometres(place, larger)
    if place.country != larger.country:
        return larger.precision == "region" and far is not None and far <= _ACROSS
    return larger.precision == "country" or far is None or far <= _REACH.get(larger.precision or "", _REACH["city"])
