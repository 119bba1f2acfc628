"""Pronouns and pairs: "dia", "mereka", "kami", "kedua pihak", "kedua presiden", "kedua Korea"."""

from collections.abc import Sequence
from itertools import pairwise

from saksi.model.actor import Actor
from saksi.model.codes import Sector
from saksi.model.mention import PAIR, ActorMention
from saksi.model.span import Span
from saksi.read.actors_atoms import Line
from saksi.read.actors_topics import Topics
from saksi.read.actors_words import Lexicon
from saksi.read.coreference import Memory
from saksi.world.phrases import Unit

_OF = 3
"""Units from the number to the demonstrative where a part of the world stands between."""
_SHORTEST_LIST = 3
_AGAIN = 3
"""Sentences over which "kedua pihak" means the same two again."""
_ADDRESSED = 2
"""Words before "kedua negara" among which a verb of urging may stand."""
_EPITHET = 2
"""Words that may stand inside "kedua negara bertetangga itu"."""
_TELLS = frozenset({"AUX", "CCONJ", "SCONJ", "ADP", "PRON", "NUM"})
_RULING = frozenset({Sector.GOV, None})
_STATES = frozenset({Sector.GOV, Sector.IGO, None})
_LONGEST_TALKS = 3
"""Words of the longest name of known talks."""
_BESIDE_PERSONS = ("pihak", "belah", "kubu", "sisi", "delegasi", "tim")


def mention_of(line: Line, first: int, last: int, head: int, actors: tuple[Actor, ...], rule: str) -> ActorMention:
    """The mention in units [first, last] of a sentence whose head unit is head."""
    span = Span(line.units[first].start, line.units[last].end)
    return ActorMention(span, line.number, line.units[head].token, actors, rule)


