"""The forms of time expressions of a language, compiled once, and where a text shows them."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from saksi.languages.loader import load
from saksi.languages.shape_numbers import Numerals, Times
from saksi.read.numerals import Numbers
from saksi.read.words import Word

_MARK = re.compile(r"'([^']*)'")
_MACRO = re.compile(r"<(\w+)>")
_ATOM = re.compile(r"(?:(?P<field>\w+):)?(?:'(?P<mark>[^']*)'|(?P<name>\w+)|(?P<open>\())|\s+")
_CLOCK = re.compile(r"(?:[01]?\d|2[0-4])[.:][0-5]\d(?:[.:][0-5]\d)?")
_FIRST_SYMBOL = 0xE000  # private use: one symbol for each set of classes makes a form a regular expression
_YEARS = range(1000, 2200)
_LONG = 7  # letters of a name from which one may be wrong

Kinds = frozenset[str]
_NOTHING: Kinds = frozenset()
_MONTH: Kinds = frozenset({"month"})
_NUMBER: Kinds = frozenset({"number"})
_YEAR: Kinds = frozenset({"number", "year"})
_CLOCK_TIME: Kinds = frozenset({"clock"})
_DIGITS: Kinds = frozenset({"digits"})


@dataclass(frozen=True, slots=True)
class Found:
    """A form found in a text. first, last: indices of its words, inclusive; fields: the words that fill each field, as
    half-open ranges of indices; classes: of all its words."""

    reads: str
    first: int
    last: int
    fields: dict[str, tuple[int, int]]
    classes: Kinds

    def has(self, *names: str) -> bool:
        """Whether a word of one of these classes stands in it."""
        return not self.classes.isdisjoint(names)


class Forms:
    """The words and forms of a language's time expressions."""

    def __init__(self, times: Times, numerals: Numerals) -> None:
        self.times = times
        self.numbers = Numbers(numerals)
        self._near = lru_cache(maxsize=4096)(self._near_month)
        self._named = frozenset(numerals.named)
        self._labels = frozenset(numerals.labels)
        self._counted = (
            frozenset(numerals.units.people) | frozenset(numerals.units.things) | frozenset(numerals.counted)
        )
        self._capital, self._small = _word_kinds(times, self.numbers)
        written = [_expand(form.form, times.macros) for form in times.forms]
        self._marks = {mark: frozenset({mark}) for form in written for mark in _MARK.findall(form)}
        known = {*self._capital.values(), *self._small.values(), *self._marks.values()}
        known |= {_NOTHING, _MONTH, _NUMBER, _YEAR, _CLOCK_TIME, _DIGITS}
        ordered = sorted(known, key=sorted)
        self._symbols = {kinds: chr(_FIRST_SYMBOL + index) for index, kinds in enumerate(ordered)}
        self._patterns = [re.compile(self._expression(form)) for form in written]

    def kinds(self, word: Word) -> Kinds:
        """The classes that a word belongs to."""
        if word.text[0].isdigit():
            return _NOTHING if word.glued else _number_kinds(word.text)
        if word.text in self._marks:
            return self._marks[word.text]
        if word.text[0].islower():
            return self._small.get(word.lower, _NOTHING)
        return self._capital.get(word.lower) or (_MONTH if self.month(word.lower) else _NOTHING)

    def month(self, word: str) -> int | None:
        """The month that a word in lower case names, also where a letter of a long name is wrong ("Febuari")."""
        times = self.times
        known = times.months.get(word) or times.abbreviations.get(word)
        if known or len(word) < _LONG or word in self._capital:
            return known
        return self._near(word)

    def _near_month(self, word: str) -> int | None:
        names = self.times.months.items()
        return next((number for name, number in names if len(name) >= _LONG and OSA.distance(name, word) == 1), None)

    def is_named(self, before: Sequence[str]) -> bool:
        """Whether the words before a number make it part of a name: "Brigade 1920", "Resolusi DK PBB 1701"."""
        return not self._named.isdisjoint(before) or not self._labels.isdisjoint(before[-2:])

    def is_counted(self, word: str) -> bool:
        """Whether a number before the word is a count: "2000 tentara"."""
        return word in self._counted

    def find(self, words: Sequence[Word]) -> list[Found]:
        """The time expressions of a text in order, none overlapping: leftmost, then longest, then first form."""
        kinds = [self.kinds(word) for word in words]
        line = "".join([self._symbols[kind] for kind in kinds])
        hits = [
            (match.start(), -match.end(), order, match)
            for order, pattern in enumerate(self._patterns)
            for match in pattern.finditer(line)
        ]
        hits.sort(key=lambda hit: hit[:3])
        found: list[Found] = []
        free = 0
        for start, _, order, match in hits:
            if start < free:
                continue
            free = match.end()
            fields = {name: match.span(name) for name, value in match.groupdict().items() if value}
            within = _NOTHING.union(*kinds[start:free])
            found.append(Found(self.times.forms[order].reads, start, free - 1, fields, within))
        return found

    def _expression(self, form: str) -> str:
        return _ATOM.sub(self._atom, form)

    def _atom(self, match: re.Match[str]) -> str:
        name, mark = match["name"], match["mark"]
        if match["open"]:
            return f"(?P<{match['field']}>" if match["field"] else "(?:"
        wanted = mark if mark is not None else name
        if wanted is None:
            return ""
        symbols = "".join(symbol for kinds, symbol in self._symbols.items() if wanted in kinds)
        if not symbols:
            raise ValueError(f"no word of class {wanted!r}")
        return f"(?P<{match['field']}>[{symbols}])" if match["field"] else f"[{symbols}]"


@cache
def forms_of(language: str) -> Forms:
    """The forms of a language. Raises InputError for one without a folder."""
    return Forms(load(language, "times", Times), load(language, "numerals", Numerals))


def _expand(form: str, macros: dict[str, str]) -> str:
    while _MACRO.search(form):
        form = _MACRO.sub(lambda match: f"( {macros[match[1]]} )", form)
    return form


def _number_kinds(text: str) -> Kinds:
    if text.isdigit():
        if len(text) == 4 and int(text) in _YEARS:
            return _YEAR
        return _NUMBER
    return _CLOCK_TIME if _CLOCK.fullmatch(text) else _DIGITS


def _word_kinds(times: Times, numbers: Numbers) -> tuple[dict[str, Kinds], dict[str, Kinds]]:
    """The classes of words with a capital and of words without: abbreviated months and names of days tell by it."""
    both: dict[str, set[str]] = defaultdict(set)
    for name, words in times.classes.items():
        for word in words:
            both[word].add(name)
    for name, table in (("fused", times.fused), ("named_day", times.days)):
        for word in table:
            both[word].add(name)
    for word in times.units:
        both[word].add("unit")
    for word in numbers.words():
        both[word].add("numeral")
    capital = {word: set(kinds) for word, kinds in both.items()}
    small = {word: set(kinds) for word, kinds in both.items()}
    for word in times.months:
        capital.setdefault(word, set()).add("month")
        small.setdefault(word, set()).add("month_low")
    for word in times.abbreviations:
        capital.setdefault(word, set()).add("abbreviation")
    for word in times.weekdays:
        doubtful = word in times.units
        capital[word] = {"weekday"} if doubtful else capital.get(word, set()) | {"weekday"}
        small.setdefault(word, set()).add("weekday_low" if doubtful else "weekday")
    return _frozen(capital), _frozen(small)


def _frozen(table: dict[str, set[str]]) -> dict[str, Kinds]:
    return {word: frozenset(kinds) for word, kinds in table.items()}
