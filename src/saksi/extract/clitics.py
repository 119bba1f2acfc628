"""Whom a verb means by its own ending: "Kongo menuduhnya", "polisi menangkapnya sehari kemudian"."""

from collections.abc import Collection, Iterator, Sequence

from saksi.extract.candidates import Candidate
from saksi.extract.cast import Cast
from saksi.extract.frames import Build
from saksi.extract.tree import Tree
from saksi.extract.zones import Grammar
from saksi.model.codes import EventType, Sector
from saksi.model.mention import ActorMention

_DONE_TO = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.SANCTION})
_SAID = frozenset({"ccomp", "xcomp"})


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


def owner_of_object(
    candidate: Candidate, tree: Tree, cast: Cast, rules: Grammar, doing: Collection[ActorMention]
) -> Sequence[ActorMention]:
    """Who says of another that he did something to what is the speaker's: "X menuduh Y menyerbu wilayahnya"."""
    place = tree.tokens[candidate.token]
    if candidate.type not in _DONE_TO or place.deprel not in _SAID or place.head < 0:
        return ()
    things = (i for i in tree.below(candidate.token, "obj") if i > candidate.last)
    said = candidate.build is Build.ACTIVE and tree.tokens[place.head].text.lower() in rules.accuses
    if not said or not any(tree.tokens[i].text.lower().endswith(rules.marks.clitic) for i in things):
        return ()
    subject = tree.subject(place.head, rules.marks.relative)
    doers = {actor for mention in doing for actor in mention.actors}
    owners = [] if subject is None else cast.at(tree, candidate.sentence, subject)
    return [mention for mention in owners if doers.isdisjoint(mention.actors)]


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
