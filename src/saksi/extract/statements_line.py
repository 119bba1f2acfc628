"""A sentence as the search for speech sees it: its words in lower case, and which of them stand in quotations."""

from dataclasses import dataclass
from itertools import pairwise

from saksi.languages.shape import Speech
from saksi.model.syntax import Token

Range = tuple[int, int]
"""Tokens of a sentence, half-open."""

PAUSES = frozenset(",;:–—-\"“”»'’()")
_REACH = 22
_NEAR = 5
_NUMBER = 3


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence ready to be searched. quoted: for each token, whether it stands inside a quotation."""

    number: int
    tokens: tuple[Token, ...]
    lower: tuple[str, ...]
    quoted: tuple[bool, ...]
    speech: Speech

    def word(self, index: int) -> str:
        """The token in lower case, "" outside the sentence."""
        return self.lower[index] if 0 <= index < len(self.lower) else ""

    def mark(self, index: int) -> bool:
        """Whether the token is a mark and no word; the ends of the sentence count as marks."""
        return not any(c.isalnum() for c in self.word(index))

    def inside(self, index: int) -> bool:
        """Whether the token stands in a quotation."""
        return 0 <= index < len(self.quoted) and self.quoted[index]

    def clauses(self) -> list[Range]:
        """The parts of the sentence that semicolons outside quotations set apart."""
        ends = [n for n, word in enumerate(self.lower) if word == ";" and not self.inside(n)]
        return list(pairwise([0, *ends, len(self.lower)]))

    def words(self, start: int, end: int) -> int:
        """How many words stand in a range."""
        return sum(not self.mark(n) for n in range(start, end))

    def to_end(self, start: int) -> Range:
        """From the first word at or after start to the end of the sentence."""
        while start < len(self.lower) - 1 and self.mark(start) and not self.inside(start):
            start += 1
        return (start, len(self.lower))

    def pause_before(self, index: int) -> int:
        """The last mark of pause before a token, 0 where there is none."""
        return next((n for n in range(index - 1, 0, -1) if self.lower[n] in PAUSES), 0)

    def clause_start(self, index: int) -> int:
        """The first token after the last mark of pause before a token."""
        pause = self.pause_before(index)
        return pause + 1 if pause else 0

    def days_only(self, start: int, end: int) -> bool:
        """Whether a range holds nothing but names of days and numbers."""
        words = [self.lower[n] for n in range(start, end) if not self.mark(n)]
        return all(w in self.speech.day or w.replace("/", "").isdigit() for w in words)

    def phrase_end(self, start: int) -> int:
        """The end of the noun phrase of a speaker that starts here; start itself where no word stands."""
        at = start
        while not self.mark(at) and not self.inside(at) and not self._stops(at, start):
            at += 1
        return at

    def _stops(self, at: int, start: int) -> bool:
        """Whether the phrase of a speaker ends before a word; a measure does not end it: "berusia 41 tahun itu"."""
        if self.lower[at] not in self.speech.stop:
            return False
        measured = at > start and self.tokens[at - 1].upos == "NUM"
        return not (measured and self.word(at + 1) in self.speech.definite)

    def adverbs_before(self, index: int) -> int:
        """The last token before a verb that is neither adverb nor day nor a comma at a day."""
        at = index - 1
        while at >= 0:
            if self.lower[at] in self.speech.between or self.lower[at] in self.speech.day:
                at -= 1
            elif self.mark(at) and (day := self.pause_before(at)) and at - day > 1 and self.days_only(day + 1, at):
                at = day - 1
            else:
                break
        return at

    def told_from(self, index: int) -> int | None:
        """Where the words said begin after a verb: behind "bahwa", a colon, a comma, a mark; None if nothing shows."""
        for at in range(index, min(index + _REACH, len(self.lower))):
            if self.lower[at] in self.speech.that or self.lower[at] == ":":
                return at + 1
            if self.quoted[at]:
                return at
            if (
                self.lower[at] == ","
                and self.words(at, len(self.lower)) > 0
                and not self.days_only(at, len(self.lower))
            ):
                return at + 1
        return None

    def plainly_told_from(self, index: int, *, bare: bool = True) -> int | None:
        """As `told_from`, but a comma counts only right behind the verb; bare: so does a word that opens a clause."""
        for at in range(index, min(index + _REACH, len(self.lower))):
            if self.lower[at] in self.speech.that or self.lower[at] == ":":
                return at + 1
            if self.quoted[at] or (self.lower[at] == "," and at == index):
                return at
            if bare and at < index + _NEAR and self.lower[at] in self.speech.telling:
                return at
            if self.lower[at] == ",":
                return None
        return None

    def clause_of(self, verb: int) -> int | None:
        """Where the clause starts that is the object of a verb, by the tree or by a number right behind the verb."""
        for at in range(verb + 1, len(self.tokens)):
            if self.tokens[at].head == verb and self.tokens[at].deprel == "ccomp":
                return verb + 1
        number = any(token.upos == "NUM" for token in self.tokens[verb + 1 : verb + 1 + _NUMBER])
        return verb + 1 if number else None
