"""Whom the sentences of an article are about: "dia" and "mereka" mean who acted or spoke, not who was named last."""

from dataclasses import dataclass, field

from saksi.languages.shape import Speech
from saksi.model.actor import Actor
from saksi.model.codes import Sector
from saksi.model.mention import ActorMention
from saksi.model.span import Span
from saksi.model.syntax import Token
from saksi.read.actors_atoms import Line

FIGHTING = frozenset({Sector.REB, Sector.PRM, Sector.UAF, Sector.CRM, Sector.MIL, Sector.COP})
"""Sectors of bodies that "mereka" may mean."""
COMMANDING = frozenset({Sector.IGO, Sector.REB, Sector.PRM, Sector.CRM, Sector.PTY})
"""Sectors of named bodies whose troops are of the body, not of a country."""
_BACK = 3
"""Sentences that a pronoun looks back over."""
_ASIDE = 50
"""Rank of somebody who is named and is no subject."""
_MAIN = 1
"""Rank of the subject of a sentence's main verb."""
_OBJECTS = frozenset({"obj", "iobj", "obl"})
_SHARED = frozenset({"advcl", "conj", "xcomp"})
"""Relations of verbs that share the subject of the one above."""
_DEEP = 8
"""Steps from a word to its root that are followed."""


@dataclass(frozen=True, slots=True)
class _Place:
    """An actor in a sentence. rank: 0 for its speaker, more for subjects the deeper they stand in it; span:
    of the phrase."""

    rank: int
    actor: Actor
    span: Span


@dataclass(slots=True)
class Topics:
    """The single persons (one), groups (many) and bodies of each sentence, in order. "Mereka" means a body only where
    it speaks, or in the sentence of which that is a subject: "kementerian itu mengatakan mereka ...".
    towards: nouns that only say at whom something is aimed."""

    speech: Speech
    towards: frozenset[str] = frozenset()
    one: dict[int, list[_Place]] = field(default_factory=dict)
    many: dict[int, list[_Place]] = field(default_factory=dict)
    bodies: dict[int, list[_Place]] = field(default_factory=dict)
    states: dict[int, list[_Place]] = field(default_factory=dict)

    def note_state(self, line: Line, mention: ActorMention) -> None:
        """Notes a state of which a whole sentence tells."""
        if (rank := self._rank(line, mention)) <= _MAIN:
            self.states.setdefault(line.number, []).append(_Place(rank, mention.actors[0], mention.span))

    def note_body(self, line: Line, mention: ActorMention) -> None:
        """Notes a force, or a ministry or another body where it is a subject."""
        if mention.actors[0].sector in FIGHTING:
            self.note(line, mention, several=True)
        elif (rank := self._rank(line, mention)) < _ASIDE:
            self.bodies.setdefault(line.number, []).append(_Place(rank, mention.actors[0], mention.span))

    def note(self, line: Line, mention: ActorMention, several: bool) -> None:
        """Notes the first actor of a mention with its rank in the sentence."""
        places = self.many if several else self.one
        places.setdefault(line.number, []).append(_Place(self._rank(line, mention), mention.actors[0], mention.span))

    def clear(self) -> None:
        """Forgets everything."""
        self.one.clear()
        self.many.clear()
        self.bodies.clear()
        self.states.clear()

    def meant(self, line: Line, token: int, several: bool) -> Actor | None:
        """Whom a pronoun at a token means: the subject or speaker of its own sentence or of the ones shortly before.

        A pronoun that speaks ("kata dia", "ia mengatakan") means one who acted or spoke, never one only mentioned.
        """
        places = self.many if several else self.one
        says, behind = self._says(line, token)
        doers = self.doers(line, token)
        for number in range(line.number, max(-1, line.number - _BACK - 1), -1):
            if number == line.number and behind:
                continue
            told = list(places.get(number, ()))
            if several and (says or number == line.number):
                told += self.bodies.get(number, ())
            if several and not told and number < line.number and line.sentence.tokens[token].deprel == "nsubj":
                told = self.states.get(number, [])  # "Israel menyerang Beirut. Mereka juga menutup ..."
            found = [one for one in told if one.actor not in doers and (not says or one.rank < _ASIDE)]
            if found:
                best = min(place.rank for place in found)
                same = [place.actor for place in found if place.rank == best]
                return same[0] if best < _ASIDE else same[-1]
        return None

    def doers(self, line: Line, token: int) -> list[Actor]:
        """Who is the subject of the verb whose object a pronoun is: somebody else, or it would read "diri mereka"."""
        tokens, places = line.sentence.tokens, (self.one, self.many, self.bodies)
        aimed = token > 0 and tokens[token - 1].text.lower() in self.towards  # "menembak ke arah mereka"
        own = tokens[tokens[token].head] if aimed and tokens[token].head >= 0 else tokens[token]
        verb = self._told_to(line, token) if own.deprel == "nsubj" else own.head if own.deprel in _OBJECTS else -1
        subjects: list[Token] = []
        while verb >= 0 and not subjects:  # "membebaskan 19 orang setelah menahan mereka"
            subjects = [one for one in tokens if one.head == verb and one.deprel == "nsubj" and one != tokens[token]]
            verb = tokens[verb].head if tokens[verb].deprel in _SHARED else -1
        told = [place for kind in places for place in kind.get(line.number, ())]
        return [one.actor for one in told if any(one.span.start <= word.start < one.span.end for word in subjects)]

    def _told_to(self, line: Line, token: int) -> int:
        """The verb right before a pronoun that says what somebody has it do ("menuntut mereka pergi"), -1 for none."""
        tokens = line.sentence.tokens
        before, clause = token - 1, tokens[token].head
        governs = before >= 0 and clause >= 0 and tokens[clause].head == before and tokens[before].upos == "VERB"
        told = governs and (tokens[clause].deprel == "xcomp" or tokens[before].text.lower() not in self.speech.say)
        return before if told else -1

    def _says(self, line: Line, token: int) -> tuple[bool, bool]:
        """Whether a pronoun is the subject of a verb of saying, and whether it stands behind that verb."""
        own = line.sentence.tokens[token]
        before = line.sentence.tokens[token - 1].text.lower() if token else ""
        if before in self.speech.said:
            return True, True
        if before in self.speech.according:
            return True, False
        verb = line.sentence.tokens[own.head].text.lower() if own.head >= 0 else ""
        return own.deprel == "nsubj" and verb in self.speech.say, False

    def _rank(self, line: Line, mention: ActorMention) -> int:
        tokens = line.sentence.tokens
        for number, token in enumerate(tokens):
            if not (mention.span.start <= token.start and token.end <= mention.span.end):
                continue
            if number and tokens[number - 1].text.lower() in self.speech.said:
                return 0
            if token.deprel == "nsubj" and not mention.span.start <= tokens[token.head].start < mention.span.end:
                return self._depth(line, number)
        return _ASIDE

    def _depth(self, line: Line, number: int) -> int:
        depth = 0
        while (head := line.sentence.tokens[number].head) >= 0 and depth < _DEEP:
            number, depth = head, depth + 1
        return depth
