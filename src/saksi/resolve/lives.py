"""The life of a talk, an agreement or a promise, as its claims tell it step by step."""

from collections.abc import Iterable
from dataclasses import dataclass

from saksi.model.days import Days, days, iso
from saksi.model.gathered import LifeStep
from saksi.model.judgement import Kind, Step
from saksi.model.trace import Trace

_OPEN = frozenset({Step.PLANNED, Step.PROMISED, Step.POSTPONED})
_VAGUE = 45
_ORDER = {step: number for number, step in enumerate(Step)}


@dataclass(slots=True)
class _Draft:
    """A step while claims are laid to it. span: the days of its date."""

    date: str | None
    span: Days
    told: str | None
    claims: list[str]


def steps(kind: Kind, traces: Iterable[Trace]) -> tuple[LifeStep, ...]:
    """The steps in the order in which they were told; one step told by many claims stands once."""
    if kind is Kind.INCIDENT:
        return ()
    found: dict[Step, list[_Draft]] = {}
    for trace in sorted(traces, key=lambda one: (one.published or 0, one.claim)):
        for step in _told(kind, trace):
            _add(found.setdefault(step, []), trace)
    life = [LifeStep(step, one.date, one.told, tuple(one.claims)) for step, drafts in found.items() for one in drafts]
    return tuple(sorted(life, key=lambda one: (_day(one), _ORDER[one.step])))


def _day(step: LifeStep) -> int:
    """When the step was taken: a plan when it was told, a deed on its own day."""
    if step.step in (Step.PLANNED, Step.SOUGHT, Step.POSTPONED, Step.CANCELLED, Step.PROMISED):
        return days(step.told).first or days(step.date).first or 0
    span = days(step.date)
    if span.first is not None and span.last is not None and span.last - span.first > _VAGUE:
        # "last year": it may have been on any of its days, and what was told then comes before
        return min(span.last, days(step.told).first or span.last)
    return span.first or days(step.told).first or 0


def _add(drafts: list[_Draft], trace: Trace) -> None:
    span = days(trace.date)
    for draft in drafts:
        if not span.known or not draft.span.known or draft.span.gap(span) <= 1:
            if (_width(span), trace.date or "") < (_width(draft.span), draft.date or ""):
                draft.date, draft.span = trace.date, span
            draft.claims.append(trace.claim)
            return
    drafts.append(_Draft(trace.date, span, iso(trace.published), [trace.claim]))


def _width(span: Days) -> int:
    return span.last - span.first if span.first is not None and span.last is not None else 10**6


def _told(kind: Kind, trace: Trace) -> tuple[Step, ...]:
    if kind is Kind.TALKS:
        return _talk(trace)
    return _promise(trace) if kind is Kind.PROMISE else _accord(trace)


def _talk(trace: Trace) -> tuple[Step, ...]:
    if Step.POSTPONED in trace.cues:
        return (Step.POSTPONED, Step.PLANNED) if _ahead_of(trace) else (Step.POSTPONED,)
    if trace.status == "negated":
        return (Step.CANCELLED,) if Step.CANCELLED in trace.cues else (Step.NOT_HELD,)
    if Step.CANCELLED in trace.cues:
        return (Step.CANCELLED,)
    if Step.NOT_HELD in trace.cues and trace.status != "actual":
        return (Step.NOT_HELD,)
    if trace.status == "future":
        return (Step.PLANNED,)
    return (Step.SOUGHT,) if trace.status == "hypothetical" else (Step.HELD,)


def _ahead_of(trace: Trace) -> bool:
    """Whether a trace gives the day to which a meeting is moved."""
    later = trace.published is not None and (trace.days.first or 0) > trace.published
    return trace.days.known and (trace.status == "future" or later)


def _accord(trace: Trace) -> tuple[Step, ...]:
    told = trace.cues
    if trace.status == "negated":
        return (Step.FAILED,) if trace.type in ("AGREE", "CONCEDE") else (Step.VIOLATED,)
    if trace.status in ("future", "hypothetical"):
        return (Step.SOUGHT,)
    if trace.echo:
        return tuple(step for step in (Step.VIOLATED, Step.ENDED, Step.IN_FORCE) if step in told)[:1]
    if Step.VIOLATED in told and trace.type != "AGREE":
        return (Step.VIOLATED,)
    if Step.ENDED in told and trace.type not in ("AGREE", "CONCEDE"):
        return (Step.ENDED,)
    if Step.FAILED in told:
        return (Step.FAILED,)
    if trace.type == "RETREAT" and (Step.IN_FORCE in told or Step.REACHED not in told):
        return (Step.SOUGHT,) if Step.SOUGHT in told and Step.IN_FORCE not in told else (Step.IN_FORCE,)
    return (Step.REACHED,)


def _promise(trace: Trace) -> tuple[Step, ...]:
    if trace.type != "AGREE" or (Step.KEPT in trace.cues and Step.PROMISED not in trace.cues):
        return (Step.KEPT,) if trace.status == "actual" else ()
    if trace.status == "negated":
        return (Step.VIOLATED,) if Step.KEPT in trace.cues else (Step.FAILED,)
    return (Step.PROMISED,)


def current(life: tuple[LifeStep, ...]) -> Step | None:
    """The step at which a life stands: the last that was taken."""
    return life[-1].step if life else None


def due(life: tuple[LifeStep, ...]) -> str | None:
    """The day by which what is still open was to happen, ISO 8601; None where nothing is open or no day was given."""
    if not life or any(step.step in (Step.HELD, Step.KEPT, Step.CANCELLED, Step.NOT_HELD) for step in life[-1:]):
        return None
    ends = [span.last for step in life if step.step in _OPEN and (span := _ahead(step)).last is not None]
    taken = [_day(step) for step in life if step.step in (Step.HELD, Step.KEPT)]
    last = max((end for end in ends if end is not None), default=None)
    return iso(last) if last is not None and not any(day >= last - 3 for day in taken) else None


def _ahead(step: LifeStep) -> Days:
    """The days of a step where they lie on or after the day on which it was told."""
    span, told = days(step.date), days(step.told)
    if span.last is None or (told.first is not None and span.last < told.first):
        return Days()
    return span
