"""Objects: GeoJSON features, FollowTheMoney entities, ClaimReview."""

from collections.abc import Iterator
from typing import Any

from saksi.export.countries import two_letters
from saksi.keep.shown import ClaimRow, IncidentView
from saksi.keep.view import View
from saksi.model.days import iso

Row = dict[str, Any]

_RATINGS = {"confirmed": 5, "fair": 4, "weak": 3, "contested": 2, "discounted": 1}
_PERSONAL = frozenset({"GOV", "MIL", "LEG", "JUD"})


def geojson(view: View) -> Iterator[Row]:
    """One feature (RFC 7946) for each incident with a point; precision says how much ground the point stands for."""
    for row in view.every_incident():
        if row.lat is None or row.lon is None:
            continue
        properties = {
            "id": row.id,
            "kind": row.kind,
            "type": row.type,
            "status": row.status,
            "step": row.step,
            "date": row.date,
            "place": row.place,
            "country": row.country,
            "precision": row.precision,
            "grade": row.grade,
            "sources": row.sources,
            "articles": row.articles,
            "disputes": row.disputes,
            "actors": [person.label for person in row.named("actor")],
            "recipients": [person.label for person in row.named("recipient")],
        }
        yield {
            "type": "Feature",
            "id": row.id,
            "geometry": {"type": "Point", "coordinates": [row.lon, row.lat]},
            "properties": properties,
        }


def followthemoney(view: View) -> Iterator[Row]:
    """Entities of FollowTheMoney: actors, articles, and incidents as events between them.

    Schemata and properties are those of github.com/alephdata/followthemoney (followthemoney/schema/*.yaml).
    """
    yield from _people(view)
    yield from _articles(view)
    for row in view.every_incident():
        properties = {
            "name": [f"{row.type} {row.place or row.country or ''}".strip()],
            "startDate": [iso(row.day_from) or ""],
            "location": [row.place or ""],
            "country": _codes(row.country),
            "involved": list(dict.fromkeys(person.id for person in row.people if person.role != "claimant")),
            "summary": [f"{row.status}; {row.grade}; {row.sources} independent sources"],
            "keywords": list(row.topics),
        }
        yield _entity(row.id, "Event", properties)


def _people(view: View) -> Iterator[Row]:
    after: str | None = ""
    while after is not None:
        page = view.actors(after=after or None, size=200)
        for actor in page.items:
            person = actor.name and actor.sector in _PERSONAL and len(actor.name.split()) in (2, 3)
            properties = {"name": [actor.label], "country": _codes(actor.country)}
            yield _entity(actor.id, "Person" if person else "LegalEntity", properties)
        after = page.after


def _articles(view: View) -> Iterator[Row]:
    after: str | None = ""
    while after is not None:
        page = view.articles(after=after or None, size=200)
        for row in page.items:
            properties = {
                "name": [row.title or row.id],
                "title": [row.title or row.id],
                "publisher": [row.outlet or ""],
                "publishedAt": [row.published or ""],
                "sourceUrl": [row.url or ""],
            }
            yield _entity(f"d{row.id}", "Article", properties)
        after = page.after


def _codes(country: str | None) -> list[str]:
    code = two_letters(country)
    return [code.lower()] if code else []


def _entity(key: str, schema: str, properties: dict[str, list[str]]) -> Row:
    filled = {name: kept for name, values in properties.items() if (kept := [value for value in values if value])}
    return {"id": key, "schema": schema, "properties": filled}


def claimreview(view: View) -> Iterator[Row]:
    """One ClaimReview for each claim that others dispute; the rating is the incident's grade.

    Properties are those of schema.org/ClaimReview that fact-check mark-up requires (claimReviewed, reviewRating with
    alternateName, url) and recommends (author, datePublished, itemReviewed with author, datePublished, appearance).
    """
    for row in view.every_incident():
        if not row.disputes or (whole := view.incident(row.id)) is None:
            continue
        sides = {one.left for one in whole.disputes} | {one.right for one in whole.disputes if one.right}
        for claim in whole.claims:
            if claim.id in sides:
                yield _review(whole, claim)


def _review(whole: IncidentView, claim: ClaimRow) -> Row:
    voices = [person.label for person in claim.people if person.role in ("claimant", "speaker")]
    grade = whole.row.grade or "weak"
    return {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "identifier": claim.id,
        "datePublished": whole.row.updated_at[:10],
        "url": f"urn:saksi:{claim.id}",
        "author": {"@type": "Organization", "name": "saksi"},
        "claimReviewed": claim.sentence or "",
        "itemReviewed": {
            "@type": "Claim",
            "datePublished": claim.published,
            "author": {"@type": "Organization", "name": voices[0] if voices else claim.outlet or "?"},
            "appearance": {"@type": "NewsArticle", "identifier": claim.article, "publisher": claim.outlet},
        },
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": _RATINGS[grade],
            "bestRating": 5,
            "worstRating": 1,
            "alternateName": grade,
            "ratingExplanation": whole.row.grade_reason,
        },
    }
