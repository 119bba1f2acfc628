"""What tells two acts of one type apart: where they happened, of what kind they are, who did them to whom."""

from saksi.model.actor import Actor
from saksi.model.claim import Event
from saksi.model.codes import EventType
from saksi.model.place import Place, kilometres

_WIDE = frozenset({"region", "sea"})
_TOWN, _REGION = 20.0, 150.0
"""Kilometres within which a place may be a part of a town or of a region."""
_RAID = frozenset({"abduct", "targeted"})
_SHOTS, _BOMBS = frozenset({"firearms"}), frozenset({"aerial", "drone", "heavy-weapons"})
_DEEDS = frozenset({EventType.RETREAT, EventType.COERCE})
"""Types whose modes are deeds of different kinds, not ways of doing the same."""
_GROUPS = frozenset({"REB", "PRM"})


def elsewhere(one: Place, other: Place) -> bool:
    """Whether two places lie apart: neither may be a part of the other."""
    if one.name == other.name or "country" in (one.precision, other.precision):
        return False
    apart = kilometres(one, other)
    near = _REGION if {one.precision, other.precision} & _WIDE else _TOWN
    return one.country != other.country or apart is None or apart > near


def opposed(one: Event, other: Event) -> bool:
    """Whether those who did the one are those whom the other hit, and did not do it."""
    doers, hit = ({who(side) for side in sides} for sides in (one.actors, one.recipients))
    other_doers, other_hit = ({who(side) for side in sides} for sides in (other.actors, other.recipients))
    if not doers or not other_doers or doers & other_doers:
        return False
    return bool(doers & other_hit or other_doers & hit)


def of_other_kinds(one: Event, other: Event) -> bool:
    """Whether modes tell two deeds apart: a ceasefire and a release in it are two, so are kidnapping and killing."""
    if not one.modes or not other.modes or not set(one.modes).isdisjoint(other.modes):
        return False
    both = {*one.modes, *other.modes}
    bombed = both >= _SHOTS and both <= _SHOTS | _BOMBS
    return one.type in _DEEDS or both == _RAID or bombed


def who(actor: Actor) -> str:
    """The country that an actor acts for, or the armed group."""
    group_of = actor.organisation or actor.name
    return group_of if group_of and actor.sector in _GROUPS else actor.country or ""
