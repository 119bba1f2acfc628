"""Roles that the voice of a verb gives where the ear hears nothing."""

from collections.abc import Sequence

from saksi.extract.candidates import Candidate
from saksi.extract.casting import Seat
from saksi.extract.frames import Build
from saksi.extract.zones import ACTOR, RECIPIENT
from saksi.model.codes import SPOKEN
from saksi.model.mention import ActorMention


def voiced(candidate: Candidate, seats: Sequence[Seat]) -> dict[ActorMention, str]:
    """The roles of a passive's subject and of its agent, where the sentence has both and the ear hears nothing; who
    stands right behind a bare stem says what was quoted before it ("..., desak X")."""
    if candidate.entry is not None and candidate.type in SPOKEN and _is_bare(candidate, candidate.entry.lexeme):
        return {s.mention: ACTOR for s in seats if s.mention.span.start == candidate.span.end + 1}
    if candidate.build is not Build.PASSIVE or candidate.mutual or candidate.entry is None or candidate.heard:
        return {}
    heads = {
        role: [s.mention for s in seats if f"zone.{role}.{place}" in s.features and f"zone.{role}.head" in s.features]
        for role, place in ((ACTOR, "agent"), (RECIPIENT, "subject"))
    }
    if not all(heads.values()) or set(heads[ACTOR]) & set(heads[RECIPIENT]):
        return {}
    return {mention: role for role, mentions in heads.items() for mention in mentions}


def _is_bare(candidate: Candidate, stem: str) -> bool:
    length = candidate.span.end - candidate.span.start
    return candidate.build is Build.ACTIVE and candidate.first == candidate.last and length == len(stem)
