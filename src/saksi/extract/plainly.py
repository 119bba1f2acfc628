"""Acts that their sentence tells plainly: a verb of one meaning with both its sides where grammar puts them."""

from collections.abc import Iterator, Sequence

from saksi.extract.draft import Draft
from saksi.extract.fillers import Filler
from saksi.extract.frames import Build
from saksi.model.codes import EventType, Status

_DEEDS = frozenset({Build.ACTIVE, Build.PASSIVE})
_SURE = 0.5
"""How surely a side must be cast."""
_PAIR = 2
_HEARD = 0.15
"""How surely a verb must be heard whose sentence tells only who did it."""

Weighed = Sequence[tuple[float, Draft]]


def told_plainly(weighed: Weighed, threshold: float) -> Iterator[Draft]:
    """The drafts below the threshold whose verb, with who did it and to whom beside it, can mean but one act; with him
    alone where more than one word or the ear too tells of it; and talks whose mediator is named with their sides."""
    told = [draft.candidate for odds, draft in weighed if odds >= threshold]
    for odds, draft in weighed:
        own = draft.candidate
        here = (other for other in told if other.sentence == own.sentence)
        taken = any(other.type == own.type or other.span.overlaps(own.span) for other in here)
        if odds < threshold and not taken and (_is_plain(draft) or _is_mediated(draft)):
            yield draft


def _is_plain(draft: Draft) -> bool:
    own, entry = draft.candidate, draft.candidate.entry
    if entry is None or entry.weak or own.build not in _DEEDS or draft.tree.tokens[own.token].upos != "VERB":
        return False
    if draft.verdict.status is not Status.ACTUAL or draft.unreal or draft.alone or not _is_beside(draft.roles.actors):
        return False
    return entry.width > 1 or own.heard >= _HEARD or _is_beside(draft.roles.recipients)


def _is_mediated(draft: Draft) -> bool:
    """Whether talks "antara A dan B" are heard that a third brings about, as it may be yet to come."""
    own, sides = draft.candidate, draft.roles.actors
    outright = len(sides) > _PAIR and all(side.score >= 1 for side in sides)
    return own.type is EventType.CONSULT and own.heard >= _HEARD and outright


def _is_beside(fillers: Sequence[Filler]) -> bool:
    """Whether the grammar gives the role to the first filler itself."""
    return bool(fillers) and fillers[0].score >= _SURE and ".head" in fillers[0].how
