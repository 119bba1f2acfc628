"""Chooses the place that a name means among its namesakes, or none where it is likely no place at all."""

import math
from collections import Counter
from collections.abc import Sequence

from saksi.languages.shape_places import PlaceWords
from saksi.model.place import Place, kilometres
from saksi.model.syntax import Name, Sentence
from saksi.read.places_parts import turned
from saksi.read.places_within import Larger
from saksi.world.countries import countries
from saksi.world.gazetteer import Candidate, gazetteer
from saksi.world.phrases import Unit
from saksi.world.spelling import fold

_LARGE = 200_000
"""Population above which a name is taken for a place with no sign but its capital letter."""
_SPOKEN = 6.0
_FAR = 50.0
"""Kilometres from what is named behind a place that weigh as one unit."""
_CURATED = 5.0
_OWN_NAME = 2.0
"""For the place that is chiefly called so, before those that bear it as another name."""
_KIND = 12.0
"""For a region, where the word before says that one is named."""
_TOWN = 20_000
_ABROAD = 2000.0
"""Kilometres from the middle of a country beyond which a place is not in what happens around it."""
_SHORTEST_SOUND = 5
_SHORTEST = 3


def choose(
    sentence: Sentence,
    units: tuple[Unit, ...],
    first: int,
    last: int,
    names: tuple[Name, ...],
    words: PlaceWords,
    spoken: Counter[str],
    larger: Larger | None,
) -> tuple[Place, str] | None:
    """The place that the units [first, last] name and the rule that tells it, "gazetteer" or "within"; None where
    nothing says that they name one."""
    printed = " ".join(unit.text for unit in units[first : last + 1])
    if common(units, first, last, words) or _of_longer(units, first, last, names, words) or _halved(units, first, last):
        return None
    candidates = gazetteer().named(printed) or turned(units, first, last, words)
    sign = _sign(units, first, last, names, words)
    if not sign and _headed(units, first, last):
        return None
    if not candidates and sign and len(printed) > _SHORTEST_SOUND:
        candidates = tuple(one for one in gazetteer().sounding(printed) if one.place.country in spoken)
    if not candidates:
        return None
    fitting = tuple(one for one in candidates if larger is None or _may_lie(one, larger))
    if not fitting:
        return (larger.part(printed), "within") if sign and larger is not None else None
    cue = cue_before(units, first, words)
    own = fold(printed)
    best = max(
        fitting,
        key=lambda one: _weight(one, larger, spoken, cue, words) + _OWN_NAME * (fold(one.place.name) == own),
    )
    if sign and larger is None and spoken and _foreign(best, own, spoken):
        return Place(printed, spoken.most_common(1)[0][0]), "within"
    if sign or (sentence.tokens[units[first].token].upos == "PROPN" and _evident(best, first, last, spoken)):
        return best.place, "gazetteer"
    return None


def _foreign(best: Candidate, own: str, spoken: Counter[str]) -> bool:
    """Whether a name may as well be an unknown village of the countries spoken of: its best namesake is far from all of
    them, and small or called so by few."""
    small = best.population < (_TOWN if fold(best.place.name) == own else _LARGE)
    if best.curated or best.place.precision != "city" or not small or best.place.country in spoken:
        return False
    told = (kilometres(best.place, countries()[code].place) for code in spoken if code in countries())
    return all(far is None or far > _ABROAD for far in told)


def _may_lie(candidate: Candidate, larger: Larger) -> bool:
    """Whether a place can lie in the larger one; a city is not given up for what may be but the next of a list."""
    return larger.holds(candidate.place) or (not larger.sure and candidate.population >= _LARGE)


def cue_before(units: Sequence[Unit], first: int, words: PlaceWords) -> str:
    """The word or two that say right before a name which kind of place it is, "" where none do."""
    pair = f"{units[first - 2].folded} {units[first - 1].folded}" if first > 1 else ""
    if pair in words.city or pair in words.region:
        return pair
    word = units[first - 1].folded if first else ""
    return word if word in words.city or word in words.region else ""


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


def _halved(units: Sequence[Unit], first: int, last: int) -> bool:
    """Whether a hyphen ties the words to another that is no place by itself: "Kani" in "Kani-Bonzon"."""
    beside = [at for at in (first - 1, last + 1) if 0 <= at < len(units)]
    tied = [units[at] for at in beside if units[at].token in (units[first].token, units[last].token)]
    return any(unit.text[:1].isupper() and not gazetteer().named(unit.text) for unit in tied)


def _headed(units: Sequence[Unit], first: int, last: int) -> bool:
    """Whether the words open the text in capitals, as some papers print any first word: "BAKU tembak"."""
    after = units[last + 1].text if last + 1 < len(units) else ""
    return first == 0 and len(units[0].text) > _SHORTEST and units[last].text.isupper() and after.islower()


def cued(word: str, words: PlaceWords) -> bool:
    """Whether a word is the last of those that say that a place follows ("negara bagian", "kota")."""
    return any(cue.split()[-1] == word for cue in (*words.city, *words.region))


def _sign(units: tuple[Unit, ...], first: int, last: int, names: tuple[Name, ...], words: PlaceWords) -> bool:
    """Whether the ear or the word before says that a place is named."""
    low, high = units[first].token, units[last].token
    if any(name.label == "LOC" and name.first <= low and high <= name.last for name in names):
        return True
    before = units[first - 1] if first else None
    if before is None:
        return False
    return before.folded in words.within or bool(cue_before(units, first, words))


def _evident(best: Candidate, first: int, last: int, spoken: Counter[str]) -> bool:
    if first == 0 and last == 0:
        return best.population >= 5 * _LARGE
    return best.population >= _LARGE or (best.population >= _TOWN and best.place.country in spoken)


def _weight(candidate: Candidate, larger: Larger | None, spoken: Counter[str], cue: str, words: PlaceWords) -> float:
    place = candidate.place
    weight = math.log10(candidate.population + 10) * 1.5
    weight += _SPOKEN * (place.country in spoken) + min(spoken[place.country or ""], 5) * 0.2
    weight -= larger.apart(place) / _FAR if larger is not None else 0.0
    weight += _CURATED * (candidate.curated or _capital(place))
    if place.precision == "region":
        weight += _KIND if cue in words.region and cue not in words.city else 1.0
    return weight


def _capital(place: Place) -> bool:
    country = countries().get(place.country or "")
    return country is not None and place.name in country.capitals
