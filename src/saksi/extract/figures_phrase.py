"""A number in its sentence with the phrase of what it counts."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from saksi.extract.figures_words import Lexicon
from saksi.model.mention import Quantity
from saksi.model.span import Span
from saksi.model.syntax import Sentence, Token

_LONGEST = 9
_PLAIN = frozenset({"CVL", "ANY"})


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence as a row of words in lower case. index: its number in the text."""

    index: int
    sentence: Sentence
    row: tuple[str, ...]
    bare: tuple[str, ...]

    @classmethod
    def of(cls, index: int, sentence: Sentence, lexicon: Lexicon) -> "Line":
        """The row of a sentence; bare: the same without endings ("prajuritnya", "wartawati")."""
        row = tuple(token.text.lower() for token in sentence.tokens)
        return cls(index, sentence, row, tuple(lexicon.plain(word) for word in row))

    def token_at(self, offset: int) -> int:
        """The index of the first token that ends behind a character of the text."""
        return bisect_left(self.sentence.tokens, offset + 1, key=lambda token: token.end)

    def tokens(self, first: int, last: int) -> tuple[Token, ...]:
        """The tokens from one to another, inclusive."""
        return self.sentence.tokens[first : last + 1]

    def upos(self, token: int) -> str:
        """The word class of a token."""
        return self.sentence.tokens[token].upos

    def is_capital(self, token: int) -> bool:
        """Whether a token begins with a capital letter."""
        return self.sentence.tokens[token].text[:1].isupper()

    def is_right_behind(self, counted: "Counted", place: Span) -> bool:
        """Whether but one word, of place, stands between a counted phrase and a place: "20 orang di X"."""
        return self.token_at(place.start) == max(counted.last, counted.end) + 2

    def span(self, first: int, last: int) -> Span:
        """The characters from one token to another, inclusive."""
        return Span(self.sentence.tokens[first].start, self.sentence.tokens[last].end)


@dataclass(frozen=True, slots=True)
class Counted:
    """What a number counts. first, last: tokens of the whole quantity, inclusive; head, end: the first token of the
    counted noun and the last of its phrase, head > end where the text does not name it; sector: of the noun; proper: it
    is a name."""

    quantity: Quantity
    first: int
    last: int
    head: int
    end: int
    sector: str | None
    proper: bool

    @property
    def named(self) -> bool:
        """Whether the text names what is counted."""
        return self.head <= self.end


def counted_in(line: Line, quantities: Sequence[Quantity], lexicon: Lexicon) -> list[Counted]:
    """The quantities of a sentence with what they count, in order."""
    counted = (_counted(line, quantity, lexicon) for quantity in quantities)
    found = [each for each in counted if not _of_kin(line, each, lexicon)]
    return [_shared(line, found, number) for number in range(len(found))]


def among(line: Line, here: Counted, lexicon: Lexicon) -> int:
    """How many words behind a number make it one of a part of those counted before, 0 where none do."""
    for at in {here.last + 1, max(here.end, here.last) + 1}:
        found = lexicon.among.starting(line.row, at) if at < len(line.row) else None
        if found:
            return found[0]
    return 0


def _counted(line: Line, quantity: Quantity, lexicon: Lexicon) -> Counted:
    first, last = line.token_at(quantity.span.start), line.token_at(quantity.span.end - 1)
    number = line.token_at(quantity.number.end - 1)
    head = last + 1
    if quantity.unit and number < last and lexicon.groups.starting(line.bare, last):
        after = lexicon.groups.starting(line.bare, head) if head < len(line.row) else None
        compound = lexicon.groups.starting(line.bare, last)
        if (compound and compound[0] > 1) or after is None or after[1] == "ANY":
            head = last  # "30 orang tewas", "selusin orang bersenjata", but "tiga orang tentara"
    head += _passed(line, head, lexicon)
    end = _end(line, head, lexicon)
    sector = _sector(line, head, end, lexicon) if head < len(line.row) and head <= end else None
    proper = head <= end and line.sentence.tokens[head].text[:1].isupper()
    return Counted(quantity, first, last, head, end, sector, proper)


def _of_kin(line: Line, counted: Counted, lexicon: Lexicon) -> bool:
    """Whether a number only says whose kin those counted before are: "enam anak dari satu keluarga"."""
    behind = counted.first > 1 and line.row[counted.first - 1] in lexicon.marks.origins
    return behind and counted.named and line.bare[counted.head] in lexicon.marks.families


def _passed(line: Line, head: int, lexicon: Lexicon) -> int:
    """How many words stand before the noun that names them: "14 di antaranya tentara", "lima dari para tahanan"."""
    of = head < len(line.row) and line.row[head] in lexicon.marks.origins
    for at in range(head + 1, min(head + 3, len(line.row)) if of else 0):  # a word like "para" between
        if lexicon.groups.starting(line.bare, at):
            return at - head
    told = lexicon.among.starting(line.row, head) if head < len(line.row) else None
    after = head + told[0] if told else len(line.row)
    return told[0] if told and after < len(line.row) and lexicon.groups.starting(line.bare, after) else 0


def _sector(line: Line, head: int, end: int, lexicon: Lexicon) -> str | None:
    """The sector of the counted noun; one that leaves it open takes that of the noun behind it: "mayat tentara"."""
    group = lexicon.groups.starting(line.bare, head)
    own = lexicon.marks.kin | lexicon.marks.followers - lexicon.marks.rest
    if group is None or group[1] not in _PLAIN or line.bare[head] in own or head + group[0] > end:
        return group[1] if group else None
    after = lexicon.groups.starting(line.bare, head + group[0])
    return after[1] if after and after[1] not in _PLAIN else group[1]


def _end(line: Line, head: int, lexicon: Lexicon) -> int:
    marks = lexicon.marks
    end = head - 1
    for at in range(head, min(head + _LONGEST, len(line.row))):
        word = line.row[at]
        known = lexicon.groups.starting(line.bare, at) or lexicon.heads.starting(line.bare, at)
        if known and at <= end + 1:
            end = max(end, at + known[0] - 1)
            continue
        if at <= end:
            continue
        if word in marks.rest:
            end = at
            continue
        if word in marks.stops | marks.prepositions | marks.joiners | marks.bridges | marks.negations:
            break
        if (
            not word[0].isalnum()
            or lexicon.predicates.starting(line.row, at)
            or (at > head and _acts(line, at, lexicon))
        ):
            break
        end = at
    return end


def _acts(line: Line, at: int, lexicon: Lexicon) -> bool:
    """Whether a word tells what the group does, rather than who it is."""
    told = lexicon.verbs.starting(line.row, at) is not None
    told = told or line.row[at] in lexicon.marks.dwelling | lexicon.marks.leaving
    return told or (line.upos(at) == "VERB" and not line.is_capital(at))


def _shared(line: Line, found: Sequence[Counted], number: int) -> Counted:
    """A number without a noun takes that of the number it is a part of: "sembilan dari 11 sabuk bom"."""
    here = found[number]
    after = found[number + 1] if number + 1 < len(found) else None
    if here.named or after is None or after.first != here.last + 2 or line.row[here.last + 1] != "dari":
        return here
    return Counted(here.quantity, here.first, here.last, after.head, after.end, after.sector, after.proper)
