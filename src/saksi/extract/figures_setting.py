"""Where and when a count holds, and how the text itself defines what it counts."""

from collections.abc import Sequence
from itertools import pairwise

from saksi.extract.figures_cue import Cue
from saksi.extract.figures_phrase import Counted, Line
from saksi.extract.figures_words import Lexicon
from saksi.model.mention import PlaceMention, Reading, TimeMention
from saksi.model.place import Place
from saksi.model.span import Evidence, Span

_PRECISION = ("site", "city", "region", "sea", "country", None)
_SOON = 6
_MARKS = "\"'“”‘’ ,:."


class Setting:
    """The places and times of one article by sentence."""

    def __init__(self, reading: Reading, lexicon: Lexicon) -> None:
        self._text = reading.article.document.text
        self._lexicon = lexicon
        self._places = [mention for mention in reading.places if not mention.seat]
        self._times = reading.times

    def place(self, line: Line, counted: Counted) -> PlaceMention | None:
        """The most precise place of the sentence that a word of place stands before, the nearest of several."""
        start = line.sentence.tokens[counted.first].start
        here = [each for each in self._places if self._is_spot(line, each) and not self._apart(line, counted, each)]
        right_behind = [each for each in here if line.is_right_behind(counted, each.span)]
        if right_behind and len({each.place.country for each in here}) > 1:
            return right_behind[0]  # "800 orang di Israel dan 687 orang di Jalur Gaza"
        return min(here, key=lambda each: (_rank(each.place), abs(each.span.start - start)), default=None)

    def period(self, line: Line, counted: Counted, cue: Cue) -> TimeMention | None:
        """The time of the sentence nearest to the count; one behind it comes before one in front of it."""
        start, end = line.sentence.tokens[counted.first].start, line.sentence.tokens[max(counted.last, cue.last)].end
        inside = [each for each in self._times if each.sentence == line.index and each.value]
        here = [each for each in inside if not self._apart(line, counted, each)]
        return min(here, key=lambda each: _away(each.span, start, end), default=None)

    def definition(self, line: Line, cue: Cue) -> Evidence | None:
        """What the text says that the measuring word means: "dinetralkan", istilah untuk tewas atau ditangkap."""
        row, marks = line.row, self._lexicon.marks
        for at in range(cue.last + 1, min(cue.last + _SOON, len(row))):
            told = self._lexicon.definitions.starting(row, at)
            if told is None:
                continue
            at += told[0]
            while at < len(row) and row[at] in marks.defining:
                at += 1
            return self._rest(line, at)
        return None

    def _rest(self, line: Line, at: int) -> Evidence | None:
        if at >= len(line.row):
            return None
        start, end = line.sentence.tokens[at].start, line.sentence.tokens[-1].end
        words = self._text[start:end]
        start += len(words) - len(words.lstrip(_MARKS))
        end -= len(words) - len(words.rstrip(_MARKS))
        return Evidence.of(self._text, Span(start, end)) if start < end else None

    def _is_spot(self, line: Line, mention: PlaceMention) -> bool:
        token = line.token_at(mention.span.start)
        near = mention.sentence == line.index and token > 0
        return near and line.row[token - 1] in self._lexicon.marks.locative and not mention.acting

    def _apart(self, line: Line, counted: Counted, mention: PlaceMention | TimeMention) -> bool:
        """Whether a place or time belongs to another happening: "20 tewas, tiga hari setelah ledakan di X"."""
        at = line.token_at(mention.span.start)
        return told_apart(line.row[min(counted.last, at) : max(counted.first, at)], self._lexicon)


def told_apart(between: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether the words between two things set these apart in time: "tiga hari setelah"."""
    marks = lexicon.marks
    return any(unit in marks.units and word in marks.beside for unit, word in pairwise(between))


def _rank(place: Place) -> int:
    return _PRECISION.index(place.precision) if place.precision in _PRECISION else len(_PRECISION)


def _away(span: Span, start: int, end: int) -> int:
    return span.start - end if span.start >= end else 2 * max(0, start - span.end)
