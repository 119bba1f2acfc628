"""One event for one act: joins candidates that tell of the same act in other words or in a later sentence."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from saksi.model.actor import Actor
from saksi.model.claim import Event
from saksi.model.codes import SPOKEN, EventType

_REPEATED = SPOKEN - {EventType.CONCEDE}
"""Acts of speech that who speaks again in another sentence does again."""
_ARMED = frozenset({"REB", "UAF", "PRM"})
_CIVIL = frozenset({"CVL", "REF", "MED", "JRN", "EDU", "SOC"})


def merge(events: Sequence[Event]) -> list[Event]:
    """The events in order, those of one act made one; evidence adds up, the fuller version's values stay."""
    out: list[Event] = []
    for event in events:
        for i, earlier in enumerate(out):
            if _same_act(earlier, event):
                out[i] = _joined(earlier, event)
                break
        else:
            out.append(event)
    return out


def _same_act(a: Event, b: Event) -> bool:
    if a.type != b.type or a.status != b.status or (a.claimants != b.claimants and a.claimants and b.claimants):
        return False
    if a.date and b.date and a.date != b.date:
        return False
    if a.place and b.place and a.place.precision != "country" != b.place.precision and a.place.name != b.place.name:
        return False
    here = a.evidence[0].start == b.evidence[0].start
    if not here and not _told_again(a, b):
        return False
    sides = _agree(a.actors, b.actors, here), _agree(a.recipients, b.recipients, here)
    return all(sides)


def _told_again(a: Event, b: Event) -> bool:
    """Whether another sentence may tell of the same act: one dated alike, or one that names the very same sides."""
    return a.type not in _REPEATED and (a.date == b.date or (a.actors, a.recipients) == (b.actors, b.recipients))


def _agree(one: Sequence[Actor], other: Sequence[Actor], here: bool) -> bool:
    if not one or not other:
        return here or (not one and not other)
    left, right = {group(x) for x in one}, {group(x) for x in other}
    return _within(left, right) or _within(right, left)


def _within(some: Collection[tuple[str, str]], others: Collection[tuple[str, str]]) -> bool:
    """Whether each group is one of the others; of a country's somebody nobody knows whether he fights or rules."""
    return all(any(a == c and (b == d or "" in (b, d)) for c, d in others) for a, b in some)


def group(actor: Actor) -> tuple[str, str]:
    """What tells one side from another: an organisation's name, or the country with civilian, armed or state."""
    sector = actor.sector or ""
    family = "armed" if sector in _ARMED else "civil" if sector in _CIVIL else "state" if sector else ""
    if actor.country is None:
        return (actor.organisation or actor.name or "", sector)
    return (actor.country, family)


def _joined(a: Event, b: Event) -> Event:
    full, other = (a, b) if _weight(a) >= _weight(b) else (b, a)
    words = {**other.words, **full.words}
    evidence = tuple(sorted({*a.evidence, *b.evidence}))
    return replace(
        full,
        evidence=evidence,
        words=words,
        date=full.date or other.date,
        place=full.place or other.place,
        modes=tuple(dict.fromkeys((*full.modes, *other.modes))),
        actors=_sharper(full.actors, other.actors) or _apart(other.actors, full.recipients),
        recipients=_sharper(full.recipients, other.recipients) or _apart(other.recipients, full.actors),
        claimants=full.claimants or other.claimants,
        rule=f"{full.rule} & {other.rule}",
    )


def _sharper(some: Sequence[Actor], others: Sequence[Actor]) -> tuple[Actor, ...]:
    """The actors, where somebody of a country gives way to those of it whom the other telling knows better."""
    return tuple(dict.fromkeys(better for actor in some for better in _better_known(actor, others)))


def _better_known(actor: Actor, others: Sequence[Actor]) -> Sequence[Actor]:
    if actor.sector is not None:
        return (actor,)
    return [other for other in others if other.country == actor.country and other.sector] or (actor,)


def _apart(some: Sequence[Actor], others: Sequence[Actor]) -> tuple[Actor, ...]:
    """Those that do not stand on the other side already."""
    return tuple(actor for actor in some if actor not in others)


def _weight(event: Event) -> tuple[int, float]:
    return len(event.actors) + len(event.recipients), event.score or 0.0
