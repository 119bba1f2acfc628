"""Actors that only the ear or a quotation tells of: speakers behind "kami", phrases in a role that have no head."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from saksi.model.actor import Actor
from saksi.model.codes import Voice
from saksi.model.mention import ActorMention, PlaceMention
from saksi.model.span import Span
from saksi.model.syntax import Parse, Utterance
from saksi.read.actors_topics import COMMANDING, FIGHTING

_PERSONAL = frozenset({"actor.office", "actor.person"})
_SOUND = 0.5
"""Probability from which the ear is believed that a phrase fills a role."""


@dataclass(frozen=True, slots=True)
class Around:
    """What is known of phrases that are no mentions. here: the country of the article; nobody: words that mean nobody,
    such as the country in "drone buatan Iran"."""

    here: str | None
    nobody: Sequence[Span]
    places: Sequence[PlaceMention]


def heard(found: Sequence[ActorMention], parse: Parse, around: Around) -> Iterator[ActorMention]:
    """Phrases of a trigger's own sentence that fill a role by ear and hold no mention: somebody unnamed
    where the article plays, or in the country of the place that such a phrase is."""
    taken: dict[int, list[Span]] = {}
    for mention in found:
        taken.setdefault(mention.sentence, []).append(mention.span)
    for trigger in parse.triggers:
        sentence, spans = parse.sentences[trigger.sentence], taken.setdefault(trigger.sentence, [])
        for argument in trigger.arguments:
            near = sentence.start <= argument.span.start < sentence.end
            known = any(span.overlaps(argument.span) for span in (*spans, *around.nobody))
            if argument.score >= _SOUND and near and not known:
                spans.append(argument.span)
                country = next((one.place.country for one in around.places if one.span == argument.span), around.here)
                if country is None and around.here is not None:
                    continue  # a part of the world
                actors = (Actor(None, country, None),)
                yield ActorMention(argument.span, trigger.sentence, argument.token, actors, "actor.heard")


def spoken(
    found: Sequence[ActorMention], utterances: Sequence[Utterance], first_persons: Sequence[ActorMention]
) -> Iterator[ActorMention]:
    """The mentions with "kami" and "saya" in a quotation standing for its speaker; elsewhere they mean nobody known."""
    waiting = set(map(id, first_persons))
    owned = {mention.span.start: mention for mention in first_persons}
    speakers = _Speakers([mention for mention in found if id(mention) not in waiting], utterances)
    for mention in found:
        if id(mention) not in waiting:
            owner = owned.get(mention.span.end + 1) if _is_force(mention) else None
            if owner is not None and (speaking := speakers.behind(owner)):
                yield replace(mention, actors=(_of(speaking[0], mention.actors[0]),), rule="reference.speaker")
            elif mention.rule != "reference.pronoun" or not speakers.are(mention):
                yield mention
            elif (other := speakers.others(mention)) is not None:
                yield ActorMention(mention.span, mention.sentence, mention.token, other.actors, "reference.others")
        elif actors := speakers.behind(mention):
            yield ActorMention(mention.span, mention.sentence, mention.token, actors, "reference.speaker")


def _is_force(mention: ActorMention) -> bool:
    """Whether a phrase means those who bear arms and says no name: "pasukan kami"."""
    return len(mention.actors) == 1 and mention.actors[0].name is None and mention.actors[0].sector in FIGHTING


def _of(speaker: Actor, force: Actor) -> Actor:
    """The force of a speaker: his body, which names its fighters too, or that of his country."""
    if speaker.sector in COMMANDING and (body := speaker.organisation or speaker.name):
        return Actor(body, speaker.country, speaker.sector)
    return Actor(None, speaker.country, force.sector) if speaker.country else force


class _Speakers:
    """Who speaks where: as the ear hears it, else the person named next in the sentence, else the one named last."""

    def __init__(self, found: Sequence[ActorMention], utterances: Sequence[Utterance]) -> None:
        self._found = found
        self._starts = [mention.span.start for mention in found]
        self._people = [mention for mention in found if mention.rule in _PERSONAL]
        self._people_starts = [mention.span.start for mention in self._people]
        content = sorted((span, one.speaker) for one in utterances if one.speaker for span in one.content)
        self._content = content
        self._direct = [span for one in utterances if one.voice is Voice.DIRECT for span in one.content]
        self._content_starts = [span.start for span, _ in content]

    def behind(self, mention: ActorMention) -> tuple[Actor, ...]:
        """The actors that speak where a mention stands; empty where nobody is known to."""
        speaker = self._heard(mention)
        if speaker is not None:
            return speaker.actors
        at = bisect_left(self._people_starts, mention.span.start)
        if at < len(self._people) and self._people[at].sentence == mention.sentence:
            return self._people[at].actors
        return self._people[at - 1].actors if at else ()

    def are(self, mention: ActorMention) -> bool:
        """Whether a pronoun of the third person is taken for those whose own words hold it, who would say "kami"."""
        if not any(span.covers(mention.span) for span in self._direct):
            return False
        speaker = self._heard(mention)
        return speaker is not None and not set(speaker.actors).isdisjoint(mention.actors)

    def others(self, mention: ActorMention) -> ActorMention | None:
        """The force named last before a quotation that is not its speaker: whom he speaks of."""
        speaker = self._heard(mention)
        own = speaker.actors if speaker is not None else ()
        last = bisect_left(self._starts, mention.span.start)
        before = (one for one in reversed(self._found[:last]) if one.actors and one.actors[0].sector in FIGHTING)
        return next((one for one in before if set(one.actors).isdisjoint(own)), None)

    def _heard(self, mention: ActorMention) -> ActorMention | None:
        at = bisect_left(self._content_starts, mention.span.start + 1) - 1
        if at < 0 or not self._content[at][0].covers(mention.span):
            return None
        speaker = self._content[at][1]
        first = max(bisect_left(self._starts, speaker.start) - 1, 0)
        near = self._found[first : first + 3]
        return next((one for one in near if one.span.overlaps(speaker)), None)
