"""Actors of claims as sides of comparisons, with permanent ids."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache

from saksi.languages.forms import fold
from saksi.model.actor import Actor
from saksi.model.claim import Event, Figure, Record
from saksi.model.ids import digest
from saksi.model.trace import Side
from saksi.resolve.known import canonical

PERSONAL = frozenset({"GOV", "MIL", "LEG", "JUD", "OPP", "REB", "COP", "SPY", "IGO", "NGO", "CVL"})


@lru_cache(maxsize=20_000)
def actor_key(actor: Actor) -> str:
    """The permanent id of an actor: "a" for a named one, "g" for a state or generic group."""
    if actor.name:
        return "a" + digest("actor", fold(canonical(actor).name or actor.name))
    return "g" + digest("group", actor.country or "", actor.sector or "", fold(actor.organisation or ""))


def side(actor: Actor, merged: Mapping[str, str]) -> Side:
    """The actor as a side; merged leads from ids that were merged to the ids that stand for them."""
    own = _side(actor)
    return replace(own, key=merged[own.key]) if own.key in merged else own


@lru_cache(maxsize=20_000)
def _side(actor: Actor) -> Side:
    """The actor as a side under its own id."""
    key, actor = actor_key(actor), canonical(actor)
    label = actor.name or " ".join(filter(None, (actor.organisation, actor.country, actor.sector))) or "?"
    return Side(key, label, fold(actor.name) if actor.name else None, actor.country, actor.sector)


def sides(actors: Iterable[Actor], merged: Mapping[str, str]) -> tuple[Side, ...]:
    """The actors as sides, each id once, in order."""
    found = {each.key: each for each in (side(actor, merged) for actor in actors)}
    return tuple(found.values())


def actors_of(record: Record) -> list[Actor]:
    """Every actor that a record's claims name, each once, in order."""
    found: dict[str, Actor] = {}
    for event in record.events:
        for actor in (*event.actors, *event.recipients, *event.claimants):
            found.setdefault(actor_key(actor), actor)
    for figure in record.figures:
        for one in (figure.of, figure.by, *figure.claimants):
            if one:
                found.setdefault(actor_key(one), one)
    for statement in record.statements:
        if statement.speaker:
            found.setdefault(actor_key(statement.speaker), statement.speaker)
    return list(found.values())


def roles(claim: Event | Figure) -> list[tuple[str, Actor]]:
    """The actors of an event or figure with their roles."""
    if isinstance(claim, Event):
        parts: tuple[tuple[str, tuple[Actor, ...]], ...] = (
            ("actor", claim.actors),
            ("recipient", claim.recipients),
            ("claimant", claim.claimants),
        )
    else:
        of = (claim.of,) if claim.of else ()
        by = (claim.by,) if claim.by else ()
        parts = (("of", of), ("by", by), ("claimant", claim.claimants))
    return [(role, actor) for role, actors in parts for actor in actors]
