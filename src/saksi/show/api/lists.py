"""Every list of the store under its name: the one place that pages' data, exports and the interface share."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from saksi.keep.shown import Page
from saksi.keep.view import Filter, View

Pager = Callable[[View, Filter, str | None, int], Page[Any]]


@dataclass(frozen=True, slots=True)
class Listing:
    """A list. page: gives one page of it; told: what it holds, for the documentation."""

    name: str
    told: str
    page: Pager


def _short(rows: list[Any]) -> Page[Any]:
    return Page(tuple(rows))


LISTS = {
    one.name: one
    for one in (
        Listing("articles", "Articles, the newest first.", lambda v, f, a, n: v.articles(f, a, n)),
        Listing("claims", "Events, figures and statements as they were read.", lambda v, f, a, n: v.claims(f, a, n)),
        Listing("incidents", "Incidents, talks, agreements and promises.", lambda v, f, a, n: v.incidents(f, a, n)),
        Listing("processes", "Agreements and promises.", lambda v, f, a, n: _short(v.agreements(f))),
        Listing(
            "overdue", "What was due and nothing shows kept.", lambda v, f, a, n: _short(v.agreements(f, overdue=True))
        ),
        Listing("actors", "People, bodies, groups, states.", lambda v, f, a, n: v.actors(f.text, a, n)),
        Listing("places", "Places with their claims.", lambda v, f, a, n: _short(v.places(f.text, n))),
        Listing("map", "Places with their incidents.", lambda v, f, a, n: _short(v.spots(f))),
        Listing("figures", "The ledger of figures across incidents.", lambda v, f, a, n: v.figures(f, f.type, a, n)),
        Listing(
            "contacts",
            "Who was in touch with whom.",
            lambda v, f, a, n: _short(v.contacts(f.actor, f.country, f.since, f.until)),
        ),
        Listing("sources", "Outlets with their share of copies.", lambda v, f, a, n: _short(v.sources())),
        Listing(
            "queue", "Claims that wait for review, the most doubtful first.", lambda v, f, a, n: v.queue(a, n, f.kind)
        ),
        Listing("history", "What people decided.", lambda v, f, a, n: _short(v.history(size=5000))),
    )
}


def every(view: View, listing: Listing, wanted: Filter) -> Iterator[Any]:
    """All rows of a list, page after page."""
    after: str | None = None
    while True:
        page = listing.page(view, wanted, after, 500)
        yield from page.items
        after = page.after
        if after is None:
            return
