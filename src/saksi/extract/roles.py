"""Who did it and to whom: the actor mentions that fill a candidate's roles, by grammar and by the model's ear."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from saksi.extract.candidates import Candidate
from saksi.extract.frames import Build
from saksi.extract.tree import Tree
from saksi.extract.zones import ACTOR, RECIPIENT, Grammar, Zone, find_zones
from saksi.model.actor import Actor
from saksi.model.codes import MUTUAL
from saksi.model.mention import ActorMention
from saksi.model.span import Span

_ZONE_WEIGHT = 0.5
_THRESHOLD = 0.4
_SIDES_AT_MOST = 6


@dataclass(frozen=True, slots=True)
class Filler:
    """A mention in a role. score: 0..1; how: the construction or head that put it there."""

    mention: ActorMention
    score: float
    how: str


@dataclass(frozen=True, slots=True)
class Roles:
    """The fillers of both roles, best first."""

    actors: tuple[Filler, ...] = ()
    recipients: tuple[Filler, ...] = ()


class Cast:
    """An article's actor mentions by sentence."""

    def __init__(self, mentions: Iterable[ActorMention]) -> None:
        self._by_sentence: dict[int, list[ActorMention]] = {}
        for mention in mentions:
            self._by_sentence.setdefault(mention.sentence, []).append(mention)

    def of(self, sentence: int) -> Sequence[ActorMention]:
        """The mentions of a sentence in the order of the text."""
        return self._by_sentence.get(sentence, ())

    def at(self, tree: Tree, sentence: int, token: int) -> ActorMention | None:
        """The mention that covers a token, the shortest first."""
        place = tree.tokens[token]
        hits = [m for m in self.of(sentence) if m.span.start <= place.start and place.end <= m.span.end]
        return min(hits, key=lambda m: m.span.end - m.span.start, default=None)

    def overlapping(self, span: Span) -> list[ActorMention]:
        """The mentions anywhere that share characters with a span, the longest first."""
        hits = [m for mentions in self._by_sentence.values() for m in mentions if m.span.overlaps(span)]
        return sorted(hits, key=lambda m: m.span.start - m.span.end)


def cast_roles(candidate: Candidate, tree: Tree, cast: Cast, rules: Grammar) -> Roles:
    """The fillers of a candidate's roles: grammar and model add up; a mention stands in one role only."""
    scores: dict[tuple[int, int], dict[str, tuple[float, str]]] = {}
    mentions: dict[tuple[int, int], ActorMention] = {}

    def vote(mention: ActorMention, role: str, score: float, how: str) -> None:
        key = (mention.span.start, mention.span.end)
        mentions[key] = mention
        old, why = scores.setdefault(key, {}).get(role, (0.0, ""))
        scores[key][role] = (old + score, f"{why}+{how}".strip("+"))

    for zone in find_zones(candidate, tree, rules):
        for mention in _in_zone(zone, tree, candidate, cast):
            vote(mention, zone.role, _ZONE_WEIGHT, zone.construction)
    for argument in candidate.arguments:
        for mention in cast.overlapping(argument.span)[:1]:
            vote(mention, argument.role, argument.score, f"head {argument.score:.2f}")
    if not scores:
        _nearest(candidate, cast, vote)
    sides: dict[str, list[Filler]] = {ACTOR: [], RECIPIENT: []}
    for key, votes in scores.items():
        role, (score, how) = max(votes.items(), key=lambda vote: vote[1][0])
        if score >= _THRESHOLD:
            sides[role].append(Filler(mentions[key], score, how))
    return _settled(candidate, sides)


def _settled(candidate: Candidate, sides: dict[str, list[Filler]]) -> Roles:
    for side in sides.values():
        side.sort(key=lambda filler: -filler.score)
    actors, recipients = sides[ACTOR], sides[RECIPIENT]
    if candidate.type in MUTUAL:
        return Roles(tuple((actors + recipients)[:_SIDES_AT_MOST]))
    return Roles(tuple(actors[:_SIDES_AT_MOST]), tuple(recipients[:_SIDES_AT_MOST]))


def _in_zone(zone: Zone, tree: Tree, candidate: Candidate, cast: Cast) -> list[ActorMention]:
    """For each coordinated head of the zone, the mention nearest to it below it."""
    found = []
    for head in tree.with_conjuncts(zone.token):
        for token in tree.subtree(head):
            if candidate.first <= token <= candidate.last:
                continue
            mention = cast.at(tree, candidate.sentence, token)
            if mention is not None:
                if mention not in found:
                    found.append(mention)
                break
    return found


def _nearest(candidate: Candidate, cast: Cast, vote: Callable[[ActorMention, str, float, str], None]) -> None:
    """Where grammar and model say nothing: the mention before acts, the one after suffers."""
    before = [m for m in cast.of(candidate.sentence) if m.span.end <= candidate.span.start]
    after = [m for m in cast.of(candidate.sentence) if m.span.start >= candidate.span.end]
    undergoes = candidate.build in (Build.PASSIVE, Build.UNDERGOER, Build.NOUN_OF)
    if before:
        vote(before[-1], RECIPIENT if undergoes else ACTOR, _THRESHOLD, "nearest before")
    if after:
        vote(after[0], ACTOR if undergoes else RECIPIENT, _THRESHOLD, "nearest after")


def actors_of(fillers: Iterable[Filler]) -> tuple[Actor, ...]:
    """The actors that the fillers mean, each once, in order."""
    out: dict[Actor, None] = {}
    for filler in fillers:
        out.update(dict.fromkeys(filler.mention.actors))
    return tuple(out)
