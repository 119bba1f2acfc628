"""Refusals and denials of what somebody said before: "membantah tuduhan itu" answers the one who accused."""

from collections.abc import Sequence
from dataclasses import replace

from saksi.extract.draft import Draft
from saksi.extract.merge import group
from saksi.extract.roles import Roles, sides
from saksi.extract.zones import Grammar
from saksi.model.codes import EventType

_ADDRESSING = frozenset({EventType.ACCUSE, EventType.REQUEST, EventType.AGREE, EventType.THREATEN})
_WITHIN = ("obj", "obl", "nmod", "nsubj", "compound", "flat")


def with_answers(drafts: Sequence[Draft], rules: Grammar) -> list[Draft]:
    """The drafts of an article in the order of its text; an answer whose recipients stand nowhere near it goes to the
    actors of the latest act that addressed its own actors."""
    return [_addressed(draft, drafts[:number], rules) for number, draft in enumerate(drafts)]


def _addressed(draft: Draft, earlier: Sequence[Draft], rules: Grammar) -> Draft:
    actors, recipients = sides(draft.roles)
    if draft.candidate.type is not EventType.REJECT or not actors or recipients or not _refers_back(draft, rules):
        return draft
    own = {group(actor) for actor in actors}
    for act in reversed(earlier):
        if act.candidate.type in _ADDRESSING and own & {group(actor) for actor in sides(act.roles)[1]}:
            return replace(draft, roles=Roles(draft.roles.actors, act.roles.actors))
    return draft


def _refers_back(draft: Draft, rules: Grammar) -> bool:
    """Whether what is refused was told of before: "tuduhan itu", "permintaan tersebut"."""
    tree, marks = draft.tree, rules.marks
    for word in range(draft.candidate.first, draft.candidate.last + 1):
        for said in (word, *tree.below(word, *_WITHIN)):
            below = {tree.tokens[child].text.lower() for child in tree.children[said]}
            if tree.tokens[said].text.lower() in marks.answered and not below.isdisjoint(marks.again):
                return True
    return False
