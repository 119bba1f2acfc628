"""What a language must answer about actors: the shapes of titles.toml and actors.toml."""

import msgspec

from saksi.languages.shape import Shape


class OfficeWords(Shape, frozen=True):
    """Offices of one sector; key: under which world/persons knows who held them, "" where it does not."""

    key: str
    sector: str
    words: tuple[str, ...]


class TitleForms(Shape, frozen=True):
    """Words of address, and words that turn an office into one held before or into a lesser one."""

    address: frozenset[str]
    former: frozenset[str]
    leading: frozenset[str]
    deputy: frozenset[str]


class Titles(Shape, frozen=True):
    """Offices, ranks and forms of address (titles.toml)."""

    office: tuple[OfficeWords, ...]
    forms: TitleForms


class HeadWords(Shape, frozen=True):
    """Common nouns that mean actors of one sector; kind: group, organ or bearer (takes its side from what follows)."""

    kind: str
    sector: str
    words: tuple[str, ...]


class BeforeHead(Shape, frozen=True):
    """Words before a head that belong to its phrase; counted: those that count what follows ("20 orang polisi")."""

    words: frozenset[str]
    blocking: frozenset[str]
    counted: frozenset[str]
    making: frozenset[str]
    collective: frozenset[str]
    single: frozenset[str]
    comparing: frozenset[str]
    than: str


class AfterHead(Shape, frozen=True):
    """Words after a head, by what they do to its phrase; the comments of actors.toml tell which."""

    closing: frozenset[str]
    others: frozenset[str]
    of: frozenset[str]
    leaving: frozenset[str]
    location: frozenset[str]
    led: frozenset[str]
    backed: frozenset[str]
    by: frozenset[str]
    made: frozenset[str]
    launched: frozenset[str]
    appointed: frozenset[str]
    tied: frozenset[str]
    tying: frozenset[str]
    suspected: frozenset[str]
    being: frozenset[str]
    leading: frozenset[str]
    linking: frozenset[str]
    named: tuple[str, ...]
    joining: frozenset[str]
    towards: frozenset[str]
    attributes: frozenset[str]
    foreign: frozenset[str]
    peoples: frozenset[str]
    kin: frozenset[str]
    papers: frozenset[str]
    harmed: frozenset[str]
    verbal: tuple[str, ...]
    stopping: frozenset[str]


class SideWords(Shape, frozen=True):
    """Prefixes that say on whose side a group is."""

    for_: frozenset[str] = msgspec.field(name="for")
    against: frozenset[str]


class ReferenceWords(Shape, frozen=True):
    """Pronouns and nouns that refer to an actor named before."""

    person: frozenset[str]
    group: frozenset[str]
    speaker: frozenset[str]
    both: tuple[str, ...]
    urging: frozenset[str]
    counterpart: tuple[str, ...]
    state: frozenset[str]
    body: frozenset[str]
    demonstrative: frozenset[str]
    two: tuple[str, ...]
    pair: frozenset[str]
    numbers: dict[str, int]
    particles: frozenset[str]
    possessive: str
    side: str
    staff: frozenset[str]
    roaming: frozenset[str]
    houses: frozenset[str]
    towards: frozenset[str]
    member: str
    monitor: tuple[str, ...]


class MinistryWords(Shape, frozen=True):
    """How names of ministries are made: their heads, short forms -> portfolio, portfolio -> English name."""

    heads: tuple[str, ...]
    short: dict[str, str]
    english: dict[str, str]


class LocalWords(Shape, frozen=True):
    """Heads that are of a town or region by their nature, and attributes that make others so."""

    heads: frozenset[str]
    attributes: frozenset[str]


class PeaceWords(Shape, frozen=True):
    """Heads for forces that several countries send, and the English names of the bodies that send such."""

    heads: frozenset[str]
    senders: frozenset[str]


class FoundedWords(Shape, frozen=True):
    """How names of bodies that no list knows are made: words that found one; those of armies, which do so only before a
    cause; words inside; sector -> words that tell it."""

    founding: frozenset[str]
    armies: frozenset[str]
    causes: frozenset[str]
    joining: frozenset[str]
    telling: dict[str, frozenset[str]]


class ArmyWords(Shape, frozen=True):
    """Lands that the army of another state holds, country -> that state, and the words that mean it there."""

    words: frozenset[str]
    holding: dict[str, str]


class ActorWords(Shape, frozen=True):
    """The words that phrases for actors are made of (actors.toml)."""

    head: tuple[HeadWords, ...]
    before: BeforeHead
    after: AfterHead
    sides: SideWords
    reference: ReferenceWords
    citizens: dict[str, str]
    homes: dict[str, str]
    armies: ArmyWords
    short: dict[str, str]
    navies: dict[str, str]
    both: dict[str, tuple[str, ...]]
    talks: dict[str, tuple[str, ...]]
    blocs: dict[str, str]
    leagues: dict[str, str]
    ministry: MinistryWords
    local: LocalWords
    peace: PeaceWords
    founded: FoundedWords
