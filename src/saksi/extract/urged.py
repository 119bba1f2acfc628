"""What somebody ought to do: "Israel harus menghentikan serangannya, kata Guterres" asks Israel for it."""

from collections.abc import Sequence

from saksi.extract.candidates import Candidate
from saksi.extract.cast import Cast
from saksi.extract.tree import Tree
from saksi.extract.zones import Grammar
from saksi.model.codes import EventType
from saksi.model.mention import ActorMention

URGED = "urged"
"""How the sides of such a demand are known."""
_URGES = frozenset({EventType.REQUEST, EventType.ACCUSE})
_HANGS = frozenset({"aux", "advmod", "mark"})
_JOINS = frozenset({"dan", "serta", ",", "maupun"})

Sides = tuple[Sequence[ActorMention], Sequence[ActorMention]]


def urged_verb(candidate: Candidate, tree: Tree, rules: Grammar) -> int | None:
    """The verb of what ought to be done, None where the candidate's own word asks for something."""
    if candidate.type not in _URGES:
        return None
    if (modal := modal_of(candidate, tree, rules)) is not None:
        return tree.tokens[modal].head if tree.tokens[modal].deprel in _HANGS else candidate.token
    below = {tree.tokens[i].text.lower() for i in tree.children[candidate.token]}
    return candidate.token if candidate.entry is None and not below.isdisjoint(rules.marks.ought) else None


def urged(candidate: Candidate, tree: Tree, cast: Cast, rules: Grammar) -> Sides | None:
    """Who says that somebody ought to do something, and who ought to; None where the act is told otherwise."""
    verb = urged_verb(candidate, tree, rules)
    if verb is None:
        return None
    subject, modal = tree.subject(verb, rules.marks.relative), modal_of(candidate, tree, rules)
    passive = rules.is_passive(tree.tokens[verb].text)  # who is to be stopped is not asked to stop: whose attacks are
    if subject is not None:
        asked = _named(subject, tree, cast, candidate.sentence, inner=passive)
    else:
        asked = [] if passive or modal is None else _listed(modal, tree, cast.of(candidate.sentence))
    speakers = [mention for mention in cast.telling(candidate.span) if mention not in asked]
    return (speakers, asked) if asked else None


def is_idle(candidate: Candidate, tree: Tree, cast: Cast, rules: Grammar) -> bool:
    """Whether an "ought" that the ear hears nothing in asks nobody for anything."""
    known = candidate.entry is not None and candidate.entry.lexeme in rules.marks.ought
    return known and candidate.heard == 0 and urged(candidate, tree, cast, rules) is None


def modal_of(candidate: Candidate, tree: Tree, rules: Grammar) -> int | None:
    """The token of "harus" or the like in a candidate's phrase."""
    inside = range(candidate.first, candidate.last + 1)
    return next((i for i in inside if tree.tokens[i].text.lower() in rules.marks.ought), None)


def _listed(before: int, tree: Tree, here: Sequence[ActorMention]) -> list[ActorMention]:
    """The mentions that end right before a token, and those listed with them, whatever the tree makes of the list."""
    found: list[ActorMention] = []
    for mention in sorted(here, key=lambda m: m.span, reverse=True):
        if mention.span.end > tree.tokens[before].start:
            continue
        gap = {token.text.lower() for token in tree.tokens[:before] if token.start >= mention.span.end}
        if not gap <= (_JOINS if found else frozenset()):
            break
        found.append(mention)
        before = tree.token_at(mention.span)
    return found


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
