"""The actors and places of an article as they stand around a number."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Protocol, TypeVar

from saksi.extract.figures_phrase import Counted, Line
from saksi.extract.figures_words import Lexicon
from saksi.extract.holding import only_holds
from saksi.extract.tree import Tree
from saksi.model.actor import Actor
from saksi.model.mention import ActorMention, PlaceMention, Reading
from saksi.model.span import Span

_REACH = 6
_SHARED = frozenset({"conj", "xcomp", "advcl", "ccomp", "parataxis"})


class _Mention(Protocol):
    @property
    def sentence(self) -> int: ...


Kind = TypeVar("Kind", bound=_Mention)


class Around:
    """The mentions of one article by sentence, and the country that it is mainly about."""

    def __init__(self, reading: Reading, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._actors = _by_sentence([mention for mention in reading.actors if mention.actors])
        places = [mention for mention in reading.places if not mention.seat]
        self._places = _by_sentence(places)
        named = [mention for mention in places if mention.place.country]
        spoken = Counter(mention.place.country for mention in named)
        scenes = Counter(mention.place.country for mention in named if mention.place.precision != "country")
        self._main = max(spoken, key=lambda country: (spoken[country], scenes[country]), default=None)

    def actors_in(self, line: Line, span: Span) -> list[ActorMention]:
        """The actors whose phrase shares words with a span of the sentence."""
        return [mention for mention in self._actors.get(line.index, ()) if mention.span.overlaps(span)]

    def homes_in(self, line: Line, span: Span) -> list[PlaceMention]:
        """The countries in a span that say where a group is from: "tentara Turki", not "pemrotes perang Irak"."""
        within = [mention for mention in self._places.get(line.index, ()) if mention.span.overlaps(span)]
        return [mention for mention in within if mention.place.country and not self._is_matter(line, mention)]

    def before(self, line: Line, token: int) -> Iterator[ActorMention]:
        """The actors before a token of the sentence, nearest first."""
        start = line.sentence.tokens[token].start
        mentions = [mention for mention in self._actors.get(line.index, ()) if mention.span.end <= start]
        return reversed(mentions)

    def behind(self, line: Line, token: int) -> Iterator[ActorMention]:
        """The actors that begin within a few words behind a token, nearest first."""
        start = line.sentence.tokens[token].end
        last = line.sentence.tokens[min(token + _REACH, len(line.row) - 1)].end
        return iter([each for each in self._actors.get(line.index, ()) if start <= each.span.start < last])

    def earlier(self, line: Line) -> Iterator[ActorMention]:
        """The actors of the two sentences before, nearest first."""
        for index in (line.index - 1, line.index - 2):
            yield from reversed(self._actors.get(index, ()))

    def subject(self, line: Line, token: int) -> Actor | None:
        """The actor in the subject of a verb, or of the verb that it shares one with; else the first of its clause."""
        tree = Tree(line.sentence)
        at = token
        for _ in range(len(line.row)):
            heads = [at := tree.tokens[at].head] if tree.tokens[at].deprel == "acl" else tree.below(at, "nsubj")
            for head in reversed([head for head in heads if 0 <= head < token]):
                last = max(each for each in tree.subtree(head) if each == head or each < token)
                inside = self._acting(line, self.actors_in(line, line.span(head, max(head, last))))
                if inside:
                    return inside[0].actors[0]
            over = tree.tokens[at].head
            if over < 0 or tree.tokens[at].deprel not in _SHARED or line.row[over] in self._lexicon.marks.clauses:
                break  # who accuses somebody of a deed has not done it
            at = tree.tokens[at].head
        return self.opening(line, token)

    def opening(self, line: Line, token: int) -> Actor | None:
        """The first actor of the clause that a token stands in, before it."""
        start = next((at + 1 for at in range(token - 1, -1, -1) if line.row[at] in self._lexicon.marks.clauses), 0)
        inside = self._acting(line, self.actors_in(line, line.span(start, token - 1)) if start < token else [])
        return inside[0].actors[0] if inside else None

    def _acting(self, line: Line, mentions: Sequence[ActorMention]) -> list[ActorMention]:
        """Those of the mentions that are not merely the place where something happened, or who holds it."""
        spots = {
            each.span for each in self._places.get(line.index, ()) if not each.acting and self._is_spot(line, each)
        }
        holding, agents = self._lexicon.holding, self._lexicon.marks.agents
        acting = [mention for mention in mentions if mention.span not in spots]
        return [each for each in acting if not only_holds(line.row, line.token_at(each.span.start), holding, agents)]

    def is_explicit(self, mention: ActorMention) -> bool:
        """Whether the phrase itself says who is meant, rather than having it filled in from the article."""
        places = self._places.get(mention.sentence, ())
        return bool(mention.actors[0].name) or any(place.span.overlaps(mention.span) for place in places)

    def country(self, line: Line, counted: Counted, *, harmed: bool = False, crowd: bool = False) -> str | None:
        """The country where the sentence puts the counted ones, nearest place first, else the article's. Victims
        (harmed) of whom a sentence without places tells are of the town of the one before; a crowd is of the
        only country named before it."""
        start = line.sentence.tokens[counted.first].start
        spots = [each for each in self._places.get(line.index, ()) if each.place.country and self._is_spot(line, each)]
        spots = [each for each in spots if not self._apart(line, counted, each)]
        nearest = min(spots, key=lambda mention: abs(mention.span.start - start), default=None)
        nearest = next((each for each in spots if line.is_right_behind(counted, each.span)), nearest)
        if nearest:
            return nearest.place.country
        if harmed and (town := self._scene(line)):
            return town.place.country
        if crowd and (only := self._only_before(line, start)):
            return only
        made = self.actors_in(line, line.span(counted.first, max(counted.last, counted.end)))
        filled = next((mention.actors[0].country for mention in made), None)
        told = {each.place.country: each.acting for each in self._places.get(line.index, ())}
        if harmed and (filled in told or (filled and told.get(self._main))):
            return filled  # "serangan Israel ke Lebanon menewaskan lima orang", "tewas dalam serangan Israel"
        return self._main or filled

    def _scene(self, line: Line) -> PlaceMention | None:
        """The town where victims fell: of the sentence itself, or of the one before where it tells of no place; there
        also the country where something happened."""
        if self._places.get(line.index):
            return self._town(line.index)
        spots = [each for each in self._places.get(line.index - 1, ()) if each.place.country and not each.acting]
        return self._town(line.index - 1) or next(reversed(spots), None)

    def _apart(self, line: Line, counted: Counted, mention: PlaceMention) -> bool:
        """Whether a place behind a count stands in a clause of its own: "menewaskan 25 orang, ketika X di Istanbul"."""
        between = range(max(counted.last, counted.end) + 1, line.token_at(mention.span.start))
        return any(line.row[at] in self._lexicon.marks.meanwhile for at in between)

    def _only_before(self, line: Line, start: int) -> str | None:
        """The country named before a count where it is the only one: behind it stands what a protest is against."""
        before = (each.place.country for each in self._places.get(line.index, ()) if each.span.end <= start)
        named = {country for country in before if country}
        return named.pop() if len(named) == 1 else None

    def _town(self, index: int) -> PlaceMention | None:
        """The town or region of a country that a sentence names last as a place."""
        here = [each for each in self._places.get(index, ()) if each.place.country and not each.acting]
        return next((each for each in reversed(here) if each.place.precision != "country"), None)

    def _is_spot(self, line: Line, mention: PlaceMention) -> bool:
        token = line.token_at(mention.span.start)
        return token > 0 and line.row[token - 1] in self._lexicon.marks.locative and not mention.acting

    def _is_matter(self, line: Line, mention: PlaceMention) -> bool:
        token = line.token_at(mention.span.start)
        ship = token > 1 and line.row[token - 2] in self._lexicon.marks.warships
        return token > 0 and line.row[token - 1] in self._lexicon.marks.matters and not ship


def _by_sentence(mentions: Sequence[Kind]) -> dict[int, list[Kind]]:
    found: dict[int, list[Kind]] = {}
    for mention in mentions:
        found.setdefault(mention.sentence, []).append(mention)
    return found
