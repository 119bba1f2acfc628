"""From a record to what its claims show: the traces that are blocked, scored and joined."""

from collections.abc import Collection, Mapping
from dataclasses import replace

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
from saksi.resolve.kinds import ACCORDS, kind_of
from saksi.resolve.known import offices_on
from saksi.resolve.scene import Setting
from saksi.resolve.sides import side, sides
from saksi.resolve.stage import day, near, spot, standing

_LONG = 45
_TURNS = frozenset({Step.VIOLATED, Step.ENDED, Step.IN_FORCE})
_STAGED = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.CONSULT})
_ON_A_DAY = frozenset({Kind.INCIDENT, Kind.TALKS})


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
        running=_since(figure)
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
    told = {event.id: scene.order(event) for event in scene.record.events if event.claimants}
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
    every: tuple[Event | Figure, ...] = (*scene.record.events, *scene.record.figures)
    claims = {claim.id: claim for claim in every}
    return {name: _staged(scene, trace, claims[name]) for name, trace in found.items()} | added


def _voiced(scene: Setting, figure: Figure, count: Count, home: Trace, told: int | None) -> Count:
    """The count with the voice of the last figure of its event, told in the same sentence or the one before, or of the
    event itself, told in the one before: writers name a source once ("26 died, medics said. Fifty were hurt.")."""
    at = scene.order(figure)
    last = next((each.claimants for each in reversed(home.counts) if each.claimants), ())
    if count.claimants or count.running or at is None or told is None:
        return count
    if not (0 if last else 1) <= at - told <= 1 or home.status != "actual":
        return count
    # who owns up to a deed does not vouch for its toll
    others = tuple(side for side in home.claimants if side not in home.actors)
    return replace(count, claimants=last or others)


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
        whole = replace(whole, **standing(figure.place))
    return whole


def _trace(scene: Setting, event: Event, claim: str) -> Trace:
    text = scene.text(event)
    lower = text.lower()
    topics, steps = scene.words.topics_in(lower), scene.words.steps_in(lower)
    if event.type is EventType.AGREE and not topics:
        # "The agreement was signed by five officers": what it is about was told before
        topics = scene.words.topics_in(scene.before(event).lower())
    kind = kind_of(event, frozenset(topics), frozenset(steps), meeting=bool(scene.words.meetings.search(lower)))
    trace = replace(
        _plain(scene, event, claim),
        kind=kind,
        type=EventType.CONSULT if kind is Kind.TALKS else event.type,
        status=_status(scene, event),
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
    return _period(scene, _accused(scene, trace, event, lower), event)


def _status(scene: Setting, event: Event) -> Status:
    """The status of an event; an agreement that somebody only calls for in the same clause is none yet."""
    at, first = _place_of(event), scene.sentence(event)[0]
    if event.type is not EventType.AGREE or event.status is not Status.ACTUAL or at is None:
        return event.status
    before = scene.record.document.text[first:at].lower() if first <= at else ""
    return Status.HYPOTHETICAL if scene.words.called_for(before) else event.status


def _accused(scene: Setting, trace: Trace, event: Event, sentence: str) -> Trace:
    """An accusation of violence as what it says: that the accused did it, on the word of those who accuse."""
    alleged = event.type is EventType.ACCUSE and scene.words.accusing.search(sentence) and trace.recipients
    if not alleged or trace.kind is not Kind.INCIDENT or not scene.words.violence.search(sentence):
        return trace
    return replace(
        trace, type=EventType.ASSAULT, modes=(), actors=trace.recipients, recipients=(), claimants=trace.actors
    )


def _period(scene: Setting, trace: Trace, event: Event) -> Trace:
    """An agreement without a day with the only time that its sentence names: "agreed last year"."""
    first, last = scene.sentence(event)
    inside = [span for at, span in scene.times if first <= at < last and span.known]
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


def _plain(scene: Setting, claim: Event | Figure | Statement, permanent: str) -> Trace:
    """The parts of a trace that any claim has: when, where, on whose word, in which words."""
    document, (first, last) = scene.record.document, scene.sentence(claim)
    place: Place | None = getattr(claim, "place", None)
    at = _place_of(claim)
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
        guess=day(scene, at) if at is not None else Days(),
        date=date,
        published=days(document.published).first,
        outlet=document.outlet,
        claimants=sides(speakers, scene.merged),
        near=near(scene, first, last),
        stems=_content(scene, first, last),
        **standing(place),
    )


def _place_of(claim: Event | Figure | Statement) -> int | None:
    """The offset of the very words that tell of it; None where it has none."""
    exact = claim.words.get("trigger") or claim.words.get("low") or claim.evidence
    return exact[0].start if exact else None


def _staged(scene: Setting, trace: Trace, claim: Event | Figure) -> Trace:
    """The trace of violence or talks with the town that the sentences around tell of, where it has none of its own."""
    at = _place_of(claim)
    if at is None or trace.place is not None or trace.type not in _STAGED or trace.kind not in _ON_A_DAY:
        return trace
    return replace(trace, **standing(spot(scene, at)))


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
    if not ACCORDS & set(trace.topics) or not _TURNS & set(trace.cues):
        return None
    return replace(trace, kind=Kind.AGREEMENT, echo=True, counts=())
