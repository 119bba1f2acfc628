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

_ADDRESSING = frozenset({EventType.ACCUSE, EventType.REQUEST, EventType.AGREE, EventType.THREATEN, EventType.SANCTION})
_NEAR = 1
"""How many sentences back "keputusan itu" may point."""
_CONDEMNS = "disapprove"
_WITHIN = ("obj", "obl", "nmod", "nsubj", "compound", "flat")


def with_answers(drafts: Sequence[Draft], others: Sequence[Draft], rules: Grammar) -> list[Draft]:
    """The drafts of an article in the order of its text; an answer whose recipients stand nowhere near it goes to the
    actors of the latest act that addressed its own actors, blame to the actors of the act that is blamed, a punishment
    to those blamed beside it. others: all drafts, events or not."""
    answered: list[Draft] = []
    for number, draft in enumerate(drafts):
        answer = _blaming(_addressed(draft, drafts[:number], rules), drafts[:number], others, rules)
        answered.append(_punishing(answer, answered))
    return answered


def _punishing(draft: Draft, earlier: Sequence[Draft]) -> Draft:
    """The draft; "mengutuk kudeta X dan mengumumkan sanksi" punishes those whom its actors blame in the same breath."""
    own, (actors, recipients) = draft.candidate, sides(draft.roles)
    if own.type is not EventType.SANCTION or own.build in NOUNS or recipients or not actors:
        return draft
    here = (one for one in earlier if one.candidate.sentence == own.sentence and sides(one.roles)[0] == actors)
    blame = next((one for one in here if one.candidate.type is EventType.ACCUSE and one.roles.recipients), None)
    return draft if blame is None else replace(draft, roles=Roles(draft.roles.actors, blame.roles.recipients))


def _blaming(draft: Draft, earlier: Sequence[Draft], others: Sequence[Draft], rules: Grammar) -> Draft:
    """The draft; who condemns an act blames those who did it, where more is known of them than that they fight."""
    own, actors = draft.candidate, sides(draft.roles)[0]
    if own.type is not EventType.ACCUSE or own.build in NOUNS or not actors or _names_blamed(draft, others):
        return draft
    for one in _condemned(draft, earlier, others, rules):
        doers = [actor for actor in sides(one.roles)[0] if actor.sector is not Sector.UAF]
        if doers and not {group(a) for a in doers} & {group(a) for a in actors}:
            return replace(draft, roles=Roles(draft.roles.actors, one.roles.actors))
    return draft


def _names_blamed(draft: Draft, others: Sequence[Draft]) -> bool:
    """Whether the sentence itself says who is blamed: not those whom the act that is condemned befell ("mengutuk
    penangkapan X"), nor somebody of another sentence."""
    here = {f.mention for f in draft.roles.recipients if f.mention.sentence == draft.candidate.sentence}
    return not here <= {f.mention for act in _objects(draft, others) for f in act.roles.recipients}


def _condemned(draft: Draft, earlier: Sequence[Draft], others: Sequence[Draft], rules: Grammar) -> Iterator[Draft]:
    """What somebody condemns, likeliest first: the act that the object names, those told before that it points back to
    ("mengecam serangan itu"), for a noun of any deed the latest ("menyesalkan keputusan itu")."""
    own, tree = draft.candidate, draft.tree
    for act in _objects(draft, others):
        known = points_back(act, rules) or not act.roles.actors  # "mengutuk penangkapan X"
        yield from _told_before(act, earlier) if known else ()
        yield act
    if own.entry is None or _CONDEMNS not in own.entry.modes:
        return
    objects = _below(draft)
    for at in objects:
        below = {tree.tokens[child].text.lower() for child in tree.children[at]}
        if tree.tokens[at].text.lower() in rules.marks.deeds and not below.isdisjoint(rules.marks.again):
            yield from (one for one in reversed(earlier) if one.candidate.sentence >= own.sentence - _NEAR)


def _objects(draft: Draft, others: Sequence[Draft]) -> list[Draft]:
    """The drafts of deeds that nouns within the object of a draft's verb name, the surest heard first."""
    own, below = draft.candidate, _below(draft)
    named = (d for d in others if d.candidate.sentence == own.sentence and d.candidate.token in below)
    unblamed = SPOKEN | {EventType.PROTEST}
    deeds = [d for d in named if d.candidate.build in NOUNS and d.candidate.type not in unblamed]
    return sorted(deeds, key=lambda deed: -deed.candidate.heard)


def _below(draft: Draft) -> set[int]:
    own, tokens, behind = draft.candidate, draft.tree.tokens, draft.candidate.last + 1
    called = {behind} if behind < len(tokens) and tokens[behind].upos == "NOUN" else set()  # "menyebut serangan itu X"
    return called | {i for word in range(own.first, own.last + 1) for i in draft.tree.below(word, *_WITHIN)}


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
