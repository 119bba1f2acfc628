"""Every list of the store under its name: the one place that pages' data, exports and the interface share."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from saksi.keep.orders import CursorError
from saksi.keep.shown import Page
from saksi.keep.view import Filter, View

Pager = Callable[[View, Filter, str | None, int], Page[Any]]


@dataclass(frozen=True, slots=True)
class Listing:
    """A list. page: gives one page of it; told: what it holds, for the documentation."""

    name: str
    told: str
    page: Pager


def _whole(rows: Callable[[View, Filter], Iterable[Any]]) -> Pager:
    """A list that comes whole, as one page: it has no more rows than there are outlets or places on the map."""

    def page(view: View, wanted: Filter, after: str | None, _size: int) -> Page[Any]:
        if after:
            raise CursorError(after)
        return Page(tuple(rows(view, wanted)))

    return page


def _named(view: View, wanted: Filter, after: str | None, size: int) -> Page[Any]:
    return view.actors(wanted.text, after, size, replace(wanted, text=None))


def _placed(view: View, wanted: Filter, after: str | None, size: int) -> Page[Any]:
    return view.places(wanted.text, after, size, replace(wanted, text=None))


def _figures(view: View, wanted: Filter, after: str | None, size: int) -> Page[Any]:
    return view.figures(replace(wanted, type=None), wanted.type, after, size)


def _contacts(view: View, wanted: Filter, after: str | None, size: int) -> Page[Any]:
    return view.contacts(wanted.actor, wanted.country, replace(wanted, actor=None, country=None), after, size)


_ALL = (
    Listing("articles", "Articles, the newest first.", View.articles),
    Listing("claims", "Events, figures and statements as they were read.", View.claims),
    Listing("incidents", "Incidents, talks, agreements and promises.", View.incidents),
    Listing("processes", "Talks, agreements and promises.", View.processes),
    Listing("overdue", "What was due and not shown kept.", partial(View.processes, overdue=True)),
    Listing("actors", "People, bodies, groups, states; text is the beginning of a name.", _named),
    Listing("places", "Places with their claims; text is the beginning of a name.", _placed),
    Listing("map", "Places with their incidents.", _whole(View.spots)),
    Listing("figures", "The ledger of figures; type is the measure.", _figures),
    Listing("contacts", "Who was in touch with whom; actor and country are parties.", _contacts),
    Listing("sources", "Outlets, their share of copies; narrowed by outlet, since, until only.", _whole(View.sources)),
    Listing("queue", "Claims that wait for review, by doubt and weight.", lambda v, f, a, n: v.queue(a, n, f)),
    Listing("history", "What people decided.", lambda v, f, a, n: v.history(None, a, n, f)),
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
