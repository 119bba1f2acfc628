"""What kind of thing a claim tells of: an incident, talks, an agreement or a promise."""

from collections.abc import Set

from saksi.model.claim import Event
from saksi.model.codes import EventType
from saksi.model.judgement import Kind, Step

ACCORDS = frozenset({"ceasefire", "peace", "prisoners", "withdrawal", "grain"})
_SOUGHT = frozenset({"ceasefire", "peace"})
_OVER = frozenset({Step.VIOLATED, Step.ENDED})
_STANDING = _OVER | {Step.IN_FORCE}
_CALLED_OFF = frozenset({Step.CANCELLED, Step.POSTPONED})
_OFF = frozenset({EventType.SANCTION, EventType.REJECT})
_AGAINST = frozenset({EventType.ACCUSE, EventType.REJECT, EventType.SANCTION, EventType.COERCE})


def kind_of(event: Event, topics: Set[str], cues: Set[Step], *, meeting: bool = False) -> Kind:
    """What kind of thing an event's claims are gathered into; topics and cues are those of its sentence.

    meeting: the sentence names a meeting; to call it off is its end, whatever the act is called.
    """
    if event.type is EventType.CONSULT or (meeting and event.type in _OFF and _CALLED_OFF & cues):
        return Kind.TALKS
    if event.type is EventType.AGREE:
        return _agreed(event, topics, cues)
    return Kind.AGREEMENT if _of_an_accord(event, topics, cues) else Kind.INCIDENT


def _agreed(event: Event, topics: Set[str], cues: Set[Step]) -> Kind:
    accord = bool(ACCORDS & topics)
    kept = Step.KEPT in cues and Step.REACHED not in cues
    if not accord and (Step.PROMISED in cues or kept):
        return Kind.PROMISE
    one_sided = len({(actor.country, actor.name, actor.sector) for actor in event.actors}) < 2
    lasting = accord and not (one_sided and event.recipients)
    return Kind.PROMISE if one_sided and event.actors and not lasting else Kind.AGREEMENT


def _of_an_accord(event: Event, topics: Set[str], cues: Set[Step]) -> bool:
    """Whether an event that is no agreement is a turn in the life of one: its start, a call for it, its breach."""
    if event.type is EventType.RETREAT:
        return "ceasefire" in event.modes or (not event.modes and "ceasefire" in topics)
    if event.type is EventType.CONCEDE:
        return "ceasefire" in topics
    if event.type is EventType.REQUEST:
        return bool(_SOUGHT & topics) and Step.SOUGHT in cues and not _STANDING & cues
    return event.type in _AGAINST and bool(ACCORDS & topics) and bool(_OVER & cues)
