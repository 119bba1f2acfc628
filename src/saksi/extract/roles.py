"""Who did it and to whom: the actor mentions that fill a candidate's roles."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from saksi.extract.candidates import Candidate
from saksi.extract.cast import Cast
from saksi.extract.casting import Seat, find_seats
from saksi.extract.logistic import Logistic
from saksi.extract.tree import Tree
from saksi.extract.zones import ACTOR, RECIPIENT, Grammar
from saksi.model.actor import Actor
from saksi.model.codes import MUTUAL
from saksi.model.mention import ActorMention

_SIDES_AT_MOST = 6


@dataclass(frozen=True, slots=True)
class Filler:
    """A mention in a role. score: 0..1; how: the constructions and heads that put it there."""

    mention: ActorMention
    score: float
    how: str


@dataclass(frozen=True, slots=True)
class Roles:
    """The fillers of both roles, best first."""

    actors: tuple[Filler, ...] = ()
    recipients: tuple[Filler, ...] = ()


def cast_roles(candidate: Candidate, trees: Sequence[Tree], cast: Cast, rules: Grammar, model: Logistic) -> Roles:
    """The fillers of a candidate's roles. A mention stands in one role only; in a mutual event all are actors."""
    sides: dict[str, list[Filler]] = {ACTOR: [], RECIPIENT: []}
    for seat in find_seats(candidate, trees, cast, rules):
        role, score = _role(candidate, seat, model)
        if score >= model.threshold:
            sides[role].append(Filler(seat.mention, score, seat.how))
    for side in sides.values():
        side.sort(key=lambda filler: -filler.score)
    return Roles(tuple(sides[ACTOR][:_SIDES_AT_MOST]), tuple(sides[RECIPIENT][:_SIDES_AT_MOST]))


def _role(candidate: Candidate, seat: Seat, model: Logistic) -> tuple[str, float]:
    odds = model.odds(seat.features)
    if candidate.type in MUTUAL:
        return ACTOR, sum(odds.values())
    role = max(odds, key=lambda name: odds[name])
    return role, odds[role]


def actors_of(fillers: Iterable[Filler]) -> tuple[Actor, ...]:
    """The actors that the fillers mean, each once, in order."""
    out: dict[Actor, None] = {}
    for filler in fillers:
        out.update(dict.fromkeys(filler.mention.actors))
    return tuple(out)
