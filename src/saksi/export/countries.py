"""Countries in the codes that other formats ask for; CLDR's table, as Babel ships it, leads from one to the other."""

from functools import cache

from babel.core import get_global

from saksi.world.countries import countries

_KOSOVO = "XKX"
_NOW = {"DE": 276, "ET": 231, "FR": 250, "SD": 729, "YE": 887}
"""ISO 3166-1 numbers of today where CLDR also knows those of a state that came before."""


def english(code: str | None) -> str | None:
    """The English name of a country by its alpha-3 code; the code itself where it is not known."""
    known = countries().get(code or "")
    return known.name if known else code


def two_letters(code: str | None) -> str | None:
    """ISO 3166-1 alpha-2 from alpha-3, "XK" for Kosovo as is usual; None for a state that is no more."""
    if code == _KOSOVO:
        return "XK"
    found = get_global("territory_aliases").get(code or "", ())
    return found[0] if len(found) == 1 else None


def numeric(code: str | None) -> int | None:
    """ISO 3166-1 numeric from alpha-3; None where there is none."""
    return _numbers().get(two_letters(code) or "")


@cache
def _numbers() -> dict[str, int]:
    pairs = get_global("territory_aliases").items()
    listed = {found[0]: int(key) for key, found in pairs if key.isdigit() and len(found) == 1}
    return {**listed, **_NOW}
