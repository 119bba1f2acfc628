"""What an act does to those whom it hits, told by a verb behind it: "menyerang patroli, menewaskan empat polisi"."""

from collections.abc import Sequence
from dataclasses import replace

from saksi.extract.draft import Draft
from saksi.extract.zones import Grammar
from saksi.model.codes import EventType, Status

_ASIDE = frozenset({"ADV", "AUX", "PART"})
_LINKS = frozenset({"PUNCT", "CCONJ", "SCONJ"})


def tells_result(draft: Draft, rules: Grammar) -> bool:
    """Whether a draft's verb tells what the act before it did, without a subject of its own."""
    return _is_result(draft, rules) and _goes_on(draft, rules)


def _is_result(draft: Draft, rules: Grammar) -> bool:
    entry = draft.candidate.entry
    return entry is not None and entry.lexeme in rules.marks.results


def _goes_on(draft: Draft, rules: Grammar) -> bool:
    tree, at = draft.tree, draft.candidate.first - 1
    while at > 0 and tree.tokens[at].upos in _ASIDE:
        at -= 1
    return at > 0 and (tree.tokens[at].upos in _LINKS or tree.tokens[at].text.lower() in rules.marks.relative)


def with_results(drafts: Sequence[Draft], others: Sequence[Draft], rules: Grammar) -> list[Draft]:
    """The drafts; one that names nobody whom it hits has those whom another draft, itself maybe no event, says that it
    killed or wounded."""
    return [_with_result(draft, others, rules) for draft in drafts]


def _with_result(draft: Draft, others: Sequence[Draft], rules: Grammar) -> Draft:
    own, roles = draft.candidate, draft.roles
    if own.mutual or roles.recipients or not roles.actors:
        return draft
    for other in others:
        that = other.candidate
        if (that.sentence, that.type) != (own.sentence, own.type):
            continue
        if _fell_before(other, draft, rules):
            return replace(draft, roles=replace(roles, recipients=other.roles.recipients))
        if that.first <= own.last:
            continue
        doers = {filler.mention for filler in roles.actors}
        theirs = {filler.mention for filler in other.roles.actors} == doers
        if _is_result(other, rules) and (theirs or _goes_on(other, rules) or _is_its_subject(draft, other, rules)):
            hit = tuple(filler for filler in other.roles.recipients if filler.mention not in doers)
            return replace(draft, roles=replace(roles, recipients=hit))
    return _with_those_counted_next(draft, others, rules)


def _with_those_counted_next(draft: Draft, others: Sequence[Draft], rules: Grammar) -> Draft:
    """The draft of an attack with those of whom the next sentence only says that they fell: "menyerbu hotel di X.
    Delapan orang tewas"."""
    own, placed = draft.candidate, draft.place is not None
    if own.type is not EventType.ASSAULT or draft.verdict.status is not Status.ACTUAL or not placed:
        return draft
    behind = (d for d in others if d.candidate.sentence == own.sentence + 1 and d.candidate.type is own.type)
    other = next((d for d in behind if d.roles.recipients), None)
    entry = other.candidate.entry if other is not None else None
    if other is None or entry is None or entry.lexeme not in rules.marks.befallen or other.roles.actors or other.time:
        return draft
    sides = {actor for filler in draft.roles.actors for actor in filler.mention.actors}
    hit = tuple(f for f in other.roles.recipients if sides.isdisjoint(f.mention.actors))
    return replace(draft, roles=replace(draft.roles, recipients=hit))


def _fell_before(fall: Draft, draft: Draft, rules: Grammar) -> bool:
    """Whether those of whom the sentence tells first fell in the act: "dua orang tewas ketika X menyerbu Y"."""
    own, that, marks = draft.candidate, fall.candidate, rules.marks
    if that.entry is None or that.entry.lexeme not in marks.befallen or that.last >= own.first:
        return False
    between = (token.text.lower() for token in draft.tree.tokens[that.last + 1 : own.first])
    apart = {filler.mention for filler in fall.roles.recipients}.isdisjoint(f.mention for f in draft.roles.actors)
    return apart and fall.verdict.status is draft.verdict.status and not marks.blows.isdisjoint(between)


def _is_its_subject(draft: Draft, other: Draft, rules: Grammar) -> bool:
    """Whether the act is the subject of the other's verb: "serangan itu menewaskan X"."""
    subject = other.tree.subject(other.candidate.token, rules.marks.relative)
    return subject is not None and draft.candidate.first <= subject <= draft.candidate.last
