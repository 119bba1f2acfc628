"""Whom somebody charges with a task: "PBB menunjuk X untuk menengahi perundingan antara A dan B"."""

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
            return tree.below(above, "obj")
        if word in rules.charged:
            subject = tree.subject(above, rules.marks.relative)
            return [] if subject is None else [subject]
    return []


def only_charges(candidate: Candidate, tree: Tree, rules: Grammar) -> bool:
    """Whether a candidate's verb only charges somebody with what a verb behind it tells."""
    own = candidate.token
    word = tree.tokens[own].text.lower()
    if candidate.type not in _EMPTY or not (word in rules.charging or word in rules.charged):
        return False
    behind = (i for i in tree.subtree(own) if i > own and tree.tokens[i].upos == "VERB")
    return any(charged(i, tree, rules) for i in behind)
