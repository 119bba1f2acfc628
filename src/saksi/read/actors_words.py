"""The heads of phrases that mean actors, as a language gives them: offices, groups, organs, bearers, references."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from saksi.languages.loader import load
from saksi.languages.shape_actors import ActorWords, Titles
from saksi.languages.shape_places import PlaceWords, SettingWords
from saksi.model.codes import Sector
from saksi.world.phrases import Match, PhraseIndex, Unit

_LONGEST = 3
"""Words of a head among which one with a possessive ending is looked for."""
OPEN = frozenset({"bearer", "unit"})
"""Kinds of heads whose side is that of what follows them."""


@dataclass(frozen=True, slots=True)
class Head:
    """A noun that heads a phrase for an actor. kind: office, ministry, counterpart or one of actors.toml;
    office: key of world/persons; portfolio: English name of the ministry; local: of a town or region by its nature."""

    kind: str
    sector: Sector
    word: str
    office: str = ""
    portfolio: str = ""
    local: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All that a language says about actors: its words and those around places, the verbs whose object is where they
    strike, the index of its heads, the last words of offices."""

    words: ActorWords
    around: PlaceWords
    striking: frozenset[str]
    titles: Titles
    heads: PhraseIndex[Head]
    office_ends: frozenset[str]

    def head(self, units: Sequence[Unit], first: int) -> Match[Head] | None:
        """The longest head that starts at a unit; a possessive ending ("pasukannya") does not hide it."""
        found = self.heads.at(units, first)
        ending = self.words.reference.possessive
        owned = next((n for n in range(first, min(first + _LONGEST, len(units))) if _owned(units[n], ending)), None)
        if owned is None or (found is not None and found.last >= owned):
            return found
        last = replace(units[owned], folded=units[owned].folded.removesuffix(ending))
        whole = self.heads.at([*units[first:owned], last], 0, first)  # "angkatan udaranya"
        return whole if whole is not None and whole.last == owned else found


def _owned(unit: Unit, ending: str) -> bool:
    return unit.folded.endswith(ending) and len(unit.folded) >= len(ending) + 3


@cache
def lexicon(language: str) -> Lexicon:
    """The words for actors in a language."""
    words = load(language, "actors", ActorWords)
    titles = load(language, "titles", Titles)
    ends = frozenset(word.split()[-1] for office in titles.office for word in office.words)
    around, striking = load(language, "places", PlaceWords), load(language, "setting", SettingWords).targets
    return Lexicon(words, around, striking, titles, PhraseIndex(_heads(words, titles)), ends)


def _heads(words: ActorWords, titles: Titles) -> Iterator[tuple[str, Head]]:
    for first in words.ministry.heads:
        for portfolio, english in words.ministry.english.items():
            yield f"{first} {portfolio}", Head("ministry", Sector.GOV, first, "", english)
    for short, portfolio in words.ministry.short.items():
        yield short, Head("ministry", Sector.GOV, short, "", words.ministry.english[portfolio])
    for counterpart in words.reference.counterpart:
        yield counterpart, Head("counterpart", Sector.GOV, counterpart)
    for office in titles.office:
        for word in office.words:
            yield word, Head("office", Sector(office.sector), word, office.key, local=word in words.local.heads)
    for head in words.head:
        for word in head.words:
            yield word, Head(head.kind, Sector(head.sector), word, local=word in words.local.heads)
