"""What readers of the store are given: frozen objects without a database behind them."""

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from saksi.model.article import Document
from saksi.model.claim import Event, Figure, NamedPlace, NamedTime, Statement
from saksi.model.gathered import LifeStep

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Page(Generic[Item]):
    """One page of a list. after: the cursor of the next page, None on the last."""

    items: tuple[Item, ...]
    after: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """An actor where it is named. role: actor, recipient, claimant, of, by or speaker."""

    id: str
    label: str
    role: str
    name: str | None = None
    country: str | None = None
    sector: str | None = None


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article in a list. family: its source family; copies: articles in the family, itself counted."""

    id: str
    outlet: str | None
    published: str | None
    language: str | None
    url: str | None
    title: str | None
    agency: str | None
    family: str
    version: int
    claims: int
    kept_at: str
    copies: int = 1


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim in a list. kind: event, figure or statement; type: PLOVER type, measure or voice; date: EDTF.

    day_from, day_to: proleptic ordinals; score: the reader's, where it gives one; review: accepted, corrected or
    rejected.
    """

    id: str
    kind: str
    type: str
    status: str | None
    date: str | None
    day_from: int | None
    day_to: int | None
    published: str | None
    article: str
    outlet: str | None
    agency: str | None
    family: str
    title: str | None
    incident: str | None
    place: str | None
    country: str | None
    lat: float | None
    lon: float | None
    low: float | None
    high: float | None
    score: float | None
    review: str | None
    sentence: str | None
    people: tuple[Person, ...] = ()

    def named(self, role: str) -> tuple[Person, ...]:
        """The people of one role."""
        return tuple(person for person in self.people if person.role == role)

    @property
    def chain(self) -> tuple[str, ...]:
        """On whose word it is known: claimant, agency, outlet, as far as they are named."""
        voices = [person.label for person in self.people if person.role in ("claimant", "speaker")]
        return tuple(dict.fromkeys(part for part in (*voices, self.agency, self.outlet) if part))


@dataclass(frozen=True, slots=True)
class Decision:
    """A judgement as it is shown. compared: values with field, left, right, weight; undone_*: None while it holds."""

    id: int
    about: str
    left: str
    right: str | None
    verdict: str
    score: float | None
    compared: tuple[dict[str, Any], ...]
    by: str
    at: str
    reason: str | None
    undone_by: str | None
    undone_at: str | None
    undone_reason: str | None


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim whole. read: as it was read, for good; now: with corrections."""

    row: ClaimRow
    read: Event | Figure | Statement
    now: Event | Figure | Statement
    version: int
    decisions: tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article whole: its text with every claim read in it."""

    row: ArticleRow
    document: Document
    places: tuple[NamedPlace, ...]
    times: tuple[NamedTime, ...]
    related: tuple[str, ...]
    claims: tuple[ClaimView, ...]
    versions: tuple[tuple[int, str], ...]
    """Number and time of every version."""
    family: tuple[ArticleRow, ...]
    decisions: tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class IncidentRow:
    """An incident, talk, agreement or promise in a list. sources: independent ones; disputes: pairs that contradict.

    step: where its life stands; due: ISO day by which something open was to happen; rival: voices give different
    numbers of the same people.
    """

    id: str
    kind: str
    type: str
    status: str | None
    step: str | None
    due: str | None
    date: str | None
    day_from: int | None
    day_to: int | None
    place: str | None
    place_key: str | None
    country: str | None
    lat: float | None
    lon: float | None
    precision: str | None
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    topics: tuple[str, ...]
    grade: str | None
    grade_reason: str | None
    claims: int
    articles: int
    sources: int
    disputes: int
    first_published: str | None
    last_published: str | None
    updated_at: str
    merged_into: str | None
    deleted: bool
    reviewed: bool
    rival: bool
    people: tuple[Person, ...] = ()

    def named(self, role: str) -> tuple[Person, ...]:
        """The people of one role."""
        return tuple(person for person in self.people if person.role == role)


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One line of the ledger of figures. claimant "": the article's own voice."""

    incident: str
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
    revision: int
    latest: bool
    sources: int
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Range:
    """Lowest and highest of a measure over independent claimants' latest numbers; high None is open."""

    measure: str
    low: float | None
    high: float | None
    claimants: int


@dataclass(frozen=True, slots=True)
class IncidentView:
    """An incident whole: its claims, ledger, life, disputes, sources, and what was decided about it."""

    row: IncidentRow
    claims: tuple[ClaimRow, ...]
    ledger: tuple[LedgerRow, ...]
    ranges: tuple[Range, ...]
    steps: tuple[LifeStep, ...]
    disputes: tuple[Decision, ...]
    sources: tuple[tuple[ArticleRow, ...], ...]
    """One tuple of articles for each independent source, copies together."""
    decisions: tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """One claimant's line in an answer. stance: for, against or open."""

    stance: str
    claimant: str
    claim: ClaimRow
    grade: str | None
    sources: int
    step: str | None


@dataclass(frozen=True, slots=True)
class Answer:
    """What `saksi ask` finds. also: other names that were searched for."""

    question: str
    also: tuple[str, ...]
    incidents: tuple[IncidentRow, ...]
    voices: tuple[Voice, ...]
    more: bool
