"""From a record to what its claims show: the traces that are blocked, scored and joined."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from saksi.languages.forms import fold, stem
from saksi.model.claim import Event, Figure, Record, Statement
from saksi.model.codes import EventType, Status
from saksi.model.days import Days, days
from saksi.model.ids import digest
from saksi.model.judgement import Kind, Step
from saksi.model.place import Place
from saksi.model.trace import Count, Trace
from saksi.resolve.belonging import VIOLENT
from saksi.resolve.belonging import home as home_of
from saksi.resolve.known import offices_on
from saksi.resolve.scene import Setting
from saksi.resolve.sides import side, sides

_ACCORD_TOPICS = frozenset({"ceasefire", "peace", "prisoners", "withdrawal", "grain"})
_RECENT = 10
_LONG = 45
_TURNS = frozenset({Step.VIOLATED, Step.ENDED, Step.IN_FORCE})


def claim_ids(record: Record) -> dict[str, str]:
    """The permanent id of each claim by its id in the record: it follows from article, kind and words alone."""
    found: dict[str, str] = {}
    seen: dict[str, int] = {}
    for kind, claims in (("event", record.events), ("figure", record.figures), ("statement", record.statements)):
        for claim in claims:
            what = str(getattr(claim, "type", None) or getattr(claim, "measure", None) or "")
            base = digest(record.id, kind, what, *(one.text for one in claim.evidence))
            seen[base] = seen.get(base, 0) + 1
            found[claim.id] = "c" + (base if seen[base] == 1 else digest(base, str(seen[base])))
    return found


def counts(scene: Setting, ids: Mapping[str, str]) -> dict[str, Count]:
    """The record's figures as the ledger sees them, by their id in the record."""
    return {figure.id: _count(scene, figure, ids[figure.id]) for figure in scene.record.figures}


def _count(scene: Setting, figure: Figure, claim: str) -> Count:
    document, sentence = scene.record.document, scene.text(figure).lower()
    span = days(figure.period)
    long = span.first is not None and (span.last is None or span.last - span.first > _LONG)
    own = figure.evidence[0].text.lower() if figure.evidence else ""
    clause = _clause(sentence, own)
    return Count(
        claim,
        scene.record.id,
        scene.family,
        figure.measure,
        figure.low,
        figure.high,
        figure.qualifier,
        of=side(figure.of, scene.merged) if figure.of else None,
        by=side(figure.by, scene.merged) if figure.by else None,
        claimants=sides(figure.claimants, scene.merged),
        running=long
        or bool(figure.period and figure.period.endswith("/.."))
        or bool(scene.words.running.search(clause)),
        correction=bool(scene.words.correction.search(sentence)),
        period=figure.period,
        place=fold(figure.place.name) if figure.place else None,
        told=document.published,
        definition=figure.definition,
        unit=figure.unit,
        outlet=document.outlet,
    )


def _clause(sentence: str, words: str) -> str:
    """The part of a sentence, cut at commas and semicolons, that holds the words; a total told there is this one's."""
    at = sentence.find(words) if words else -1
    if at < 0:
        return sentence
    first = max(sentence.rfind(mark, 0, at) for mark in ("; ", ", sementara", ", sedangkan", ", dan "))
    last = min(
        (found for mark in ("; ", ", sementara", ", sedangkan") if (found := sentence.find(mark, at)) >= 0),
        default=len(sentence),
    )
    return sentence[max(first, 0) : last]


def traces(scene: Setting, ids: Mapping[str, str], put: Collection[str] = ()) -> dict[str, Trace]:
    """The record's events as traces, by their id in the record, each with the figures that belong to it.

    Casualty figures for which no event was read make a weak trace of their own, under the first figure's id. put:
    permanent ids of claims that a person has put into an incident: such a figure belongs to no event of the article.
    """
    found = {event.id: _trace(scene, event, ids[event.id]) for event in scene.record.events}
    told: dict[str, int | None] = {}
    added: dict[str, Trace] = {}
    for figure, plain in zip(scene.record.figures, counts(scene, ids).values(), strict=True):
        home = home_of(scene, figure, plain) or _weak_home(found, figure, plain)
        if plain.claim in put and (home or figure.measure not in VIOLENT):
            added[figure.id] = replace(_from_figure(scene, figure, plain), weak=False, added=True)
            continue
        count = _voiced(scene, figure, plain, found[home], told.get(home)) if home else plain
        if home:
            found[home] = _filled(found[home], figure, count)
        elif figure.measure in VIOLENT and (not count.running or _since(figure)):
            found[figure.id] = _from_figure(scene, figure, count)
        if count.claimants:
            told[home or figure.id] = scene.order(figure)
    return found | added


