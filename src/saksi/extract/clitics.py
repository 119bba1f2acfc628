"""Whom a verb means by its own ending: "Kongo menuduhnya", "polisi menangkapnya sehari kemudian"."""

from collections.abc import Collection, Iterator, Sequence

from saksi.extract.candidates import Candidate
from saksi.extract.cast import Cast
from saksi.extract.frames import Build
from saksi.extract.tree import Tree
from saksi.model.codes import EventType, Sector
from saksi.model.mention import ActorMention


def clitic_object(
    candidate: Candidate, trees: Sequence[Tree], cast: Cast, ending: str, doing: Collection[ActorMention]
) -> Sequence[ActorMention]:
    """The subject named last before a verb with the ending, in its sentence or the one before, who does not do it
    himself, none where there is no such; only in words is a state meant like a person."""
    verb, single = trees[candidate.sentence].tokens[candidate.token], candidate.first == candidate.last
    active = single and candidate.entry is not None and candidate.build is Build.ACTIVE
    if not active or not verb.text.lower().endswith(ending):
        return ()
    doers = {actor for mention in doing for actor in mention.actors}
    for mention in _subjects_before(candidate, trees, cast):
        said = candidate.type is EventType.ACCUSE
        meant = all(actor.name or (said and actor.sector is Sector.GOV) for actor in mention.actors)
        if meant and doers.isdisjoint(mention.actors):
            return (mention,)
    return ()


def _subjects_before(candidate: Candidate, trees: Sequence[Tree], cast: Cast) -> Iterator[ActorMention]:
    """The mentions that are subjects before the candidate, latest first."""
    for sentence in (candidate.sentence, candidate.sentence - 1):
        mentions = cast.of(sentence) if sentence >= 0 else ()
        for mention in reversed(mentions):
            before = sentence < candidate.sentence or mention.span.end <= candidate.span.start
            if before and trees[sentence].tokens[mention.token].deprel == "nsubj":
                yield mention
