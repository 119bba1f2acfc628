"""Claims: what an article says happened, was counted or was said. Their fields are those of RECORD.md."""

from dataclasses import dataclass, field

from saksi.model.actor import Actor
from saksi.model.article import Document
from saksi.model.codes import EventType, Measure, Qualifier, Status, Voice
from saksi.model.place import Place
from saksi.model.span import Evidence

Words = dict[str, tuple[Evidence, ...]]
"""For each field of a claim, the words that its value rests on."""


@dataclass(frozen=True, slots=True)
class Event:
    """One act. actors did it, recipients suffered it; in a mutual event both sides are actors.

    date: EDTF. claimants: first-hand source first, empty where the article says it in its own voice.
    rule: the frame or head that made the claim.
    """

    id: str
    type: EventType
    evidence: tuple[Evidence, ...]
    status: Status
    rule: str
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    actors: tuple[Actor, ...] = ()
    recipients: tuple[Actor, ...] = ()
    date: str | None = None
    place: Place | None = None
    claimants: tuple[Actor, ...] = ()
    words: Words = field(default_factory=dict)
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A count. of: the group counted; by: who caused it; period: EDTF; definition: given in the text itself, if any.

    unit: ISO 4217 for money, the thing counted for weapons and the rest, where the text names it.
    """

    id: str
    measure: Measure
    low: float | None
    high: float | None
    qualifier: Qualifier
    evidence: tuple[Evidence, ...]
    rule: str
    of: Actor | None = None
    by: Actor | None = None
    place: Place | None = None
    period: str | None = None
    claimants: tuple[Actor, ...] = ()
    definition: str | None = None
    unit: str | None = None
    words: Words = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Statement:
    """Reported speech. via: the media it came through, nearest to the speaker first."""

    id: str
    speaker: Actor | None
    kind: Voice
    evidence: tuple[Evidence, ...]
    rule: str
    via: tuple[str, ...] = ()
    words: Words = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A place that the text names, with the words of its first mention."""

    name: str
    country: str | None
    lat: float | None
    lon: float | None
    precision: str | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class NamedTime:
    """A time expression with its EDTF value, None where it stays unresolved."""

    text: str
    value: str | None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """Everything that saksi reads in one article: one JSON object of `saksi read`."""

    id: str
    document: Document
    events: tuple[Event, ...] = ()
    figures: tuple[Figure, ...] = ()
    statements: tuple[Statement, ...] = ()
    places: tuple[NamedPlace, ...] = ()
    times: tuple[NamedTime, ...] = ()
    related: tuple[str, ...] = ()
