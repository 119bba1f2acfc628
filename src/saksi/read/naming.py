"""Known names in a sentence: countries, regions, seats of government, organisations and persons of the world tables."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from saksi.languages.loader import load
from saksi.languages.shape_places import PlaceWords
from saksi.model.actor import Actor
from saksi.model.codes import Sector
from saksi.model.place import Place
from saksi.model.syntax import Sentence, Token
from saksi.world.capitals import capitals
from saksi.world.countries import countries, local_names
from saksi.world.organisations import organisations
from saksi.world.persons import persons
from saksi.world.phrases import Match, PhraseIndex, Unit, parts
from saksi.world.regions import regions
from saksi.world.spelling import fold

NAMES_OF_STATE = frozenset({Sector.GOV, Sector.MIL, Sector.COP, Sector.LEG, Sector.SPY, Sector.JUD})
"""Sectors whose named organs are part of a state, so that the country in their name is one that the text names."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a name stands for. kind: country, seat, region, organisation or person; nothing: a phrase that only opens
    like a name."""

    kind: str
    actor: Actor | None = None
    place: Place | None = None


class _Names(PhraseIndex[Known]):
    """An index in which no body's name ends within the name of a country: "Tentara | Sudan Selatan"."""

    def at(self, units: Sequence[Unit], first: int, shift: int = 0) -> Match[Known] | None:
        match = super().at(units, first, shift)
        if match is None or match.entry.kind != "organisation" or match.first == match.last:
            return match
        country = super().at(units, match.last - shift, shift)
        beyond = country is not None and country.entry.kind == "country" and country.last > match.last
        return None if beyond else match


@cache
def known_names(language: str) -> PhraseIndex[Known]:
    """The names of the world tables in a language and in English. Where two share a name, the earlier kind wins."""
    return _Names(_all(language))


def _all(language: str) -> Iterator[tuple[str, Known]]:
    yield from _each(load(language, "places", PlaceWords).nameless, Known("nothing"))
    local = local_names(language)
    for country in countries().values():
        known = Known("country", Actor.state(country.code), country.place)
        yield from _each((*country.names, *local[country.code]), known)
    for organisation in organisations(language):
        yield from _each(organisation.names, Known("organisation", organisation.actor))
    for country in countries().values():
        yield from _each(country.seats, Known("seat", Actor.state(country.code)))
    for region in regions(language):
        yield from _each(region.names, Known("region", None, region.place))
    yield from _capitals()
    for person in persons():
        yield from _each(person.names, Known("person", person.actor))


def _capitals() -> Iterator[tuple[str, Known]]:
    """Capitals under their English names."""
    return ((place.name, Known("region", None, place)) for code in countries() for place in capitals(code))


def _each(names: Iterable[str], known: Known) -> Iterator[tuple[str, Known]]:
    return ((name, known) for name in names)


def units(sentence: Sentence) -> tuple[Unit, ...]:
    """The words of a sentence as the index sees them: parts of a hyphenated word apart, a doubled word once."""
    return tuple(unit for number, token in enumerate(sentence.tokens) for unit in _parts(token, number))


def _parts(token: Token, number: int) -> Iterator[Unit]:
    pieces = parts(token.text)
    if len(pieces) == 1:
        yield Unit(fold(pieces[0]), token.text, token.start, token.end, number)
        return
    start = token.start
    for piece in pieces:
        yield Unit(fold(piece), piece, start, start + len(piece), number)
        start += len(piece) + 1
