"""Acts that their sentence bears out though they weigh little: told outright, or known by those whom they befell."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from saksi.extract.draft import Draft
from saksi.extract.fillers import Roles
from saksi.extract.frames import NOUNS, Build
from saksi.extract.telling import points_back
from saksi.extract.unmistakable import is_unmistakable
from saksi.extract.weighing import share_side
from saksi.extract.zones import Grammar
from saksi.model.codes import EventType, Status

_BEFALLS = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.RETREAT})
"""Acts that news often tells of without those who did them."""
_SUFFERED = frozenset({EventType.COERCE, EventType.RETREAT, EventType.SANCTION})
"""Acts that phrases tell of by whom they befell."""
_HEARD = 0.4
"""How surely an attack must be heard whose dead or wounded the sentence tells of."""
_SURE = 0.6
"""How surely a verb must be heard that tells by itself what befell somebody."""
_SOON = 2
"""How many sentences behind an attack may count its dead."""

Weighed = Sequence[tuple[float, Draft]]


def borne_out(weighed: Weighed, threshold: float, rules: Grammar) -> Iterator[Draft]:
    """The drafts below the threshold that their sentence bears out: a phrase that says who did what outright, a bomb
    heard beside those whom it killed, a verb heard surely whose subject it befell. What the article tells of elsewhere
    needs no such help."""
    told = [draft for odds, draft in weighed if odds >= threshold]
    for odds, draft in weighed:
        own = draft.candidate
        plain = is_unmistakable(draft, rules)
        if odds >= threshold or (own.entry is None and not plain):
            continue
        kin = [d for _, d in weighed if d.candidate.sentence == own.sentence and d.candidate.type == own.type]
        if any(d in told for d in kin):
            continue
        alone = bool(draft.roles.actors) or not any(d.candidate.type == own.type and share_side(d, draft) for d in told)
        if (alone and _is_outright(draft)) or (plain and _is_first(draft, kin, told, rules)):
            yield draft
        if own.type not in _BEFALLS or not _is_plain(draft, rules) or any(_is_louder(d, draft) for d in kin):
            continue
        whole = _with_the_fallen(draft, kin, rules) or _with_those_counted_next(draft, weighed, told, rules)
        if whole is not None and not any(_is_told_of(d, whole) for d in told):
            yield whole


def _is_told_of(told: Draft, draft: Draft) -> bool:
    """Whether what was told elsewhere may be the same act: of a side of it, and not only in another place."""
    one, other = told.place, draft.place
    apart = other is not None and (one is None or one.place.name != other.place.name)
    far = abs(told.candidate.sentence - draft.candidate.sentence) > _SOON
    return told.candidate.type == draft.candidate.type and share_side(told, draft) and not (apart and far)


def _is_outright(draft: Draft) -> bool:
    """Whether a phrase of several words that means one act only says that somebody did it, or whom it befell, in the
    article's own voice: models that learned from single words hear such phrases too softly ("melanggar wilayah udara").
    Who lost his life may have done so by accident."""
    own, roles = draft.candidate, draft.roles
    lent = bool(roles.actors) and "zone.actor.light" in roles.actors[0].how  # "mengumumkan mobilisasi umum"
    phrase = own.entry is not None and (own.entry.outright or (own.entry.single and lent))
    outright = phrase and draft.verdict.status is Status.ACTUAL
    suffered = own.build in (Build.UNDERGOER, Build.PASSIVE) and own.type in _SUFFERED
    befell = suffered and bool(roles.recipients)
    known = bool(roles.actors) and not draft.alone
    return outright and (known or befell) and not (draft.unreal or draft.quoted)


def _is_first(draft: Draft, kin: Sequence[Draft], told: Sequence[Draft], rules: Grammar) -> bool:
    """Whether no other word tells of the act louder, in its sentence or, where nobody did it, in the one before or of
    the same side."""
    own = draft.candidate
    before = (d for d in told if d.candidate.type == own.type and not draft.roles.actors)
    again = any(d.candidate.sentence == own.sentence - 1 or share_side(d, draft) for d in before)
    return not again and not any(_is_louder(d, draft) for d in kin if is_unmistakable(d, rules))


def _is_plain(draft: Draft, rules: Grammar) -> bool:
    """Whether a draft is of an act that took place, by somebody unknown, and does not point back to one told before."""
    back = points_back(draft, rules)
    return not (back or draft.unreal or draft.roles.actors) and draft.verdict.status is Status.ACTUAL


def _is_louder(other: Draft, draft: Draft) -> bool:
    one, own = other.candidate, draft.candidate
    return one.heard > own.heard or (one.heard == own.heard and one.first < own.first)


def _with_the_fallen(draft: Draft, kin: Sequence[Draft], rules: Grammar) -> Draft | None:
    """The draft with those whom it befell, None where its sentence does not bear it out."""
    own = draft.candidate
    fallen = next((d for d in kin if _tells_of_fallen(d, rules) and d.roles.recipients), None)
    if fallen is not None and own.type is EventType.ASSAULT and own.heard >= _HEARD:
        return draft if draft.roles.recipients else replace(draft, roles=Roles(recipients=fallen.roles.recipients))
    struck = any("zone.recipient.to " in filler.how for filler in draft.roles.recipients)  # "serangan terhadap X"
    by_itself = (
        struck if own.build is Build.NOUN_BY else own.build not in NOUNS and draft.tree.tokens[own.token].upos == "VERB"
    )
    return draft if by_itself and draft.roles.recipients and own.heard >= _SURE else None


def _with_those_counted_next(draft: Draft, weighed: Weighed, told: Sequence[Draft], rules: Grammar) -> Draft | None:
    """The draft of a blow in a place that is told, with those who fell, where only a sentence behind tells of them:
    "bom meledak di X. Sedikitnya 12 orang tewas"."""
    own = draft.candidate
    if own.type is not EventType.ASSAULT or own.heard < _SURE or draft.place is None:
        return None
    behind = range(own.sentence + 1, own.sentence + 1 + _SOON)
    if any(d.candidate.sentence in behind and d.candidate.type == own.type for d in told):
        return None
    for _, other in weighed:
        if other.candidate.sentence in behind and other.candidate.type == own.type and _tells_of_fallen(other, rules):
            fallen = draft.roles.recipients or other.roles.recipients
            if fallen and not other.roles.actors:
                return replace(draft, roles=Roles(recipients=fallen))
    return None


def _tells_of_fallen(draft: Draft, rules: Grammar) -> bool:
    entry = draft.candidate.entry
    return entry is not None and (entry.lexeme in rules.marks.befallen or entry.lexeme in rules.marks.results)
