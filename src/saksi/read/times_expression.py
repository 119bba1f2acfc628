"""One time expression with what its words mean: the fields that the resolvers ask for."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from saksi.read.times_forms import Forms, Found
from saksi.read.words import Word

_CENTURY = 100
_LAST_MONTH = 12


@dataclass(slots=True)
class Calendar:
    """What is known when an expression is read. last: the day, month or year named last, EDTF."""

    published: date | None
    last: str | None = None


@dataclass(frozen=True, slots=True)
class Expression:
    """A form in a text, with what its words mean. direction: tells on demand whether it lies ahead."""

    found: Found
    words: Sequence[Word]
    forms: Forms
    calendar: Calendar
    direction: Callable[[], int] = field(compare=False)

    def has(self, *names: str) -> bool:
        """Whether a word of one of these classes stands in it."""
        return self.found.has(*names)

    def field_words(self, name: str) -> list[str]:
        """The words of a field in lower case, [] where it is not filled."""
        first, last = self.found.fields.get(name, (0, 0))
        return [word.lower for word in self.words[first:last]]

    def number(self, name: str) -> int | None:
        """The whole number that a field holds."""
        value = self.forms.numbers.value(self.field_words(name)) if name in self.found.fields else None
        return int(value) if value is not None and value == int(value) else None

    def looked_up(self, table: Mapping[str, int], words: Sequence[str]) -> int | None:
        """The value of the first of the words that the table has."""
        return next((table[word] for word in words if word in table), None)

    def weekday(self) -> int | None:
        """The weekday named in it: 1 is Monday."""
        inside = [word.lower for word in self.words[self.found.first : self.found.last + 1]]
        return self.looked_up(self.forms.times.weekdays, inside) if self.has("weekday", "weekday_low") else None

    def month(self, name: str = "month") -> int | None:
        """The month of a field, by name or number."""
        words = self.field_words(name)
        named = next((found for word in words if (found := self.forms.month(word))), None)
        number = named if named is not None else self.number(name)
        return number if number is not None and 1 <= number <= _LAST_MONTH else None

    def year(self, name: str = "year") -> int | None:
        """The year of a field; two digits are of the century next to the day of publication."""
        year = self.number(name)
        if year is None or year >= _CENTURY:
            return year
        near = self.calendar.published.year if self.calendar.published else 2000
        return min((century * _CENTURY + year for century in (18, 19, 20)), key=lambda found: abs(found - near))

    def unit(self) -> str | None:
        """The unit named in it: "day", "week", "month"..., also one fused with its count."""
        times = self.forms.times
        names = [*self.field_words("unit"), *self.field_words("one")]
        return next((found for word in names if (found := times.units.get(word) or times.fused.get(word))), None)

    def count(self) -> int | None:
        """How many of the unit."""
        return 1 if "one" in self.found.fields else self.number("n")

    def shift(self) -> int | None:
        """-1 for "last", 0 for "this", 1 for "next", None where nothing tells."""
        if self.has("ago", "ago_loose"):
            return -1
        if self.has("upcoming", "come"):
            return 1
        return 0 if self.has("this") else None

    def portion(self) -> tuple[bool, bool]:
        """Whether it means only the start, and whether only the end, of its month or year."""
        return self.has("start"), self.has("end")

    def side(self) -> int:
        """AHEAD or BEHIND as its own words tell, else as those around it do."""
        own = -1 if self.has("that") else self.shift()
        return own if own else self.direction()
