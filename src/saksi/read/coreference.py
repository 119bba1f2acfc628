"""Remembers the actors that an article has named, so that short forms and references find them again."""

from collections.abc import Iterator, Set
from dataclasses import dataclass, field
from itertools import islice
from typing import TypeVar

from rapidfuzz import fuzz, process

from saksi.model.actor import Actor
from saksi.model.codes import Sector
from saksi.model.mention import ActorMention
from saksi.world.spelling import fold

_TELLING = 4
"""Letters from which one word of a name may stand for a person."""
_ALIKE = 86.0
"""Likeness (0..100) from which two spellings are taken for one name."""
_MANY = 2000
"""Names beyond which no misspelling is looked for: no article has as many."""
_NEAR = 2
"""Sentences that "kedua pihak" looks back over."""
_BACK = 200
"""Mentions that a reference looks back over."""
_BODIES = frozenset({Sector.REB, Sector.PTY, Sector.NGO, Sector.IGO, Sector.PRM, Sector.OPP, Sector.CRM})
_PARTIES = frozenset({Sector.GOV, Sector.MIL, Sector.REB, Sector.PTY, Sector.PRM, Sector.OPP})
"""Sectors of those who negotiate or fight."""
_ARMED = frozenset({Sector.REB, Sector.PRM, Sector.UAF, Sector.PTY})


