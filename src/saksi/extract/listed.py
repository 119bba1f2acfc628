"""Who a noun means that a list behind it names: "tiga negara, yakni A, B dan C", "faksi-faksi seperti X dan Y"."""

from collections.abc import Iterator, Sequence

from saksi.extract.casting import Seat
from saksi.extract.tree import Tree
from saksi.extract.zones import Grammar
from saksi.model.actor import Actor
from saksi.model.mention import ActorMention

_JOINING = frozenset({"CCONJ", "PUNCT"})
_GAP = 2
"""How many signs and words may stand between two of a list: ", dan"."""
_COMMON = frozenset({"NOUN", "ADJ"})
_FEWEST = 2


Named = tuple[ActorMention | None, tuple[Seat, ...]]
"""The mention of a noun, None where it is nobody known by itself, and the seats of the list that names it."""


def named_behind(seats: Sequence[Seat], tree: Tree, rules: Grammar) -> Iterator[Named]:
    """The lists of a sentence that name those whom the noun before them means. seats: those of the sentence."""
    here = sorted(seats, key=lambda seat: seat.mention.span)
    for at, token in enumerate(tree.tokens):
        if token.text.lower() not in rules.marks.meaning or not at:
            continue
        last = at - 2 if tree.tokens[at - 1].text == "," and at > 1 else at - 1
        noun = next((s.mention for s in here if _covers(s.mention, tree, last)), None)
        generic = _is_generic(noun) if noun is not None else tree.tokens[last].upos in _COMMON
        if not generic:
            continue  # "Pakistan, seperti India": each is itself
        listed = tuple(_run(here, tree, at + 1))
        if len(listed) >= _FEWEST and all(map(_is_known, listed)):
            yield noun, listed


def _is_generic(noun: ActorMention) -> bool:
    return noun.rule != "actor.state" and all(actor.name is None for actor in noun.actors)


def _run(here: Sequence[Seat], tree: Tree, first: int) -> Iterator[Seat]:
    """The seats of a list that begins at a token."""
    for seat in here:
        start = tree.token_at(seat.mention.span)
        if start < first:
            continue
        gap = tree.tokens[first:start]
        if len(gap) > _GAP or any(token.upos not in _JOINING for token in gap):
            return
        yield seat
        first = next((i for i, t in enumerate(tree.tokens) if t.start >= seat.mention.span.end), len(tree.tokens))


def _is_known(seat: Seat) -> bool:
    """Whether a seat is a state, or bears a name: "20 orang, termasuk lima polisi" are more than these."""
    return all(actor.name or actor == Actor.state(actor.country or "") for actor in seat.mention.actors)


def _covers(mention: ActorMention, tree: Tree, token: int) -> bool:
    place = tree.tokens[token]
    return mention.span.start <= place.start and place.end <= mention.span.end
