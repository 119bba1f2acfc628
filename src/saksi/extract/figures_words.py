"""The words that tell of counts, ready to be looked up in a row of lower-case words."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Generic, TypeVar

from saksi.languages.loader import load
from saksi.languages.shape import RoleMarks
from saksi.languages.shape_figures import FigureMarks, FigureWords
from saksi.model.codes import Measure

Meaning = TypeVar("Meaning")


class Phrases(Generic[Meaning]):
    """Phrases with what they mean; of several that fit, the longest counts."""

    def __init__(self, phrases: Iterable[tuple[str, Meaning]]) -> None:
        self._starts: dict[str, list[tuple[tuple[str, ...], Meaning]]] = {}
        self._ends: dict[str, list[tuple[tuple[str, ...], Meaning]]] = {}
        for phrase, meaning in sorted(phrases, key=lambda pair: -len(pair[0].split())):
            words = tuple(phrase.split())
            self._starts.setdefault(words[0], []).append((words, meaning))
            self._ends.setdefault(words[-1], []).append((words, meaning))

    def all_starting(self, row: Sequence[str], at: int) -> Iterator[tuple[int, Meaning]]:
        """The lengths and meanings of all phrases that start at a word, the longest first."""
        for words, meaning in self._starts.get(row[at], ()):
            if tuple(row[at : at + len(words)]) == words:
                yield len(words), meaning

    def all_ending(self, row: Sequence[str], at: int) -> Iterator[tuple[int, Meaning]]:
        """The lengths and meanings of all phrases that end with a word, the longest first."""
        for words, meaning in self._ends.get(row[at], ()):
            first = at + 1 - len(words)
            if first >= 0 and tuple(row[first : at + 1]) == words:
                yield len(words), meaning

    def starting(self, row: Sequence[str], at: int) -> tuple[int, Meaning] | None:
        """The length and meaning of the phrase that starts at a word."""
        return next(self.all_starting(row, at), None)

    def ending(self, row: Sequence[str], at: int) -> tuple[int, Meaning] | None:
        """The length and meaning of the phrase that ends with a word."""
        return next(self.all_ending(row, at), None)


class Lexicon:
    """The words of a language that tell of counts. verbs, nouns, totals, predicates and heads mean measures; groups
    mean PLOVER sectors, "ANY" where the noun leaves it open. holding: passives of holding a place."""

    def __init__(self, words: FigureWords, holding: frozenset[str]) -> None:
        self.holding = holding
        measures = {Measure(name): listed for name, listed in words.measures.items()}
        self.verbs = Phrases((phrase, measure) for measure, listed in measures.items() for phrase in listed.verbs)
        self.nouns = Phrases((phrase, measure) for measure, listed in measures.items() for phrase in listed.nouns)
        self.totals = Phrases((phrase, measure) for measure, listed in measures.items() for phrase in listed.totals)
        self.heads = Phrases((phrase, measure) for measure, listed in measures.items() for phrase in listed.heads)
        self.predicates = Phrases(
            (phrase, measure) for measure, listed in measures.items() for phrase in listed.predicates
        )
        self.groups = Phrases((phrase, sector) for sector, listed in words.groups.items() for phrase in listed)
        self.definitions = Phrases((phrase, True) for phrase in words.marks.definitions)
        self.among = Phrases((phrase, True) for phrase in words.marks.among)
        self.of_all = Phrases((phrase, True) for phrase in words.marks.of_all)
        self.parts = Phrases((phrase, True) for phrase in words.marks.parts)
        self.marks: FigureMarks = words.marks

    def is_foreign(self, row: Sequence[str]) -> bool:
        """Whether the words of a counted phrase leave its country open on purpose: "pekerja asing", "migran"."""
        return not self.marks.foreign.isdisjoint(row)

    def is_owned(self, row: Sequence[str]) -> bool:
        """Whether the words of a counted phrase say that it is somebody's: "prajuritnya"."""
        return any(word.endswith(self.marks.owned) or word in self.marks.theirs for word in row)

    def plain(self, word: str) -> str:
        """A noun without an ending that says whose it is, and a woman's as the man's ("wartawati"); other words stay
        as they are."""
        for ending, other in (*((ending, "") for ending in self.marks.owned), *self.marks.feminine.items()):
            noun = word.removesuffix(ending) + other
            if word.endswith(ending) and (self.groups.starting((noun,), 0) or self.heads.starting((noun,), 0)):
                return noun
        return word

    def unowned(self, word: str) -> str:
        """A word without an ending that says whose it is, whether it is known or not."""
        return next((word.removesuffix(ending) for ending in self.marks.owned if word.endswith(ending)), word)

    def agent_at(self, row: Sequence[str], at: int) -> int | None:
        """The word of agency at or soon behind a word: "diculik oleh"."""
        return next((n for n in range(at, min(at + 3, len(row))) if row[n] in self.marks.agents), None)


@cache
def lexicon_of(language: str) -> Lexicon:
    """The words of a language. Raises InputError for one without a folder."""
    return Lexicon(load(language, "figures", FigureWords), load(language, "roles", RoleMarks).holding)
