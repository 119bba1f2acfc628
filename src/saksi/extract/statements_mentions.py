"""The actors that a sentence names, as the search for speakers sees them, and the media among them."""

from collections.abc import Iterator

from saksi.extract.statements_cue import Cue
from saksi.extract.statements_line import Line, Range
from saksi.languages.shape import Speech
from saksi.model.codes import Sector
from saksi.model.mention import ActorMention, Reading
from saksi.model.span import Span

_DASHES = ("-", "–", "—")
_CITED = 8
"""Tokens behind "mengutip" within which its object begins."""


_KIND = 2
"""Words at the head of a mention that may tell its kind: "satu stasiun televisi"."""


class Mentions:
    """The mentions of an article by sentence, without media that only sign it and bare reports."""

    def __init__(self, reading: Reading, speech: Speech) -> None:
        self.speech = speech
        self.mentions: dict[int, list[ActorMention]] = {}
        for mention in sorted(reading.actors, key=lambda m: (m.span.start, -m.span.end)):
            if mention.actors and not self._dateline(reading, mention) and not self._report(reading, mention):
                self.mentions.setdefault(mention.sentence, []).append(mention)

    def within(self, line: Line, words: Range) -> list[ActorMention]:
        if words[0] >= words[1]:
            return []
        span = Span(line.tokens[words[0]].start, line.tokens[words[1] - 1].end)
        here = self.mentions.get(line.number, ())
        return [m for m in here if m.span.overlaps(span)]

    def first(self, line: Line, mention: ActorMention) -> int:
        return next((n for n, t in enumerate(line.tokens) if t.end > mention.span.start), 0)

    def several(self, line: Line, mention: ActorMention) -> bool:
        """Whether a mention means several speakers, of whom "katanya" is not said."""
        return line.lower[self.first(line, mention)] in self.speech.plural

    def over(self, line: Line, index: int) -> ActorMention | None:
        """The mention that holds a token."""
        token = line.tokens[index]
        here = self.mentions.get(line.number, ())
        return next((m for m in here if m.span.start <= token.start and token.end <= m.span.end), None)

    def covers(self, line: Line, mention: ActorMention, words: Range) -> bool:
        start, end = line.tokens[words[0]].start, line.tokens[words[1] - 1].end
        return mention.span.start <= start and end <= mention.span.end

    def free(self, line: Line, words: Range) -> Iterator[ActorMention]:
        """The mentions that can be a subject: "X, Kamis, menyambut tamunya dan mengatakan"."""
        return (mention for mention in self.within(line, words) if not self.governed(line, mention))

    def governed(self, line: Line, mention: ActorMention) -> bool:
        first = self.first(line, mention)
        return first > 0 and line.lower[first - 1] in self.speech.preposition

    def first_listed(self, line: Line, found: ActorMention) -> ActorMention:
        """The first of a list that a mention closes or goes on with: "A, B dan C mengatakan"."""
        here = sorted(self.mentions.get(line.number, ()), key=lambda m: m.span)
        both = {(word,) for word in self.speech.joining}
        at = here.index(found) if found in here else 0
        joined = at + 1 < len(here) and self._between(line, found, here[at + 1]) in both
        while at > 0 and (between := self._between(line, here[at - 1], here[at])) in {*both, (",",)}:
            joined = joined or between in both
            at -= 1
        return here[at] if joined and here and self._opens(line, here[at]) else found

    def _opens(self, line: Line, mention: ActorMention) -> bool:
        """Whether a clause opens with a mention."""
        before = self.first(line, mention) - 1
        return line.mark(before) or line.lower[before] in self.speech.clause | self.speech.contrast

    def _between(self, line: Line, one: ActorMention, other: ActorMention) -> tuple[str, ...]:
        """The words between two mentions in lower case."""
        tokens = zip(line.tokens, line.lower, strict=True)
        return tuple(word for token, word in tokens if one.span.end <= token.start and token.end <= other.span.start)

    def cited(self, line: Line, medium: ActorMention) -> ActorMention | None:
        """Whom a medium quotes, where the sentence says so behind it: "TASS mengutip sumber Kremlin"."""
        if medium.actors[0].sector is not Sector.JRN or medium.sentence != line.number:
            return None
        for at in range(self.first(line, medium), len(line.tokens)):
            if line.lower[at] in self.speech.citing:
                found = self.within(line, (at + 1, min(at + _CITED, len(line.tokens))))
                return next((m for m in found if m.actors[0].sector is not Sector.JRN), None)
        return None

    def is_medium(self, line: Line, mention: ActorMention) -> bool:
        """Whether a mention is a medium, by its name or its kind, and not one of its people."""
        first = self.first(line, mention)
        kind = any(word in self.speech.medium for word in line.lower[first : first + _KIND])
        return mention.actors[0].sector is Sector.JRN and (mention.actors[0].name is not None or kind)

    def medium(self, number: int) -> ActorMention | None:
        """The medium that was last named before a sentence."""
        named = (m for n in range(number - 1, -1, -1) for m in reversed(self.mentions.get(n, ())))
        return next((m for m in named if m.actors[0].sector is Sector.JRN and m.actors[0].name), None)

    def media(self, line: Line, cue: Cue, speaker: ActorMention | None) -> tuple[ActorMention, ...]:
        """The media that the sentence names as the way of the words, nearest to the speaker first."""
        here = self.within(line, (0, len(line.tokens)))
        outside = [m for m in here if m.actors[0].sector is Sector.JRN and m.actors[0].name]
        told = [Span(line.tokens[a].start, line.tokens[b - 1].end) for a, b in cue.content if a < b]
        if cue.follows:
            outside = [m for m in outside if not any(span.overlaps(m.span) for span in told)]
        return tuple(m for m in outside if m is not speaker and self._passed_on(line, m))

    def _passed_on(self, line: Line, mention: ActorMention) -> bool:
        """Whether a word of passing on ("kepada", "dikutip") stands shortly before the mention."""
        first = self.first(line, mention)
        return any(word in self.speech.via for word in line.lower[max(0, first - 4) : first])

    def _dateline(self, reading: Reading, mention: ActorMention) -> bool:
        """Whether a medium only signs the place line of the article: "DAMASKUS, KOMPAS.com - ..."."""
        after = reading.article.document.text[mention.span.end : mention.span.end + 3].lstrip()
        return mention.actors[0].sector is Sector.JRN and after[:1] in _DASHES

    def _report(self, reading: Reading, mention: ActorMention) -> bool:
        """Whether a mention is nothing but a report ("pernyataan itu"): whose it is, the course of speech tells; or
        nobody's: "beberapa sumber"."""
        words = mention.span.within(reading.article.document.text).lower().split()
        told = [word for word in words if word not in self.speech.plural]
        return bool(told) and (self.speech.report | self.speech.definite).issuperset(told)
