"""Walks through the dependency tree of a sentence (Universal Dependencies, relations without subtypes)."""

from collections.abc import Collection, Iterator
from functools import cached_property

from saksi.model.syntax import Sentence, Token

_SHARED = frozenset({"conj", "xcomp", "advcl", "ccomp", "parataxis"})
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
            own = [i for i in self.below(index, "nsubj", "csubj") if self.tokens[i].text.lower() not in relative]
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
