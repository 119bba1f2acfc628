"""Whose words they are: the actor that a cue of speech names, and the media that passed the words on."""

from bisect import bisect_left
from enum import Enum

from saksi.extract.statements_cue import Cue
from saksi.extract.statements_line import Line, Range
from saksi.extract.statements_mentions import Mentions
from saksi.extract.tree import Tree
from saksi.languages.shape import Speech
from saksi.model.actor import Actor
from saksi.model.codes import Sector
from saksi.model.mention import ActorMention, Reading

_BARE = 3
"""Words up to which a phrase can stand for somebody named before."""
_NAME = 2
"""Tokens from its comma to the next that a name takes at least."""
_PERSONAL = frozenset({"actor.office", "actor.person", "actor.holder"})
"""Rules that find a single person."""
_BACK = 300
"""Mentions that are looked through for it."""
_BREAKS = frozenset(",;–—-()")
_WITHIN = frozenset({"acl", "ccomp", "csubj", "xcomp"})
"""Relations of clauses that lie within another."""


class Meant(Enum):
    """Whom a cue means that names no known speaker: the last one, the last single one, the last medium, whose report
    was told of, or none."""

    LAST = "last"
    ONE = "one"
    MEDIUM = "medium"
    REPORT = "report"
    NOBODY = "nobody"