@dataclass(slots=True)
class Memory:
    """What has been named so far, latest last.

    offices: (country or body, office key or word) -> person. again: head word -> what it meant last, for "pasukan itu".
    sectors: the country last meant by a group of the sector; heads: last named with a head word or portfolio.
    whole: the persons named in full or with an office; former: with one that they held before; article, spoken: the
    bodies and countries of the whole article.
    owner: the country of the person or state named last, whose "pasukannya" is; possessor: the state or body
    named last, or that of the person named last. mentions: of the sentence so far.
    sides, parties: (sentence, who fights or negotiates), for "kedua pihak"; pair: (sentence, whom that meant last);
    couple: (sentence, the two persons who are its subject).
    listed: the actors last listed, by how many: "A, B dan C"; counted: (sentence, who was counted last), by how many.
    unnamed: word -> the group without a name that it means until one is named.
    voices: (words of an office, country or body) -> who holds it: "juru bicara Gedung Putih".
    """

    persons: list[Actor] = field(default_factory=list)
    states: list[str] = field(default_factory=list)
    bodies: list[Actor] = field(default_factory=list)
    groups: list[Actor] = field(default_factory=list)
    offices: dict[tuple[str | None, str], Actor] = field(default_factory=dict)
    names: dict[str, Actor] = field(default_factory=dict)
    acronyms: dict[str, Actor] = field(default_factory=dict)
    sectors: dict[Sector, str] = field(default_factory=dict)
    again: dict[str, Actor] = field(default_factory=dict)
    latest: Actor | None = None
    leaders: list[Actor] = field(default_factory=list)
    whole: set[Actor] = field(default_factory=set)
    former: set[Actor] = field(default_factory=set)
    heads: dict[str, str] = field(default_factory=dict)
    article: set[Actor] = field(default_factory=set)
    owner: str | None = None
    possessor: Actor | None = None
    mentions: list[ActorMention] = field(default_factory=list)
    sides: list[tuple[int, Actor]] = field(default_factory=list)
    parties: list[tuple[int, Actor]] = field(default_factory=list)
    listed: dict[int, tuple[Actor, ...]] = field(default_factory=dict)
    counted: dict[int, tuple[int, tuple[Actor, ...]]] = field(default_factory=dict)
    pair: tuple[int, tuple[Actor, ...]] = (0, ())
    couple: tuple[int, tuple[Actor, ...]] = (0, ())
    spoken: set[str] = field(default_factory=set)
    acted: set[str] = field(default_factory=set)
    unnamed: dict[str, Actor] = field(default_factory=dict)
    voices: dict[tuple[str, str | None], Actor] = field(default_factory=dict)

    @property
    def told(self) -> list[Actor]:
        """The actors that the sentence has told of so far."""
        return [actor for mention in self.mentions for actor in mention.actors]

    def start_over(self) -> None:
        """Forgets in which order the actors were named, not who they are: the article is read once more."""
        self.latest = self.owner = self.possessor = None
        self.pair = self.couple = (0, ())
        orders = (self.persons, self.bodies, self.states, self.groups, self.sides, self.leaders, self.parties)
        for order in (*orders, self.sectors, self.heads, self.listed, self.counted):
            order.clear()

    def person(self, actor: Actor, printed: str, office: str = "", *, former: bool = False) -> None:
        """Notes a person under the name printed, each long word of it and of the label, and the office that he holds or
        held."""
        self.persons.append(actor)
        if former:
            self.former.add(actor)
        self.latest = actor
        self.owner = actor.country or self.owner
        self.possessor = Actor(actor.organisation or None, actor.country, actor.sector)
        words = fold(printed).split()
        if office or len(words) > 1:
            self.whole.add(actor)
        self.names[" ".join(words)] = actor
        self.names[words[-1]] = actor
        for word in (*words, *fold(actor.name or "").split()):
            if len(word) >= _TELLING or (word == words[0] and len(words) > 1):  # "Li" for Li Hui
                self.names.setdefault(word, actor)
        if actor.organisation and actor.sector in _ARMED:
            self.bodies.append(Actor(actor.organisation, actor.country, actor.sector))
        if office:
            self.offices[(actor.country or actor.organisation, office)] = actor

    def called(self, printed: str) -> Actor | None:
        """The person that a printed name, whole, short or misspelt, has meant before."""
        words = fold(printed).split()
        if not words:
            return None
        whole = self.names.get(" ".join(words))
        if whole is not None or not self.names or len(self.names) > _MANY:
            return whole
        known = self.names.get(words[-1])
        if len(words) > 1 and known is not None:
            return known if set(words[:-1]) & set(fold(known.name or "").split()[:-1]) else None
        near = process.extractOne(" ".join(words), self.names.keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE)
        return self.names[near[0]] if near is not None and len(near[0]) > _TELLING else None

    def namesake(self, printed: str, known: Actor | None) -> Actor | None:
        """Whom a short name means: a person of the article, unless this names the known bearer of it in full."""
        mine = self.names.get(fold(printed))
        return mine if mine in self.whole and known not in self.whole else known

    def state(self, country: str, *, placed: bool = False) -> None:
        """Notes a country that acts or is spoken of; placed: it is only where something is."""
        self.states.append(country)
        if not placed:
            self.acted.add(country)
        self.spoken.add(country)
        self.owner = country
        self.possessor = Actor.state(country)

    def spot(self, country: str) -> None:
        """Notes a country in which a phrase says that somebody is: "tentara di Kamboja"."""
        self.states.append(country)
        self.spoken.add(country)

    def owns(self, actor: Actor) -> None:
        """Notes whose "pasukannya" is, whoever was named last."""
        self.owner = actor.country or self.owner
        person = actor in self.whole or actor.organisation
        self.possessor = Actor(actor.organisation or None, actor.country, actor.sector) if person else actor

    def body(self, actor: Actor) -> None:
        """Notes a named body."""
        self.bodies.append(actor)
        self.article.add(actor)
        self.unnamed.clear()
        self.latest = self.possessor = actor

    def group(self, actor: Actor, certain: bool) -> None:
        """Notes a group of people. certain: its country stands in the text, and holds for its like after it."""
        self.groups.append(actor)
        self.latest = actor
        if certain and actor.country and actor.sector:
            self.sectors[actor.sector] = actor.country

    def last_person(self, country: str | None = None) -> Actor | None:
        """The person named last, of a country where one is given."""
        return next((actor for actor in _recent(self.persons) if country is None or actor.country == country), None)

    def last_body(self, sector: Sector | None = None) -> Actor | None:
        """The body named last; of the kind of the sector where one is given."""
        kind = _ARMED if sector in _ARMED else _BODIES if sector is None else frozenset({sector})
        return next((actor for actor in _recent(self.bodies) if actor.sector in kind), None)

    def sender(self, names: Set[str]) -> Actor | None:
        """The body told of last among those of some names, for "pasukan penjaga perdamaian"."""
        return next((actor for actor in _recent(self.bodies) if actor.name in names), None)

    def only_body(self, sector: Sector) -> Actor | None:
        """The one body of a sector that the article names, None where there are several or none."""
        found = [actor for actor in self.article if actor.sector is sector]
        return found[0] if len(found) == 1 else None

    def last_two_states(self, but: Set[str | None] = frozenset()) -> tuple[str, ...]:
        """The two countries spoken of last but some, the earlier first; empty where there are not two."""
        named = [code for code in dict.fromkeys(_recent(self.states)) if code not in but]
        acted = [code for code in named if code in self.acted]
        last = (acted if len(acted) > 1 else named)[:2]
        return tuple(reversed(last)) if len(last) == 2 else ()

    def side(self, sentence: int, actor: Actor) -> None:
        """Notes a force that may be one of two sides."""
        self.sides.append((sentence, actor))

    def last_two_sides(self, sentence: int) -> tuple[Actor, ...]:
        """The two forces named last, the earlier first, if one sentence holds both, this one or shortly before."""
        for number in range(sentence, max(-1, sentence - _NEAR - 1), -1):
            if here := self._forces(number, number):
                return here if len(here) == 2 else ()
        return ()

    def last_two_foes(self, sentence: int) -> tuple[Actor, ...]:
        """The army and the body that fights it in its own country, if the last sentences tell of no other forces."""
        forces = self._forces(max(0, sentence - _NEAR), sentence)
        foes = len(forces) == 2 and len({actor.country for actor in forces}) == 1
        return forces if foes and len({actor.sector in _BODIES for actor in forces}) == 2 else ()

    def _forces(self, first: int, last: int) -> tuple[Actor, ...]:
        """The forces that some sentences tell of, each once."""
        told: dict[tuple[str | None, bool], Actor] = {}
        for at, actor in self.sides:
            if first <= at <= last:
                body = actor.sector in _BODIES
                told.setdefault((actor.name if body else actor.country, body), actor)
        return tuple(told.values())

    def party(self, sentence: int, actor: Actor) -> None:
        """Notes a state, body or force that a sentence tells of; a person of a state counts as that."""
        state = actor in _recent(self.persons) and actor.country and not actor.organisation
        self.parties.append((sentence, Actor.state(actor.country) if state and actor.country else actor))

    def last_two_parties(self, sentence: int) -> tuple[Actor, ...]:
        """The two that a sentence tells of so far, empty where it tells of others too."""
        told: dict[str | None, Actor] = {}
        for number, actor in self.parties:
            if number == sentence and actor.sector in _PARTIES:
                told.setdefault(actor.name if actor.sector in _BODIES else actor.country, actor)
        return tuple(told.values()) if len(told) == 2 else ()

    def leader(self, actor: Actor, leads: bool) -> None:
        """Notes a person who leads a state, or is named again after that was said."""
        if leads or actor in _recent(self.leaders):
            self.leaders.append(actor)

    def last_two_leaders(self) -> tuple[Actor, ...]:
        """The two leaders of states named last, the earlier first; empty where there are not two."""
        last = list(dict.fromkeys(_recent(self.leaders)))[:2]
        return tuple(reversed(last)) if len(last) == 2 else ()

    def last_two_persons(self) -> tuple[Actor, ...]:
        """The two persons named last, the earlier first; empty where there are not two."""
        last = list(dict.fromkeys(_recent(self.persons)))[:2]
        return tuple(reversed(last)) if len(last) == 2 else ()


Named = TypeVar("Named")


def _recent(items: list[Named]) -> Iterator[Named]:
    """The latest items, the last first."""
    return islice(reversed(items), _BACK)
