"""Names of ships, which may be those of places: "USS Gravely", "kapal penjelajah Moskva"."""

from collections.abc import Sequence

from saksi.languages.shape_places import PlaceWords
from saksi.read.naming import Known
from saksi.world.phrases import PhraseIndex, Unit

_LONGEST = 3
"""Words of the longest name of a ship."""


def vessels(row: Sequence[Unit], index: PhraseIndex[Known], words: PlaceWords) -> frozenset[int]:
    """The units that name a ship: behind a prefix ("HMS") or, but for countries, behind a kind of ship."""
    found: set[int] = set()
    for at, unit in enumerate(row[:-1]):
        prefixed = unit.text in words.ship_prefixes
        kind = unit.folded in words.ships or (at > 0 and f"{row[at - 1].folded} {unit.folded}" in words.ships)
        if not prefixed and (not kind or _country(row, at + 1, index)):
            continue
        found |= {at} if prefixed else set()
        for number in range(at + 1, min(at + 1 + _LONGEST, len(row))):
            if not row[number].text[:1].isupper():
                break
            found.add(number)
    return frozenset(found)


def _country(row: Sequence[Unit], at: int, index: PhraseIndex[Known]) -> bool:
    match = index.at(row, at)
    return match is not None and match.entry.kind in ("country", "organisation")
