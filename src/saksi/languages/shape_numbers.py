"""What a language must answer about times and numbers."""

from saksi.languages.shape import Shape


class TimeForm(Shape, frozen=True):
    """A form of time expressions: its words by class, and the resolver that reads them."""

    reads: str
    form: str


class Direction(Shape, frozen=True):
    """Words near a time without a year that tell whether it lies ahead or behind, and where to stop looking.

    until: tell it right before the time, unless a word of parts comes between ("before dawn on Saturday");
    lasted: of what went on until the time; through: a verb behind one of these depends on the one before it; speech:
    verbs of speech, told of what was said before publication wherever they stand; said: those that follow the words
    spoken, which tell it only of a time behind them; soon: words that tell of what is to come only before
    their time ("segera pada Senin").
    """

    ahead: tuple[str, ...]
    soon: tuple[str, ...]
    until: tuple[str, ...]
    parts: tuple[str, ...]
    through: tuple[str, ...]
    behind: tuple[str, ...]
    lasted: tuple[str, ...]
    speech: tuple[str, ...]
    said: tuple[str, ...]
    stop: tuple[str, ...]


class Times(Shape, frozen=True):
    """Time expressions (times.toml). weekdays: 1 is Monday; days: days from that of publication."""

    weekdays: dict[str, int]
    months: dict[str, int]
    abbreviations: dict[str, int]
    units: dict[str, str]
    fused: dict[str, str]
    days: dict[str, int]
    classes: dict[str, tuple[str, ...]]
    direction: Direction
    macros: dict[str, str]
    forms: tuple[TimeForm, ...]


class VagueNumber(Shape, frozen=True):
    """What a vague numeral stands for: high is None where it is open."""

    low: float
    qualifier: str
    high: float | None = None


class Ranges(Shape, frozen=True):
    """The words and marks of "between five and ten"."""

    between: tuple[str, ...]
    to: tuple[str, ...]
    with_between: tuple[str, ...]
    marks: tuple[str, ...]


class CountingUnits(Shape, frozen=True):
    """Words of counting that stand between a number and its noun, for people and for things."""

    people: tuple[str, ...]
    things: tuple[str, ...]


class Numerals(Shape, frozen=True):
    """Numerals and what surrounds them (numerals.toml). Currencies are ISO 4217."""

    ones: dict[str, int]
    whole: dict[str, int]
    scales: dict[str, int]
    teens: tuple[str, ...]
    groups: dict[str, int]
    one: tuple[str, ...]
    both: dict[str, int]
    vague: dict[str, VagueNumber]
    several: dict[str, str]
    qualifiers: dict[str, tuple[str, ...]]
    after: dict[str, tuple[str, ...]]
    counting: tuple[str, ...]
    counted: tuple[str, ...]
    ranges: Ranges
    units: CountingUnits
    measures: tuple[str, ...]
    percent: tuple[str, ...]
    times: tuple[str, ...]
    frequency: tuple[str, ...]
    rounds: tuple[str, ...]
    dating: tuple[str, ...]
    since: tuple[str, ...]
    even: tuple[str, ...]
    idiom: tuple[str, ...]
    where: tuple[str, ...]
    ordinal: tuple[str, ...]
    half: tuple[str, ...]
    about_ending: tuple[str, ...]
    named: tuple[str, ...]
    labels: tuple[str, ...]
    ages: tuple[str, ...]
    currencies: dict[str, str]
    prefixes: dict[str, str]
    signs: dict[str, str]
    nations: dict[str, str]
