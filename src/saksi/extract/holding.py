"""Who holds a place: "Sevare, kota yang dikuasai X" tells whose the town is, and nothing that X did there."""

from collections.abc import Collection, Sequence

from saksi.extract.candidates import Candidate
from saksi.extract.tree import Tree
from saksi.extract.zones import Grammar
from saksi.model.mention import ActorMention


def only_holds(words: Sequence[str], first: int, holding: Collection[str], agents: Collection[str]) -> bool:
    """Whether the phrase that begins at a word follows a passive of holding, with or without "oleh".

    words: of the sentence, in lower case.
    """
    at = first - 1
    if at > 0 and words[at] in agents:
        at -= 1
    return at > 0 and words[at] in holding


def holds_place(mention: ActorMention, candidate: Candidate, tree: Tree, rules: Grammar) -> bool:
    """Whether a mention is of the candidate's sentence and only tells whose a place in it is."""
    if mention.sentence != candidate.sentence:
        return False
    words = [token.text.lower() for token in tree.tokens]
    return only_holds(words, tree.token_at(mention.span), rules.marks.holding, rules.marks.agent)


def describes_place(candidate: Candidate, tree: Tree, rules: Grammar) -> bool:
    """Whether a candidate is such a passive in a relative clause, which tells what a place is like, not of an act."""
    first = candidate.first
    own = tree.tokens[candidate.token].text.lower() in rules.marks.holding
    return own and first > 0 and tree.tokens[first - 1].text.lower() in rules.marks.relative
