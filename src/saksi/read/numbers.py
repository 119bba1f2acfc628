"""Finds the quantities of a text: numerals with their qualifier, and with their unit or currency, if any."""

from collections.abc import Sequence
from functools import cache

from saksi.languages.shape_numbers import Numerals
from saksi.model.codes import Qualifier
from saksi.model.mention import Quantity, TimeMention
from saksi.model.span import Span
from saksi.model.syntax import Parse
from saksi.read.numbers_scan import YEARS, Numeral, NumeralReader, numerals_of
from saksi.read.words import Sentences, Word, split_words

_THOUSAND = 1000
_OLDEST = 115
_ENDS = frozenset(".!?")
_OPEN_ABOVE = frozenset({Qualifier.AT_LEAST, Qualifier.MORE_THAN})
_OPEN_BELOW = frozenset({Qualifier.AT_MOST, Qualifier.LESS_THAN})


def find_quantities(parse: Parse, text: str, times: Sequence[TimeMention], language: str) -> tuple[Quantity, ...]:
    """The quantities of a text in order. Percentages, ordinals, ages, dates, clock times, numbers of names and of how
    often something was done are none. Raises InputError for a language without a folder."""
    words = split_words(text)
    reader = _reader_of(language)
    taken = [time.span for time in times]
    sentences = Sentences(parse.sentences)
    found = []
    index = 0
    while index < len(words):
        numeral = reader.numerals.at(words, index)
        if numeral is None:
            index += 1
            continue
        numeral = reader.ranged(words, numeral)
        index = numeral.last + 1
        span = Span(words[numeral.first].start, words[numeral.last].end)
        if not reader.counts(words, numeral) or any(span.overlaps(time) for time in taken):
            continue
        found.append(reader.quantity(words, numeral, sentences))
    return tuple(found)


class _Reader:
    """What surrounds numerals in a language."""

    def __init__(self, numerals: NumeralReader) -> None:
        shape = numerals.shape
        self.numerals = numerals
        self.shape = shape
        self._phrases = _phrases(shape)
        self._longest = max(len(phrase) for phrase in self._phrases)
        self._labels = (
            frozenset(shape.labels) | frozenset(shape.dating) | frozenset(shape.ages) | frozenset(shape.idiom)
        )
        self._not_after = frozenset((*shape.times, *shape.percent, *shape.frequency))
        self._units = frozenset((*shape.units.people, *shape.units.things))
        self._counting = frozenset(shape.counting)
        self._even = frozenset(shape.even)

    def ranged(self, words: Sequence[Word], numeral: Numeral) -> Numeral:
        """The numeral with a second one that bounds it above: "antara 5 dan 10", "5-10"."""
        link = numeral.last + 1
        if link + 1 >= len(words):
            return numeral
        between = numeral.first > 0 and words[numeral.first - 1].lower in self.shape.ranges.between
        joins = words[link].text in self.shape.ranges.marks or words[link].lower in (
            self.shape.ranges.with_between if between else self.shape.ranges.to
        )
        other = self.numerals.at(words, link + 1) if joins else None
        if other is None or numeral.rule in {"one", "definite", "vague"} or other.rule in {"one", "definite"}:
            return numeral
        low, high = numeral.low, other.high
        scale = self.shape.scales.get(words[other.last].lower, 0)
        if high is not None and low < _THOUSAND <= scale:
            low *= scale
        if high is None or high <= low:
            return numeral
        return Numeral(numeral.first - between, other.last, low, high, Qualifier.BETWEEN, "range")

    def counts(self, words: Sequence[Word], numeral: Numeral) -> bool:
        """Whether the numeral counts something, rather than naming, dating or measuring a share of it."""
        before = words[numeral.first - 1] if numeral.first else None
        if before is not None and before.lower in self._labels and numeral.rule in {"digits", "words"}:
            return False
        if numeral.first > 1 and words[numeral.first - 2].lower in self.shape.named and numeral.rule == "digits":
            return False
        after = words[numeral.last + 1] if numeral.last + 1 < len(words) else None
        if _is_age(words, numeral) or self._is_year(words, numeral) or self._is_none(words, numeral):
            return False
        if _joined(words, numeral.first - 1) or _joined(words, numeral.last + 1) or _is_unit(words, numeral):
            return False
        return after is None or after.lower not in self._not_after

    def _is_none(self, words: Sequence[Word], numeral: Numeral) -> bool:
        """Whether a word for "not even" stands behind one of something: "seorang pun", "satu prajurit pun"."""
        return numeral.high == 1 and any(
            word.lower in self._even for word in words[numeral.last + 1 : numeral.last + 3]
        )

    def _is_year(self, words: Sequence[Word], numeral: Numeral) -> bool:
        """Whether four digits behind a preposition of time are a year: "pada 2012 pemberontak merebut"."""
        year = numeral.rule == "digits" and numeral.low in YEARS and words[numeral.last].text.isdigit()
        return year and numeral.first > 0 and words[numeral.first - 1].lower in self.shape.since

    def quantity(self, words: Sequence[Word], numeral: Numeral, sentences: Sentences) -> Quantity:
        """The numeral with its qualifier and unit."""
        money, first, last = self._money(words, numeral)
        unit = money
        after = words[last + 1].lower if last + 1 < len(words) else ""
        if money is None and (after in self._units or after in self.shape.measures):
            unit, last = after, last + 1
        qualifier, first = self._before(words, first)
        qualifier, last = (qualifier, last) if qualifier else self._after(words, last)
        number = Span(words[numeral.first].start, words[numeral.last].end)
        low, high, exact = _bounds(numeral, qualifier)
        rule = "money" if money else numeral.rule
        whole = Span(words[first].start, words[last].end)
        at = sentences.at(number.start)
        return Quantity(whole, number, at, _plain(low), _plain(high), exact, unit, rule)

    def _money(self, words: Sequence[Word], numeral: Numeral) -> tuple[str | None, int, int]:
        first, last = numeral.first, numeral.last
        code = self._sign(words, first)
        if code:
            width = 2 if first > 1 and words[first - 1].text == "$" and words[first - 2].lower in {"us", "as"} else 1
            return code, first - width, last
        after = words[last + 1].lower if last + 1 < len(words) else ""
        if after not in self.shape.currencies:
            return self.shape.signs.get(after), first, last + (after in self.shape.signs)
        more = words[last + 2].lower if last + 2 < len(words) else ""
        national = self.shape.nations.get(f"{after} {more}")
        return national or self.shape.currencies[after], first, last + (2 if national else 1)

    def _sign(self, words: Sequence[Word], first: int) -> str | None:
        before = words[first - 1] if first else None
        if before is None:
            return None
        return self.shape.signs.get(before.text) or self.shape.prefixes.get(before.lower)

    def _before(self, words: Sequence[Word], first: int) -> tuple[Qualifier | None, int]:
        """The qualifier in front, with mere words of counting between, and where the quantity then begins."""
        at = first
        while at and words[at - 1].lower in self._counting and first - at < 2:
            at -= 1
        for start in (first, at):
            for length in range(min(self._longest, start), 0, -1):
                qualifier = self._phrases.get(tuple(word.lower for word in words[start - length : start]))
                if qualifier:
                    return qualifier, start - length
        return None, first

    def _after(self, words: Sequence[Word], last: int) -> tuple[Qualifier | None, int]:
        after = words[last + 1].lower if last + 1 < len(words) else ""
        found = next((name for name, listed in self.shape.after.items() if after in listed), None)
        return (Qualifier(found), last + 1) if found else (None, last)


