"""Regions, seas, parts of the world and much-named cities, with what they are called in a language."""

from dataclasses import dataclass
from functools import cache

from saksi.model.place import Place
from saksi.world.tables import listed, rows


@dataclass(frozen=True, slots=True)
class Region:
    """A place of the table made by hand. names: its label (without what is in brackets), aliases, local names."""

    place: Place
    names: tuple[str, ...]


@cache
def regions(language: str) -> tuple[Region, ...]:
    """All regions with their names in a language (ISO 639-1)."""
    return tuple(_region(row, language) for row in rows("regions"))


def _region(row: dict[str, str], language: str) -> Region:
    lat, lon = (float(row[key]) if row[key] else None for key in ("lat", "lon"))
    label = row["name"].partition(" (")[0]
    names = (label, *listed(row["aliases"]), *listed(row.get(language, "")))
    return Region(Place(row["name"], row["country"] or None, lat, lon, row["precision"]), names)
