"""What somebody ought to do: "Israel harus menghentikan serangannya, kata Guterres" asks Israel for it."""

from collections.abc import Sequence

from saksi.extract.candidates import Candidate
from saksi.extract.cast import Cast
from saksi.extract.tree import Tree
from saksi.extract.zones import Grammar
from saksi.model.codes import EventType
from saksi.model.mention import ActorMention

_URGES = frozenset({EventType.REQUEST, EventType.ACCUSE})
_HANGS = frozenset({"aux", "advmod", "mark"})


def urged_verb(candidate: Candidate, tree: Tree, rules: Grammar) -> int | None:
    """The verb of what ought to be done, None where the candidate's own word asks for something."""
    if candidate.type not in _URGES:
        return None
    inside = range(candidate.first, candidate.last + 1)
    modal = next((i for i in inside if tree.tokens[i].text.lower() in rules.marks.ought), None)
    if modal is not None:
        return tree.tokens[modal].head if tree.tokens[modal].deprel in _HANGS else candidate.token
    below = {tree.tokens[i].text.lower() for i in tree.children[candidate.token]}
    return candidate.token if candidate.entry is None and not below.isdisjoint(rules.marks.ought) else None


def urged(
    candidate: Candidate, tree: Tree, cast: Cast, rules: Grammar
) -> tuple[Sequence[ActorMention], Sequence[ActorMention]] | None:
    """Who says that somebody ought to do something, and who ought to; None where the act is told otherwise."""
    verb = urged_verb(candidate, tree, rules)
    if verb is None:
        return None
    subject = tree.subject(verb, rules.marks.relative)
    if subject is None:
        return None
    passive = rules.is_passive(tree.tokens[verb].text)  # who is to be stopped is not asked to stop: whose attacks are
    asked = _named(subject, tree, cast, candidate.sentence, inner=passive)
    speakers = [mention for mention in cast.telling(candidate.span) if mention not in asked]
    return (speakers, asked) if asked else None


def _named(subject: int, tree: Tree, cast: Cast, sentence: int, inner: bool) -> list[ActorMention]:
    """The mentions at the heads of a subject; inner: those below them instead."""
    found: dict[ActorMention, None] = {}
    for head in tree.with_conjuncts(subject):
        own = cast.at(tree, sentence, head)
        if not inner:
            found.update(dict.fromkeys(own))
        elif not own:
            below = (cast.at(tree, sentence, token) for token in tree.subtree(head))
            found.update(dict.fromkeys(next(filter(None, below), ())))
    return list(found)
