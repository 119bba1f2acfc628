"""What reviewers decided, as gold records (docs/record.md), so that the reader can be trained and tested on them."""

from collections.abc import Iterator
from typing import Any

import msgspec

from saksi.keep.shown import ArticleView, ClaimView
from saksi.keep.view import View

_WORDS = 6
_LISTS = {"event": "events", "figure": "figures", "statement": "statements"}


def gold(view: View) -> Iterator[dict[str, Any]]:
    """One record for each article of which a claim was reviewed: what was accepted or corrected, as it now stands."""
    reviewed = [one.left for one in view.history(size=100_000).items if one.about == "review" and one.undone_at is None]
    articles = dict.fromkeys(found.row.article for key in dict.fromkeys(reviewed) if (found := view.claim(key)))
    for article in articles:
        whole = view.article(article)
        if whole:
            yield _record(whole)


def _record(article: ArticleView) -> dict[str, Any]:
    document = msgspec.to_builtins(article.document)
    found: dict[str, Any] = {"id": article.row.id, "document": document, "events": [], "figures": [], "statements": []}
    for one in article.claims:
        if one.row.review in ("accepted", "corrected"):
            found[_LISTS[one.row.kind]].append(_claim(one))
    rejected = [one.row.id for one in article.claims if one.row.review == "rejected"]
    return found | {"rejected": rejected, "reviewers": sorted({d.by for c in article.claims for d in c.decisions})}


def _claim(one: ClaimView) -> dict[str, Any]:
    values: dict[str, Any] = msgspec.to_builtins(one.now)
    told = one.now.words.get("trigger") or one.now.evidence
    values["anchor"] = " ".join(told[0].text.split()[:_WORDS]) if told else ""
    return {key: value for key, value in values.items() if key not in ("rule", "score")}
