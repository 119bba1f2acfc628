"""What a language must answer about counts: the words that tell their measure and the groups that are counted."""

from saksi.languages.shape import Shape


class MeasureWords(Shape, frozen=True):
    """The words that tell one measure (figures.toml), by where they stand."""

    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    totals: tuple[str, ...] = ()
    predicates: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()


class FigureMarks(Shape, frozen=True):
    """Small words around counts."""

    fillers: frozenset[str]
    links: frozenset[str]
    bridges: frozenset[str]
    joiners: frozenset[str]
    stops: frozenset[str]
    parts: tuple[str, ...]
    among: tuple[str, ...]
    of_all: tuple[str, ...]
    there: frozenset[str]
    kin: frozenset[str]
    families: frozenset[str]
    prepositions: frozenset[str]
    agents: frozenset[str]
    rest: frozenset[str]
    per: frozenset[str]
    definitions: tuple[str, ...]
    foreign: frozenset[str]
    owned: tuple[str, ...]
    theirs: frozenset[str]
    towards: frozenset[str]
    meanwhile: frozenset[str]
    origins: frozenset[str]
    matters: frozenset[str]
    units: frozenset[str]
    beside: frozenset[str]
    locative: frozenset[str]
    tolls: frozenset[str]
    changes: frozenset[str]
    inhabitants: frozenset[str]
    defining: frozenset[str]
    classifiers: frozenset[str]
    clauses: frozenset[str]
    losses: frozenset[str]
    rescues: frozenset[str]
    suffered: frozenset[str]
    passive: str
    side: str
    attacks: frozenset[str]
    craft: frozenset[str]
    warships: frozenset[str]
    games: frozenset[str]
    negations: frozenset[str]
    relative: frozenset[str]
    sentences: frozenset[str]
    amounts: frozenset[str]
    sources: frozenset[str]
    rivals: frozenset[str]
    protests: frozenset[str]
    gatherings: frozenset[str]
    souls: frozenset[str]
    modals: frozenset[str]
    causes: frozenset[str]
    some: frozenset[str]
    most: frozenset[str]
    followers: frozenset[str]
    assemblies: frozenset[str]
    captives: frozenset[str]
    releases: frozenset[str]
    crossings: frozenset[str]
    migration: frozenset[str]
    dwelling: frozenset[str]
    shelters: frozenset[str]
    leaving: frozenset[str]
    homes: frozenset[str]
    things: frozenset[str]
    service: frozenset[str]
    company: frozenset[str]
    person: frozenset[str]
    feminine: dict[str, str]


class FigureWords(Shape, frozen=True):
    """Counts (figures.toml). measures: by name; groups: counted nouns by PLOVER sector, "ANY" for those of any."""

    measures: dict[str, MeasureWords]
    groups: dict[str, tuple[str, ...]]
    marks: FigureMarks
