"""Tells a capital, seat or country that stands for its government ("Ankara menolak") from the place of that name."""

from saksi.languages.shape_places import PlaceWords
from saksi.model.place import Place
from saksi.model.span import Span
from saksi.model.syntax import Sentence
from saksi.world.countries import countries
from saksi.world.phrases import Unit

_ACTING = frozenset({"nsubj", "obj", "iobj"})
_AIM = 4
"""Words before a capital among which there is what is made on it: "serangan udara Israel terhadap Beirut"."""
_SEAT = 2
"""Words that stand before a seat: "berbasis di"."""
_PREDICATES = frozenset({"VERB", "AUX", "ADV", "PART"})


def acts(sentence: Sentence, units: tuple[Unit, ...], first: int, last: int, place: Place, words: PlaceWords) -> bool:
    """Whether a name stands for a government here. A country always may; a city only where it is a capital."""
    before = units[first - 1].folded if first else ""
    guard = units[first - 2].folded if first > 1 and before in words.guarded else ""
    if guard in words.guards and _may_act(place):
        return True
    if _is_within(units, first, words) or not _may_act(place) or _is_struck(units, first, place, words):
        return False
    if before in words.agentive:
        return True
    token = units[first].token
    head = sentence.tokens[token]
    if head.deprel in _ACTING or _follows_verb(sentence, token) or _joins_agent(sentence, token, words):
        return True
    if place.precision != "country" and _qualifies(sentence, token):
        return False
    if head.deprel in ("conj", "obl", "nmod") and place.precision == "country":
        return True
    after = units[last].token + 1
    return after < len(sentence.tokens) and sentence.tokens[after].upos in _PREDICATES


def _is_within(units: tuple[Unit, ...], first: int, words: PlaceWords) -> bool:
    """Whether a preposition of place stands before a name, also with a word of area between: "di wilayah udara X"."""
    at = first - 1
    while at > 0 and units[at].folded in words.areas:
        at -= 1
    return at >= 0 and units[at].folded in words.locative


def _is_struck(units: tuple[Unit, ...], first: int, place: Place, words: PlaceWords) -> bool:
    """Whether a strike is made on a capital, which is a town then: "serangan Israel terhadap Beirut"."""
    if place.precision == "country" or not first or units[first - 1].folded not in words.aims:
        return False
    return any(unit.folded in words.strikes for unit in units[max(0, first - 1 - _AIM) : first - 1])


def is_seat(units: tuple[Unit, ...], span: Span, words: PlaceWords) -> bool:
    """Whether somebody only has his seat in the place that a span names: "yang berbasis di Inggris"."""
    before = [unit.folded for unit in units if unit.end <= span.start][-_SEAT:]
    return len(before) == _SEAT and before[0] in words.seated and before[1] in words.locative


def _joins_agent(sentence: Sentence, token: int, words: PlaceWords) -> bool:
    """Whether a name is joined to one that acts: "oleh Ankara dan Moskow". Trees rarely join the two."""
    if token < 3 or sentence.tokens[token - 1].upos != "CCONJ" or sentence.tokens[token - 2].upos != "PROPN":
        return False
    return sentence.tokens[token - 3].text.lower() in words.agentive


def _qualifies(sentence: Sentence, token: int) -> bool:
    """Whether a noun stands right before: "bandara Sanaa"."""
    return token > 0 and sentence.tokens[token - 1].upos == "NOUN"


def _follows_verb(sentence: Sentence, token: int) -> bool:
    """Whether a verb stands right before: "didukung Ankara", "menuduh Teheran"."""
    return token > 0 and sentence.tokens[token - 1].upos == "VERB"


def _may_act(place: Place) -> bool:
    if place.country is None:
        return False
    country = countries().get(place.country)
    return country is not None and (place.name == country.name or place.name in country.capitals)