class References:
    """Resolves the references of one article in the order of its text. here: the country that it is about."""

    def __init__(self, words: Lexicon, memory: Memory, topics: Topics, here: str | None) -> None:
        self._words = words.words
        self._memory = memory
        self._topics = topics
        self._here = here

    def both(self, sentence: Line, first: int) -> tuple[ActorMention | None, int] | None:
        """ "kedua presiden", "keduanya", "perwakilan kedua pihak": the two named last."""
        reference = self._words.reference
        row, opening = sentence.units, sentence.at[first]
        several = row[first].folded in self._words.before.words and not row[first].folded.startswith(reference.two)
        if several and first + 1 < len(row):
            opening = sentence.at[first + 1]  # "para pemimpin keduanya"
        headed = opening.kind == "head" and opening.first == first + several
        start = opening.last + 1 if headed else first
        if start >= len(row) or not row[start].folded.startswith(reference.two):
            return None
        for length in (3, 2, 1):
            words = row[start : start + length]
            phrase = " ".join(unit.folded for unit in words)
            if phrase not in reference.both or (length == 1 and phrase == reference.both[0]):
                continue
            last = start + len(words) - 1
            if last + 1 < len(row) and sentence.at[last + 1].kind == "country":
                return None
            back = self._points_back(sentence, last)
            if back is None and row[start].folded == reference.two[0]:
                return None  # "dua negara Afrika" are any two
            actors = self._pair(sentence, start, row[last])
            if not actors:
                return None
            self._memory.pair = (sentence.number, actors)
            if start > first and opening.head is not None and opening.head.kind == "office":
                sector = opening.head.sector  # "menteri luar negeri kedua negara"
                actors = tuple(a if a.name else Actor(None, a.country, sector) for a in actors)
            head = back if back == last + 1 else last
            return mention_of(sentence, first, back or last, head, actors, PAIR), back or last
        return None

    def _points_back(self, sentence: Line, last: int) -> int | None:
        """The demonstrative close behind a phrase: "kedua negara itu", "dua negara Asia Tenggara ini"."""
        for at in range(last + 1, min(last + 2 + _EPITHET, len(sentence.units))):
            unit = sentence.units[at]
            if unit.folded in self._words.reference.demonstrative:
                return at
            if not unit.text[0].isalpha() or sentence.sentence.tokens[unit.token].upos in _TELLS:
                return None
        return None

    def _pair(self, sentence: Line, first: int, word: Unit) -> tuple[Actor, ...]:
        number, meant = self._memory.pair
        again = meant if sentence.number - number <= _AGAIN else ()
        if self._urged(sentence, first):
            return again or self._pair_before(sentence, word)
        people = word.folded not in (*self._words.reference.state, *_BESIDE_PERSONS)
        pair = (
            self._memory.last_two_leaders() or self._memory.last_two_persons()
            if people
            else self._sides(sentence, word)
        )
        told = self._two_told(sentence, first)
        if again and not told and not self._memory.last_two_parties(sentence.number):
            return again
        if not (pair or told or people):
            pair = self._memory.last_two_parties(sentence.number - 1)
        states = told or self._memory.last_two_states()
        return pair or tuple(Actor.state(code) for code in states)

    def _urged(self, sentence: Line, first: int) -> bool:
        """Whether somebody addresses the two, and so is none of them: "China menyerukan kepada kedua negara"."""
        before = [unit.folded for unit in sentence.units[max(first - _ADDRESSED, 0) : first]]
        return not self._words.reference.urging.isdisjoint(before)

    def _pair_before(self, sentence: Line, word: Unit) -> tuple[Actor, ...]:
        """The two of whom the sentences before tell, without those whom this one has told of so far."""
        number, here = sentence.number - 1, {actor.country for actor in self._memory.told}
        states = word.folded in self._words.reference.state
        sides = () if states else self._memory.last_two_sides(number) or self._memory.last_two_foes(number)
        pair = sides or self._memory.last_two_parties(number)
        return pair or tuple(map(Actor.state, self._memory.last_two_states(but=here)))

    def _two_told(self, sentence: Line, first: int) -> tuple[str, ...]:
        """The two states that a sentence tells of before a unit, by name, person or town: "kunjungan Xi ke Hanoi"."""
        told: dict[str, None] = {}
        for atom in dict.fromkeys(sentence.at[:first]):
            person = self._memory.called(sentence.text(atom.first, atom.last)) if atom.kind == "name" else atom.actor
            country = atom.country or (person.country if person is not None else None)
            if country and not (person is not None and person.sector is Sector.JRN):
                told[country] = None
        return tuple(told) if len(told) == 2 else ()

    def _sides(self, sentence: Line, word: Unit) -> tuple[Actor, ...]:
        """The two forces named last; in a war at home the government and the rebels named last."""
        if word.folded in self._words.reference.state:
            return ()
        if here := self._memory.last_two_parties(sentence.number):
            return here
        if forces := self._memory.last_two_sides(sentence.number):
            return forces
        rebels = self._memory.last_body(Sector.REB)
        if rebels is None or rebels.country is None:
            return ()
        return (Actor.state(rebels.country), rebels) if rebels.country == self._here else ()

    def counted(self, sentence: Line, first: int) -> tuple[ActorMention, int] | None:
        """ "ketiga negara", "perundingan enam pihak", "pemerintah kelima negara itu": as many as were listed, or take
        part in known talks."""
        reference, row = self._words.reference, sentence.units
        start = first + (sentence.at[first].kind == "head" and row[first].folded not in reference.pair)
        if (named := self._named_talks(sentence, first, start)) is not None:
            return named
        if (all_of := self._all_of(sentence, first)) is not None:
            return all_of
        if start + 1 >= len(row) or (noun := row[start + 1].folded) not in reference.pair:
            return None
        word = row[start].folded
        number = int(word) if word.isdigit() else reference.numbers.get(word, 0)
        listed = self._memory.listed.get(number) or self._talks_of(number)
        last, after = start + 1, row[start + 2] if start + 2 < len(row) else None
        of = after is not None and sentence.at[start + 2].kind in ("country", "people", "bloc")
        if of and start + _OF < len(row) and row[start + _OF].folded in reference.demonstrative:
            of, last, after = False, start + 2, row[start + _OF]  # "ketiga negara Eropa itu"
        if listed is None or of:
            return None
        if after is not None and after.folded in reference.demonstrative:
            last += 1
        of_states = noun in (*reference.state, *_BESIDE_PERSONS)
        actors = tuple(Actor.state(actor.country) if of_states and actor.country else actor for actor in listed)
        return mention_of(sentence, first, last, last, actors, "reference.counted"), last

    def _all_of(self, sentence: Line, first: int) -> tuple[ActorMention, int] | None:
        """ "keduanya", "ketiganya": as many as were counted in this sentence or the one before, or else listed."""
        word, reference = sentence.units[first].folded, self._words.reference
        number = reference.numbers.get(word.removesuffix(reference.possessive), 0)
        if not number or word in reference.numbers:
            return None
        at, group = self._memory.counted.get(number, (0, ()))
        actors = group if sentence.number - at <= 1 else self._memory.listed.get(number, ())
        return (mention_of(sentence, first, first, first, actors, "reference.counted"), first) if actors else None

    def _talks_of(self, number: int) -> tuple[Actor, ...] | None:
        """The states of known talks of so many, where the article tells of the one that these are about."""
        codes = self._words.talks.get(str(number), ())
        return tuple(map(Actor.state, codes)) if codes and codes[0] in self._memory.spoken else None

    def _named_talks(self, sentence: Line, first: int, start: int) -> tuple[ActorMention, int] | None:
        """ "P5+1", "kelompok P5+1", "Format Normandia": the states of known talks."""
        for last in range(min(start + _LONGEST_TALKS, len(sentence.units)) - 1, start - 1, -1):
            name = " ".join(unit.folded for unit in sentence.units[start : last + 1])
            if not name.isdigit() and (codes := self._words.talks.get(name)):
                actors = tuple(map(Actor.state, codes))
                return mention_of(sentence, first, last, first, actors, "reference.talks"), last
        return None

    def note_lists(self, sentence: Line, mentions: Sequence[ActorMention]) -> None:
        """Notes who is listed in a sentence, three or more: "Rusia, Turki, dan Iran"."""
        run: list[ActorMention] = []
        for mention in mentions:
            run = [*run, mention] if run and self._joined(sentence, run[-1], mention) else [mention]
            if len(run) >= _SHORTEST_LIST:
                self._memory.listed[len(run)] = tuple(one.actors[0] for one in run)

    def note_couple(self, sentence: Line, mentions: Sequence[ActorMention]) -> None:
        """Notes two persons or groups who together are the subject of a sentence: "X dan Y bertemu"."""
        tokens = sentence.sentence.tokens
        for one, other in pairwise(mentions):
            named = all(len(m.actors) == 1 and m.actors[0].sector not in _STATES for m in (one, other))
            named = named or all(len(m.actors) == 1 and m.actors[0].name for m in (one, other))
            if named and tokens[one.token].deprel == "nsubj" and self._joined(sentence, one, other):
                self._memory.couple = (sentence.number, (*one.actors, *other.actors))

    def note_counted(self, sentence: Line, mentions: Sequence[ActorMention]) -> None:
        """Notes those of whom a sentence says how many they are, without names: "dua hakim"."""
        for mention in mentions:
            at = next(i for i, unit in enumerate(sentence.units) if unit.start >= mention.span.start)
            words = (sentence.units[at].folded, sentence.units[at - 1].folded if at else "")
            number = next(filter(None, (self._words.reference.numbers.get(word) for word in words)), 0)
            if number and all(one.name is None and one.sector not in _RULING for one in mention.actors):
                self._memory.counted[number] = (sentence.number, mention.actors)

    def _joined(self, sentence: Line, one: ActorMention, other: ActorMention) -> bool:
        """Whether nothing but commas and "dan" stands between two mentions."""
        between = [u for u in sentence.units if one.span.end <= u.start and u.end <= other.span.start]
        return bool(between) and all(u.text == "," or u.folded in self._words.after.joining for u in between)

    def pronoun(self, sentence: Line, first: int) -> ActorMention | None:
        """The mention that a pronoun makes; of "kami" and "saya" the actor is still open."""
        reference, folded = self._words.reference, sentence.units[first].folded
        token = sentence.units[first].token
        actor: Actor | None = None
        if folded in reference.person:
            actor = self._topics.meant(sentence, token, several=False) or self._memory.last_person()
        elif folded in reference.group and (pair := self._pair_just_told(sentence, first)):
            return mention_of(sentence, first, first, first, pair, PAIR)
        elif folded in reference.group and self._any_who(sentence, first):
            return mention_of(sentence, first, first, first, (Actor(None, self._here, Sector.CVL),), "actor.composed")
        elif folded in reference.group:
            doers = self._topics.doers(sentence, token)
            last = next((group for group in reversed(self._memory.groups) if group not in doers), None)
            actor = self._topics.meant(sentence, token, several=True) or last or self._memory.last_body(Sector.REB)
        elif folded in reference.speaker:
            actor = Actor()
        if actor is None:
            return None
        return mention_of(sentence, first, first, first, (actor,), "reference.pronoun")

    def _pair_just_told(self, sentence: Line, first: int) -> tuple[Actor, ...]:
        """The two who opened the sentence before: "Kedua pihak bertemu. Mereka sepakat ...", "X dan Y bertemu. Pada
        Februari mereka ..."."""
        number, couple = self._memory.couple
        token = sentence.sentence.tokens[sentence.units[first].token]
        does = token.deprel == "nsubj" and sentence.sentence.tokens[token.head].deprel == "root"
        if number == sentence.number - 1 and does and not self._memory.mentions:
            return couple
        number, pair = self._memory.pair
        return pair if number == sentence.number - 1 and first == 0 else ()

    def _any_who(self, sentence: Line, first: int) -> bool:
        """Whether a pronoun means nobody told before: "mereka yang memberi informasi"."""
        behind = sentence.units[first + 1].folded if first + 1 < len(sentence.units) else ""
        return behind in self._words.after.linking

    def speaks(self, sentence: Line, first: int) -> bool:
        """Whether a unit is a word of the speaker himself."""
        return sentence.units[first].folded in self._words.reference.speaker

    def several(self, sentence: Line, first: int) -> bool:
        """Whether a pronoun means several."""
        return sentence.units[first].folded in self._words.reference.group

    def two(self, sentence: Line, first: int) -> tuple[ActorMention, int] | None:
        """ "kedua Korea": the two states of that name; the name alone means the first."""
        codes = self._words.both.get(sentence.units[first].text)
        if codes is None:
            return None
        start = first
        while start > 0 and sentence.units[start - 1].folded in (
            *self._words.reference.two,
            *self._words.reference.state,
        ):
            start -= 1
        two = sentence.units[start].folded in self._words.reference.two
        actors = tuple(Actor.state(code) for code in (codes if two else codes[:1]))
        return mention_of(sentence, start, first, first, actors, "actor.two"), first
