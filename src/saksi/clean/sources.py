"""Sources that the article's own text credits: agencies and other media, with the words that name them."""

import re
from collections.abc import Iterator
from functools import cache

from saksi.languages.loader import load
from saksi.languages.shape_page import CreditWords
from saksi.model.codes import Sector
from saksi.model.span import Span
from saksi.world import media
from saksi.world.countries import countries, local_names
from saksi.world.organisations import body_called

_NAME = r"(?:al|el|an|as)-[A-Z][\w'’]+|[A-Z][\w'’&.-]*[\w](?: (?:[A-Z][\w'’&-]*[\w]|of|and|el|al))*"
_WORD = re.compile(r"[\w'’./-]+")
_MOST_BETWEEN = 5
_MOST_NAME = 4
_PARTIES = frozenset({Sector.MIL, Sector.GOV, Sector.COP, Sector.SPY, Sector.REB, Sector.PRM, Sector.UAF, Sector.PTY})


class Sources:
    """A language's ways of crediting a source in a sentence."""

    def __init__(self, words: CreditWords, language: str) -> None:
        self._language = language
        self._between = words.between
        self._not_sources = words.not_sources
        kinds = "|".join(map(re.escape, sorted(words.media, key=len, reverse=True)))
        cites = "|".join(map(re.escape, sorted(words.cites, key=len, reverse=True)))
        tells = "|".join(map(re.escape, sorted(words.tells, key=len, reverse=True)))
        # some pages lose the space after the citing word
        self._cite = re.compile(rf"\b(?:{cites})(?:,?\s+|(?=[A-Z]))", re.IGNORECASE)
        self._tell = re.compile(rf"\b(?:{tells})\s+", re.IGNORECASE)
        interviews = "|".join(map(re.escape, words.interviews))
        self._interview = re.compile(rf"\b(?:{interviews})\s+", re.IGNORECASE)
        self._kind = re.compile(rf"(?:{kinds})\b\s*", re.IGNORECASE)
        reporting = "|".join(map(re.escape, words.reporting))
        self._reports = re.compile(rf"\s*(?:,[^,.]{{0,40}},)?\s*(?:juga\s+)?(?:{reporting})\b", re.IGNORECASE)
        self._name = re.compile(_NAME)
        self._also = re.compile(r"(?:\s*,\s*|\s+dan\s+|\s*/\s*)")

    def find(self, text: str) -> list[tuple[str, Span]]:
        """The sources credited, each once, with the words that name it first."""
        found: dict[str, Span] = {}
        for name, span in sorted(self._all(text), key=lambda item: item[1]):
            found.setdefault(name, span)
        return list(found.items())

    def _all(self, text: str) -> Iterator[tuple[str, Span]]:
        for cue in self._cite.finditer(text):
            yield from self._after(text, cue.end(), sure=True)
        for cue in self._tell.finditer(text):
            yield from self._after(text, cue.end(), sure=False)
        for cue in self._interview.finditer(text):
            yield from (hit for hit in self._after(text, cue.end(), sure=False) if _printed(hit[0]))
        for kind in self._kind.finditer(text):
            named = self._after(text, kind.start(), sure=False)
            yield from (hit for hit in named if self._reports.match(text, hit[1].end))
        for known in media.pattern().finditer(text):
            if self._reports.match(text, known.end()):
                yield media.media()[known["name"]].name, Span(*known.span("name"))

    def _after(self, text: str, at: int, *, sure: bool) -> Iterator[tuple[str, Span]]:
        """The source named at a place, and those joined to it. sure: a name counts without being a known medium."""
        kind = None if media.pattern().match(text, at) else self._kind.match(text, at)
        start = self._skip(text, kind.end()) if kind else at
        hit = self._named(text, start, sure=sure or bool(kind))
        while hit:
            yield hit
            joint = self._also.match(text, hit[1].end)
            if not joint:
                return
            kind = self._kind.match(text, joint.end())
            start = self._skip(text, kind.end()) if kind else joint.end()
            hit = self._named(text, start, sure=False)

    def _skip(self, text: str, at: int) -> int:
        """Past the words between what a medium is called and its name ("kantor berita resmi Turki Anadolu")."""
        for _ in range(_MOST_BETWEEN):
            if media.pattern().match(text, at):
                return at
            word = _WORD.match(text, at)
            if not word:
                return at
            known_later = media.pattern().search(text, at, at + 60)
            between = word.group().casefold().strip(",") in self._between
            if not between and not (known_later and self._capitals(text[at : known_later.start()])):
                return at
            at = word.end()
            while at < len(text) and text[at] in " ,":
                at += 1
        return at

    def _capitals(self, text: str) -> bool:
        """Whether only capitalised words and those of the in-between list stand here: countries before the name."""
        return all(
            word[:1].isupper() or word.casefold() in self._between
            for word in (each.group() for each in _WORD.finditer(text))
        )

    def _named(self, text: str, at: int, *, sure: bool) -> tuple[str, Span] | None:
        """The medium whose name begins here; any capitalised name where sure."""
        known = media.pattern().match(text, at)
        if known:
            return media.media()[known["name"]].name, Span(*known.span("name"))
        name = self._name.match(text, at)
        word = _WORD.match(text, at)
        if word and (medium := media.known(word.group())) and medium.kind == "agency" and len(word.group()) > 3:
            return medium.name, Span(word.start(), word.start() + len(word.group().rstrip(".,")))
        if not name or not sure:
            return None
        words = name.group().split()
        if _fold(name.group()) in country_names(self._language) or _fold(words[0]) in country_names(self._language):
            return None
        if words[0].casefold() in self._not_sources or len(words) > _MOST_NAME or _tells_of_itself(words):
            return None
        return name.group(), Span(*name.span())


@cache
def sources_of(language: str) -> Sources:
    """The ways of crediting a source in a language."""
    return Sources(load(language, "credits", CreditWords), language)


@cache
def country_names(language: str) -> frozenset[str]:
    """What countries and their people are called: a name that a medium is not meant by."""
    names = (name for country in countries().values() for name in country.names)
    local = (name for names in local_names(language).values() for name in names)
    return frozenset(_fold(name) for name in (*names, *local))


def _tells_of_itself(words: list[str]) -> bool:
    """Whether a name is that of an army, a state's organ, an armed group or a party, or of a part of one: what such a
    body reports is its word, and no medium's."""
    bodies = (body_called(" ".join(words[:length])) for length in range(len(words), 0, -1))
    return any(body is not None and body.sector in _PARTIES for body in bodies)


def _fold(name: str) -> str:
    return name.casefold().strip()


def _printed(name: str) -> bool:
    """Whether a source is a newspaper or magazine, or one that is not listed."""
    medium = media.known(name)
    return medium is None or medium.kind == "press"
