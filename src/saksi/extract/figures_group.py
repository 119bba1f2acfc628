"""Whom a number counts, and who caused the count: actors of the text that stand in or by the counted phrase."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from saksi.extract.figures_around import Around
from saksi.extract.figures_cue import Cue
from saksi.extract.figures_phrase import Counted, Line
from saksi.extract.figures_words import Lexicon
from saksi.model.actor import Actor
from saksi.model.codes import Measure, Sector
from saksi.model.mention import ActorMention, PlaceMention

_BODIES = frozenset({Sector.REB, Sector.IGO, Sector.NGO, Sector.PTY, Sector.PRM, Sector.OPP, Sector.REL, Sector.UAF})
_ARMED = frozenset({Sector.MIL, Sector.COP, Sector.REB, Sector.UAF, Sector.PRM})
_STATE = frozenset({Sector.GOV, Sector.COP, Sector.MIL})
_LOSSES = frozenset({Measure.KILLED, Measure.WOUNDED, Measure.KILLED_OR_WOUNDED})
_TROOPS = frozenset({Sector.MIL, Sector.IGO})
_NEAR = 30
_AGENT_GAP = 2
_FAR = 3


@dataclass(slots=True)
class _Memory:
    """What the counts before have shown. people: the group counted last, the largest of its sentence; sent: the
    last troops; by: who caused the last count."""

    people: Actor | None = None
    size: float = 0
    sentence: int = -1
    sent: Actor | None = None
    by: Actor | None = None


class Groups:
    """Reads the groups of one article's numbers, in order."""

    def __init__(self, around: Around, lexicon: Lexicon) -> None:
        self._around = around
        self._lexicon = lexicon
        self._memory = _Memory()

    def read(self, line: Line, counted: Counted, cue: Cue) -> tuple[Actor | None, Actor | None]:
        """Whom the number counts and who caused it, each None where the text does not say."""
        by = self._cause(line, counted, cue)
        if cue.measure is Measure.MONEY:
            return self._owner(line, counted), self._around.opening(line, counted.first)
        if cue.measure is Measure.WEAPONS:
            return self._force(line, counted), by
        if cue.measure is Measure.STRIKES:
            by = self._force(line, counted) or by or self._around.opening(line, counted.first) or self._memory.by
            return by, by
        of = self._people(line, counted, cue)
        self._remember(line, counted, of, of if cue.measure is Measure.PERSONNEL else self._memory.sent, by)
        return of, by

    def _force(self, line: Line, counted: Counted) -> Actor | None:
        """Whose weapons or strikes are counted: a country's are its forces'."""
        of = self._inside(line, counted, None)
        return replace(of, sector=Sector.MIL) if of and of.name is None and of.sector is Sector.CVL else of

    def _remember(self, line: Line, counted: Counted, of: Actor | None, sent: Actor | None, by: Actor | None) -> None:
        size = counted.quantity.low or counted.quantity.high or 0
        memory = self._memory
        if memory.sentence == line.index and size < memory.size:
            of, size = memory.people, memory.size
        self._memory = _Memory(of, size, line.index, sent, by)

    def _people(self, line: Line, counted: Counted, cue: Cue) -> Actor | None:
        sector = Sector(counted.sector) if counted.sector and counted.sector != "ANY" else None
        words = line.row[counted.head : counted.end + 1]
        if cue.measure is Measure.PERSONNEL and sector in {None, Sector.CVL}:
            sector = Sector.MIL
        rest = self._is_rest(line, counted)
        before = self._before(line, sector, rest=rest)
        if before is not None and rest:
            return self._other(line, counted, before)
        inside = self._inside(line, counted, sector)
        if inside is not None:
            return inside
        if before is not None and not counted.named:
            return before
        if before is not None and cue.rule in {"part", "joined"}:
            return before if sector in {None, before.sector} else Actor(None, before.country, sector)
        if cue.measure is Measure.MIGRANTS or self._lexicon.is_foreign(words):
            return Actor(None, None, Sector.REF if cue.measure is Measure.MIGRANTS else sector or Sector.CVL)
        owner = self._of_side(line, counted) or self._loser(line, cue, sector)
        owner = owner or self._sender(line, counted, cue, sector)
        if owner is not None:
            return owner
        plain = None if counted.sector == "ANY" else Sector.CVL
        harmed, crowd = cue.measure in _LOSSES, cue.measure is Measure.PARTICIPANTS
        return Actor(None, self._around.country(line, counted, harmed=harmed, crowd=crowd), sector or plain)

    def _before(self, line: Line, sector: Sector | None, *, rest: bool) -> Actor | None:
        """The group counted before, in this sentence or, for the rest or a part of it, soon before it."""
        memory = self._memory
        if memory.sentence == line.index:
            return memory.people if not rest or sector in {None, Sector.CVL} else None
        near = rest and line.index - memory.sentence <= _FAR and sector in {None, Sector.CVL}
        return memory.people if near else None

    def _other(self, line: Line, counted: Counted, before: Actor) -> Actor:
        """The rest of a group counted before; inhabitants are none of an armed one: "tiga prajurit tewas, dua warga
        lainnya hilang"."""
        plain = counted.sector == Sector.CVL and line.bare[counted.head] not in self._lexicon.marks.classifiers
        return Actor(None, before.country, Sector.CVL) if plain and before.sector in _ARMED else before

    def _is_rest(self, line: Line, counted: Counted) -> bool:
        """Whether the rest or a part of a group counted before is counted: "delapan lainnya", "lima di antaranya"."""
        after = max(counted.end, counted.last) + 1
        among = after < len(line.row) and self._lexicon.among.starting(line.row, after) is not None
        return among or (counted.named and line.row[counted.end] in self._lexicon.marks.rest)

    def _inside(self, line: Line, counted: Counted, sector: Sector | None) -> Actor | None:
        """The actor that the counted phrase names: a body, or the country of a group. A group whose phrase names
        neither is left to what stands around it."""
        if not counted.named:
            return None
        span = line.span(counted.head, counted.end)
        homes = self._around.homes_in(line, span) or self._shared_home(line, counted)
        named = self._around.actors_in(line, span)
        for mention in named:
            body = next((actor for actor in mention.actors if actor.name), None)
            printed = any(
                token.text[:1].isupper() for token in line.sentence.tokens[counted.head + 1 : counted.end + 1]
            )
            if body is not None and printed and not any(home.span.end == span.end for home in homes):
                return _as_group(body, sector)
        if not homes:
            return None
        kind = next((mention.actors[0].sector for mention in named), None)
        if sector in {None, Sector.CVL} and kind not in {None, Sector.GOV}:
            sector = kind
        return Actor(None, homes[0].place.country, sector or Sector.CVL)

    def _shared_home(self, line: Line, counted: Counted) -> list[PlaceMention]:
        """The home that a group shares with the one joined to it: "15 pelaut dan marinir Inggris"."""
        link = counted.end + 1
        if link + 2 >= len(line.row) or line.row[link] not in self._lexicon.marks.joiners:
            return []
        joined = self._lexicon.groups.starting(line.bare, link + 1)
        if joined is None or link + 1 + joined[0] >= len(line.row):
            return []
        return self._around.homes_in(line, line.span(link + 1 + joined[0], link + 1 + joined[0]))

    def _sender(self, line: Line, counted: Counted, cue: Cue, sector: Sector | None) -> Actor | None:
        """The state or body whose people are counted, where the text says that they are somebody's."""
        words = line.row[counted.head : counted.end + 1]
        behind = max(counted.end, counted.last) + 1
        if sector in _ARMED and behind < len(line.row) and line.row[behind] in self._lexicon.marks.origins:
            homes = self._around.homes_in(line, line.span(behind, min(behind + 1, len(line.row) - 1)))
            if homes:
                return Actor(None, homes[0].place.country, sector)  # "tiga tentara dari Malawi"
            found = self._group(self._around.behind(line, behind), sector)
            if found is not None:
                return found
        before = list(self._around.before(line, counted.first))
        if self._lexicon.is_owned(words):
            return self._group(before, sector)
        if cue.measure is not Measure.PERSONNEL:
            own = frozenset({sector}) if sector in _ARMED and cue.rule == "predicate" else frozenset()
            return self._group(before, sector, own)
        related = cue.first > 0 and line.row[cue.first - 1] in self._lexicon.marks.relative  # "X, yang memiliki 7.000"
        sender = self._around.subject(line, cue.last) if cue.rule == "verb" and not related else None
        sent = _as_group(sender, sector) if sender else None
        if sent is not None and (sent.country or sent.name):
            return sent
        if sector is Sector.COP:
            return self._group(before, sector, _STATE)
        return (
            self._group(before, sector) or self._memory.sent or self._group(self._around.earlier(line), sector, _TROOPS)
        )

    def _of_side(self, line: Line, counted: Counted) -> Actor | None:
        """The side that a count is told for: "13 orang di pihak Kamboja", "16 orang dari pihak militer"."""
        marks, behind = self._lexicon.marks, max(counted.end, counted.last) + 1
        row = line.row[behind : behind + 3]
        if len(row) < _FAR or row[0] not in marks.prepositions or row[1] != marks.side:
            return None
        found = self._around.actors_in(line, line.span(behind + 2, behind + 2))
        side = next((mention.actors[0] for mention in found), None)
        return _as_group(side, side.sector if side.sector in _ARMED else Sector.CVL) if side else None

    def _loser(self, line: Line, cue: Cue, sector: Sector | None) -> Actor | None:
        """Whose people are counted where he loses them or brings them out of danger."""
        own = self._lexicon.marks.losses | self._lexicon.marks.rescues
        if cue.rule != "verb" or line.row[cue.first] not in own:
            return None
        subject = self._around.subject(line, cue.last)
        made = _as_group(subject, sector) if subject and subject.sector in _STATE | _ARMED else None
        return made if made and (made.country or made.name) else None

    def _group(
        self, mentions: Iterable[ActorMention], sector: Sector | None, kinds: frozenset[Sector] | None = None
    ) -> Actor | None:
        """The first of the mentions that says whose group it is; kinds: the sectors that it may be of."""
        for mention in mentions:
            if kinds is not None and mention.actors[0].sector not in kinds:
                continue
            made = _as_group(mention.actors[0], sector) if self._around.is_explicit(mention) else None
            if made is not None and (made.country or made.name):
                return made
        return None

    def _owner(self, line: Line, counted: Counted) -> Actor | None:
        """The actor right before a sum: "dana Korea Utara senilai 25 juta dolar"."""
        start = line.sentence.tokens[counted.first].start
        nearest = next(iter(self._around.before(line, counted.first)), None)
        return nearest.actors[0] if nearest and start - nearest.span.end <= _NEAR else None

    def _cause(self, line: Line, counted: Counted, cue: Cue) -> Actor | None:
        """Who caused the count: the subject of an active verb, the agent of a passive one."""
        if line.row[cue.first] in self._lexicon.marks.losses | self._lexicon.marks.rescues:
            return None  # who loses men has not killed them
        if cue.rule == "verb":
            subject = self._around.subject(line, cue.last)
            again = self._memory.sentence == line.index and subject == self._memory.people
            return self._memory.by if again else subject  # "menewaskan 9 warga dan melukai 14"
        if cue.measure in _LOSSES and (attacker := self._attacker(line, counted, cue)) is not None:
            return attacker
        agent = self._lexicon.agent_at(line.row, max(cue.last, counted.end) + 1) or self._passive(line, cue)
        if agent is None:
            return None
        end = line.sentence.tokens[agent].end
        nearest = next(iter(self._around.behind(line, agent)), None)
        return nearest.actors[0] if nearest and nearest.span.start - end <= _AGENT_GAP else None

    def _passive(self, line: Line, cue: Cue) -> int | None:
        """The last word of a passive whose doer follows it without "oleh": "ditembak mati polisi", "ditembak X"."""
        if cue.rule != "predicate":
            return None
        passive = self._lexicon.marks.passive
        if line.row[cue.first].startswith(passive):
            return cue.last
        after = cue.last + 1
        told = after < len(line.row) and line.row[after].startswith(passive) and line.upos(after) == "VERB"
        return after if told else None

    def _attacker(self, line: Line, counted: Counted, cue: Cue) -> Actor | None:
        """Whose attack they suffered: "20 orang tewas akibat serangan udara X"; not that on X."""
        marks, behind = self._lexicon.marks, max(cue.last, counted.end) + 1
        near = range(behind, min(behind + _FAR, len(line.row) - 1))
        at = next((n for n in near if line.row[n] in marks.suffered and line.row[n + 1] in marks.attacks), None)
        found = next(iter(self._around.behind(line, at + 1)), None) if at is not None else None
        if at is None or found is None:
            return None
        between = line.row[at + 2 : line.token_at(found.span.start)]
        return found.actors[0] if (marks.prepositions | marks.stops | {","}).isdisjoint(between) else None


def _as_group(actor: Actor, sector: Sector | None) -> Actor | None:
    """The group that a noun and an actor by it make: "tentara" and Turkey, "anggota" and a party."""
    if actor.name and actor.sector in _BODIES and actor.organisation is None:
        return actor
    if actor.name and actor.country is None:
        return actor if actor.sector is Sector.MIL else None  # an alliance
    return Actor(None, actor.country, sector or (None if actor.sector is Sector.GOV else actor.sector))
