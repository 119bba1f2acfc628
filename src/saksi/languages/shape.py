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
    telling: frozenset[str]
    empty: frozenset[str]
    indefinite: frozenset[str]
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
