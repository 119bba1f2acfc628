"""What a language must answer: one frozen shape for each file of its folder.

Every shape lists the keys of its file; a key without a default must be there, an unknown key is an error. Words are
written as they stand in a text; those that are matched without regard to case are written in lower case.
"""

import msgspec


class Shape(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The base of all shapes: frozen, every key known, no positional fields."""


class FrameWords(Shape):
    """The words that tell of one PLOVER type (frames.toml), by how their roles are filled; modes by their words."""

    transitive: tuple[str, ...] = ()
    intransitive: tuple[str, ...] = ()
    undergoer: tuple[str, ...] = ()
    noun_by: tuple[str, ...] = ()
    noun_of: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    modes: dict[str, tuple[str, ...]] = {}


class NasalRule(Shape):
    """How the nasal prefix joins stems that begin so: the prefix, and whether the stem loses its first letter."""

    initials: tuple[str, ...]
    prefix: str
    drops: bool = False


class Morphology(Shape):
    """How verb forms are made of stems, and nouns of doubled nouns (morphology.toml)."""

    nasal: tuple[NasalRule, ...]
    monosyllable: str
    passive: tuple[str, ...]
    agentless: tuple[str, ...]
    pronoun_before_bare: tuple[str, ...]
    clitics: tuple[str, ...]
    active_prefixes: tuple[str, ...]
    passive_prefixes: tuple[str, ...]


class RoleMarks(Shape):
    """How roles are marked (roles.toml): prepositions; stems of light verbs, and of those whose subject receives."""

    agent: tuple[str, ...]
    partner: tuple[str, ...]
    patient: tuple[str, ...]
    between: tuple[str, ...]
    light: tuple[str, ...]
    receiving: tuple[str, ...]


class Speech(Shape):
    """The words by which a text says that somebody says something (speech.toml); its comments tell what each list holds."""

    said: frozenset[str]
    said_already: frozenset[str]
    said_and_more: frozenset[str]
    not_said: frozenset[str]
    say: frozenset[str]
    content: frozenset[str]
    act: frozenset[str]
    passive: frozenset[str]
    passive_already: frozenset[str]
    passive_bare: frozenset[str]
    according: frozenset[str]
    according_already: frozenset[str]
    not_according: frozenset[str]
    closing: frozenset[str]
    report: frozenset[str]
    that: frozenset[str]
    message: frozenset[str]
    sending: frozenset[str]
    between: frozenset[str]
    nobody: frozenset[str]
    there_is: frozenset[str]
    not_saying: frozenset[str]
    while_saying: frozenset[str]
    stop: frozenset[str]
    clause: frozenset[str]
    preposition: frozenset[str]
    day: frozenset[str]
    first_person: frozenset[str]
    deictic: frozenset[str]
    same_speaker: frozenset[str]
    via: frozenset[str]


class TimeForm(Shape):
    """A form of time expressions: its words by class, and the resolver that reads them."""

    reads: str
    form: str


class Direction(Shape):
    """Words near a time without a year that tell whether it lies ahead or behind, and where to stop looking.

    speech: verbs of speech, told of what was said before publication wherever they stand; said: those that follow the
    words spoken, which tell it only of a time behind them.
    """

    ahead: tuple[str, ...]
    behind: tuple[str, ...]
    speech: tuple[str, ...]
    said: tuple[str, ...]
    stop: tuple[str, ...]


class Times(Shape):
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


class VagueNumber(Shape):
    """What a vague numeral stands for: high is None where it is open."""

    low: float
    qualifier: str
    high: float | None = None


class Ranges(Shape):
    """The words and marks of "between five and ten"."""

    between: tuple[str, ...]
    to: tuple[str, ...]
    marks: tuple[str, ...]


class CountingUnits(Shape):
    """Words of counting that stand between a number and its noun, for people and for things."""

    people: tuple[str, ...]
    things: tuple[str, ...]


class Numerals(Shape):
    """Numerals and what surrounds them (numerals.toml). Currencies are ISO 4217."""

    ones: dict[str, int]
    whole: dict[str, int]
    scales: dict[str, int]
    teens: tuple[str, ...]
    groups: dict[str, int]
    one: tuple[str, ...]
    both: dict[str, int]
    vague: dict[str, VagueNumber]
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
    labels: tuple[str, ...]
    ages: tuple[str, ...]
    currencies: dict[str, str]
    signs: dict[str, str]
    nations: dict[str, str]


class StatusWords(Shape):
    """Words that make an event future, hypothetical or negated, and those whose complement is no event (status.toml)."""

    future: tuple[str, ...]
    hypothetical: tuple[str, ...]
    negated: tuple[str, ...]
    unreal: tuple[str, ...]


class SettingWords(Shape):
    """How places are tied to events (setting.toml): prepositions, kinds of place from precise to vague, distances."""

    prepositions: tuple[str, ...]
    precision: tuple[str, ...]
    gap: int
    reach: int


class Abbreviations(Shape):
    """Words whose full stop is their own (abbreviations.toml): before a name or number, perhaps last; ends of sites."""

    open: tuple[str, ...]
    either: tuple[str, ...]
    sites: tuple[str, ...]
