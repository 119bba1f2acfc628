"""What a language must answer: one frozen shape for each file of its folder.

Every shape lists the keys of its file; a key without a default must be there, an unknown key is an error. Words are
written as they stand in a text; those that are matched without regard to case are written in lower case.
"""

import msgspec
from msgspec.structs import force_setattr

from saksi.languages.forms import alternatives


class Shape(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The base of all shapes: frozen, every key known, no positional fields."""


class FrameWords(Shape, frozen=True):
    """The words that tell of one PLOVER type (frames.toml), by how their roles are filled; modes by their words."""

    transitive: tuple[str, ...] = ()
    intransitive: tuple[str, ...] = ()
    undergoer: tuple[str, ...] = ()
    noun_by: tuple[str, ...] = ()
    noun_of: tuple[str, ...] = ()
    blame: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    nobody: tuple[str, ...] = ()
    games: tuple[str, ...] = ()
    reciprocal: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    modes: dict[str, tuple[str, ...]] = {}

    def __post_init__(self) -> None:
        for name in self.__struct_fields__:
            if isinstance(phrases := getattr(self, name), tuple):
                force_setattr(self, name, _spelled(phrases))
        force_setattr(self, "modes", {mode: _spelled(phrases) for mode, phrases in self.modes.items()})


def _spelled(phrases: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(one for phrase in phrases for one in alternatives(phrase))


class NasalRule(Shape, frozen=True):
    """How the nasal prefix joins stems that begin so: the prefix, and whether the stem loses its first letter."""

    initials: tuple[str, ...]
    prefix: str
    drops: bool = False


class Morphology(Shape, frozen=True):
    """How verb forms are made of stems, and nouns of doubled nouns (morphology.toml)."""

    nasal: tuple[NasalRule, ...]
    monosyllable: str
    passive: tuple[str, ...]
    agentless: tuple[str, ...]
    clitics: tuple[str, ...]
    active_prefixes: tuple[str, ...]
    passive_prefixes: tuple[str, ...]


class RoleMarks(Shape, frozen=True):
    """How roles are marked (roles.toml): prepositions; stems of light verbs, and of those whose subject receives;
    victims: words of those whom an act told before has hit."""

    agent: tuple[str, ...]
    partner: tuple[str, ...]
    patient: tuple[str, ...]
    given: tuple[str, ...]
    against: tuple[str, ...]
    located: tuple[str, ...]
    between: tuple[str, ...]
    meaning: frozenset[str]
    clitic: str
    topics: frozenset[str]
    sources: frozenset[str]
    saying: frozenset[str]
    ourselves: frozenset[str]
    witnessing: frozenset[str]
    opposing: frozenset[str]
    policies: frozenset[str]
    deciding: frozenset[str]
    ordering: frozenset[str]
    condemning: frozenset[str]
    intending: frozenset[str]
    denying: frozenset[str]
    apart: frozenset[str]
    denied: frozenset[str]
    deeds: frozenset[str]
    witnessed: frozenset[str]
    involving: frozenset[str]
    merely: frozenset[str]
    holding: frozenset[str]
    naming: frozenset[str]
    named_as: frozenset[str]
    aimed: frozenset[str]
    hostile: frozenset[str]
    since: frozenset[str]
    within: tuple[str, ...]
    befallen: frozenset[str]
    bystanders: frozenset[str]
    blows: frozenset[str]
    relative: tuple[str, ...]
    reacting: frozenset[str]
    ought: frozenset[str]
    needless: frozenset[str]
    contents: frozenset[str]
    answered: frozenset[str]
    planned: frozenset[str]
    victims: frozenset[str]
    again: frozenset[str]
    anew: frozenset[str]
    another: frozenset[str]
    further: frozenset[str]
    shifted: frozenset[str]
    spans: frozenset[str]
    purpose: frozenset[str]
    claimed: frozenset[str]
    claiming: frozenset[str]
    ready: frozenset[str]
    means: frozenset[str]
    owning_up: tuple[str, ...]
    weapons: frozenset[str]
    launching: frozenset[str]
    overflying: frozenset[str]
    aiming: frozenset[str]
    bloodless: frozenset[str]
    leaving: frozenset[str]
    results: frozenset[str]
    taking: frozenset[str]
    taken_from: tuple[str, ...]
    sending: tuple[str, ...]
    light: tuple[str, ...]
    receiving: tuple[str, ...]
    accusing: tuple[str, ...]
    heeding: tuple[str, ...]
    helping: tuple[str, ...]
    faulting: tuple[str, ...]
    reasons: frozenset[str]
    onslaughts: frozenset[str]
    outcomes: frozenset[str]
    resenting: tuple[str, ...]
    telling: tuple[str, ...]
    letters: frozenset[str]
    letting: tuple[str, ...]
    mediating: tuple[str, ...]
    contacting: frozenset[str]
    charging: tuple[str, ...]
    mediators: frozenset[str]


class Speech(Shape, frozen=True):
    """The words by which a text says that somebody says something (speech.toml); its comments explain each list."""

    said: frozenset[str]
    said_already: frozenset[str]
    said_and_more: frozenset[str]
    not_said: frozenset[str]
    say: frozenset[str]
    content: frozenset[str]
    deed: frozenset[str]
    moving: frozenset[str]
    act: frozenset[str]
    passive: frozenset[str]
    passive_already: frozenset[str]
    passive_bare: frozenset[str]
    pointing: frozenset[str]
    handed: frozenset[str]
    according: frozenset[str]
    according_already: frozenset[str]
    by_report: frozenset[str]
    not_according: frozenset[str]
    closing: frozenset[str]
    adding: frozenset[str]
    called: frozenset[str]
    calling: frozenset[str]
    relayed: frozenset[str]
    likewise: frozenset[str]
    report: frozenset[str]
    medium: frozenset[str]
    relative: frozenset[str]
    by: frozenset[str]
    that: frozenset[str]
    answering: frozenset[str]
    message: frozenset[str]
    ground: frozenset[str]
    owned: frozenset[str]
    owning: frozenset[str]
    sending: frozenset[str]
    between: frozenset[str]
    telling: frozenset[str]
    empty: frozenset[str]
    declared: frozenset[str]
    declaring: frozenset[str]
    issued: frozenset[str]
    citing: frozenset[str]
    indefinite: frozenset[str]
    definite: frozenset[str]
    body: frozenset[str]
    plural: frozenset[str]
    nobody: frozenset[str]
    there_is: frozenset[str]
    not_saying: frozenset[str]
    either: frozenset[str]
    recently: frozenset[str]
    while_saying: frozenset[str]
    contrast: frozenset[str]
    joining: frozenset[str]
    stop: frozenset[str]
    clause: frozenset[str]
    timing: frozenset[str]
    suffering: str
    tallying: frozenset[str]
    counting: frozenset[str]
    preposition: frozenset[str]
    day: frozenset[str]
    first_person: frozenset[str]
    deictic: frozenset[str]
    same_speaker: frozenset[str]
    via: frozenset[str]


class StatusWords(Shape, frozen=True):
    """Words that make an event future, hypothetical or negated, or whose complement is no event (status.toml).

    ruling: those of them that settle the status of their own complement; bridges: what may stand between a cue and the
    event's word; involved: words of taking part in what may be another's deed; asking: words whose content is only
    possible; bills, voting: what laws are called, and words before one not passed yet; wishing: conjunctions of such a
    clause; fearing: those whose clause is; settling: verbs whose content is to come; conditions: words that make even
    what is negated or planned a supposition; until: words before what a refusal waits for; eve: words before what is
    about to come; not_only: words that, behind one of negation, take it back; behind, once: words that, behind or
    before one of what is to come or may be, take it back; vain: words of failing, held: words behind them that say that
    talks never were; able, usual, lasting: words of what is no deed of a day; lacking, guarding, keeping, discussing,
    freeing, ending: verbs whose object is not there, or was there before; leaving: the word before what somebody is
    freed from; willing: words that make a refusal of a negation; states: verbs of being, having and feeling.
    """

    future: tuple[str, ...]
    hypothetical: tuple[str, ...]
    negated: tuple[str, ...]
    unreal: tuple[str, ...]
    ruling: tuple[str, ...]
    bridges: tuple[str, ...]
    involved: tuple[str, ...]
    asking: tuple[str, ...]
    bills: frozenset[str]
    voting: frozenset[str]
    wishing: tuple[str, ...]
    fearing: tuple[str, ...]
    settling: tuple[str, ...]
    conditions: tuple[str, ...]
    until: tuple[str, ...]
    eve: tuple[str, ...]
    not_only: tuple[str, ...]
    behind: tuple[str, ...]
    once: tuple[str, ...]
    vain: tuple[str, ...]
    held: tuple[str, ...]
    able: frozenset[str]
    usual: frozenset[str]
    lasting: frozenset[str]
    lacking: frozenset[str]
    guarding: frozenset[str]
    keeping: frozenset[str]
    discussing: frozenset[str]
    freeing: frozenset[str]
    leaving: frozenset[str]
    ending: frozenset[str]
    willing: frozenset[str]
    states: frozenset[str]


class Abbreviations(Shape, frozen=True):
    """Words whose full stop is their own (abbreviations.toml): before a name or number, perhaps last; ends of sites."""

    open: tuple[str, ...]
    either: tuple[str, ...]
    sites: tuple[str, ...]
