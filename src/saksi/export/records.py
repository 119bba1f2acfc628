"""The record itself: claims and incidents as rows, changes to ids, corrections as gold."""

from collections.abc import Iterator
from typing import Any

import msgspec

from saksi.keep.shown import ArticleView
from saksi.keep.view import View

Row = dict[str, Any]

CLAIM_COLUMNS = (
    "id", "kind", "type", "status", "date", "published", "place", "country", "lat", "lon", "low", "high", "actors",
    "recipients", "of", "by", "claimants", "article", "outlet", "agency", "family", "incident", "review", "sentence",
)  # fmt: skip
"""Columns of the flat table of claims; names of several actors are parted by "; "."""

_ROLES = (("actors", ("actor",)), ("recipients", ("recipient",)), ("of", ("of",)), ("by", ("by",)),
          ("claimants", ("claimant", "speaker")))  # fmt: skip


def claims(view: View) -> Iterator[Row]:
    """One row for each claim, with where it stands now."""
    for row in view.every_claim():
        named = {
            name: "; ".join(person.label for person in row.people if person.role in roles) for name, roles in _ROLES
        }
        yield {column: named.get(column, getattr(row, column, None)) for column in CLAIM_COLUMNS}


def jsonl(view: View) -> Iterator[Row]:
    """Everything: articles, incidents with ledger and life, claims as they stand; then ids that led elsewhere."""
    after: str | None = None
    while True:
        page = view.articles(after=after, size=200)
        for row in page.items:
            yield {"object": "article", **msgspec.to_builtins(row)}
        after = page.after
        if after is None:
            break
    for incident in view.every_incident():
        whole = view.incident(incident.id)
        if whole:
            parts = {
                name: msgspec.to_builtins(getattr(whole, name)) for name in ("ledger", "ranges", "steps", "disputes")
            }
            yield {"object": "incident", **msgspec.to_builtins(incident), **parts}
    for claim in view.every_claim():
        yield {"object": "claim", **msgspec.to_builtins(claim)}
    yield from changes(view)


def changes(view: View) -> Iterator[Row]:
    """Ids that were merged into others or deleted, so that who holds an older export can follow."""
    for key, into in view.gone():
        yield {"object": "merged" if into else "deleted", "id": key, "into": into}


def gold(view: View) -> Iterator[Row]:
    """Articles whose claims were reviewed, in the form of annotated articles: rejected claims left out."""
    seen: dict[str, None] = {}
    for one in view.history(size=100_000).items:
        if one.about == "review" and one.undone_at is None and (claim := view.claim(one.left)):
            seen[claim.row.article] = None
    for article_id in seen:
        if article := view.article(article_id):
            yield _gold(article)


def _gold(article: ArticleView) -> Row:
    standing = [one for one in article.claims if one.row.review != "rejected"]
    found: Row = {"id": article.row.id, "document": msgspec.to_builtins(article.document), "places": [], "times": []}
    for kind in ("event", "figure", "statement"):
        found[f"{kind}s"] = [_annotated(msgspec.to_builtins(one.now)) for one in standing if one.row.kind == kind]
    found["places"] = [msgspec.to_builtins(place) for place in article.places]
    found["times"] = [msgspec.to_builtins(time) for time in article.times]
    return found


def _annotated(claim: Row) -> Row:
    """The claim with an anchor, a few words of its evidence, in place of what only a program says."""
    words = claim["evidence"][0]["text"].split() if claim["evidence"] else []
    kept = {name: value for name, value in claim.items() if name not in ("id", "rule", "score", "words")}
    return {**kept, "anchor": " ".join(words[:6])}
