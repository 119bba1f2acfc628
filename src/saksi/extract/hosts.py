"""Whom a visit is paid to, and from whom an ambassador is called back: the state there, where it is not named."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from saksi.extract.draft import Draft
from saksi.extract.fillers import Filler, sides
from saksi.extract.frames import NOUNS
from saksi.languages.shape import StatusWords
from saksi.model.actor import Actor
from saksi.model.claim import Event
from saksi.model.codes import EventType, Sector, Status
from saksi.model.mention import ActorMention

_VISIT, _RECALL = "visit", "withdraw"
_SCORE = 0.5
_STATE = frozenset({Sector.GOV, Sector.MIL})


def with_host(draft: Draft) -> Draft:
    """The draft; of a visit to a place abroad the state there is a side: "Lavrov tiba di Pyongyang"; who calls his
    ambassador back from one does it to that state: "menarik duta besarnya dari Teheran"."""
    own, place = draft.candidate, draft.place
    modes = own.entry.modes if own.entry is not None else ()
    recall = own.type is EventType.SANCTION and _RECALL in modes and not sides(draft.roles)[1]
    if place is None or place.place.country is None or place.sentence != own.sentence:
        return draft
    if _VISIT not in modes and not recall:
        return draft
    actors = [actor for filler in draft.roles.actors for actor in filler.mention.actors]
    if not actors or any(actor.country == place.place.country for actor in actors):
        return draft
    host = (Actor.state(place.place.country),)
    mention = ActorMention(place.span, place.sentence, draft.tree.token_at(place.span), host, "actor.host")
    there = Filler(mention, _SCORE, _RECALL if recall else _VISIT)
    if recall:
        return replace(draft, roles=replace(draft.roles, recipients=(there,)))
    return replace(draft, roles=replace(draft.roles, actors=(*draft.roles.actors, there)))


def without_planned(draft: Draft, words: StatusWords) -> Draft:
    """The draft; of a journey that took place those are no side whom somebody is only to meet on it: "bertolak ke X dan
    dijadwalkan bertemu Y"."""
    own, tokens = draft.candidate, draft.tree.tokens
    if own.type is not EventType.CONSULT or own.build in NOUNS or draft.verdict.status is not Status.ACTUAL:
        return draft
    behind = (i for i in range(own.last + 1, len(tokens)) if tokens[i].upos != "NOUN")  # "rencana"
    cue = next((i for i in behind if tokens[i].text.lower() in words.future), len(tokens))
    near = [f for f in draft.roles.actors if f.mention.sentence != own.sentence or f.mention.token < cue]
    return replace(draft, roles=replace(draft.roles, actors=tuple(near))) if near else draft


def with_struck_states(events: Sequence[Event]) -> list[Event]:
    """The events; what a state strikes in another with which the article tells it to be at war, and nobody else is told
    to be hit, it does to that state: "Rusia menyerang Ukraina ... melancarkan serangan drone ke Odesa"."""
    attacks = [event for event in events if event.type is EventType.ASSAULT]
    foes = {(a, b) for event in attacks for a in _states(event.actors) for b in _states(event.recipients) if a != b}
    return [_to_state(event) if event in attacks and _is_at_war(event, foes) else event for event in events]


def _states(side: Sequence[Actor]) -> set[str]:
    return {actor.country for actor in side if actor.country and actor.sector in _STATE}


def _is_at_war(event: Event, foes: Collection[tuple[str, str]]) -> bool:
    there, doers = event.place.country if event.place else None, _states(event.actors)
    war = any((there, doer) in foes or (doer, there) in foes for doer in doers)
    return not event.recipients and war and len(doers) == 1 and there not in doers


def _to_state(event: Event) -> Event:
    country = event.place.country if event.place else None
    return replace(event, recipients=(Actor.state(country),)) if country else event
