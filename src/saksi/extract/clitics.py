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
    """The object of the verb before that one with the ending is coordinated with; else the subject named last before
    it, in its sentence or the one before. Not who does it himself; only in words is a state meant like a person."""
    tree = trees[candidate.sentence]
    verb, single = tree.tokens[candidate.token], candidate.first == candidate.last
    active = candidate.entry is not None and candidate.build is Build.ACTIVE
    if not active or not verb.text.lower().endswith(ending):
        return ()
    doers = {actor for mention in doing for actor in mention.actors}
    if verb.deprel == "conj" and (beside := _objects(verb.head, candidate, tree, cast, ending)):
        return beside if all(doers.isdisjoint(mention.actors) for mention in beside) else ()
    if not single:
        return ()
    for mention in _subjects_before(candidate, trees, cast):
        said = candidate.type is EventType.ACCUSE
        meant = all(actor.name or (said and actor.sector is Sector.GOV) for actor in mention.actors)
        if meant and doers.isdisjoint(mention.actors):
            return (mention,)
    return ()


def _objects(verb: int, candidate: Candidate, tree: Tree, cast: Cast, ending: str) -> Sequence[ActorMention]:
    """The mentions of a verb's object, or of whose the object is: "mengutuk tindakan X dan mendesaknya"."""
    for head in (*tree.below(verb, "obj"), *(i for i in tree.below(verb, "obl") if not tree.case(i))):
        if tree.tokens[head].text.lower().endswith(ending):
            continue  # "mengepung mobilnya dan melemparinya"
        for word in tree.subtree(head):
            if word < candidate.first and (found := cast.at(tree, candidate.sentence, word)):
                return found
    return ()


def _subjects_before(candidate: Candidate, trees: Sequence[Tree], cast: Cast) -> Iterator[ActorMention]:
    """The mentions that are subjects before the candidate, latest first."""
    for sentence in (candidate.sentence, candidate.sentence - 1):
        mentions = cast.of(sentence) if sentence >= 0 else ()
        for mention in reversed(mentions):
            before = sentence < candidate.sentence or mention.span.end <= candidate.span.start
            if before and trees[sentence].tokens[mention.token].deprel == "nsubj":
                yield mention
