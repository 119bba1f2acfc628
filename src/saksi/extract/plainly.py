"""Acts that their sentence tells plainly: a verb of one meaning with both its sides where grammar puts them."""

from collections.abc import Iterator, Sequence

from saksi.extract.draft import Draft
from saksi.extract.frames import Build
from saksi.extract.roles import Filler
from saksi.model.codes import Status

_DEEDS = frozenset({Build.ACTIVE, Build.PASSIVE})
_SURE = 0.5
"""How surely a side must be cast."""

Weighed = Sequence[tuple[float, Draft]]


def told_plainly(weighed: Weighed, threshold: float) -> Iterator[Draft]:
    """The drafts below the threshold whose verb, with both sides beside it, can mean but one act."""
    told = [draft.candidate for odds, draft in weighed if odds >= threshold]
    for odds, draft in weighed:
        own = draft.candidate
        near = (other for other in told if other.sentence == own.sentence)
        if (
            odds < threshold
            and _is_plain(draft)
            and not any(o.type == own.type or o.span.overlaps(own.span) for o in near)
        ):
            yield draft


def _is_plain(draft: Draft) -> bool:
    own, entry = draft.candidate, draft.candidate.entry
    firm = entry is not None and not entry.weak and own.build in _DEEDS
    real = draft.verdict.status is Status.ACTUAL and not draft.unreal
    verb = draft.tree.tokens[own.token].upos == "VERB"
    return firm and real and verb and _is_beside(draft.roles.actors) and _is_beside(draft.roles.recipients)


def _is_beside(fillers: Sequence[Filler]) -> bool:
    """Whether the grammar gives the role to the first filler itself."""
    return bool(fillers) and fillers[0].score >= _SURE and ".head" in fillers[0].how
