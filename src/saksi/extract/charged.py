"""Whom somebody charges with a task: "PBB menunjuk X untuk menengahi perundingan antara A dan B"."""

from collections.abc import Iterator

from saksi.extract.candidates import Candidate
from saksi.extract.tree import Tree
from saksi.extract.zones import Grammar
from saksi.model.codes import EventType

_TASKS = frozenset({"advcl", "xcomp", "acl"})
_EMPTY = frozenset({EventType.CONSULT, EventType.REQUEST})
"""Types that the ear gives to the charge itself."""


def charged(verb: int, tree: Tree, rules: Grammar) -> list[int]:
    """The heads of those who are charged with what a verb tells, none where nobody is."""
    place = tree.tokens[verb]
    if place.deprel not in _TASKS or tree.case(verb) not in rules.marks.purpose:
        return []
    for above in tree.ancestors(verb):
        word = tree.tokens[above].text.lower()
        if word in rules.charging:
            return list(tree.below(above, "obj"))
        if word in rules.charged:
            subject = tree.subject(above, rules.marks.relative)
            return [] if subject is None else [subject]
    return []


def only_charges(candidate: Candidate, tree: Tree, rules: Grammar) -> bool:
    """Whether a candidate's verb only charges somebody with what a verb behind it tells."""
    charges = tree.tokens[candidate.token].text.lower() in (rules.charging | rules.charged)
    return charges and candidate.type in _EMPTY and any(_tasks(candidate.token, tree, rules))


def _tasks(token: int, tree: Tree, rules: Grammar) -> Iterator[int]:
    behind = (i for i in tree.subtree(token) if i > token and tree.tokens[i].upos == "VERB")
    yield from (i for i in behind if charged(i, tree, rules))
