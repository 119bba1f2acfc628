"""Whom a number counts, and who caused the count: actors of the text that stand in or by the counted phrase."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from saksi.extract.figures_measure import Cue
from saksi.extract.figures_phrase import Counted, Line
from saksi.extract.figures_words import Lexicon
from saksi.model.actor import Actor
from saksi.model.codes import Measure, Sector
from saksi.model.mention import ActorMention, Reading

_BODIES = frozenset({Sector.REB, Sector.IGO, Sector.NGO, Sector.PTY, Sector.PRM, Sector.OPP, Sector.REL, Sector.UAF})
_NEAR = 30
_THINGS = frozenset({Measure.STRIKES, Measure.WEAPONS, Measure.MONEY})


class _Mention(Protocol):
    @property
    def sentence(self) -> int: ...


Kind = TypeVar("Kind", bound=_Mention)


class Groups:
    """The actors and places of one article, by sentence, and the country that it is mainly about."""

    def __init__(self, reading: Reading, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._actors = _by_sentence(reading.actors)
        self._places = _by_sentence(reading.places)
        spoken = Counter(mention.place.country for mention in reading.places if mention.place.country)
        self._main = spoken.most_common(1)[0][0] if spoken else None

    def counted(self, line: Line, counted: Counted, cue: Cue, before: Actor | None) -> Actor | None:
        """The group that a number counts, None where it counts things. before: that of the number before it."""
        if cue.measure in _THINGS:
            return self._owner(line, counted) if cue.measure is Measure.MONEY else self.cause(line, counted, cue)
        sector = Sector(counted.sector) if counted.sector and counted.sector != "ANY" else None
        rest = counted.named and line.row[counted.end] in self._lexicon.marks.rest
        if before is not None and rest and sector in {None, Sector.CVL}:
            return before
        inside = self._inside(line, counted, sector)
        if inside is not None:
            return inside
        if before is not None and (not counted.named or cue.rule in {"part", "joined"}):
            return before if sector in {None, before.sector} else Actor(None, before.country, sector)
        if counted.named and self._lexicon.is_foreign(line.row[counted.head : counted.end + 1]):
            return Actor(None, None, sector or Sector.CVL)
        if cue.measure is Measure.PERSONNEL or self._is_owned(line, counted):
            sender = self._sender(line, counted, sector)
            if sender is not None:
                return sender
        return Actor(None, self._country_around(line, counted), sector or Sector.CVL)

    def cause(self, line: Line, counted: Counted, cue: Cue) -> Actor | None:
        """Who caused the count: the subject of an active verb, the agent of a passive one."""
        actors = self._actors.get(line.index, ())
        if cue.rule == "verb":
            return _first(self._left(actors, line, cue.first))
        agent = self._lexicon.agent_at(line.row, max(cue.last, counted.end) + 1)
        if agent is not None:
            start = line.sentence.tokens[agent].end
            return _first(mention for mention in actors if 0 <= mention.span.start - start <= 2)
        return None

    def _inside(self, line: Line, counted: Counted, sector: Sector | None) -> Actor | None:
        """The actor named in the counted phrase itself, or the country in it."""
        if not counted.named:
            return None
        span = line.span(counted.head, counted.end)
        for mention in self._actors.get(line.index, ()):
            if mention.span.overlaps(span) and mention.actors:
                made = _as_group(mention.actors[0], sector)
                if made is not None:
                    return made
        inner = next((place for place in self._places.get(line.index, ()) if place.span.overlaps(span)), None)
        return Actor(None, inner.place.country, sector or Sector.CVL) if inner else None

    def _owner(self, line: Line, counted: Counted) -> Actor | None:
        """The actor right before a sum: "dana Korea Utara senilai 25 juta dolar"."""
        start = line.sentence.tokens[counted.first].start
        near = [mention for mention in self._actors.get(line.index, ()) if 0 <= start - mention.span.end <= _NEAR]
        return _first(near)

    def _sender(self, line: Line, counted: Counted, sector: Sector | None) -> Actor | None:
        for mention in self._left(self._actors.get(line.index, ()), line, counted.first):
            for actor in mention.actors:
                made = _as_group(actor, sector or Sector.MIL)
                if made is not None and (made.country or made.name):
                    return made
        return None

    def _left(self, actors: Sequence[ActorMention], line: Line, token: int) -> Iterable[ActorMention]:
        start = line.sentence.tokens[token].start
        return reversed([mention for mention in actors if mention.span.end <= start and mention.actors])

    def _is_owned(self, line: Line, counted: Counted) -> bool:
        return counted.named and self._lexicon.is_owned(line.row[counted.head : counted.end + 1])

    def _country_around(self, line: Line, counted: Counted) -> str | None:
        """The country of the nearest place of the sentence, first behind the number, else that of the article."""
        places = [mention for mention in self._places.get(line.index, ()) if mention.place.country]
        start = line.sentence.tokens[counted.first].start
        spots = [mention for mention in places if not mention.acting] or places
        ranked = sorted(spots, key=lambda mention: (mention.span.start < start, abs(mention.span.start - start)))
        return ranked[0].place.country if ranked else self._main


def _as_group(actor: Actor, sector: Sector | None) -> Actor | None:
    """The group that a noun and an actor by it make: "tentara" and Turkey, "anggota" and a party."""
    if actor.name and actor.sector in _BODIES and actor.organisation is None:
        return actor
    if actor.name is None and (sector is None or actor.sector == sector or sector is Sector.CVL):
        return actor if actor.sector or sector is None else Actor(None, actor.country, sector)
    if actor.name is None or actor.country:
        return Actor(None, actor.country, sector or actor.sector)
    return None


def _first(mentions: Iterable[ActorMention]) -> Actor | None:
    return next((mention.actors[0] for mention in mentions if mention.actors), None)


def _by_sentence(mentions: Sequence[Kind]) -> dict[int, list[Kind]]:
    found: dict[int, list[Kind]] = {}
    for mention in mentions:
        found.setdefault(mention.sentence, []).append(mention)
    return found
