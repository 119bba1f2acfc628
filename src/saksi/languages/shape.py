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
