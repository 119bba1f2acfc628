"""What a language must answer about places and how they are tied to events."""

from saksi.languages.shape import Shape


class PlaceWords(Shape, frozen=True):
    """What stands around the names of places (places.toml); directions: words -> English for that part of a country;
    inside: prepositions that only what lies in the place has before it; listing: words that join the places of a
    list; houses: words before a country that make it the name of a house; halves: words before a direction that
    make it a part of what is named behind it; streets: words before the name of a street, as printed;
    ship_prefixes, ships: what stands before the name of a ship, as printed and in lower case; strikes, aims: what
    is made on a town, and the prepositions between; seated: words before the preposition before somebody's seat;
    areas: words that may stand between a preposition of place and a name; guarded, guards: nouns that make a body of
    those before them; nameless: phrases that open like a name; naming: words between a noun and what it means."""

    within: frozenset[str]
    inside: frozenset[str]
    listing: frozenset[str]
    city: frozenset[str]
    region: frozenset[str]
    locative: frozenset[str]
    areas: frozenset[str]
    guarded: frozenset[str]
    guards: frozenset[str]
    strikes: frozenset[str]
    aims: frozenset[str]
    seated: frozenset[str]
    agentive: frozenset[str]
    organs: frozenset[str]
    governed: frozenset[str]
    unplaced: frozenset[str]
    houses: frozenset[str]
    common: frozenset[str]
    continental: frozenset[str]
    halves: frozenset[str]
    streets: frozenset[str]
    ship_prefixes: frozenset[str]
    ships: frozenset[str]
    nameless: tuple[str, ...]
    naming: frozenset[str]
    directions: dict[str, str]


class SettingWords(Shape, frozen=True):
    """How places are tied to events (setting.toml): prepositions, kinds of place from precise to vague, distances.

    aims: prepositions between the noun of an attack and what it is made on; origins: prepositions of where an act came
    from; goals, targets: verbs whose object is the place, of going and of striking; sources: words that name a source,
    whose day is that of its report; repeated: words beside what is said again and again or was said before;
    superlatives: words of what has no equal, and spans: what
    opens the span of time in which it has none; laws: nouns of laws, whose names hold years; towns, areas: nouns that
    with a word of back point to a place told before, as those of there do by themselves; capital: words before a
    country that mean its capital.
    """

    prepositions: tuple[str, ...]
    towns: frozenset[str]
    areas: frozenset[str]
    back: frozenset[str]
    there: frozenset[str]
    capital: frozenset[str]
    aims: frozenset[str]
    deadlines: frozenset[str]
    towards: frozenset[str]
    origins: frozenset[str]
    precision: tuple[str, ...]
    gap: int
    reach: int
    goals: frozenset[str]
    targets: frozenset[str]
    sources: frozenset[str]
    repeated: frozenset[str]
    superlatives: frozenset[str]
    spans: frozenset[str]
    laws: frozenset[str]
