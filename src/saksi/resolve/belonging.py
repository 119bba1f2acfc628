"""Which event of an article a figure belongs to."""

from saksi.languages.forms import fold
from saksi.model.actor import Actor
from saksi.model.claim import Event, Figure
from saksi.model.codes import EventType, Status
from saksi.model.days import days
from saksi.model.trace import Count
from saksi.resolve.scene import Setting
from saksi.resolve.stage import part_of

VIOLENT = frozenset({"killed", "wounded", "killed_or_wounded", "neutralised", "missing", "strikes"})
_FAR = 9.0
_FITS = {
    EventType.ASSAULT: VIOLENT | {"displaced", "captured"},
    EventType.COERCE: frozenset({"captured", "detained", "displaced"}),
    EventType.PROTEST: frozenset({"participants", "detained", "wounded", "killed"}),
    EventType.MOBILIZE: frozenset({"personnel", "weapons"}),
    EventType.AID: frozenset({"money", "other", "weapons"}),
    EventType.RETREAT: frozenset({"personnel"}),
    EventType.CONSULT: frozenset({"participants"}),
}


def home(scene: Setting, figure: Figure, count: Count) -> str | None:
    """The event of the record that a figure belongs to, None where none fits."""
    best = max(
        (
            (_belongs(scene, figure, event, count), -number, event.id)
            for number, event in enumerate(scene.record.events)
        ),
        default=None,
    )
    return best[2] if best and best[0] >= 3 else None


def _belongs(scene: Setting, figure: Figure, event: Event, count: Count) -> float:
    fits = figure.measure in _FITS.get(event.type, frozenset())
    if figure.measure in VIOLENT and not fits:
        # who accuses or condemns kills nobody
        return -_FAR
    score = 2.0 if fits else -1.0
    if _set_apart(scene, figure, event):
        return -_FAR
    same, distance = _near(scene, figure, event)
    score += 2 if same else (1 - min(distance, 4) * 0.4)
    if figure.place and event.place:
        score += 1 if fold(figure.place.name) == fold(event.place.name) else -2
    if days(figure.period).known and days(event.date).known:
        score += 1 if days(figure.period).gap(days(event.date)) == 0 else -3
    if count.running != (event.date or "").endswith("/.."):
        score -= 1.5 if count.running else 0
    if figure.of and event.recipients:
        score += max(_akin(figure.of, other) for other in event.recipients)
    if figure.by and event.actors:
        score += max(_akin(figure.by, other) for other in event.actors)
    return score + (0.5 if event.status is Status.ACTUAL else 0)


def _set_apart(scene: Setting, figure: Figure, event: Event) -> bool:
    """Whether both stand in one sentence in parts that tell of different times: "20 died, a day after the raid"."""
    number, trigger = figure.words.get("low"), event.words.get("trigger")
    if not number or not trigger or scene.number(number[0].start) != scene.number(trigger[0].start):
        return False
    return part_of(scene, number[0].start) != part_of(scene, trigger[0].start)


def _akin(left: Actor, right: Actor) -> float:
    """How well the group of a figure fits a side of an event."""
    if left.name == right.name and left.country == right.country:
        return 1.0 if left.sector == right.sector else 0.6
    if left.country and right.country:
        return 0.5 if left.country == right.country else -1.2
    return -1.0 if left.name or right.name else 0.0


def _near(scene: Setting, figure: Figure, event: Event) -> tuple[bool, int]:
    """Whether an event is told in the figure's sentence, and else how many sentences away."""
    if not figure.evidence or not event.evidence:
        return False, 4
    at = [index for index, start in enumerate(scene.beginnings) if start <= figure.evidence[0].start]
    gaps = [abs(len(at) - sum(start <= one.start for start in scene.beginnings)) for one in event.evidence]
    return min(gaps) == 0, min(gaps)
