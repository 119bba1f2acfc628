"""Actors that only the ear or a quotation tells of: speakers behind "kami", phrases in a role that have no head."""

from collections.abc import Iterator, Sequence

from saksi.model.actor import Actor
from saksi.model.mention import ActorMention
from saksi.model.syntax import Parse, Utterance

_PERSONAL = frozenset({"actor.office", "actor.person"})
_SOUND = 0.5
"""Probability from which the ear is believed that a phrase fills a role."""


def heard(found: Sequence[ActorMention], parse: Parse, here: str | None) -> Iterator[ActorMention]:
    """Phrases that fill a role by ear and hold no mention: somebody unnamed where the article plays."""
    taken = [mention.span for mention in found]
    for trigger in parse.triggers:
        for argument in trigger.arguments:
            if argument.score >= _SOUND and not any(span.overlaps(argument.span) for span in taken):
                taken.append(argument.span)
                yield ActorMention(
                    argument.span, trigger.sentence, argument.token, (Actor(None, here, None),), "actor.heard"
                )


def spoken(
    found: list[ActorMention], utterances: Sequence[Utterance], first_persons: list[ActorMention]
) -> Iterator[ActorMention]:
    """ "kami" and "saya" in a quotation mean its speaker; outside of one they mean nobody known."""
    waiting = set(map(id, first_persons))
    for mention in found:
        if id(mention) not in waiting:
            yield mention
            continue
        speaker = _speaker(mention, utterances, found, waiting)
        if speaker is not None:
            yield ActorMention(mention.span, mention.sentence, mention.token, speaker, "reference.speaker")


def _speaker(
    mention: ActorMention, utterances: Sequence[Utterance], found: list[ActorMention], waiting: set[int]
) -> tuple[Actor, ...] | None:
    """Who speaks where the mention stands: as the ear hears it, else the person named next in the sentence or last."""
    for utterance in utterances:
        if utterance.speaker is None or not any(span.covers(mention.span) for span in utterance.content):
            continue
        for other in found:
            if id(other) not in waiting and other.span.overlaps(utterance.speaker):
                return other.actors
    people = [other for other in found if other.rule in _PERSONAL]
    after = next((one for one in people if one.sentence == mention.sentence and one.span > mention.span), None)
    before = next((one for one in reversed(people) if one.span < mention.span), None)
    chosen = after or before
    return chosen.actors if chosen else None
