"""Every time expression of a text, one by one, with its value."""

from collections.abc import Sequence, Set
from dataclasses import dataclass
from datetime import date
from functools import partial

from saksi.read.times_calendar import start_of
from saksi.read.times_direction import compass_of
from saksi.read.times_expression import Calendar, Expression
from saksi.read.times_forms import Forms, Found, forms_of
from saksi.read.times_resolve import RESOLVERS
from saksi.read.words import Word

_REMEMBERED = frozenset(
    {"date", "weekday", "day_number", "named_day", "today", "month", "year", "relative", "next_day", "previous_day"}
)
_LABEL_YEARS = frozenset({"year_word", "start", "end", "middle", "fiscal"})


@dataclass(frozen=True, slots=True)
class Timed:
    """A time expression with its value: EDTF or None. first, last: indices of its words, inclusive."""

    reads: str
    first: int
    last: int
    value: str | None
    expression: Expression


def scan(words: Sequence[Word], published: date | None, language: str, verbs: Set[int] = frozenset()) -> list[Timed]:
    """The time expressions of a text in order, also durations and vague ones, which have no value.

    verbs: the characters where the verbs of the text start, as far as they are known.
    """
    forms, compass = forms_of(language), compass_of(language)
    calendar = Calendar(published)
    timed = []
    for found in forms.find(words):
        if found.reads == "nothing" or (found.reads == "year" and not _is_year(found, words, forms)):
            continue
        direction = partial(compass.direction, words, found.first, found.last, verbs)
        expression = Expression(found, words, forms, calendar, direction)
        value = RESOLVERS[found.reads](expression)
        if value and found.reads in _REMEMBERED and value[0].isdigit():
            calendar.last = start_of(value).rstrip("~")
        timed.append(Timed(found.reads, found.first, found.last, value, expression))
    return timed


def _is_year(found: Found, words: Sequence[Word], forms: Forms) -> bool:
    """Whether four digits are a year and not a count ("2000 tentara") or a name ("Resolusi 1701")."""
    if found.has(*_LABEL_YEARS):
        return True
    before = [word.lower for word in words[max(0, found.first - 3) : found.first]]
    after = words[found.last + 1] if found.last + 1 < len(words) else None
    if forms.is_named(before) or (after is not None and forms.is_counted(after.lower)):
        return False
    if before and before[-1] == "-" and words[found.first - 1].end == words[found.first].start:
        return False
    glued = after is not None and after.start == words[found.last].end
    return not (glued and after is not None and after.text in "-/%" and found.last + 2 < len(words))