def _joined(words: Sequence[Word], mark: int) -> bool:
    """Whether a hyphen or slash between two digits stands there, as in a score or a date: "2-1", "9/2"."""
    if not 0 < mark < len(words) - 1 or words[mark].text not in "-/":
        return False
    before, after = words[mark - 1], words[mark + 1]
    return before.text[0].isdigit() and after.text[0].isdigit() and before.end + 1 == after.start


def _is_unit(words: Sequence[Word], numeral: Numeral) -> bool:
    """Whether a slash ties digits to a capital, as in the name of a unit of an army: "Kodim 1705/Nabire"."""
    mark = numeral.last + 1
    if numeral.rule != "digits" or mark >= len(words) - 1 or words[mark].text != "/":
        return False
    return words[numeral.last].end == words[mark].start and words[mark + 1].text[0].isupper()


def _is_age(words: Sequence[Word], numeral: Numeral) -> bool:
    """Whether digits between marks behind a name tell how old somebody is: "Anna Kowalska, 42, mengatakan"."""
    first, after = numeral.first, numeral.last + 1
    if numeral.rule != "digits" or numeral.low > _OLDEST or first < 3 or after >= len(words):
        return False
    name, mark = words[first - 2], words[first - 1]
    if words[first - 3].text == "-":
        name = words[first - 4]  # "Bae Hyung-kyu, 42,"
    named = name.text[:1].isupper() and words[first - 3].text not in _ENDS
    return named and mark.text in {",", "("} and words[after].text in {",", ")"}


def _bounds(numeral: Numeral, qualifier: Qualifier | None) -> tuple[float | None, float | None, Qualifier]:
    """low, high and qualifier; a vague or ranged numeral keeps its own."""
    if qualifier is None or numeral.rule in {"vague", "range"}:
        return numeral.low, numeral.high, numeral.qualifier
    if qualifier in _OPEN_ABOVE:
        return numeral.low, None, qualifier
    if qualifier in _OPEN_BELOW:
        return None, numeral.high, qualifier
    return numeral.low, numeral.high, qualifier


def _plain(value: float | None) -> float | None:
    """A whole number without its decimal point, so that it is written as in the text."""
    return int(value) if value is not None and value == int(value) else value


def _phrases(shape: Numerals) -> dict[tuple[str, ...], Qualifier]:
    return {
        tuple(word.lower for word in split_words(phrase)): Qualifier(name)
        for name, phrases in shape.qualifiers.items()
        for phrase in phrases
    }


@cache
def _reader_of(language: str) -> _Reader:
    return _Reader(numerals_of(language))
