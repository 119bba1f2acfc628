"""Acts of which only those who did them say so: "dinetralkan"."""

from collections.abc import Sequence

from saksi.extract.candidates import Candidate
from saksi.extract.cast import Cast
from saksi.extract.casting import Seat
from saksi.extract.fillers import OF_STATE, Filler
from saksi.extract.tree import Tree
from saksi.extract.zones import Grammar

_SURE = 0.6
"""How sure such an actor is."""


def is_claimed(candidate: Candidate, rules: Grammar) -> bool:
    """Whether only those who did it call it so: "dinetralkan"."""
    return candidate.entry is not None and candidate.entry.lexeme in rules.marks.claimed


def claiming(
    candidate: Candidate, seats: Sequence[Seat], hit: Sequence[Filler], tree: Tree, cast: Cast
) -> list[Filler]:
    """Who says of an enemy that he was hit, and for whose forces: an official, not of the enemy's own."""
    enemies = {actor for filler in hit for actor in filler.mention.actors}
    own = {actor.country for actor in enemies if actor.sector in OF_STATE}
    above = set(tree.ancestors(candidate.token))
    for seat in seats:
        speaker, says = seat.mention.actors[0], cast.speaks(seat.mention)
        if not says and seat.mention.sentence == candidate.sentence:
            place = tree.tokens[seat.mention.token]
            says = place.deprel == "nsubj" and place.head in above
        if hit and says and speaker.sector in OF_STATE and speaker.country not in own:
            return [Filler(seat.mention, _SURE, seat.how)]
    return []
