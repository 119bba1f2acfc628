"""Traces: what claims and articles show when they are compared with others. Worked out from claims, never by hand."""

from dataclasses import dataclass

from saksi.model.days import Days
from saksi.model.judgement import Kind, Step


@dataclass(frozen=True, slots=True)
class Side:
    """An actor as comparisons see it. key: the actor's permanent id; name: folded, None for states and generic groups.

    label: how it is shown.
    """

    key: str
    label: str
    name: str | None = None
    country: str | None = None
    sector: str | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """A figure as comparisons and the ledger see it.

    claim: the figure's id; of, by: the group counted and who caused it; running: a total since some day, not of one
    incident; told: the day on which it was said (ISO 8601), None where the article has no date.
    """

    claim: str
    article: str
    family: str
    measure: str
    low: float | None
    high: float | None
    qualifier: str
    of: Side | None = None
    by: Side | None = None
    claimants: tuple[Side, ...] = ()
    running: bool = False
    correction: bool = False
    period: str | None = None
    place: str | None = None
    told: str | None = None
    definition: str | None = None
    unit: str | None = None
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class Trace:
    """What one claim shows of an incident, talk or agreement.

    published: ordinal of the day; near: folded places named around the claim; weak: made from a figure alone, where no
    event was read; added: a figure that a person put here, which counts in the ledger and says nothing else of the
    incident; echo: the claim belongs elsewhere and only tells of this process too; cues: steps that the sentence's own
    words tell; denied: the sentence denies; guess: the day that the words around speak of.
    """

    claim: str
    article: str
    family: str
    kind: Kind
    type: str
    status: str
    days: Days
    guess: Days = Days()  # noqa: RUF009 - frozen, so that one default serves all
    date: str | None = None
    published: int | None = None
    outlet: str | None = None
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    actors: tuple[Side, ...] = ()
    recipients: tuple[Side, ...] = ()
    claimants: tuple[Side, ...] = ()
    place: str | None = None
    place_name: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: str | None = None
    near: tuple[str, ...] = ()
    counts: tuple[Count, ...] = ()
    topics: tuple[str, ...] = ()
    cues: tuple[Step, ...] = ()
    channels: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    stems: tuple[str, ...] = ()
    weak: bool = False
    added: bool = False
    echo: bool = False
    denied: bool = False


@dataclass(frozen=True, slots=True)
class Sketch:
    """What a whole article shows when copies are looked for.

    shingles, words: hashes of stemmed trigrams and of content stems; numbers: the numbers it tells; names: words in
    capitals, by sound; quotes: stems of each direct quote; sentences: stems of each sentence, hashed; places:
    folded, the towns where its events happened; planned: it tells of what is to come and of nothing that happened.
    """

    article: str
    family: str
    published: int | None
    language: str | None
    outlet: str | None
    credited: tuple[str, ...]
    shingles: tuple[int, ...]
    words: tuple[int, ...]
    numbers: tuple[str, ...]
    names: tuple[str, ...]
    quotes: tuple[tuple[int, ...], ...]
    sentences: tuple[tuple[int, ...], ...]
    places: tuple[str, ...] = ()
    planned: bool = False
