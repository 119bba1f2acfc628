"""Acts that others judge, deny or answer: who condemns an attack or strikes back after it did not do it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from saksi.extract.draft import Draft
from saksi.extract.fillers import Filler, Roles
from saksi.extract.frames import NOUNS
from saksi.extract.telling import points_back, reacts
from saksi.extract.zones import ACTOR, RECIPIENT, Grammar
from saksi.model.codes import EventType, Status
from saksi.model.mention import ActorMention

_JUDGING = frozenset({EventType.ACCUSE, EventType.SUPPORT, EventType.REQUEST})
_OBJECTS = frozenset({"obj", "nmod", "nsubj", "ccomp", "xcomp", "csubj", "obl", "acl", "appos"})
_WELCOMED = frozenset({EventType.AGREE, EventType.CONSULT})
_PAIR = 2
_ANSWERED = frozenset({EventType.REQUEST, EventType.THREATEN})
_NAMED = frozenset({EventType.REQUEST, EventType.THREATEN, EventType.ACCUSE})
"""Acts of speech: a noun that points back to one is no more than its name."""
_ANSWERS = frozenset({EventType.REJECT, EventType.AGREE})


def without_judges(draft: Draft, others: Sequence[Draft], rules: Grammar) -> Draft:
    """The draft without those who only judge it: who condemns an attack, asks for its end or answers it did not do it,
    and who welcomes an agreement of two others is no side of it."""
    own = draft.candidate
    if own.type is not EventType.ASSAULT and own.build not in NOUNS:
        return draft
    judges = _judges(draft, others)
    actors = tuple(filler for filler in draft.roles.actors if filler.mention not in judges)
    if own.mutual:
        return draft if len(actors) < _PAIR else replace(draft, roles=replace(draft.roles, actors=actors))
    if not reacts(draft, rules):
        return replace(draft, roles=replace(draft.roles, actors=actors))
    return replace(draft, roles=Roles(_tied(actors, ACTOR), _tied(draft.roles.recipients, RECIPIENT)))


def _tied(fillers: Sequence[Filler], role: str) -> tuple[Filler, ...]:
    """The fillers that grammar ties to the act: of what is answered the others take no part in it."""
    return tuple(filler for filler in fillers if f"zone.{role}" in filler.how)


def is_answered(draft: Draft, others: Sequence[Draft], rules: Grammar) -> bool:
    """Whether a noun only names what somebody denies or answers, and what was told before: "menyangkal tuduhan itu",
    "menolak permintaan Iran"."""
    own = draft.candidate
    offered = own.type is EventType.AGREE and reacts(draft, rules)  # "menanggapi tawaran itu"
    if own.build in NOUNS and own.type in _WELCOMED and points_back(draft, rules):
        judges = _judges(draft, others)
        if any(filler.mention in judges for filler in draft.roles.actors):
            return True  # "kesepakatan itu disambut baik oleh X", "menyambut baik pertemuan itu"
    if own.build not in NOUNS or (own.mutual and not offered):
        return False
    if offered:
        return points_back(draft, rules)
    if own.type is EventType.ACCUSE and _is_denied(draft, rules):
        return True
    left = without_judges(draft, others, rules)
    denied = own.type is EventType.ACCUSE and any(
        other.candidate.type is EventType.REJECT and _is_about(other, draft) for other in others
    )
    if own.type in _ANSWERED and any(o.candidate.type in _ANSWERS and _is_about(o, draft) for o in others):
        return True
    told = points_back(draft, rules)
    return (denied and (told or not left.roles.actors)) or (
        told and not left.roles.actors and (own.type in _NAMED or reacts(draft, rules))
    )


def _is_denied(draft: Draft, rules: Grammar) -> bool:
    """Whether a noun only names what its relative clause says somebody denied: "menuduh X, tuduhan yang dibantah Y"."""
    tree, own = draft.tree, draft.candidate
    behind = [token.text.lower() for token in tree.tokens[own.last + 1 : own.last + 3]]
    relative = behind[:1] and behind[0] in rules.marks.relative
    return bool(relative) and len(behind) == _PAIR and behind[1] in rules.marks.denied


def _judges(draft: Draft, others: Sequence[Draft]) -> set[ActorMention]:
    """The actors of what is said about an act; who asks for talks may mean to take part, and who denies to have done
    something is the one who would have done it."""
    own = draft.candidate
    denied = draft.verdict.status is Status.NEGATED and own.build not in NOUNS
    judging = _JUDGING - {EventType.REQUEST} if own.mutual else _JUDGING if denied else _JUDGING | {EventType.REJECT}
    speech = [other for other in others if other.candidate.type in judging and _is_about(other, draft)]
    speech += [other for other in others if other.candidate.type is EventType.CONSULT and _discusses(other, draft)]
    return {filler.mention for other in speech for filler in other.roles.actors}


def _is_about(one: Draft, other: Draft) -> bool:
    """Whether the words of the other act are what those of the first are said of: their object or their clause."""
    same = one.candidate.sentence == other.candidate.sentence
    return same and any(one.candidate.first <= at <= one.candidate.last for at in _governors(other))


def _discusses(talks: Draft, draft: Draft) -> bool:
    """Whether an act is the very object of talks: who discusses a coup did not stage it."""
    own, verb = draft.candidate, talks.candidate
    object_ = (
        draft.tree.tokens[own.token].deprel == "obj" and verb.first <= draft.tree.tokens[own.token].head <= verb.last
    )
    return object_ and own.sentence == verb.sentence and not own.mutual and verb.build not in NOUNS


def _governors(draft: Draft) -> Iterator[int]:
    """The words that the act is the object or the clause of, nearest first."""
    tree, at = draft.tree, draft.candidate.token
    while tree.tokens[at].deprel in _OBJECTS:
        at = tree.tokens[at].head
        yield at