def _voiced(scene: Setting, figure: Figure, count: Count, home: Trace, told: int | None) -> Count:
    """The count with the voice of the last figure of its event, told in the same sentence or the one before: writers
    name a source once ("26 died, medics said. Fifty were hurt.")."""
    at = scene.order(figure)
    if count.claimants or count.running or at is None or told is None or not 0 <= at - told <= 1:
        return count
    return replace(count, claimants=next(each.claimants for each in reversed(home.counts) if each.claimants))


def _since(figure: Figure) -> bool:
    """Whether a running total tells since when it runs: then it is a ledger of its own, where no event is told."""
    span = days(figure.period)
    return span.first is not None and (span.last is None or span.last - span.first > _LONG)


def _weak_home(found: Mapping[str, Trace], figure: Figure, count: Count) -> str | None:
    """A trace that an earlier figure made and that this one may belong to: same place and days, where they are told."""
    if figure.measure not in VIOLENT:
        return None
    for name, trace in found.items():
        apart = count.place and trace.place and count.place != trace.place
        other = count.running != any(each.running for each in trace.counts)
        if other and _rivals(trace, count):
            return name
        if trace.weak and not apart and not other and days(figure.period).gap(trace.days) == 0:
            return name
    return None


def _rivals(trace: Trace, count: Count) -> bool:
    """Whether a total answers a number of the same people by another voice, of a fight that no day was given for."""
    last = next((each for each in reversed(trace.counts) if each.claimants), None)
    if last is None or trace.days.known or not count.claimants or count.of is None or last.of is None:
        return False
    return last.of.key == count.of.key and last.claimants[0].key != count.claimants[0].key


def _filled(trace: Trace, figure: Figure, count: Count) -> Trace:
    """The trace with a figure of it, from which it takes place and days where it has none."""
    span = days(figure.period)
    whole = replace(trace, counts=(*trace.counts, count))
    if not trace.days.known and span.exact and not count.running:
        whole = replace(whole, days=span, date=figure.period)
    if trace.place is None and figure.place:
        whole = replace(whole, **_placed(figure.place))
    return whole


def _placed(place: Place | None) -> dict[str, Any]:
    if place is None:
        return {}
    return {
        "place": fold(place.name),
        "place_name": place.name,
        "country": place.country,
        "lat": place.lat,
        "lon": place.lon,
        "precision": place.precision,
    }


def _trace(scene: Setting, event: Event, claim: str) -> Trace:
    text = scene.text(event)
    lower = text.lower()
    topics, steps = scene.words.topics_in(lower), scene.words.steps_in(lower)
    trace = replace(
        _plain(scene, event, claim),
        kind=kind_of(event, topics, steps),
        type=event.type,
        status=event.status,
        modes=tuple(event.modes),
        contexts=tuple(event.contexts),
        actors=sides(event.actors, scene.merged),
        recipients=sides(event.recipients, scene.merged),
        topics=topics,
        cues=steps,
        channels=scene.words.channels_in(lower),
        levels=_levels(scene, event),
        denied=event.status is Status.NEGATED or bool(scene.words.denial.search(lower)),
    )
    return _period(scene, trace, event)


def _period(scene: Setting, trace: Trace, event: Event) -> Trace:
    """An agreement without a day with the only time that its sentence names: "agreed last year"."""
    first, last = scene.sentence(event)
    inside = [span for at, span in scene.times if first <= at < last]
    if trace.kind is not Kind.AGREEMENT or trace.days.known or len(inside) != 1:
        return trace
    return replace(trace, guess=inside[0])


