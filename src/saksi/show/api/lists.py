"""Every list of the store under its name: the one place that pages' data, exports and the interface share."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
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


def _once(rows: Callable[[View, Filter], list[Any]]) -> Pager:
    """A list that comes whole, as one page."""

    def page(view: View, wanted: Filter, _after: str | None, _size: int) -> Page[Any]:
        return Page(tuple(rows(view, wanted)))

    return page


def _queue(view: View, wanted: Filter, after: str | None, size: int) -> Page[Any]:
    return view.queue(after, size, wanted.kind)


def _contacts(view: View, wanted: Filter) -> list[Any]:
    return list(view.contacts(wanted.actor, wanted.country, wanted.since, wanted.until))


_ALL = (
    Listing("articles", "Articles, the newest first.", View.articles),
    Listing("claims", "Events, figures and statements as they were read.", View.claims),
    Listing("incidents", "Incidents, talks, agreements and promises.", View.incidents),
    Listing("processes", "Agreements and promises.", _once(lambda v, f: list(v.agreements(f)))),
    Listing("overdue", "What was due and not shown kept.", _once(lambda v, f: list(v.agreements(f, overdue=True)))),
    Listing("actors", "People, bodies, groups, states.", lambda v, f, a, n: v.actors(f.text, a, n)),
    Listing("places", "Places with their claims.", _once(lambda v, f: list(v.places(f.text)))),
    Listing("map", "Places with their incidents.", _once(lambda v, f: list(v.spots(f)))),
    Listing("figures", "The ledger of figures.", lambda v, f, a, n: v.figures(replace(f, type=None), f.type, a, n)),
    Listing("contacts", "Who was in touch with whom.", _once(_contacts)),
    Listing("sources", "Outlets with their share of copies.", lambda v, *_: Page(tuple(v.sources()))),
    Listing("queue", "Claims that wait for review, the most doubtful first.", _queue),
    Listing("history", "What people decided.", lambda v, *_: Page(tuple(v.history(size=5000)))),
)
LISTS = {one.name: one for one in _ALL}


def every(view: View, listing: Listing, wanted: Filter) -> Iterator[Any]:
    """All rows of a list, page after page."""
    after: str | None = None
    while True:
        page = listing.page(view, wanted, after, 500)
        yield from page.items
        after = page.after
        if after is None:
            return
