"""Capitals as places: their points are those of the gazetteer."""

from functools import cache

from saksi.model.place import Place
from saksi.world.countries import countries
from saksi.world.gazetteer import gazetteer


@cache
def capitals(code: str) -> tuple[Place, ...]:
    """The capitals of a country (ISO 3166-1 alpha-3) that the gazetteer knows, the first of them first."""
    found = []
    for name in countries()[code].capitals:
        named = [one for one in gazetteer().named(name) if one.place.country == code]
        if named:
            best = max(named, key=lambda one: (one.place.precision == "city", one.curated, one.population)).place
            found.append(Place(name, code, best.lat, best.lon, "city"))
    return tuple(found)
