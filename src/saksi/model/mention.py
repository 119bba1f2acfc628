"""Mentions: the times, quantities, places and actors that a text names, with their spans and what they stand for."""

from dataclasses import dataclass, field

from saksi.model.actor import Actor
from saksi.model.article import Article
from saksi.model.codes import Qualifier
from saksi.model.place import Place
from saksi.model.span import Span
from saksi.model.syntax import Parse

PLACED = "actor.state.place"
"""The rule of a country's name behind a preposition of place ("di Sudan")."""
PAIR = "reference.both"
"""The rule of words for two at once ("kedua pihak")."""
LISTED = "place.listed"
"""The rule of a place told by the list that it stands in, whatever the ear takes it for."""


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression. value: EDTF against the publication day, None where unresolved; rule: what read it."""

    span: Span
    sentence: int
    value: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its qualifier ("sedikitnya 30"). number: the span of the numeral itself; unit: word of measure or
    currency (ISO 4217 for money) where one belongs to the number; ordinals, dates and names are not quantities."""

    span: Span
    number: Span
    sentence: int
    low: float | None
    high: float | None
    qualifier: Qualifier
    unit: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place that the text names; acting: the name stands for a government ("Ankara menolak"), not for the place;
    seat: somebody only has his seat there ("yang berbasis di London")."""

    span: Span
    sentence: int
    place: Place
    acting: bool
    rule: str
    seat: bool = False


@dataclass(frozen=True, slots=True)
class ActorMention:
    """A phrase that means an actor. token: its head word in the sentence; actors: usually one, several for "kedua
    presiden"; rule: the name, composition or reference that resolved it."""

    span: Span
    sentence: int
    token: int
    actors: tuple[Actor, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Reading:
    """An article with everything that the read stages have found in it: what the extract stages start from."""

    article: Article
    parse: Parse
    times: tuple[TimeMention, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    actors: tuple[ActorMention, ...] = field(default=())
