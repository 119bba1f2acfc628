"""Roles that the voice of a verb gives where the ear hears nothing."""

from collections.abc import Sequence

from saksi.extract.candidates import Candidate
from saksi.extract.casting import Seat
from saksi.extract.frames import Build
from saksi.extract.tree import Tree
from saksi.extract.zones import ACTOR, RECIPIENT, Grammar
from saksi.model.codes import SPOKEN
from saksi.model.mention import ActorMention

_NOMINAL = frozenset({"NOUN", "PROPN"})


def voiced(candidate: Candidate, seats: Sequence[Seat], tree: Tree, rules: Grammar) -> dict[ActorMention, str]:
    """The roles of a passive's subject and of its agent, where the sentence has both and the ear hears nothing; who
    stands right behind a bare stem says what was quoted before it ("..., desak X"), behind a verb made a noun he is
    its subject ("mundurnya X")."""
    if is_nominal(candidate, tree, rules):
        return {s.mention: ACTOR for s in seats if s.mention.span.start == candidate.span.end + 1}
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


def is_nominal(candidate: Candidate, tree: Tree, rules: Grammar) -> bool:
    """Whether a verb without an object is made a noun with its subject right behind it: "mundurnya tentara X"."""
    alone = candidate.build is Build.INTRANSITIVE and candidate.first == candidate.last
    if not alone or candidate.last + 1 >= len(tree.tokens):
        return False
    ended = tree.tokens[candidate.token].text.lower().endswith(rules.marks.clitic)
    return ended and tree.tokens[candidate.last + 1].upos in _NOMINAL


def _is_bare(candidate: Candidate, stem: str) -> bool:
    length = candidate.span.end - candidate.span.start
    return candidate.build is Build.ACTIVE and candidate.first == candidate.last and length == len(stem)
