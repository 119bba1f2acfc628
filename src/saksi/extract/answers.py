"""Refusals, denials and blame of what was done or said before: "membantah tuduhan itu" answers the one who accused,
"mengecam kudeta itu" blames those who staged it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from saksi.extract.draft import Draft
from saksi.extract.fillers import Roles, sides
from saksi.extract.frames import NOUNS
from saksi.extract.merge import group
from saksi.extract.telling import points_back
from saksi.extract.zones import Grammar
from saksi.model.codes import SPOKEN, EventType, Sector

_ADDRESSING = frozenset({EventType.ACCUSE, EventType.REQUEST, EventType.AGREE, EventType.THREATEN})
_NEAR = 1
"""How many sentences back "keputusan itu" may point."""
_CONDEMNS = "disapprove"
_WITHIN = ("obj", "obl", "nmod", "nsubj", "compound", "flat")


def with_answers(drafts: Sequence[Draft], others: Sequence[Draft], rules: Grammar) -> list[Draft]:
    """The drafts of an article in the order of its text; an answer whose recipients stand nowhere near it goes to the
    actors of the latest act that addressed its own actors, blame to the actors of the act that is blamed. others: all
    drafts, events or not."""
    return [
        _blaming(_addressed(draft, drafts[:number], rules), drafts[:number], others, rules)
        for number, draft in enumerate(drafts)
    ]


def _blaming(draft: Draft, earlier: Sequence[Draft], others: Sequence[Draft], rules: Grammar) -> Draft:
    """The draft; who condemns an act blames those who did it, where more is known of them than that they fight."""
    own, (actors, recipients) = draft.candidate, sides(draft.roles)
    condemns = own.entry is not None and _CONDEMNS in own.entry.modes and own.build not in NOUNS
    if not condemns or not actors or recipients:
        return draft
    for one in _condemned(draft, earlier, others, rules):
        doers = [actor for actor in sides(one.roles)[0] if actor.sector is not Sector.UAF]
        if doers and not {group(a) for a in doers} & {group(a) for a in actors}:
            return replace(draft, roles=Roles(draft.roles.actors, one.roles.actors))
    return draft


def _condemned(draft: Draft, earlier: Sequence[Draft], others: Sequence[Draft], rules: Grammar) -> Iterator[Draft]:
    """What somebody condemns, likeliest first: the act that the object names, those told before that it points back to
    ("mengecam serangan itu"), for a noun of any deed the latest ("menyesalkan keputusan itu")."""
    own, tree = draft.candidate, draft.tree
    objects = {i for word in range(own.first, own.last + 1) for i in tree.below(word, *_WITHIN)}
    for act in others:
        that = act.candidate
        named = that.build in NOUNS and that.type not in SPOKEN and that.token in objects
        if that.sentence == own.sentence and named:
            back = points_back(act, rules)
            yield from _told_before(act, earlier) if back else ()
            yield act
    for at in objects:
        below = {tree.tokens[child].text.lower() for child in tree.children[at]}
        if tree.tokens[at].text.lower() in rules.marks.deeds and not below.isdisjoint(rules.marks.again):
            yield from (one for one in reversed(earlier) if one.candidate.sentence >= own.sentence - _NEAR)


def _told_before(act: Draft, earlier: Sequence[Draft]) -> Iterator[Draft]:
    """The acts of its type, the latest first."""
    mutual = act.candidate.mutual
    return (d for d in reversed(earlier) if d.candidate.type is act.candidate.type and d.candidate.mutual == mutual)


def _addressed(draft: Draft, earlier: Sequence[Draft], rules: Grammar) -> Draft:
    actors, recipients = sides(draft.roles)
    back = _refers_back(draft, rules)
    if draft.candidate.type is not EventType.REJECT or not actors or recipients or not (back or _is_bare(draft, rules)):
        return draft
    own = {group(actor) for actor in actors}
    near = (act for act in earlier if back or draft.candidate.sentence - act.candidate.sentence <= 1)
    for act in reversed(list(near)):
        if act.candidate.type in _ADDRESSING and own & {group(actor) for actor in sides(act.roles)[1]}:
            return replace(draft, roles=Roles(draft.roles.actors, act.roles.actors))
    return draft


def _is_bare(draft: Draft, rules: Grammar) -> bool:
    """Whether a verb of denial says nothing of others: "Moskow membantah", "membantah terlibat"."""
    own, tree = draft.candidate, draft.tree
    denies = tree.tokens[own.first].text.lower() in rules.marks.denying
    others = (tree.below(i, "nsubj") for i in tree.below(own.token, "ccomp"))
    return denies and not tree.below(own.token, "obj") and not any(others)


def _refers_back(draft: Draft, rules: Grammar) -> bool:
    """Whether what is refused was told of before: "tuduhan itu", "permintaan tersebut"."""
    tree, marks = draft.tree, rules.marks
    for word in range(draft.candidate.first, draft.candidate.last + 1):
        for said in (word, *tree.below(word, *_WITHIN)):
            below = {tree.tokens[child].text.lower() for child in tree.children[said]}
            if tree.tokens[said].text.lower() in marks.answered and not below.isdisjoint(marks.again):
                return True
    return False
