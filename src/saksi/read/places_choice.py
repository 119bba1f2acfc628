"""Chooses the place that a name means among its namesakes, or none where it is likely no place at all."""

import math
from collections import Counter

from saksi.languages.shape import PlaceWords
from saksi.model.place import Place
from saksi.model.syntax import Name, Sentence
from saksi.world.countries import countries, country_called
from saksi.world.gazetteer import Candidate, gazetteer
from saksi.world.phrases import Unit
from saksi.world.spelling import fold

_LARGE = 200_000
"""Population above which a name is taken for a place with no sign but its capital letter."""
_SPOKEN = 6.0
_NEIGHBOUR = 4.0
_CURATED = 5.0
_OWN_NAME = 2.0
"""For the place that is chiefly called so, before those that bear it as another name."""
_TOWN = 20_000
_SHORTEST_SOUND = 5
_SHORTEST = 3
_LONGEST_COUNTRY = 4


def choose(
    sentence: Sentence,
    units: tuple[Unit, ...],
    first: int,
    last: int,
    names: tuple[Name, ...],
    words: PlaceWords,
    spoken: Counter[str],
) -> Place | None:
    """The place that the units [first, last] name, None where nothing says that they name one."""
    printed = " ".join(unit.text for unit in units[first : last + 1])
    if common(units, first, last, words) or _of_longer(units, first, last, names, words):
        return None
    candidates = gazetteer().named(printed)
    sign = _sign(units, first, last, names, words)
    if not candidates and sign and len(printed) > _SHORTEST_SOUND:
        candidates = tuple(one for one in gazetteer().sounding(printed) if one.place.country in spoken)
    if not candidates:
        return None
    cue = units[first - 1].folded if first else ""
    named = _named_after(units, last, words)
    if named is not None and all(one.place.country != named for one in candidates):
        return Place(printed, named) if sign else None
    own = fold(printed)
    best = max(
        candidates,
        key=lambda one: _weight(one, named, spoken, cue, words) + _OWN_NAME * (fold(one.place.name) == own),
    )
    if sign or (sentence.tokens[units[first].token].upos == "PROPN" and _evident(best, first, last, spoken)):
        return best.place
    return None


def common(units: tuple[Unit, ...], first: int, last: int, words: PlaceWords) -> bool:
    """Whether every word is a common noun of the language, or too short to be trusted."""
    plain = (*words.common, *words.city, *words.region)
    return all(unit.folded in plain or len(unit.folded) < _SHORTEST for unit in units[first : last + 1])


def _of_longer(units: tuple[Unit, ...], first: int, last: int, names: tuple[Name, ...], words: PlaceWords) -> bool:
    """Whether the words are part of a longer capitalised name that the ear does not hear to start or end here."""
    low, high = units[first].token, units[last].token
    before = first > 1 and units[first - 1].text[:1].isupper() and units[first - 1].token < low
    before = before and not cued(units[first - 1].folded, words)
    after = last + 1 < len(units) and units[last + 1].text[:1].isupper() and units[last + 1].token > high
    starts = any(name.label == "LOC" and name.first == low for name in names)
    ends = any(name.label == "LOC" and name.last == high for name in names)
    return (before and not starts) or (after and not ends)


def cued(word: str, words: PlaceWords) -> bool:
    """Whether a word is the last of those that say that a place follows ("negara bagian", "kota")."""
    return any(cue.split()[-1] == word for cue in (*words.city, *words.region))


def _sign(units: tuple[Unit, ...], first: int, last: int, names: tuple[Name, ...], words: PlaceWords) -> bool:
    """Whether the ear or the word before says that a place is named."""
    low, high = units[first].token, units[last].token
    if any(name.label == "LOC" and name.first <= low and high <= name.last for name in names):
        return True
    before = units[first - 1] if first else None
    if before is None or not before.text.islower():
        return False
    return before.folded in words.within or before.folded in words.city or before.folded in words.region


def _evident(best: Candidate, first: int, last: int, spoken: Counter[str]) -> bool:
    if first == 0 and last == 0:
        return best.population >= 5 * _LARGE
    return best.population >= _LARGE or (best.population >= _TOWN and best.place.country in spoken)


def _named_after(units: tuple[Unit, ...], last: int, words: PlaceWords) -> str | None:
    """The country named right after: "kota X, Suriah", "desa X di Burkina Faso"."""
    if last + 2 >= len(units) or not (units[last + 1].text == "," or units[last + 1].folded in words.within):
        return None
    row = units[last + 2 : last + 2 + _LONGEST_COUNTRY]
    called = (country_called(" ".join(unit.text for unit in row[:size])) for size in range(len(row), 0, -1))
    return next((code for code in called if code), None) if row[0].text[:1].isupper() else None


def _weight(candidate: Candidate, named: str | None, spoken: Counter[str], cue: str, words: PlaceWords) -> float:
    place = candidate.place
    weight = math.log10(candidate.population + 10) * 1.5
    weight += _SPOKEN * (place.country in spoken) + min(spoken[place.country or ""], 5) * 0.2
    weight += _NEIGHBOUR * (named is not None and place.country == named)
    weight += _CURATED * (candidate.curated or _capital(place))
    if place.precision == "region":
        weight += 2.0 + math.log10(10_000) if cue in words.region and cue not in words.city else 1.0
    return weight


def _capital(place: Place) -> bool:
    country = countries().get(place.country or "")
    return country is not None and place.name in country.capitals
