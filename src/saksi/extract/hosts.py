"""Whom a visit is paid to: the state in which it takes place, where nobody of it is named."""

from dataclasses import replace

from saksi.extract.draft import Draft
from saksi.extract.roles import Filler
from saksi.model.actor import Actor
from saksi.model.mention import ActorMention

_VISIT = "visit"
_SCORE = 0.5


def with_host(draft: Draft) -> Draft:
    """The draft; of a visit to a place abroad the state there is a side: "Lavrov tiba di Pyongyang"."""
    own, place = draft.candidate, draft.place
    visit = own.entry is not None and _VISIT in own.entry.modes
    if not visit or place is None or place.place.country is None or place.sentence != own.sentence:
        return draft
    actors = [actor for filler in draft.roles.actors for actor in filler.mention.actors]
    if not actors or any(actor.country == place.place.country for actor in actors):
        return draft
    host = (Actor.state(place.place.country),)
    mention = ActorMention(place.span, place.sentence, draft.tree.token_at(place.span), host, "actor.host")
    roles = replace(draft.roles, actors=(*draft.roles.actors, Filler(mention, _SCORE, _VISIT)))
    return replace(draft, roles=roles)
