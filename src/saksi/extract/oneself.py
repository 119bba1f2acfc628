"""Whom an act is not done to: who does it, his own state, whom another verb of the sentence tells of."""

from collections.abc import Collection, Sequence
from itertools import islice

from saksi.extract.candidates import Candidate
from saksi.extract.casting import Seat
from saksi.extract.fillers import OF_STATE, SUBJECT, Filler
from saksi.extract.frames import NOUNS, Build
from saksi.extract.tree import Tree
from saksi.extract.zones import Grammar
from saksi.model.actor import Actor
from saksi.model.codes import EventType, Sector
from saksi.model.mention import ActorMention

_HOSTILE = frozenset({EventType.ASSAULT, EventType.THREATEN, EventType.SANCTION, EventType.REJECT})
_OBJECT = frozenset({"zone.recipient.object", "zone.recipient.head"})
_DEEDS = frozenset({Build.ACTIVE, Build.INTRANSITIVE})
_GAP, _STEPS = 3, 2
_JOINING = frozenset({"CCONJ", "PUNCT", "NUM", "DET"})
_REFERS = "reference."
_TIED = 0.5
"""How sure a subject is that nothing but the grammar speaks for."""


def not_to_oneself(doing: list[Filler], hit: Sequence[Filler], seats: Sequence[Seat]) -> list[Filler]:
    """Those who do an act less whoever is its object too: "menuduh X menyerbu dan mengusir duta besar X"; where nobody
    is left, the subject of its verb."""
    named = (filler for filler in hit if not filler.mention.rule.startswith(_REFERS))  # a pronoun's may be misheard
    objects = {actor for filler in named if set(filler.how.split()) >= _OBJECT for actor in filler.mention.actors}
    left = [f for f in doing if "zone.actor" in f.how or objects.isdisjoint(f.mention.actors)]
    left = [f for f in left if "zone.actor" in f.how or not _are_its_own(f, hit)]
    if left or not doing:
        return left
    subjects = (s for s in seats if s.features.keys() >= SUBJECT and objects.isdisjoint(s.mention.actors))
    return [Filler(seat.mention, _TIED, seat.how) for seat in subjects][:1]


def _are_its_own(filler: Filler, hit: Sequence[Filler]) -> bool:
    """Whether all whom an act hits are soldiers of a state that only the ear gives it, or of one group with who tells
    of it: "ranjau melukai tentaranya", "komandan X mengatakan juru bicara X ditangkap"."""
    bodies = {actor.organisation for actor in filler.mention.actors} - {None}
    states = {actor.country for actor in filler.mention.actors if actor == Actor.state(actor.country or "")}
    struck = [actor for one in hit for actor in one.mention.actors]
    return bool(struck) and all(
        actor.organisation in bodies or (actor.sector is Sector.MIL and actor.country in states) for actor in struck
    )


def by_grammar(doing: list[Filler], candidate: Candidate, tree: Tree, rules: Grammar) -> list[Filler]:
    """Those who do an act less whom only the ear gives it, where the subject of its verb is heard more surely."""
    above = {tree.tokens[i].text.lower() for i in islice(tree.ancestors(candidate.token), _STEPS)}
    if tree.tokens[candidate.token].deprel == "xcomp" or not above.isdisjoint(rules.helping):
        return doing  # "X membantu Y mengalahkan Z"
    best = max(doing, key=lambda filler: filler.score, default=None)
    if best is None or candidate.mutual or candidate.build not in _DEEDS or not set(best.how.split()) >= SUBJECT:
        return doing
    told = [f for f in doing if "zone.actor" in f.how or f.mention.sentence != candidate.sentence]
    return [f for f in doing if f in told or any(_beside(f.mention, other.mention, tree) for other in told)]


def _beside(one: ActorMention, other: ActorMention, tree: Tree) -> bool:
    """Whether one of two mentions is coordinated with the other."""
    if one.sentence != other.sentence:
        return False
    first, last = sorted((one, other), key=lambda mention: mention.span)
    between = [t for t in tree.tokens if first.span.end <= t.start and t.end <= last.span.start]
    return len(between) <= _GAP and all(token.upos in _JOINING for token in between)


def without_own_state(hit: list[Filler], doing: Sequence[Filler], candidate: Candidate) -> list[Filler]:
    """Those whom a hostile act hits less the state of the officials who do it: "Menteri X mengancam membalas jika roket
    ditembakkan ke negaranya"."""
    if candidate.type not in _HOSTILE or candidate.mutual:
        return hit
    homes = {a.country for filler in doing for a in filler.mention.actors if a.country and a.sector in OF_STATE}
    own = {Actor.state(country) for country in homes if country}
    if candidate.type is EventType.REJECT:  # a state refuses nothing to its own officials
        states = own.intersection(actor for filler in doing for actor in filler.mention.actors)
        ruled = {actor.country for actor in states}
        return [f for f in hit if not all(a.sector is Sector.GOV and a.country in ruled for a in f.mention.actors)]
    return [f for f in hit if "zone.recipient.head" in f.how or not own.issuperset(f.mention.actors)]


def without_others_objects(fillers: list[Filler], candidate: Candidate, tree: Tree) -> list[Filler]:
    """ "menumbangkan X dengan membiayai Y", "meminta maaf kepada X dan memerintahkan penyelidikan": recipients less the
    objects of other verbs, where the verb has its own; of an attack other verbs tell what it did ("menyerang X, melukai
    Y")."""
    asks = (
        candidate.type is EventType.REQUEST
        and candidate.build not in NOUNS
        and bool(tree.below(candidate.token, "obj"))
    )
    if candidate.type is EventType.ASSAULT or not (asks or any(set(f.how.split()) >= _OBJECT for f in fillers)):
        return fillers
    kinds = {"obj", "obl"} if asks else {"obj"}
    return [f for f in fillers if "zone.recipient" in f.how or not _is_anothers(f.mention, candidate, tree, kinds)]


def _is_anothers(mention: ActorMention, candidate: Candidate, tree: Tree, kinds: Collection[str]) -> bool:
    """Whether a mention stands in one of some relations to another word than the candidate's."""
    if mention.sentence != candidate.sentence:
        return False
    place = tree.tokens[mention.token]
    return place.deprel in kinds and not candidate.first <= place.head <= candidate.last