class Speakers(Mentions):
    """Finds speakers among the actors of an article."""

    def __init__(self, reading: Reading, speech: Speech) -> None:
        super().__init__(reading, speech)
        self.lower = reading.article.document.text.lower()
        self.everything = sorted(reading.actors, key=lambda m: m.span)
        self.persons = {m.actors[0].name for m in self.everything if m.rule in _PERSONAL}

    def named(self, line: Line, cue: Cue, tree: Tree) -> ActorMention | None:
        """The mention of the speaker that the cue itself names, None where it names none that is known."""
        found = self._found(line, cue, tree)
        if cue.speaker is None or (found is not None and found.actors[0].name is not None):
            return found
        start = cue.speaker[0] if not cue.subject else self.first(line, found) if found is not None else None
        end = cue.speaker[1] if not cue.subject else line.phrase_end(start) if start is not None else 0
        again = self._again(line, (start, min(end, cue.speaker[1]))) if start is not None else None
        return again or found

    def described(self, line: Line, cue: Cue, found: ActorMention, last: Actor | None) -> bool:
        """Whether a phrase that names nobody calls the one who spoke last something new: "kata ayah tiga anak itu"
        behind a person, "kelompok yang berbasis di X itu" behind a body."""
        if cue.speaker is None or last is None or last.name is None or found.actors[0].name in self.persons - {None}:
            return False
        start = self.first(line, found) if cue.subject else cue.speaker[0]
        words = line.lower[start : cue.first if cue.subject else cue.speaker[1]]
        if not words or words[-1] not in self.speech.definite or (start and not line.tokens[start].text.islower()):
            return False
        if not self.speech.clause.isdisjoint(words[-2:]):
            return False  # "X sementara itu mengumumkan"
        known = self.speech.plural | self.speech.report | self.speech.medium | self.speech.indefinite
        told = f" {words[0]} " in f" {self.lower[: line.tokens[start].start]}"
        if told or not known.isdisjoint((line.word(start - 1), words[0])):
            return False
        if words[0] in self.speech.body:
            return last.name not in self.persons and found.actors[0].name is None
        return last.name in self.persons

    def _again(self, line: Line, words: Range) -> ActorMention | None:
        """The named mention that began with the words that now stand alone: "menteri itu", "kementerian"."""
        phrase = [w for w in line.lower[words[0] : words[1]] if w not in self.speech.definite]
        bare = all(token.text.islower() for token in line.tokens[words[0] : words[1]])
        if not bare or not 0 < len(phrase) <= _BARE or phrase[0] in self.speech.indefinite | self.speech.plural:
            return None
        until = bisect_left(self.everything, line.tokens[words[0]].start, key=lambda m: m.span.end)
        for mention in reversed(self.everything[max(0, until - _BACK) : until]):
            if mention.actors[0].name and self._begins(mention, phrase):
                return mention
        return None

    def _begins(self, mention: ActorMention, phrase: list[str]) -> bool:
        """Whether the words stand at the head of a mention or lead up to it."""
        words = " ".join(phrase) + " "
        at = self.lower.find(words, max(0, mention.span.start - len(words)), mention.span.end)
        return 0 <= at <= mention.span.start

    def _found(self, line: Line, cue: Cue, tree: Tree) -> ActorMention | None:
        if cue.speaker is None:
            return None
        if not cue.subject:
            return self._after(line, cue.speaker)
        found = self._set_off(line, cue) or self._antecedent(line, cue)
        found = found or (self._carried(line, cue, tree) if cue.joined else None) or self._subject(line, cue, tree)
        opening = next(self.free(line, cue.speaker), None) if cue.joined else None
        found = found or opening or self._before(line, cue.speaker)
        return self.first_listed(line, found) if found is not None else None

    def meant(self, line: Line, cue: Cue) -> Meant:
        """Whom a cue without a known speaker means: "katanya", "kata dia", "laporan itu", "harian itu"."""
        if cue.speaker is None:
            return Meant.ONE
        start, end = cue.speaker
        if cue.subject:
            chunks = self._chunks(line, cue.speaker)
            start, end = chunks[-1][0] if chunks else start, cue.first
        phrase = frozenset(line.lower[start:end])
        if line.lower[start] in self.speech.indefinite | self.speech.plural - self.speech.same_speaker:
            return Meant.NOBODY
        if phrase & self.speech.medium and phrase & self.speech.definite:
            return Meant.MEDIUM
        if phrase & self.speech.report and phrase & self.speech.definite:
            return Meant.REPORT
        if (cue.joined and self._unknown(line, cue.first)) or self._hearsay(line, cue):
            return Meant.NOBODY
        same = self.speech.report | self.speech.same_speaker | self.speech.definite
        return Meant.LAST if cue.joined or phrase & same else Meant.NOBODY

    def _hearsay(self, line: Line, cue: Cue) -> bool:
        """Whether words stand on reports that are nobody's: "menurut laporan, ..."."""
        told = line.lower[slice(*cue.speaker)] if cue.speaker else ()
        return line.lower[cue.first] in self.speech.according and bool(told) and self.speech.report.issuperset(told)

    def _unknown(self, line: Line, verb: int) -> bool:
        """Whether the subject of a verb is a name that no mention knows."""
        return any(t.head == verb and t.deprel == "nsubj" and t.upos == "PROPN" for t in line.tokens[:verb])

    def apposed(self, line: Line, index: int) -> bool:
        """Whether the stretch between the two last commas before a token is a mention and nothing else: ", X, "."""
        end = index - 1
        start = line.pause_before(end)
        found = self.within(line, (start + 1, end)) if line.word(end) == "," and end - start > 1 else []
        return bool(found) and self.covers(line, found[0], (start + 1, end))

    def _after(self, line: Line, words: Range) -> ActorMention | None:
        """The speaker in a phrase that follows the cue: its first mention, or the name in apposition to it."""
        found = self.within(line, words)
        if not found and not self.speech.report.isdisjoint(line.lower[words[0] : words[0] + 2]):
            return self._issuer(line, words)
        apposed = self._apposed(line, words[1])
        if not found:
            return apposed
        first = found[0]
        unnamed = first.actors[0].name is None or first.span.start > line.tokens[min(words[0] + 1, words[1] - 1)].start
        return apposed if apposed is not None and unnamed and apposed.actors[0].name is not None else first

    def _issuer(self, line: Line, words: Range) -> ActorMention | None:
        """Whose a report is: "laporan yang dikeluarkan oleh X"; of a new one, the subject of the sentence."""
        rest = self.within(line, (words[1], len(line.tokens)))
        by = [m for m in rest if line.word(self.first(line, m) - 1) in self.speech.issued]
        if by:
            return by[0]
        if line.lower[words[0]] not in self.speech.indefinite:
            return None
        return next(self.free(line, (0, words[0])), None)

    def _apposed(self, line: Line, end: int) -> ActorMention | None:
        """The mention that stands alone between the end of a phrase and the next mark: "jurubicara itu, X"."""
        if end + 1 >= len(line.tokens) or line.lower[end] != ",":
            return None
        at = end + 1
        while at < len(line.tokens) and not line.mark(at) and line.lower[at] not in self.speech.stop:
            at += 1
        found = self.within(line, (end + 1, at))
        return found[0] if found and self.covers(line, found[0], (end + 1, at)) else None

    def person(self, line: Line) -> Actor | None:
        """The named person that a sentence of the reporter's own opens with, None where another does; or the body that
        opens it, where it answers somebody."""
        free = self.free(line, (0, len(line.tokens)))
        first = next((mention for mention in free if mention.rule != "actor.heard"), None)
        if first is None or any(line.quoted):
            return None
        if first.rule in _PERSONAL and first.actors[0].name is not None:
            return first.actors[0]
        return first.actors[0] if self._answers(line, first) else None

    def _answers(self, line: Line, mention: ActorMention) -> bool:
        """Whether a mention is the subject of a verb of answering, or the first words are whose report it is:
        "X menolak tudingan itu", "Pernyataan terbaru X tidak merujuk ..."."""
        if line.lower[0] in self.speech.report and self.first(line, mention) <= _BARE:
            told = next((n for n, token in enumerate(line.tokens) if token.upos == "VERB"), 0)
            return not line.lower[told].startswith(self.speech.suffering)
        verb = next((n for n, word in enumerate(line.lower) if word in self.speech.answering), None)
        if verb is None or mention.span.end > line.tokens[verb].start:
            return False
        before = line.adverbs_before(verb)
        return before >= 0 and line.tokens[before].end <= mention.span.end

    def _set_off(self, line: Line, cue: Cue) -> ActorMention | None:
        """The name alone between commas right before the verb: "juru bicaranya, X, mengatakan"."""
        end = line.adverbs_before(cue.first)
        start = line.pause_before(end)
        if line.word(end) != "," or line.word(start) != "," or end - start < _NAME:
            return None
        found = next(iter(self.within(line, (start + 1, end))), None)
        if found is None or not self.covers(line, found, (start + 1, end)):
            return None
        with_office = found.rule in _PERSONAL and found.span.start < line.tokens[start].start
        return found if found.rule == "actor.person" or with_office else None

    def _antecedent(self, line: Line, cue: Cue) -> ActorMention | None:
        """The mention right before "yang" where that is the subject of the verb: "Blair yang menyatakan"."""
        at = line.adverbs_before(cue.first)
        if line.word(at) not in self.speech.relative or at == 0:
            return None
        while at > 1 and line.mark(at - 1):
            at -= 1
        found = self.within(line, (at - 1, at))
        return found[0] if found else None

    def _carried(self, line: Line, cue: Cue, tree: Tree) -> ActorMention | None:
        """The subject of the clause before, which a joined verb goes on with: "A menang, B mundur dan berkata"."""
        for at in range(cue.first - 1, 0, -1):
            own = [] if self._aside(line, at, tree) else tree.below(at, "nsubj")
            if own and own[0] < at and not line.inside(at) and (found := self.over(line, own[0])) is not None:
                return found
        return None

    def _aside(self, line: Line, verb: int, tree: Tree) -> bool:
        """Whether a clause lies within another, or a conjunction opens it: "bila pasukannya dipaksa keluar"."""
        return line.tokens[verb].deprel in (_WITHIN | {"advcl"} if tree.below(verb, "mark") else _WITHIN)

    def _subject(self, line: Line, cue: Cue, tree: Tree) -> ActorMention | None:
        """The mention that holds the grammatical subject of the verb."""
        subject = tree.subject(cue.first)
        if subject is None or subject > cue.first:
            return None
        if self._after_clause(line, line.clause_start(cue.first), cue.first) > subject:
            return None
        return self.over(line, subject)

    def _before(self, line: Line, words: Range) -> ActorMention | None:
        """The subject as the order of words gives it: in the last phrase before the verb that can hold one."""
        chunks = self._chunks(line, words)
        while chunks:
            start, end = chunks.pop()
            aside = line.lower[start] in self.speech.relative or (
                end < words[1] and line.lower[start] in self.speech.preposition
            )
            if aside and chunks:
                continue
            start = self._after_clause(line, start, end)
            free = [m for m in self.within(line, (start, end)) if not self.governed(line, m)]
            if free and not (chunks and end < words[1] and self._place_aside(line, free[0])):
                return self._with_name(line, free[0], chunks)
            empty = line.lower[start] in self.speech.preposition or self._nothing(line, start, end)
            if end == words[1] and not empty:
                return None
        return None

    def _nothing(self, line: Line, start: int, end: int) -> bool:
        return all(word in self.speech.while_saying for word in line.lower[start:end])

    def _place_aside(self, line: Line, mention: ActorMention) -> bool:
        """Whether a mention between commas is a state only because its name stands there: "di Basra, Irak, menuduh"."""
        actor = mention.actors[0]
        named = line.tokens[self.first(line, mention)].text[0].isupper()
        return actor.name is None and actor.sector is Sector.GOV and named

    def _after_clause(self, line: Line, start: int, end: int) -> int:
        """Where the last clause of a stretch starts, if a verb before it closes the one before."""
        for at in range(end - 1, start - 1, -1):
            if line.lower[at] in self.speech.clause and (at == start or self._verb_in(line, start, at)):
                return at
        return start

    def _verb_in(self, line: Line, start: int, end: int) -> bool:
        classes = {token.upos for token in line.tokens[start:end]}
        return "VERB" in classes or not classes & {"NOUN", "PROPN", "PRON"}

    def _with_name(self, line: Line, found: ActorMention, chunks: list[Range]) -> ActorMention:
        """For "X, kepala polisi, mengatakan" the name that stands before the office."""
        if found.actors[0].name is not None or not chunks:
            return found
        start, end = chunks[-1]
        before = self.within(line, (start, end))
        whole = before and self.covers(line, before[0], (start, end))
        return before[0] if whole and before[0].actors[0].name is not None else found

    def _chunks(self, line: Line, words: Range) -> list[Range]:
        """The stretches between commas and the like, those of days and adverbs left out."""
        out: list[Range] = []
        start = words[0]
        for at in range(words[0], words[1] + 1):
            if at == words[1] or line.lower[at] in _BREAKS or line.quoted[at]:
                if at > start and not all(
                    w in self.speech.day or w in self.speech.between or w.isdigit() for w in line.lower[start:at]
                ):
                    out.append((start, at))
                start = at + 1
        return out
