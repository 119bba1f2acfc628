"""Who fills a role because a list, a pair or "and" joins him to somebody who does."""

from collections.abc import Sequence

from saksi.extract.casting import Seat
from saksi.extract.fillers import AGENT, BY, SUBJECT, SURE, Filler
from saksi.extract.listed import named_behind
from saksi.extract.pairs import lists, twins
from saksi.extract.tree import Tree
from saksi.extract.zones import ACTOR, RECIPIENT, Grammar
from saksi.model.mention import ActorMention


def complete(found: dict[str, list[Filler]], here: Sequence[Seat], tree: Tree) -> None:
    """Adds to a role those who stand in a list with its fillers, where these are at least half of the list or all of it
    is what did it ("oleh A, B dan C", "utusan A, B dan C bertemu")."""
    taken = {filler.mention for fillers in found.values() for filler in fillers}
    for group in lists(here, tree):
        members = [seat.mention for seat in group]
        agents = BY in group[0].features or all(AGENT in seat.features for seat in group)
        agents = agents or group[0].features.keys() >= SUBJECT
        for fillers in found.values():
            inside = [filler.score for filler in fillers if filler.mention in members]
            if 2 * len(inside) >= len(group) or (inside and agents):
                fillers += [Filler(s.mention, min(inside), s.how) for s in group if s.mention not in taken]
    _pair_up(found, here, tree)


def _pair_up(found: dict[str, list[Filler]], here: Sequence[Seat], tree: Tree) -> None:
    """Adds to a role the state that nothing but "and" joins to one that fills it, where it does nothing else."""
    taken = {filler.mention for fillers in found.values() for filler in fillers}
    for one, other in twins(here, tree):
        for fillers in found.values():
            score = next((f.score for f in fillers if f.mention in (one.mention, other.mention)), None)
            if score is not None:
                fillers += [Filler(s.mention, score, s.how) for s in (one, other) if s.mention not in taken]
                break


def name_listed(found: dict[str, list[Filler]], here: Sequence[Seat], tree: Tree, rules: Grammar) -> None:
    """Puts a list in the place of the noun that it names ("tiga negara, yakni A, B dan C")."""
    for noun, listed in named_behind(here, tree, rules):
        meant = {noun, *(seat.mention for seat in listed)}
        role = next((role for role in found if any(filler.mention in meant for filler in found[role])), None)
        if role is None:
            continue
        best = max(filler.score for filler in found[role] if filler.mention in meant)
        for fillers in found.values():
            fillers[:] = [filler for filler in fillers if filler.mention not in meant]
        found[role] += [Filler(seat.mention, max(best, SURE), seat.how) for seat in listed]


def widen(found: dict[str, list[Filler]], seats: Sequence[Seat], asked: frozenset[ActorMention]) -> None:
    """Takes both of two who are asked for recipients, unless one of them is an actor or somebody else is asked."""
    pair = [seat for seat in seats if seat.mention in asked]
    told = {filler.mention for filler in found[RECIPIENT]}
    if told <= asked and not any(filler.mention in asked for filler in found[ACTOR]):
        found[RECIPIENT] += [Filler(seat.mention, SURE, seat.how) for seat in pair if seat.mention not in told]
