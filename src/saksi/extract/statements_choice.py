"""Which of the words of saying in one sentence make statements of their own, and where each one's words end."""

from collections.abc import Sequence
from dataclasses import replace

from saksi.extract.statements_cue import Cue, Strength
from saksi.extract.statements_line import Range


def choose(cues: tuple[Cue, ...], clauses: Sequence[Range]) -> tuple[Cue, ...]:
    """The cues that count in each clause that stands by itself, in order."""
    return tuple(
        _clipped(cue, clause)
        for clause in clauses
        for cue in _chosen(tuple(each for each in cues if clause[0] <= each.first < clause[1]))
    )


def _clipped(cue: Cue, clause: Range) -> Cue:
    first, end = clause
    content = tuple((max(a, first), min(b, end)) for a, b in cue.content if a < end and first < b)
    return replace(cue, content=content)


def _chosen(cues: tuple[Cue, ...]) -> tuple[Cue, ...]:
    """The cues that count, in order, each with its words cut where the next one's begin.

    "X mengatakan A, kata Y" is Y's; "X mengatakan A, menurut laporan itu" and "X mengatakan A, kata AFP" are X's; an
    act of speech ("mendesak") counts only where nothing else in the sentence does.
    """
    kept = _without_frames(_without_acts(cues))
    return tuple(_cut(cue, kept[n + 1 :]) for n, cue in enumerate(kept))


def _without_acts(cues: tuple[Cue, ...]) -> list[Cue]:
    full = [cue for cue in cues if cue.strength is not Strength.ACT]
    if all(cue.strength is Strength.CLOSING for cue in full):
        return list(cues[:1]) + [cue for cue in full if cue is not cues[0]] if cues else []
    if cues[0].strength is Strength.ACT and not cues[0].relative and all(cue.relative for cue in full):
        return [cues[0], *full]
    return full


def _without_frames(cues: list[Cue]) -> list[Cue]:
    """Without the cues that lie inside another's words and say less than it does."""
    out: list[Cue] = []
    for cue in cues:
        own = (one for one in out if not one.follows and not (one.relative and cue.strength is Strength.SIGNED))
        if cue.follows and not any(one.strength > cue.strength for one in own):
            out = [one for one in out if one.follows]
        if not _framed(cue, out):
            out.append(cue)
    return out


def _framed(cue: Cue, before: list[Cue]) -> bool:
    """Whether a cue is only a part of what another one reports, or the frame of what another one tells better."""
    if not before:
        return False
    last = before[-1]
    if cue.follows:
        if cue.strength <= Strength.SIGNED < last.strength:
            return True  # "..., kata X, lapor AFP"
        return bool(last.speaker and last.speaker[1] == cue.first) or any(not one.follows for one in before)
    denied = cue.relative and not cue.subject
    return cue.strength < Strength.SURE and not cue.joined and not denied and not cue.against


def _cut(cue: Cue, later: list[Cue]) -> Cue:
    after = next((one for one in later if not one.follows), None)
    if after is None or (after.relative and any(start == after.first for start, _ in cue.content)):
        return cue  # "membantah tuduhan X bahwa ...": what is denied holds what X said
    return _clipped(cue, (0, after.first))
