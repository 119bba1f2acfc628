"""Whose troops, members, staff and things are meant: "pasukannya", "lima anggotanya", "11 stafnya", "konvoinya"."""

from collections.abc import Sequence

from saksi.languages.shape_actors import ReferenceWords
from saksi.model.actor import Actor
from saksi.model.codes import Sector
from saksi.model.mention import ActorMention
from saksi.model.syntax import Token
from saksi.read.actors_atoms import Line
from saksi.read.actors_draft import Draft
from saksi.read.actors_topics import COMMANDING, FIGHTING
from saksi.read.coreference import Memory

_EMPLOYING = frozenset({Sector.IGO, Sector.NGO, Sector.BUS, Sector.JRN, Sector.MED, Sector.EDU})
"""Sectors of bodies that are known by their staff."""
FACTIONS = frozenset({Sector.IGO, Sector.REB, Sector.NGO, Sector.PTY, Sector.PRM, Sector.OPP})
"""Sectors of bodies that a person is known by rather than by a country."""
_CLIMB = 6
"""Words above a phrase among which the verb stands whose subject owns it."""
_CONTENTS = frozenset({"xcomp", "ccomp"})
_HIT = frozenset({"asset", "craft"})
"""Kinds of heads that mean what others hit: as the object of a verb it is not the subject's."""
_THINGS = frozenset({"asset", "craft", "weapon", "unit"})
"""Kinds of heads that mean what somebody has."""


class Owned:
    """Finds the owners of one article's troops, members and staff."""

    def __init__(self, memory: Memory, words: ReferenceWords) -> None:
        self._memory = memory
        self._words = words

    def settle(self, line: Line, draft: Draft) -> None:
        """Notes whose a phrase with "-nya" is by grammar, whoever was named last."""
        if draft.possessive:
            token, hit = line.units[draft.head].token, draft.heads[0].kind in _HIT
            owner = _doer_above(line.sentence.tokens, token, self._memory.mentions, hit)
            if owner is not None:
                self._memory.owns(owner)

    def by(self, draft: Draft) -> Actor | None:
        """The body or force that a phrase with "-nya" is of; None where its words or its country say more."""
        outer = draft.heads[0]
        if draft.countries or draft.bodies or draft.former:
            return None
        if len(draft.heads) > 1:
            members = draft.possessive and draft.heads[1].word == self._words.member and outer.word in self._words.state
            return self._first(frozenset({Sector.IGO}), named=True) if members else None  # "negara anggotanya"
        if outer.word in self._words.staff and (draft.possessive or outer.kind == "unit"):
            return self._first(_EMPLOYING, named=True)
        if not draft.possessive:
            return None
        if outer.kind in _THINGS or outer.word in self._words.houses:
            return self._owner_of_thing(outer.kind)
        if outer.word == self._words.side:
            return self._memory.told[0] if self._memory.told else self._memory.latest
        if outer.word == self._words.member:
            return self._first(FIGHTING | {Sector.PTY}, named=False)
        return self._commander() if outer.sector in FIGHTING and outer.kind == "group" else None

    def boss(self, draft: Draft) -> Actor | None:
        """The body whose a person is: "pemimpin mereka, X", "juru bicaranya, X"; None where no such body is told of."""
        if not draft.possessive:
            return None
        told = [actor for actor in self._memory.told if actor.sector in FACTIONS]
        owner = told[-1] if told else self._memory.possessor
        if owner is None or owner.sector not in FACTIONS:
            return None
        person = owner in self._memory.persons
        return Actor(owner.organisation, owner.country, owner.sector) if person else owner

    def _first(self, sectors: frozenset[Sector], named: bool) -> Actor | None:
        """The first actor of some sectors that the sentence tells of, or else the one told of last."""
        latest = self._memory.latest
        for actor in (*self._memory.told, *((latest,) if latest else ())):
            if actor.sector in sectors and not (named and actor.name is None):
                return Actor(actor.organisation, actor.country, actor.sector) if actor.organisation else actor
        return None

    def _owner_of_thing(self, kind: str) -> Actor | None:
        """Who is hit where something of his is: a body, and of an asset also the state."""
        body = self._first(_EMPLOYING, named=True)
        return body or (self._memory.possessor if kind == "asset" else None)

    def _commander(self) -> Actor | None:
        owner = self._memory.possessor
        return owner if owner is not None and owner.name is not None and owner.sector in COMMANDING else None


def _doer_above(tokens: Sequence[Token], token: int, told: Sequence[ActorMention], apart: bool) -> Actor | None:
    """Whose "tentaranya" at a token are: who is the subject of its verb, or of the nearest verb above it that has one.

    told: the mentions of the sentence so far; apart: whether the subject of its own verb does it to another.
    """
    at, beside = token, apart
    for _ in range(_CLIMB):
        head = tokens[at].head
        if head < 0:
            return None
        below = {t.deprel: i for i, t in reversed([*enumerate(tokens)]) if t.head == head and i < at}
        asked = below.get("obj") if tokens[at].deprel in _CONTENTS else None  # "mendesak X menarik pasukannya"
        subject = asked if asked is not None else below.get("nsubj")
        whose = next((m for m in told if m.token == subject), None)
        if whose is not None and not beside:
            return whose.actors[0] if len(whose.actors) == 1 else None
        beside = beside and subject is None
        at = head
    return None


def is_made(line: Line, draft: Draft, making: frozenset[str]) -> bool:
    """Whether a phrase tells of weapons that a state makes or tests ("uji rudal Iran"), not of its forces' use of them.

    making: the words before it that say so.
    """
    before = line.units[draft.first - 1].folded if draft.first else ""
    return draft.heads[0].kind == "weapon" and before in making
