"""Finds every phrase that means an actor, with the actor or actors it means."""

from collections.abc import Iterator, Sequence

from saksi.model.actor import Actor
from saksi.model.codes import Sector
from saksi.model.mention import ActorMention, PlaceMention
from saksi.model.span import Span
from saksi.model.syntax import Name, Parse
from saksi.read.actors_atoms import Atom, Line, line
from saksi.read.actors_draft import Draft
from saksi.read.actors_phrase import PhraseReader
from saksi.read.actors_resolve import Resolver, focus
from saksi.read.actors_spoken import heard, spoken
from saksi.read.actors_words import Lexicon, lexicon
from saksi.read.coreference import Memory
from saksi.read.naming import known_names
from saksi.world.persons import offices_of
from saksi.world.phrases import Unit


def find_actors(
    parse: Parse, text: str, places: Sequence[PlaceMention], published: str | None, language: str
) -> tuple[ActorMention, ...]:
    """All phrases that mean actors, in order, none inside another. published: the ISO day of the article."""
    words = lexicon(language)
    lines = tuple(_lines(parse, places, language, words))
    memory = Memory()
    reader = _Reader(text, words, Resolver(text, published, memory, focus(lines), words), memory)
    for sentence in lines:
        reader.rehearse(sentence)
    memory.persons.clear()
    memory.bodies.clear()
    memory.states.clear()
    memory.sectors.clear()
    memory.leaders.clear()
    found = [mention for sentence in lines for mention in reader.read(sentence)]
    found = list(spoken(found, parse.utterances, reader.first_persons))
    return tuple(sorted([*found, *heard(found, parse, reader.here)], key=lambda mention: mention.span))


def _lines(parse: Parse, places: Sequence[PlaceMention], language: str, words: Lexicon) -> Iterator[Line]:
    known = known_names(language)
    names: dict[int, list[Name]] = {}
    spots: dict[int, list[PlaceMention]] = {}
    for name in parse.names:
        names.setdefault(name.sentence, []).append(name)
    for mention in places:
        spots.setdefault(mention.sentence, []).append(mention)
    spoken = frozenset(mention.place.country for mention in places if mention.place.country)
    for number, sentence in enumerate(parse.sentences):
        yield line(number, sentence, names.get(number, ()), spots.get(number, ()), known, words, spoken)


