"""From a record's claims to the rows by which they are found: facets, people, words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from saksi.keep.rows import packed
from saksi.keep.words import tokens
from saksi.languages.forms import fold
from saksi.model.claim import Event, Figure, Record, Statement
from saksi.model.days import days
from saksi.model.trace import Trace
from saksi.resolve.scene import Setting
from saksi.resolve.sides import roles, side

Claim = Event | Figure | Statement
_LONGEST = 600


@dataclass
class Rows:
    """The rows of one article's claims. numbers: facet number by claim id."""

    facets: list[dict[str, Any]] = field(default_factory=list)
    people: list[tuple[int, str, str]] = field(default_factory=list)
    words: dict[int, list[str]] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)


def rows(
    scene: Setting,
    version: int,
    first: int,
    ids: Mapping[str, str],
    traces: Mapping[str, Trace],
    homes: Mapping[str, str],
) -> Rows:
    """The rows of a record; first: the number of the first facet; ids, traces: by id in the record; homes: by claim."""
    made = Rows()
    where = _homes(scene, ids, traces, homes)
    for number, (kind, claim) in enumerate(_claims(scene.record), first):
        trace = traces.get(claim.id)
        key, (start, end) = ids[claim.id], scene.sentence(claim)
        made.numbers[key] = number
        sentence = scene.record.document.text[start:end][:_LONGEST]
        made.facets.append(
            _common(scene, claim, number)
            | {
                "claim": key,
                "version": version,
                "kind": kind,
                "incident": where.get(claim.id),
                "sentence": sentence,
                "trace": packed(trace) if trace else None,
            }
        )
        people = list(_people(scene, claim))
        made.people += [(number, role, actor) for role, actor in people]
        near = trace.near if trace else ()
        made.words[number] = tokens(sentence, made.facets[-1], [actor for _, actor in people], near)
    return made


def _claims(record: Record) -> Iterator[tuple[str, Claim]]:
    yield from (("event", one) for one in record.events)
    yield from (("figure", one) for one in record.figures)
    yield from (("statement", one) for one in record.statements)


def _people(scene: Setting, claim: Claim) -> Iterator[tuple[str, str]]:
    if isinstance(claim, Statement):
        named = [("speaker", claim.speaker)] if claim.speaker else []
    else:
        named = list(roles(claim))
    for role, actor in named:
        yield role, side(actor, scene.merged).key


def _homes(
    scene: Setting, ids: Mapping[str, str], traces: Mapping[str, Trace], homes: Mapping[str, str]
) -> dict[str, str]:
    """The incident of each claim: events have their own, figures their event's, statements that of their sentence."""
    found = {local: homes[trace.claim] for local, trace in traces.items()}
    owners = {count.claim: homes[trace.claim] for trace in traces.values() for count in trace.counts}
    found |= {figure.id: owners[ids[figure.id]] for figure in scene.record.figures if ids[figure.id] in owners}
    told = {scene.sentence(event): found[event.id] for event in reversed(scene.record.events)}
    for statement in scene.record.statements:
        if (home := told.get(scene.sentence(statement))) and statement.evidence:
            found[statement.id] = home
    return found


def _common(scene: Setting, claim: Claim, number: int) -> dict[str, Any]:
    document = scene.record.document
    place = getattr(claim, "place", None)
    date = getattr(claim, "date", None) or getattr(claim, "period", None)
    span = days(date)
    return {
        "n": number,
        "article": scene.record.id,
        "published": document.published,
        "date": date,
        "type": str(getattr(claim, "type", None) or getattr(claim, "measure", None) or getattr(claim, "kind", "")),
        "status": getattr(claim, "status", None),
        "day_from": span.first or days(document.published).first,
        "day_to": span.last,
        "place": place.name if place else None,
        "place_key": fold(place.name) if place else None,
        "country": place.country if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "low": getattr(claim, "low", None),
        "high": getattr(claim, "high", None),
        "score": getattr(claim, "score", None),
        "review": None,
        "weight": 0,
        "start": claim.evidence[0].start if claim.evidence else None,
    }
