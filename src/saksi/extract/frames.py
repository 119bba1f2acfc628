"""The frame lexicon: finds the words that tell of PLOVER's event types, with how their roles are filled."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from saksi.languages.loader import load
from saksi.languages.morphology import active_forms, agentless_forms, passive_forms, plain
from saksi.languages.shape import FrameWords, Morphology
from saksi.model.codes import MUTUAL, EventType
from saksi.model.syntax import Token


class Build(StrEnum):
    """How a word fills its roles, NEVER where it is no event at all: see frames.toml."""

    ACTIVE = "active"
    PASSIVE = "passive"
    INTRANSITIVE = "intransitive"
    UNDERGOER = "undergoer"
    NOUN_BY = "noun_by"
    NOUN_OF = "noun_of"
    BLAME = "blame"
    NEVER = "never"


_GAP = " ... "
_NEAR = 10
"""How many words further the rest of a phrase with a gap may stand."""
_STOPS = frozenset({"VERB", "PART"})
_STOPS_BEFORE = _STOPS | {"SCONJ"}
NOUNS = frozenset({Build.NOUN_BY, Build.NOUN_OF})
"""The ways in which a noun is built."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One form of the lexicon: its words after the first, those that follow at some distance ("serahkan ... sandera")
    or, in the passive, stand before it ("sandera ... diserahkan"), its lexeme and how it is built."""

    rest: tuple[str, ...]
    later: tuple[str, ...]
    earlier: tuple[str, ...]
    type: EventType
    lexeme: str
    build: Build
    weak: bool
    modes: tuple[str, ...]

    @property
    def width(self) -> int:
        """How many words it takes."""
        return 1 + len(self.rest) + len(self.later) + len(self.earlier)

    @property
    def outright(self) -> bool:
        """Whether it is a verb's phrase of several words that says somebody did what can be but one act."""
        return self.single and self.build not in NOUNS

    @property
    def single(self) -> bool:
        """Whether it is a phrase of several words that means but one act."""
        return self.width > 1 and not self.weak and self.build is not Build.NEVER


@dataclass(frozen=True, slots=True)
class Match:
    """An entry found at the tokens first..last (inclusive) of a sentence; later: the tokens of its words further on."""

    first: int
    last: int
    entry: Entry
    later: range = range(0)

    def covers(self, token: int) -> bool:
        """Whether a token is one of the words found."""
        return self.first <= token <= self.last or token in self.later


class FrameLexicon:
    """All forms of a language's frames, looked up by their first word."""

    def __init__(self, frames: dict[EventType, FrameWords], morphology: Morphology) -> None:
        self._morphology = morphology
        self._index: dict[str, list[Entry]] = {}
        self._nobody = {type_: frozenset(words.nobody) for type_, words in frames.items()}
        self._games = {type_: frozenset(words.games) for type_, words in frames.items() if words.games}
        self._reciprocal = {(type_, word) for type_, words in frames.items() for word in words.reciprocal}
        self._between = {(type_, word) for type_, words in frames.items() for word in words.between}
        for type_, words in frames.items():
            for form, entry in _entries(type_, words, morphology):
                self._index.setdefault(form, []).append(entry)

    def plain(self, word: str) -> str:
        """The form under which a word is looked up."""
        return plain(word, self._morphology)

    def is_nobody(self, type_: EventType, word: str) -> bool:
        """Whether the word names what does nothing of the type, though it be the subject of its verbs."""
        return self.plain(word) in self._nobody.get(type_, ())

    def played(self, tokens: Sequence[Token]) -> frozenset[EventType]:
        """The types that a sentence does not tell of, since it tells of a match."""
        words = {self.plain(token.text) for token in tokens}
        return frozenset(type_ for type_, games in self._games.items() if not games.isdisjoint(words))

    def is_mutual(self, type_: EventType, phrase: Sequence[Token], between: bool) -> bool:
        """Whether the phrase tells of what sides do together or to each other, so that all of them are actors; between:
        whether the sentence names them as two ("antara A dan B")."""
        if type_ in MUTUAL:
            return True
        known = self._between | self._reciprocal if between else self._reciprocal
        return any((type_, self.plain(token.text)) in known for token in phrase)

    def find(self, tokens: Sequence[Token]) -> list[Match]:
        """The longest match of each type at each token; one that lies inside a longer one of its type is left out."""
        words = [token.text.lower() for token in tokens]
        bare = [self.plain(token.text) for token in tokens]
        found: dict[tuple[int, EventType], Match] = {}
        for i in range(len(tokens)):
            for entry in self._at(words[i], bare[i]):
                last = i + len(entry.rest)
                near = _stands(entry.rest, words, bare, i + 1) and _precedes(entry.earlier, tokens, words, bare, i)
                later = _following(entry.later, tokens, words, bare, last + 1) if near else None
                if later is not None:
                    best = found.get((i, entry.type))
                    if best is None or entry.width > best.entry.width:
                        found[i, entry.type] = Match(i, last, entry, later)
        matches = list(found.values())
        return [m for m in matches if not any(_inside(m, other) for other in matches)]

    def _at(self, word: str, bare: str) -> Iterable[Entry]:
        yield from self._index.get(word, ())
        if bare != word:
            yield from self._index.get(bare, ())


