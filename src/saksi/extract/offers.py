"""Who is ready to help others talk: "X menyatakan siap menengahi dialog antara A dan B" promises it to both."""

from saksi.extract.candidates import Candidate
from saksi.extract.cast import Cast
from saksi.extract.frames import NOUNS
from saksi.extract.tree import Tree
from saksi.extract.zones import Grammar
from saksi.model.codes import EventType
from saksi.model.mention import ActorMention

OFFERED = "offered"
"""How the sides of such a promise are known."""
_TWO = 2
_CLAUSES = frozenset({"ccomp", "xcomp"})


def offering(candidate: Candidate, tree: Tree, cast: Cast, rules: Grammar) -> list[ActorMention]:
    """The subject of a verb of readiness, or of the verb of speech whose clause that is; empty where there is none."""
    words = {token.text.lower() for token in tree.tokens[candidate.first : candidate.last + 1]}
    if candidate.type is not EventType.AGREE or candidate.build in NOUNS or rules.marks.ready.isdisjoint(words):
        return []
    subject = tree.subject(candidate.token, rules.marks.relative)
    place = tree.tokens[candidate.token]
    if subject is None and place.deprel in _CLAUSES:
        subject = tree.subject(place.head, rules.marks.relative)
    heads = tree.with_conjuncts(subject) if subject is not None else []
    return [mention for head in heads for mention in cast.at(tree, candidate.sentence, head)]


def offered(
    candidate: Candidate, tree: Tree, cast: Cast, rules: Grammar
) -> tuple[list[ActorMention], list[ActorMention]] | None:
    """Who offers and those between whom he would stand; None where nobody offers others to help them."""
    speakers = offering(candidate, tree, cast, rules)
    opened = (i for i in range(candidate.last + 1, len(tree.tokens)) if tree.case(i) in rules.marks.between)
    heads = (head for i in opened for head in tree.with_conjuncts(i))
    between = [mention for head in heads for mention in cast.at(tree, candidate.sentence, head)]
    if not speakers or len(between) < _TWO or any(mention in between for mention in speakers):
        return None
    return speakers, between
