"""What speakers say that their own side will do to others: "Jika mereka menyerang, kami akan membalas," kata X."""

from collections.abc import Sequence

from saksi.extract.candidates import Candidate
from saksi.extract.cast import Cast
from saksi.extract.tree import Tree
from saksi.extract.zones import Grammar
from saksi.model.codes import EventType, Sector
from saksi.model.mention import PLACED, ActorMention

VOWED = "vowed"
"""How the sides of such a threat are known."""
_NEAR = 6
"""Words behind a vow among which its verb stands."""

Sides = tuple[Sequence[ActorMention], Sequence[ActorMention]]


def is_vow(candidate: Candidate, tree: Tree, rules: Grammar) -> bool:
    """Whether a phrase that threatens begins with those for whom its speaker speaks."""
    own = tree.tokens[candidate.first].text.lower() in rules.marks.ourselves
    return own and candidate.type is EventType.THREATEN and candidate.entry is not None


def vowed(candidate: Candidate, tree: Tree, cast: Cast, rules: Grammar) -> Sides | None:
    """Who speaks, and whom the verb behind hits; None where the phrase is no vow or nobody is known to speak."""
    if not is_vow(candidate, tree, rules):
        return None
    here = cast.of(candidate.sentence)
    meant = [mention for mention in here if candidate.span.covers(mention.span)] or cast.telling(candidate.span)
    behind = range(candidate.last + 1, min(candidate.last + 1 + _NEAR, len(tree.tokens)))
    verb = next((i for i in behind if tree.tokens[i].upos == "VERB"), None)
    objects = tree.below(verb, "obj") if verb is not None else []
    hit = [mention for head in objects for mention in cast.at(tree, candidate.sentence, head)]
    told = (m for m in here if m.span.start > candidate.span.end and m.rule != PLACED and not _tells(m))
    hit = hit or [mention for mention in told if tree.case(mention.token) in rules.marks.patient]
    return (meant, [mention for mention in hit if mention not in meant]) if meant else None


def _tells(mention: ActorMention) -> bool:
    return any(actor.sector is Sector.JRN for actor in mention.actors)
