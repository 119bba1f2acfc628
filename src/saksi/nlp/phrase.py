"""The phrase that a word heads: what a tree tells of the extent of an argument."""

from saksi.model.span import Span
from saksi.model.syntax import Sentence

_NOT_OF_THE_PHRASE = frozenset(
    {"acl", "advcl", "parataxis", "ccomp", "punct", "cc", "conj", "appos", "advmod", "mark", "case", "cop", "aux",
     "nsubj", "csubj", "obl", "dislocated", "discourse", "orphan", "list", "root", "xcomp", "obj"}
)  # fmt: skip
"""Relations to the head word under which a dependent is no part of the phrase; deeper down all but clauses is."""
_CLAUSES = frozenset({"acl", "advcl", "parataxis", "ccomp", "csubj", "root"})


def phrase(sentence: Sentence, token: int) -> Span:
    """The span of the phrase that a token heads: its modifiers, without clauses, conjuncts and what a verb governs."""
    inside = _members(sentence, token)
    first = last = token
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    return Span(sentence.tokens[first].start, sentence.tokens[last].end)


def _members(sentence: Sentence, token: int) -> set[int]:
    inside = {token}
    grown = True
    while grown:
        grown = False
        for at, each in enumerate(sentence.tokens):
            barred = _NOT_OF_THE_PHRASE if each.head == token else _CLAUSES
            if at not in inside and each.head in inside and each.deprel not in barred:
                inside.add(at)
                grown = True
    return inside
