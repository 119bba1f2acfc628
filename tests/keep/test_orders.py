"""Lists in their order: a store has the indexes that are declared, and pages give every row once."""

from dataclasses import replace

import pytest
from sqlalchemy import inspect, text

from benchmarks.generated import articles
from saksi.collection import keep_record
from saksi.collection.desk import Desk
from saksi.keep import orders
from saksi.keep.filters import Filter, FilterError
from saksi.keep.people import People
from saksi.keep.store import Store
from saksi.keep.tables import metadata
from saksi.keep.tables_people import people
from saksi.keep.view import View
from saksi.show.api.lists import LISTS, every
from tests.show.web.room import record


@pytest.fixture
def filled(store: Store) -> View:
    """A store of some made-up articles, and one claim that a person has accepted."""
    for one in articles(40):
        keep_record(store, one)
    return View(store)


def test_store_has_the_indexes_that_are_declared(store: Store) -> None:
    names = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL",
        "postgresql": "SELECT indexname FROM pg_indexes WHERE schemaname = 'public' AND indexdef NOT LIKE '%UNIQUE%'",
    }
    declared = {index.name for table in (*metadata.tables.values(), *people.tables.values()) for index in table.indexes}
    assert {index.name for index in orders.INDEXES} <= declared
    with store.reading() as connection:
        assert set(connection.scalars(text(names[connection.dialect.name]))) - {"search_tokens"} == declared


def test_store_has_the_columns_that_are_declared(store: Store) -> None:
    found = inspect(store.engine)
    for table in metadata.tables.values():
        assert {column["name"] for column in found.get_columns(table.name)} == set(table.c.keys()), table.name


@pytest.mark.parametrize("name", sorted(set(LISTS) - {"history"}))
def test_pages_give_every_row_once_and_in_order(filled: View, name: str) -> None:
    listing = LISTS[name]
    whole = list(every(filled, listing, Filter()))
    paged: list[object] = []
    after = None
    while True:
        page = listing.page(filled, Filter(), after, 7)
        paged += page.items
        after = page.after
        if after is None:
            break
    assert paged == whole
    assert len({repr(row) for row in whole}) == len(whole)


@pytest.mark.parametrize("name", sorted(set(LISTS) - {"map", "sources"}))
def test_foreign_cursor_is_refused(filled: View, name: str) -> None:
    with pytest.raises(orders.CursorError):
        LISTS[name].page(filled, Filter(), "no cursor", 5)


@pytest.mark.parametrize(
    "wanted",
    [
        Filter(type="ASSAULT"), Filter(status="future"), Filter(country="SYR"), Filter(grade="weak"),
        Filter(since="2005", until="2005-01-02"), Filter(box=(-10.0, -10.0, 60.0, 40.0)), Filter(disputed=True),
        Filter(reviewed=False), Filter(text="drone"), Filter(outlet="Harian 7"), Filter(review="accepted"),
    ],
)  # fmt: skip
def test_every_list_is_narrowed_alike(filled: View, wanted: Filter) -> None:
    incidents = {row.id for row in every(filled, LISTS["incidents"], wanted)}
    assert {row.id for row in every(filled, LISTS["processes"], wanted)} <= incidents
    assert {row.incident for row in every(filled, LISTS["figures"], replace(wanted, type=None))} <= (
        incidents if wanted.type is None else {row.id for row in every(filled, LISTS["incidents"], Filter())}
    )
    claims = {row.id for row in every(filled, LISTS["claims"], wanted)}
    assert {row.id for row in every(filled, LISTS["queue"], wanted)} == claims
    known = len(list(every(filled, LISTS["claims"], Filter())))
    assert len(claims) < known or wanted == Filter(reviewed=False) or wanted.grade == "weak"


def test_sources_say_what_they_are_not_narrowed_by(filled: View) -> None:
    assert sum(row.articles for row in filled.sources(Filter(since="2005-01-02"))) < 40
    with pytest.raises(FilterError, match="outlet, since and until"):
        filled.sources(Filter(country="SYR"))


def test_rival_figures_are_marked_as_they_are_written(store: Store) -> None:
    keep_record(store, record())
    assert [row.type for row in View(store).rivals()] == ["ASSAULT"]
    figure = next(row for row in View(store).claims(Filter(kind="figure")).items if row.low == 30)
    Desk(store, "Sari").reject(figure.id)
    assert View(store).rivals() == []


def test_stamp_changes_with_the_record_and_not_with_accounts(filled: View) -> None:
    before = filled.stamp()
    People(filled.store).add("ani", "reader", "kata sandi ani")
    assert filled.stamp() == before
    keep_record(filled.store, next(iter(articles(1, seed=9))))
    assert filled.stamp() != before