def _levels(scene: Setting, event: Event) -> tuple[str, ...]:
    """The levels of those who act, by their offices on the day as the world's data has them and as the text says."""
    people, day = (*event.actors, *event.recipients), scene.record.document.published
    held = [office for actor in people if actor.name for office in offices_on(actor, day)]
    found = [scene.words.levels[office] for office in held if office in scene.words.levels]
    for words in event.words.get("actors", ()) + event.words.get("recipients", ()):
        around = scene.record.document.text[max(0, words.start - 40) : words.end].lower()
        if level := scene.words.level_of(around):
            found.append(level)
    return tuple(dict.fromkeys(found))


def kind_of(event: Event, topics: tuple[str, ...], cues: tuple[Step, ...]) -> Kind:
    """What kind of thing an event's claims are gathered into."""
    if event.type is EventType.CONSULT:
        return Kind.TALKS
    if event.type is EventType.AGREE:
        one_sided = len({actor.country or actor.name for actor in event.actors}) < 2
        lasting = bool(_ACCORD_TOPICS & set(topics)) and not (one_sided and event.recipients)
        return Kind.PROMISE if one_sided and event.actors and not lasting else Kind.AGREEMENT
    if event.type is EventType.RETREAT and ("ceasefire" in event.modes or "ceasefire" in topics):
        return Kind.AGREEMENT
    if event.type is EventType.CONCEDE and "ceasefire" in topics:
        return Kind.AGREEMENT
    if event.type is EventType.REJECT and Step.ENDED in cues and _ACCORD_TOPICS & set(topics):
        return Kind.AGREEMENT
    return Kind.INCIDENT


def _plain(scene: Setting, claim: Event | Figure | Statement, permanent: str) -> Trace:
    """The parts of a trace that any claim has: when, where, on whose word, in which words."""
    document, (first, last) = scene.record.document, scene.sentence(claim)
    place: Place | None = getattr(claim, "place", None)
    date: str | None = getattr(claim, "date", None) or getattr(claim, "period", None)
    speakers = getattr(claim, "claimants", ())
    return Trace(
        permanent,
        scene.record.id,
        scene.family,
        Kind.INCIDENT,
        EventType.ASSAULT,
        Status.ACTUAL,
        days(date),
        guess=_near_day(scene, first, last),
        date=date,
        published=days(document.published).first,
        outlet=document.outlet,
        claimants=sides(speakers, scene.merged),
        near=_near_places(scene, first, last),
        stems=_content(scene, first, last),
        **_placed(place),
    )


def _near_day(scene: Setting, first: int, last: int) -> Days:
    """The day named in the sentence, else the only one that the article names of the ten days before it."""
    inside = [span for at, span in scene.times if first <= at < last and span.exact]
    if len(inside) == 1:
        return inside[0]
    told = days(scene.record.document.published).first
    exact = (span for _, span in scene.times if span.exact)
    recent = {span for span in exact if told and span.first and 0 <= told - span.first <= _RECENT}
    return recent.pop() if len(recent) == 1 and not inside else Days()


def _near_places(scene: Setting, first: int, last: int) -> tuple[str, ...]:
    inside = [name for at, name in scene.places if first <= at < last]
    return tuple(dict.fromkeys(inside)) or tuple(dict.fromkeys(name for _, name in scene.places))[:2]


def _content(scene: Setting, first: int, last: int) -> tuple[str, ...]:
    """The stems of a sentence without its function words; many claims share a sentence."""
    if (first, last) not in scene.memo:
        words = fold.__wrapped__(scene.record.document.text[first:last]).split()
        kept = sorted({stem(word) for word in words if word not in scene.words.stop and len(word) > 1})
        scene.memo[first, last] = tuple(kept)
    return scene.memo[first, last]


def _from_figure(scene: Setting, figure: Figure, count: Count) -> Trace:
    trace = _plain(scene, figure, count.claim)
    return replace(
        trace,
        actors=(count.by,) if count.by else (),
        recipients=(count.of,) if count.of else (),
        counts=(count,),
        weak=True,
    )


def echo(trace: Trace) -> Trace | None:
    """The trace as one that tells of an agreement too ("... in breach of the ceasefire"); None where it does not."""
    if trace.kind in (Kind.AGREEMENT, Kind.PROMISE, Kind.TALKS) or trace.weak:
        return None
    if not _ACCORD_TOPICS & set(trace.topics) or not _TURNS & set(trace.cues):
        return None
    return replace(trace, kind=Kind.AGREEMENT, echo=True, counts=())
