"""What the claims of one incident, talk or agreement come to when they are put side by side."""

from dataclasses import dataclass

from saksi.model.judgement import Grade, Judgement, Kind, Step


@dataclass(frozen=True, slots=True)
class LifeStep:
    """One step in a life. date: EDTF, when it happened or is planned for; told: ISO day of the first article."""

    step: Step
    date: str | None
    told: str | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the ledger: a number that one claimant gave.

    claimant: label, "" for the article's own voice; running: a total, not of one incident; revision: 0 for the first
    number that this claimant gave, then 1, 2...; latest: no later number of the claimant replaces it; sources:
    independent ones.
    """

    measure: str
    claimant: str
    counted: str | None
    cause: str | None
    low: float | None
    high: float | None
    qualifier: str
    running: bool
    period: str | None
    told: str | None
    claims: tuple[str, ...]
    sources: int
    revision: int = 0
    latest: bool = True


@dataclass(frozen=True, slots=True)
class Contact:
    """Two parties (country codes or actor ids) in touch. channel: phone, visit, meeting, delegation; level: leader,
    minister or technical."""

    left: str
    right: str
    channel: str
    level: str


@dataclass(frozen=True, slots=True)
class Gathered:
    """The summary of one group of claims. due: ISO day by which it was to happen, None where nothing is open."""

    kind: Kind
    type: str
    status: str
    date: str | None
    first_day: int | None
    last_day: int | None
    place: str | None
    place_key: str | None
    country: str | None
    lat: float | None
    lon: float | None
    precision: str | None
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    topics: tuple[str, ...]
    sides: tuple[tuple[str, str], ...]
    """Pairs of role and actor id."""
    grade: Grade
    grade_reason: str
    articles: int
    sources: int
    steps: tuple[LifeStep, ...]
    ledger: tuple[Entry, ...]
    contacts: tuple[Contact, ...]
    disputes: tuple[Judgement, ...]
    step: Step | None = None
    due: str | None = None
    first_published: str | None = None
    last_published: str | None = None