class _Reader:
    """Reads the sentences of one article in order, with one memory."""

    def __init__(self, text: str, words: Lexicon, resolver: Resolver, memory: Memory) -> None:
        self._text = text
        self._words = words
        self._resolver = resolver
        self._memory = memory
        self.first_persons: list[ActorMention] = []

    @property
    def here(self) -> str | None:
        """The country that the article is about."""
        return self._resolver.here

    def rehearse(self, sentence: Line) -> None:
        """Notes the persons whom the article names with their office, so that a bare name before it finds them too."""
        for _ in self.read(sentence):
            pass
        self.first_persons.clear()

    def read(self, sentence: Line) -> Iterator[ActorMention]:
        """The mentions of a sentence."""
        reader = PhraseReader(sentence, self._words)
        first = 0
        while first < len(sentence.units):
            mention, last = self._at(sentence, reader, first)
            if mention is not None:
                yield mention
            first = last + 1

    def _at(self, sentence: Line, reader: PhraseReader, first: int) -> tuple[ActorMention | None, int]:
        both = self._both(sentence, first)
        if both is not None:
            return both
        draft = reader.read(first)
        if draft is not None and self._means_nobody(sentence, draft):
            return None, sentence.at[draft.head].last
        if draft is not None:
            actors, rule = self._resolver.resolve(sentence, draft)
            self._note(draft, actors)
            return self._mention(sentence, draft.first, draft.last, draft.head, actors, rule), draft.last
        atom = sentence.at[first]
        if atom.kind != "word":
            return self._named(sentence, reader, atom)
        return self._pronoun(sentence, first)

    def _means_nobody(self, sentence: Line, draft: Draft) -> bool:
        """Weapons whose owner is not named, and heads that only qualify a thing: "kamp pengungsi"."""
        if draft.heads[0].kind == "none":
            return True
        if draft.heads[0].kind == "weapon" and not draft.countries and not draft.bodies:
            return True
        reference = self._words.words.reference
        if sentence.units[draft.first].folded == reference.two[-1] and not draft.countries and not draft.bodies:
            return draft.heads[0].word in reference.pair
        before = sentence.units[draft.first - 1].folded if draft.first else ""
        return before in self._words.words.before.blocking

    def _note(self, draft: Draft, actors: tuple[Actor, ...]) -> None:
        for actor in actors:
            if actor.country and (draft.countries or draft.named):
                self._memory.state(actor.country)
            if draft.person is not None and actor.name:
                self._leader(actor, draft.heads[0].office)
            if draft.person is None and (draft.plural or draft.heads[0].kind == "group"):
                self._memory.group(actor, bool(draft.countries or draft.located))
            elif actor.name is None and draft.countries and actor.country and actor.sector:
                self._memory.sectors[actor.sector] = actor.country
            if draft.person is None and (draft.countries or draft.bodies):
                self._memory.again[draft.heads[0].word] = actor
        for body in draft.bodies:
            self._memory.body(body)

    def _leader(self, actor: Actor, office: str) -> None:
        held = offices_of(actor.name) | {office}
        self._memory.leader(actor, not held.isdisjoint(self._words.titles.forms.leading))

    def _named(self, sentence: Line, reader: PhraseReader, atom: Atom) -> tuple[ActorMention | None, int]:
        """A name that stands alone, with an apposition after it where there is one."""
        first, last = atom.first, atom.last
        if atom.kind == "country" and atom.country:
            self._memory.state(atom.country)
            rule = "actor.state" if atom.acting or not self._placed(sentence, first) else "actor.state.place"
            return self._mention(sentence, first, last, first, (Actor.state(atom.country),), rule), last
        if atom.kind == "place":
            if not (atom.acting and atom.country):
                return None, last
            return self._mention(sentence, first, last, first, (Actor.state(atom.country),), "actor.capital"), last
        if atom.kind == "bloc":
            body = self._words.words.blocs[sentence.units[first].text]
            actor = Actor(body, None, Sector.IGO) if body else Actor(None, None, Sector.GOV)
            return self._mention(sentence, first, last, first, (actor,), "actor.bloc"), last
        if atom.kind == "people":
            return None, last
        if atom.kind == "organisation" and atom.actor is not None:
            return self._body(sentence, atom, atom.actor)
        if atom.kind == "body":
            return self._printed_body(sentence, atom)
        return self._bare_person(sentence, reader, atom)

    def _body(self, sentence: Line, atom: Atom, actor: Actor) -> tuple[ActorMention | None, int]:
        """A known body, with the further body that it belongs to and its short form in brackets."""
        last = atom.last
        while last + 1 < len(sentence.units) and sentence.at[last + 1].kind == "organisation":
            last = sentence.at[last + 1].last
        end = self._bracketed(sentence, last)
        if end > last and (inner := sentence.at[last + 2].actor) is not None:
            actor = inner
        self._memory.body(actor)
        return self._mention(sentence, atom.first, end, atom.first, (actor,), "actor.name"), end

    def _placed(self, sentence: Line, first: int) -> bool:
        return first > 0 and sentence.units[first - 1].folded in self._words.words.after.location

    def _bracketed(self, sentence: Line, last: int) -> int:
        row = sentence.units
        if last + 3 < len(row) and row[last + 1].text == "(" and row[last + 3].text == ")":
            return last + 3
        return last

    def _printed_body(self, sentence: Line, atom: Atom) -> tuple[ActorMention | None, int]:
        printed = self._resolver.printed(sentence, atom.first, atom.last)
        actor = self._memory.acronyms.get(printed)
        last = self._bracketed(sentence, atom.last)
        if actor is None:
            actor = Actor(printed, self._resolver.here, None)
            if last > atom.last:
                self._memory.acronyms[sentence.units[atom.last + 2].text] = actor
        self._memory.body(actor)
        return self._mention(sentence, atom.first, last, atom.first, (actor,), "actor.printed"), last

    def _bare_person(self, sentence: Line, reader: PhraseReader, atom: Atom) -> tuple[ActorMention | None, int]:
        printed = self._resolver.printed(sentence, atom.first, atom.last)
        actor = atom.actor or self._resolver.known(printed)
        last, office = atom.last, ""
        draft = self._appositive(sentence, reader, last)
        if draft is not None:
            draft.person, draft.named = (atom.first, atom.last), actor
            last = draft.last
            (actor, *_), _ = self._resolver.resolve(sentence, draft)
            office = draft.heads[0].office or draft.heads[0].word
        if actor is None:
            actor = Actor(printed, self._resolver.here, None)
        self._memory.person(actor, printed, office)
        self._leader(actor, office)
        return self._mention(sentence, atom.first, last, atom.first, (actor,), "actor.person"), last

    def _appositive(self, sentence: Line, reader: PhraseReader, last: int) -> Draft | None:
        """ ", juru bicara Kremlin" after a name."""
        row = sentence.units
        if last + 2 >= len(row) or row[last + 1].text != ",":
            return None
        draft = reader.read(last + 2)
        if draft is None or draft.heads[0].kind not in ("office", "bearer") or draft.plural:
            return None
        if draft.person is None and draft.named is None:
            return draft
        boss = draft.named or self._memory.called(
            self._resolver.printed(sentence, *draft.person) if draft.person else ""
        )
        if len(draft.heads) < 2 or boss is None or boss.country is None:
            return None
        draft.countries.append(boss.country)  # "utusan Presiden X"
        return draft

    def _both(self, sentence: Line, first: int) -> tuple[ActorMention | None, int] | None:
        """ "kedua presiden", "keduanya": the two named last."""
        reference = self._words.words.reference
        row = sentence.units
        if not row[first].folded.startswith(reference.two):
            return None
        for length in (3, 2, 1):
            words = row[first : first + length]
            phrase = " ".join(unit.folded for unit in words)
            if phrase not in reference.both or (length == 1 and phrase == reference.both[0]):
                continue
            last = first + len(words) - 1
            if last + 1 < len(row) and sentence.at[last + 1].kind == "country":
                return None
            people = row[last].folded not in (*reference.state, "pihak", "tetangga", "belah")
            pair = (
                self._memory.last_two_leaders() or self._memory.last_two_persons() if people else self._sides(row[last])
            )
            actors = pair or tuple(Actor.state(code) for code in self._memory.last_two_states())
            if not actors:
                return None
            if last + 1 < len(row) and row[last + 1].folded in reference.demonstrative:
                last += 1
            return self._mention(sentence, first, last, last, actors, "reference.both"), last
        return None

    def _sides(self, word: Unit) -> tuple[Actor, ...]:
        """The two sides of a war at home: the government and the rebels named last."""
        rebels = self._memory.last_body(Sector.REB)
        if word.folded in self._words.words.reference.state or rebels is None or rebels.country is None:
            return ()
        return (Actor.state(rebels.country), rebels) if rebels.country == self.here else ()

    def _pronoun(self, sentence: Line, first: int) -> tuple[ActorMention | None, int]:
        reference, folded = self._words.words.reference, sentence.units[first].folded
        actor: Actor | None = None
        if folded in reference.person:
            actor = self._memory.last_person()
        elif folded in reference.group:
            actor = self._memory.groups[-1] if self._memory.groups else None
        elif folded in reference.speaker:
            actor = Actor()
        else:
            return self._two(sentence, first) or (None, first)
        if actor is None:
            return None, first
        mention = self._mention(sentence, first, first, first, (actor,), "reference.pronoun")
        if folded in reference.speaker:
            self.first_persons.append(mention)
        return mention, first

    def _two(self, sentence: Line, first: int) -> tuple[ActorMention, int] | None:
        """ "kedua Korea": the two states of that name; the name alone means the first."""
        codes = self._words.words.both.get(sentence.units[first].text)
        if codes is None:
            return None
        start = first
        while start > 0 and sentence.units[start - 1].folded in (
            *self._words.words.reference.two,
            *self._words.words.reference.state,
        ):
            start -= 1
        two = sentence.units[start].folded in self._words.words.reference.two
        actors = tuple(Actor.state(code) for code in (codes if two else codes[:1]))
        return self._mention(sentence, start, first, first, actors, "actor.two"), first

    def _mention(
        self, sentence: Line, first: int, last: int, head: int, actors: tuple[Actor, ...], rule: str
    ) -> ActorMention:
        span = Span(sentence.units[first].start, sentence.units[last].end)
        return ActorMention(span, sentence.number, sentence.units[head].token, actors, rule)
