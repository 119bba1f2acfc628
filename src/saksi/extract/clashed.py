"""Who fights in an attack or a clash, and who of those whom its sentence names cannot have."""

from collections.abc import Sequence
from itertools import pairwise

from saksi.extract.candidates import Candidate
from saksi.extract.casting import FORCES, Seat
from saksi.extract.fillers import Filler
from saksi.extract.frames import NOUNS
from saksi.extract.tree import Tree
from saksi.model.codes import EventType, Sector
from saksi.model.mention import PLACED, ActorMention

_WATCHING = frozenset({Sector.NGO, Sector.JRN, Sector.MED, Sector.JUD})
_LAWFUL = frozenset({Sector.MIL, Sector.COP})
_JOINING = frozenset({"CCONJ", "NUM", "DET", "PUNCT"})


def may_take_part(filler: Filler, candidate: Candidate) -> bool:
    """Whether somebody may have done an attack, or protests; of other acts everybody may be a side."""
    if candidate.type is EventType.ASSAULT:
        return _may_fight(filler, candidate)
    armed = all(actor.sector in FORCES for actor in filler.mention.actors)  # they are sent against those who protest
    return candidate.type is not EventType.PROTEST or not armed or "zone.actor" in filler.how


def _may_fight(filler: Filler, candidate: Candidate) -> bool:
    """Whether somebody may have done an attack: not a state where it only happened ("tewas dalam kekerasan di
    Afghanistan"), nor those who watch, tell or heal, nor a politician or body of states of another sentence in a clash
    or anywhere in it an official of one."""
    scene = filler.mention.rule == PLACED and "zone.actor" not in filler.how
    far = candidate.mutual and filler.mention.sentence != candidate.sentence
    actors = filler.mention.actors
    if far and all(actor.name and actor.sector is Sector.GOV for actor in actors):
        return False
    body = all(actor.sector is Sector.IGO for actor in actors)
    if candidate.clash and body and (far or all(actor.organisation for actor in actors)):
        return False
    town = candidate.build in NOUNS and all(actor.name is None and actor.sector is None for actor in actors)
    return not (scene or town) and not all(actor.sector in _WATCHING for actor in actors)  # "serangan Mumbai"


def fell_on_both(candidate: Candidate, seats: Sequence[Seat], tree: Tree) -> frozenset[ActorMention]:
    """The sides of a clash that the subject of its verb names: "dua polisi dan lima pemberontak tewas dalam baku
    tembak"; none where they are of one side, or the clash is "dengan" somebody."""
    if not candidate.clash or any("zone.recipient.partner" in seat.features for seat in seats):
        return frozenset()
    fell = sorted((s.mention for s in seats if _fell(s) and s.is_of_forces), key=lambda m: m.span)
    if len(fell) < 2 or not _listed(fell, tree):
        return frozenset()
    lawful = [all(actor.sector in _LAWFUL for actor in mention.actors) for mention in fell]
    states = {actor.country for mention in fell for actor in mention.actors if actor.sector in _LAWFUL}
    return frozenset(fell) if len(set(lawful)) > 1 or len(states) > 1 else frozenset()


def _fell(seat: Seat) -> bool:
    return "zone.actor.within" in seat.features


def _listed(mentions: Sequence[ActorMention], tree: Tree) -> bool:
    """Whether nothing but "and" and numbers stand between mentions."""
    between = (
        t
        for one, other in pairwise(mentions)
        for t in tree.tokens
        if one.span.end <= t.start and t.end <= other.span.start
    )
    return all(token.upos in _JOINING for token in between)
