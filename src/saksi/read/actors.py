"""Finds every phrase that means an actor, with the actor or actors it means."""

from collections.abc import Iterator, Sequence

from saksi.languages.loader import load
from saksi.languages.shape import Speech
from saksi.model.actor import Actor
from saksi.model.codes import Sector
from saksi.model.mention import PLACED, ActorMention, PlaceMention
from saksi.model.span import Span
from saksi.model.syntax import Parse
from saksi.read.actors_atoms import Atom, Line, lines_of
from saksi.read.actors_draft import Draft
from saksi.read.actors_focus import focus
from saksi.read.actors_noted import Notes
from saksi.read.actors_phrase import PhraseReader
from saksi.read.actors_placed import of_place, placed
from saksi.read.actors_reference import References, mention_of
from saksi.read.actors_resolve import Resolver
from saksi.read.actors_short import spelled_out
from saksi.read.actors_spoken import Around, heard, spoken
from saksi.read.actors_topics import FIGHTING, Topics
from saksi.read.actors_words import Lexicon, lexicon
from saksi.read.coreference import Memory
from saksi.read.naming import NAMES_OF_STATE


def find_actors(
    parse: Parse, text: str, places: Sequence[PlaceMention], published: str | None, language: str
) -> tuple[ActorMention, ...]:
    """All phrases that mean actors, in order, none inside another. published: the ISO day of the article."""
    words = lexicon(language)
    lines = tuple(lines_of(parse, places, language, words))
    memory, topics = Memory(), Topics(load(language, "speech", Speech), words.words.reference.towards)
    reader = _Reader(words, Resolver(text, published, memory, focus(lines), words), memory, topics)
    for sentence in lines:
        reader.rehearse(sentence)
    memory.start_over()
    topics.clear()
    found = [mention for sentence in lines for mention in reader.read(sentence)]
    found = list(spoken(found, parse.utterances, reader.first_persons))
    around = Around(reader.here, tuple(reader.nobody), places)
    return tuple(sorted([*found, *heard(found, parse, around)], key=lambda mention: mention.span))


