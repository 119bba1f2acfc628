"""Finds the part of a country that words of direction tell of: "Nigeria timur laut", "di utara Mali"; and the regions
that are named with one: "Kordofan Utara" is North Kordofan."""

from collections.abc import Sequence

from saksi.languages.shape_places import PlaceWords
from saksi.model.place import Place
from saksi.world.gazetteer import Candidate, gazetteer
from saksi.world.phrases import Unit

_LONGEST = 2
"""Words of a direction ("barat laut")."""


def part_of(
    units: Sequence[Unit], first: int, last: int, country: Place, words: PlaceWords
) -> tuple[int, int, Place] | None:
    """The first and last unit of the name of a part of the country that the units [first, last] name, with the part."""
    before = units[first - 1].folded if first else ""
    for size in range(_LONGEST, 0, -1):
        behind = words.directions.get(_words(units, last + 1, last + size))
        if behind and (before in words.locative or before in words.halves):
            return first, last + size, _part(behind, country)
        ahead = words.directions.get(_words(units, first - size, first - 1))
        if ahead and first > size and units[first - size - 1].folded in words.halves:
            return first - size, last, _part(ahead, country)
    return None


def turned(units: Sequence[Unit], first: int, last: int, words: PlaceWords) -> tuple[Candidate, ...]:
    """The regions whose English name has the direction that ends the units [first, last] before the rest of them."""
    for size in range(min(_LONGEST, last - first), 0, -1):
        english = words.directions.get(_words(units, last - size + 1, last))
        if english:
            rest = " ".join(unit.text for unit in units[first : last - size + 1])
            forms = (english.removesuffix("ern"), english)
            named = (one for form in forms for one in gazetteer().named(f"{form} {rest}"))
            return tuple(one for one in named if one.place.precision == "region")
    return ()


def _words(units: Sequence[Unit], first: int, last: int) -> str:
    return " ".join(unit.folded for unit in units[first : last + 1]) if first >= 0 and last < len(units) else ""


def _part(english: str, country: Place) -> Place:
    return Place(f"{english} {country.name}", country.country, None, None, "region")
