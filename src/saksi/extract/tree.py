"""Walks through the dependency tree of a sentence (Universal Dependencies, relations without subtypes)."""

from collections.abc import Collection, Iterator
from functools import cached_property

from saksi.model.span import Span
from saksi.model.syntax import Sentence, Token

_NAMING = frozenset({"NOUN", "PROPN"})
_SHARED = frozenset({"conj", "xcomp", "advcl", "ccomp", "parataxis"})
_BREAKS = frozenset({"ccomp", "parataxis", "acl", "advcl"})
_MAX_STEPS = 6


class Tree:
    """A sentence's tokens with their children."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.tokens: tuple[Token, ...] = sentence.tokens

    @cached_property
    def children(self) -> list[list[int]]:
        """For each token the indices of the tokens that it governs, in order."""
        out: list[list[int]] = [[] for _ in self.tokens]
        for i, token in enumerate(self.tokens):
            if token.head >= 0:
                out[token.head].append(i)
        return out

    def below(self, index: int, *relations: str) -> list[int]:
        """The children of a token that stand in one of the relations."""
        return [i for i in self.children[index] if self.tokens[i].deprel in relations]

    def subtree(self, index: int) -> Iterator[int]:
        """The token and all that it governs, nearest first."""
        queue = [index]
        for i in queue:
            yield i
            queue.extend(self.children[i])

    def case(self, index: int) -> str:
        """The preposition before a phrase in lower case, "" where there is none."""
        marks = self.below(index, "case", "mark")
        return self.tokens[marks[0]].text.lower() if marks else ""

    def opening(self, span: Span) -> str:
        """The word before a phrase and the plain nouns before it, in lower case: "menurut" of "menurut perkiraan X"; ""
        where the phrase opens the sentence."""
        before = self.token_at(span) - 1
        while before > 0 and self.tokens[before].upos == "NOUN" and self.tokens[before].text.islower():
            before -= 1
        return self.tokens[before].text.lower() if before >= 0 else ""

    def with_conjuncts(self, index: int) -> list[int]:
        """The token and the tokens coordinated with it."""
        return [index, *self.below(index, "conj")]

    def ancestors(self, index: int) -> Iterator[int]:
        """The governors of a token, nearest first."""
        for _ in range(len(self.tokens)):
            index = self.tokens[index].head
            if index < 0:
                return
            yield index

    def subject(self, index: int, relative: Collection[str] = ()) -> int | None:
        """The subject of a predicate: its own, a relative clause's antecedent, or the one that it shares.

        relative: the words that stand for the antecedent in a relative clause, in lower case.
        """
        for _ in range(_MAX_STEPS):
            token = self.tokens[index]
            verbs = (index, *self.below(index, "aux"))  # some trees hang X on the aux: "X dijadwalkan bertemu Y"
            subjects = (i for verb in verbs for i in self.below(verb, "nsubj", "csubj"))
            own = [i for i in subjects if self.tokens[i].text.lower() not in relative]
            if own:
                return own[0]
            if token.head < 0:
                return None
            if token.deprel == "acl":
                return token.head
            if token.deprel not in _SHARED:
                return None
            index = token.head
        return None

    def parted(self, start: int, token: int, openings: Collection[str]) -> bool:
        """Whether a token behind another belongs to a clause of what somebody did before or after: "serangan itu
        terjadi setelah X merebut Y".

        openings: the words that open such a clause, in lower case.
        """
        opening = next((i for i in range(start + 1, token) if self.tokens[i].text.lower() in openings), token)
        inside = range(opening, token)
        verb = next((i for i in inside if self.tokens[i].upos == "VERB" or self.tokens[i].deprel == "advcl"), opening)
        return any(self.tokens[i].upos in _NAMING for i in range(opening, verb))

    def token_at(self, span: Span) -> int:
        """The token in which a span starts."""
        return next((i for i, token in enumerate(self.tokens) if token.end > span.start), len(self.tokens) - 1)

    def distance(self, a: int, b: int) -> int:
        """Steps between two tokens through the tree, with a clause border counting as two more."""
        path = {a: 0, **dict(self._climb(a))}
        if b in path:
            return path[b]
        last = 0
        for up, cost in self._climb(b):
            if up in path:
                return cost + path[up]
            last = cost
        return last + len(self.tokens)

    def borders(self, a: int, b: int) -> int:
        """How many clause borders the way through the tree from one token to another crosses."""
        one, other = [a, *self.ancestors(a)], [b, *self.ancestors(b)]
        apart = [i for i in (*one, *other) if (i in one) != (i in other)]
        return sum(self.tokens[i].deprel in _BREAKS for i in apart)

    def _climb(self, index: int) -> Iterator[tuple[int, int]]:
        """The governors of a token with the cost of the way to each."""
        cost = 0
        for up in self.ancestors(index):
            cost += 3 if self.tokens[index].deprel in _BREAKS else 1
            yield up, cost
            index = up
