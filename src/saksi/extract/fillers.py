"""Who fills the roles of a candidate, and the sides that its fillers mean."""

from collections.abc import Iterable
from dataclasses import dataclass

from saksi.model.actor import Actor
from saksi.model.codes import Sector
from saksi.model.mention import ActorMention

OF_STATE = frozenset({Sector.GOV, Sector.MIL, Sector.COP, Sector.LEG, Sector.JUD, Sector.SPY})
_STATES = Actor(None, None, Sector.GOV)
"""States of no name."""
SUBJECT = frozenset({"zone.actor.subject", "zone.actor.head"})
"""How the subject of a verb of doing is known."""
AGENT, BY = "zone.actor.agent", "after.oleh"
"""How who does what a passive tells is known, and the preposition before him."""
SURE = 0.6
"""From this probability on a mention joins one that fills a role already."""


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


def sides(roles: Roles) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
    """The actors and the recipients that the fillers mean, each once; nobody does a thing to himself.

    A state that stands beside one of its own persons or organs is not named twice; beside its rebels it is.
    """
    actors = _distinct(roles.actors)
    own = {Actor(None, a.country) for a in actors if a.country and a == Actor.state(a.country)}
    return actors, tuple(actor for actor in _distinct(roles.recipients) if actor not in own.union(actors))


def _distinct(fillers: Iterable[Filler]) -> tuple[Actor, ...]:
    found = dict.fromkeys(actor for filler in fillers for actor in filler.mention.actors)
    if len(found) > 1:
        found.pop(_STATES, None)  # "AS, Inggris dan negara-negara lain"
    told = {a.country for a in found if a.country and a.sector in OF_STATE and a != Actor.state(a.country)}
    return tuple(actor for actor in found if actor.country not in told or actor != Actor.state(actor.country))