def _inside(match: Match, other: Match) -> bool:
    wider = other.entry.width > match.entry.width
    return wider and other.entry.type == match.entry.type and other.first <= match.first and match.last <= other.last


def _stands(phrase: Sequence[str], words: Sequence[str], bare: Sequence[str], at: int) -> bool:
    """Whether the words of a phrase stand from a token on."""
    end = at + len(phrase)
    return end <= len(words) and all(w in (words[j], bare[j]) for j, w in enumerate(phrase, at))


def _following(
    phrase: Sequence[str], tokens: Sequence[Token], words: Sequence[str], bare: Sequence[str], at: int
) -> range | None:
    """The tokens of a phrase that follows not far behind, with neither verb nor negation between; None where none does,
    no tokens of no phrase."""
    if not phrase:
        return range(0)
    for start in range(at, min(at + _NEAR, len(tokens))):
        if _stands(phrase, words, bare, start):
            return range(start, start + len(phrase))
        if tokens[start].upos in _STOPS:
            return None
    return None


def _precedes(
    phrase: Sequence[str], tokens: Sequence[Token], words: Sequence[str], bare: Sequence[str], at: int
) -> bool:
    """Whether a phrase, if there is one, stands not far before, with neither verb nor the start of a clause between."""
    if not phrase:
        return True
    for start in range(at - 1, max(-1, at - 1 - _NEAR), -1):
        if tokens[start].upos in _STOPS_BEFORE:
            return False
        if start + len(phrase) <= at and _stands(phrase, words, bare, start):
            return True
    return False


def _entries(type_: EventType, words: FrameWords, morphology: Morphology) -> Iterator[tuple[str, Entry]]:
    weak, nouns = frozenset(words.weak), {*words.noun_by, *words.noun_of}
    modes: dict[str, list[str]] = {}
    for mode, lexemes in words.modes.items():
        for lexeme in lexemes:
            modes.setdefault(lexeme, []).append(mode)

    def entry(form: str, lexeme: str, build: Build, soft: bool = False, turned: bool = False) -> tuple[str, Entry]:
        near, _, far = form.partition(_GAP)
        first, *rest = near.split(" ")
        later, earlier = ((), tuple(far.split())) if turned else (tuple(far.split()), ())
        told = (tuple(rest), later, earlier)
        return first, Entry(
            *told, type_, lexeme, build, soft or lexeme in weak, tuple(dict.fromkeys(modes.get(lexeme, ())))
        )

    for stem in words.transitive:
        yield from (entry(form, stem, Build.ACTIVE) for form in active_forms(stem, morphology))
        yield from (entry(form, stem, Build.PASSIVE) for form in passive_forms(stem, morphology))
        if _GAP in stem:
            yield from (entry(form, stem, Build.PASSIVE, turned=True) for form in passive_forms(stem, morphology))
        if stem not in weak:  # "tersebut", "tentang": the shorter forms of weak stems are mostly other words
            yield from (entry(form, stem, Build.PASSIVE, soft=True) for form in agentless_forms(stem, morphology))
            if stem not in nouns:  # "invasi"
                yield entry(stem, stem, Build.ACTIVE, soft=True)
    for build, forms in (
        (Build.INTRANSITIVE, words.intransitive),
        (Build.UNDERGOER, words.undergoer),
        (Build.NOUN_BY, words.noun_by),
        (Build.NOUN_OF, words.noun_of),
        (Build.NEVER, words.never),
    ):
        yield from (entry(form, form, build) for form in forms)
    yield from (entry(form, form, Build.BLAME, soft=True) for form in words.blame)


@cache
def frame_lexicon(language: str) -> FrameLexicon:
    """The frame lexicon of a language, built once."""
    return FrameLexicon(load(language, "frames", dict[EventType, FrameWords]), load(language, "morphology", Morphology))