class _Reader:
    """Reads the sentences of one article in order, with one memory."""

    def __init__(self, words: Lexicon, resolver: Resolver, memory: Memory, topics: Topics) -> None:
        self._words = words
        self._resolver = resolver
        self._memory = memory
        self._topics = topics
        self._notes = Notes(memory, words)
        self._references = References(words, memory, topics, resolver.here)
        self.first_persons: list[ActorMention] = []
        self.nobody: list[Span] = []

    @property
    def here(self) -> str | None:
        """The country that the article is about."""
        return self._resolver.here

    def rehearse(self, sentence: Line) -> None:
        """Notes the persons whom the article names with their office, so that a bare name before it finds them too."""
        list(self.read(sentence))
        self.first_persons.clear()

    def read(self, sentence: Line) -> Iterator[ActorMention]:
        """The mentions of a sentence."""
        reader = PhraseReader(sentence, self._words)
        self._resolver.enter(sentence)
        self._memory.mentions.clear()
        found: list[ActorMention] = []
        first = 0
        while first < len(sentence.units):
            mention, last = self._at(sentence, reader, first)
            if mention is not None:
                found.append(mention)
                self._told(sentence, mention)
            first = last + 1
        self._references.note_lists(sentence, found)
        self._references.note_couple(sentence, found)
        self._references.note_counted(sentence, found)
        yield from spelled_out(sentence.units, found)

    def _told(self, sentence: Line, mention: ActorMention) -> None:
        self._memory.mentions.append(mention)
        if mention.rule in ("actor.state", "actor.capital"):
            self._topics.note_state(sentence, mention)
        for actor in mention.actors if mention.rule != PLACED else ():
            self._memory.party(sentence.number, actor)

    def _at(self, sentence: Line, reader: PhraseReader, first: int) -> tuple[ActorMention | None, int]:
        for references in (self._references.counted, self._references.both):
            if (several := references(sentence, first)) is not None:
                return several
        draft = reader.read(first)
        if draft is not None and self._means_nobody(sentence, draft):
            self.nobody.append(Span(sentence.units[draft.first].start, sentence.units[draft.head].end))
            return None, sentence.at[draft.head].last
        if draft is not None:
            if draft.person is not None and not (draft.countries or draft.bodies or draft.located):
                aside = self._appositive(sentence, reader, draft.last)
                draft.located = next(iter(aside.countries), aside.located) if aside is not None else None
            actors, rule = self._resolver.resolve(sentence, draft)
            self._notes.phrase(draft, actors, rule)
            found = mention_of(sentence, draft.first, draft.last, draft.head, actors, rule)
            self._topic(sentence, found, draft)
            return found, draft.last
        atom = sentence.at[first]
        if atom.first == atom.last and (two := self._references.two(sentence, first)) is not None:
            return two
        if atom.kind != "word":
            return self._named(sentence, reader, atom)
        if (mention := self._references.pronoun(sentence, first)) is None:
            return None, first
        if self._references.speaks(sentence, first):
            self.first_persons.append(mention)
        elif mention.rule == "reference.pronoun":
            self._topics.note(sentence, mention, self._references.several(sentence, first))
        return mention, first

    def _means_nobody(self, sentence: Line, draft: Draft) -> bool:
        """Weapons, craft and assets whose owner is not named, and heads that only qualify a thing: "kamp pengungsi"."""
        head, unnamed = draft.heads[0], not (draft.countries or draft.bodies)
        if head.kind == "unit" and unnamed and self._is_theirs(sentence, draft):
            return True
        owned = unnamed and draft.possessive and self._memory.possessor is not None
        lacking = {"weapon": unnamed, "craft": unnamed, "asset": not draft.bodies}.get(head.kind, False)
        if head.kind == "none" or (lacking and not owned):
            return True
        reference, opening = self._words.words.reference, sentence.units[draft.first]
        several = sentence.sentence.tokens[opening.token].upos == "NUM" or (draft.another and not draft.abroad)
        if unnamed and several and head.word in (reference.side, *reference.state):
            return True  # "perundingan enam pihak", "negara-negara lain"
        if unnamed and opening.folded == reference.two[-1]:
            return head.word in reference.pair
        noun = sentence.units[draft.first - 1].folded if draft.first else ""  # "kamp pengungsi", "bantuan militer"
        return not {noun, f"{noun} {head.word}"}.isdisjoint(self._words.words.before.blocking)

    def _is_theirs(self, sentence: Line, draft: Draft) -> bool:
        """Whether a pronoun right behind tells whose a thing is: "pos mereka" are they."""
        behind = sentence.units[draft.last + 1].folded if draft.last + 1 < len(sentence.units) else ""
        return behind in self._words.words.reference.group

    def _topic(self, sentence: Line, mention: ActorMention, draft: Draft) -> None:
        """Notes whom a phrase puts forward: persons, and groups that a pronoun may stand for."""
        if draft.heads[0].sector in FIGHTING or draft.bodies:
            self._notes.side(sentence, mention.actors[0])
        named = draft.person is not None or draft.named is not None
        if draft.single or (named and mention.rule != "actor.led"):  # not "para pengkritik X"
            self._topics.note(sentence, mention, several=False)
            if draft.bodies and mention.actors[0] in draft.bodies:
                self._topics.note_body(sentence, mention)  # "seorang komandan Hizbullah ... mereka"
        elif draft.plural or draft.heads[0].kind in ("group", "unit", "follower", "supporter"):
            self._topics.note(sentence, mention, several=True)
        elif draft.heads[0].kind in ("ministry", "organ"):
            self._topics.note_body(sentence, mention)

    def _named(self, sentence: Line, reader: PhraseReader, atom: Atom) -> tuple[ActorMention | None, int]:
        """A name that stands alone, with an apposition after it where there is one."""
        first, last = atom.first, atom.last
        if atom.kind == "country" and atom.country:
            self._memory.state(atom.country, placed=not atom.acting and placed(sentence, first, self._words.words))
            if of_place(sentence, atom, self._words.words):
                self.nobody.append(Span(sentence.units[first].start, sentence.units[last].end))
                return None, last
            rule = "actor.state" if atom.acting or not placed(sentence, first, self._words.words) else PLACED
            return mention_of(sentence, first, last, first, (Actor.state(atom.country),), rule), last
        if atom.kind == "place":
            if not (atom.acting and atom.country):
                return None, last
            return mention_of(sentence, first, last, first, (Actor.state(atom.country),), "actor.capital"), last
        if atom.kind == "bloc":
            body = self._words.words.blocs[sentence.units[first].text]
            actor = Actor(body, None, Sector.IGO) if body else Actor(None, None, Sector.GOV)
            return mention_of(sentence, first, last, first, (actor,), "actor.bloc"), last
        if atom.kind == "organisation" and atom.actor is not None:
            if atom.actor.sector is Sector.GOV and placed(sentence, first, self._words.words):
                self.nobody.append(Span(sentence.units[first].start, sentence.units[last].end))
                return None, last  # "upacara di Gedung Putih"
            return self._body(sentence, reader, atom, atom.actor)
        if atom.kind == "body":
            return self._printed_body(sentence, atom)
        return self._bare_person(sentence, reader, atom) if atom.kind != "people" else (None, last)

    def _body(self, sentence: Line, reader: PhraseReader, atom: Atom, actor: Actor) -> tuple[ActorMention | None, int]:
        """A known body, with the further body that it belongs to, its short form in brackets and what it is."""
        last = atom.last
        while last + 1 < len(sentence.units) and sentence.at[last + 1].kind == "organisation":
            last = sentence.at[last + 1].last
        own = sentence.at[last + 1] if last + 1 < len(sentence.units) else None
        if own is not None and own.kind == "country" and own.country == actor.country and actor.sector in FIGHTING:
            last = own.last  # "Taliban Afghanistan"
        end = self._bracketed(sentence, last)
        if end > last and (inner := sentence.at[last + 2].actor) is not None:
            actor = inner
        if (aside := self._described(sentence, reader, end, actor)) is not None:
            self._memory.again[aside.heads[0].word] = actor
            end = aside.last
        end = self._leader_behind(sentence, end, actor)
        self._memory.body(actor)
        self._memory.again[sentence.units[atom.first].folded] = actor
        self._notes.side(sentence, actor)
        mention = mention_of(sentence, atom.first, end, atom.first, (actor,), "actor.name")
        self._topics.note_body(sentence, mention)
        return mention, end

    def _described(self, sentence: Line, reader: PhraseReader, last: int, actor: Actor) -> Draft | None:
        """ ", harian partai yang berkuasa," behind the name of a newspaper: what a body is."""
        row, draft = sentence.units, _behind_comma(sentence, reader, last)
        if draft is None or draft.plural or draft.bodies or draft.person is not None or draft.named is not None:
            return None
        after = row[draft.last + 1] if draft.last + 1 < len(row) else None
        ends = after is not None and (after.text == "," or after.folded in self._words.words.after.linking)
        return draft if ends and draft.heads[0].sector is actor.sector else None

    def _leader_behind(self, sentence: Line, last: int, actor: Actor) -> int:
        """The end of "KKB pimpinan X", which is the armed group that X leads, not X."""
        if actor.sector not in FIGHTING or last + 2 >= len(sentence.units):
            return last
        leader = sentence.at[last + 2]
        if sentence.units[last + 1].folded not in self._words.words.after.led or leader.kind not in ("name", "person"):
            return last
        printed = self._resolver.printed(sentence, leader.first, leader.last)
        self._memory.person(leader.actor or Actor(printed, actor.country, actor.sector, actor.name), printed)
        return leader.last

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
            actor = Actor(printed, self._resolver.here, atom.sector)
            if last > atom.last:
                self._memory.acronyms[sentence.units[atom.last + 2].text] = actor
        self._memory.body(actor)
        mention = mention_of(sentence, atom.first, last, atom.first, (actor,), "actor.printed")
        self._topics.note_body(sentence, mention)
        return mention, last

    def _bare_person(self, sentence: Line, reader: PhraseReader, atom: Atom) -> tuple[ActorMention | None, int]:
        printed = self._resolver.printed(sentence, atom.first, atom.last)
        actor = self._memory.namesake(printed, atom.actor) or self._resolver.known(printed)
        last, office = atom.last, ""
        draft = self._appositive(sentence, reader, last)
        if draft is not None:
            draft.person, draft.named = (atom.first, atom.last), actor
            last = draft.last
            (actor, *_), _ = self._resolver.resolve(sentence, draft)
            office = draft.heads[0].office or draft.heads[0].word
        if actor is None or (actor.sector is None and draft is None):
            actor = self._of_body_behind(sentence, printed, last) or actor or Actor(printed, self._resolver.here, None)
        self._memory.person(actor, printed, office)
        self._notes.leader(actor, office)
        mention = mention_of(sentence, atom.first, last, atom.first, (actor,), "actor.person")
        self._topics.note(sentence, mention, several=False)
        return mention, last

    def _of_body_behind(self, sentence: Line, printed: str, last: int) -> Actor | None:
        """ "X dari MSF": the person of the body named behind."""
        if last + 2 >= len(sentence.units) or sentence.units[last + 1].folded not in self._words.words.after.of:
            return None
        body = sentence.at[last + 2].actor
        if sentence.at[last + 2].kind != "organisation" or body is None:
            return None
        of_state = body.country and body.sector in NAMES_OF_STATE
        return Actor(printed, body.country, body.sector, None if of_state else body.name)

    def _appositive(self, sentence: Line, reader: PhraseReader, last: int) -> Draft | None:
        """ ", juru bicara Kremlin" after a name."""
        draft = _behind_comma(sentence, reader, last)
        single = draft is not None and sentence.units[draft.first].folded in self._words.words.before.single
        kinds = ("office", "bearer", "group") if single else ("office", "bearer")
        if draft is None or draft.heads[0].kind not in kinds or draft.plural:
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


def _behind_comma(sentence: Line, reader: PhraseReader, last: int) -> Draft | None:
    """The phrase for an actor that a comma sets off behind a unit."""
    row = sentence.units
    return reader.read(last + 2) if last + 2 < len(row) and row[last + 1].text == "," else None
