"""What kind of thing a claim tells of."""

import pytest

from saksi.model.actor import Actor
from saksi.model.claim import Event
from saksi.model.codes import EventType, Sector, Status
from saksi.model.judgement import Kind, Step
from saksi.resolve.kinds import kind_of

KENYA, HAITI = Actor(None, "KEN", Sector.GOV), Actor(None, "HTI", Sector.GOV)


def _event(kind: EventType, *actors: Actor, modes: tuple[str, ...] = ()) -> Event:
    return Event("e1", kind, (), Status.ACTUAL, "gold", modes=modes, actors=actors)


CASES = [
    (EventType.AGREE, (KENYA, HAITI), (), (), {Step.PROMISED}, Kind.PROMISE),
    (EventType.AGREE, (KENYA, HAITI), (), (), {Step.REACHED}, Kind.AGREEMENT),
    (EventType.AGREE, (KENYA,), (), ("aid",), set(), Kind.PROMISE),
    (EventType.AGREE, (KENYA, HAITI), (), ("arms",), {Step.KEPT}, Kind.PROMISE),
    (EventType.RETREAT, (KENYA,), ("ceasefire",), (), set(), Kind.AGREEMENT),
    (EventType.RETREAT, (KENYA,), ("disarm",), ("ceasefire",), set(), Kind.INCIDENT),
    (EventType.ACCUSE, (KENYA,), (), ("ceasefire",), {Step.VIOLATED}, Kind.AGREEMENT),
    (EventType.ACCUSE, (KENYA,), (), (), {Step.VIOLATED}, Kind.INCIDENT),
    (EventType.REQUEST, (KENYA,), (), ("ceasefire",), {Step.SOUGHT}, Kind.AGREEMENT),
    (EventType.REQUEST, (KENYA,), (), ("ceasefire",), {Step.SOUGHT, Step.IN_FORCE}, Kind.INCIDENT),
    (EventType.ASSAULT, (KENYA,), (), ("ceasefire",), {Step.VIOLATED}, Kind.INCIDENT),
    (EventType.CONSULT, (KENYA,), (), (), set(), Kind.TALKS),
]


def test_a_visit_called_off_is_a_turn_of_that_visit() -> None:
    off = _event(EventType.SANCTION, KENYA)
    assert kind_of(off, frozenset(), frozenset({Step.CANCELLED}), meeting=True) is Kind.TALKS
    assert kind_of(off, frozenset(), frozenset({Step.CANCELLED})) is Kind.INCIDENT


@pytest.mark.parametrize(("kind", "actors", "modes", "topics", "cues", "wanted"), CASES)
def test_kind(
    kind: EventType,
    actors: tuple[Actor, ...],
    modes: tuple[str, ...],
    topics: tuple[str, ...],
    cues: set[Step],
    wanted: Kind,
) -> None:
    assert kind_of(_event(kind, *actors, modes=modes), frozenset(topics), frozenset(cues)) is wanted
