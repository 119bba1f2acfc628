"""Judgements: what is decided about claims, beside them and reversibly. A claim itself is never changed."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What a judgement says of its two sides."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


class About(StrEnum):
    """What kind of thing a judgement is about, and so what its two sides are."""

    COPY = "copy"
    """article, article: both print one report."""
    INCIDENT = "incident"
    """claim, claim: both tell of one incident, meeting or agreement."""
    MERGE = "merge"
    """incident, incident: two incidents are one."""
    SPLIT = "split"
    """incident, incident: the second was taken out of the first."""
    ACTOR = "actor"
    """actor, actor: two names of one actor."""
    DISPUTE = "dispute"
    """claim, claim: both cannot hold."""
    REVIEW = "review"
    """claim, no second side: what a reviewer says of the claim as it was read."""


class Grade(StrEnum):
    """How well an incident is confirmed, after the five steps of Airwars."""

    CONFIRMED = "confirmed"
    FAIR = "fair"
    WEAK = "weak"
    CONTESTED = "contested"
    DISCOUNTED = "discounted"


class Step(StrEnum):
    """The steps in the life of a talk, an agreement or a promise."""

    PLANNED = "planned"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    HELD = "held"
    NOT_HELD = "not_held"
    SOUGHT = "sought"
    FAILED = "failed"
    REACHED = "reached"
    IN_FORCE = "in_force"
    VIOLATED = "violated"
    ENDED = "ended"
    PROMISED = "promised"
    KEPT = "kept"
    OVERDUE = "overdue"


class Kind(StrEnum):
    """What a group of claims tells of."""

    INCIDENT = "incident"
    TALKS = "talks"
    AGREEMENT = "agreement"
    PROMISE = "promise"


@dataclass(frozen=True, slots=True)
class Compared:
    """Two values that a judgement compared and what they added to its score (log-odds)."""

    field: str
    left: str | None
    right: str | None
    weight: float


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision. score: log-odds for "same", None where a person decided; by: program and version, or person."""

    about: About
    left: str
    right: str | None
    verdict: Verdict
    by: str
    score: float | None = None
    values: tuple[Compared, ...] = ()
    reason: str | None = None
