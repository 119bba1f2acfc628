"""Lists in their order: a store has the indexes that are declared, and pages give every row once."""

from dataclasses import replace

import pytest
from sqlalchemy import inspect, select, text

from benchmarks.generated import articles
from saksi.collection import keep_record
from saksi.collection.desk import Desk
from saksi.keep import orders
from saksi.keep.filters import Filter, FilterError
from saksi.keep.people import People
from saksi.keep.store import Store
from saksi.keep.tables import facet, metadata
from saksi.keep.tables_people import people
from saksi.keep.view import View
from saksi.model.place import Place
from saksi.show.api.lists import LISTS, every
from saksi.show.web.ranges import charts
from tests.keep.made import TOWN, made
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
    view = View(store)
    (marked,) = view.rivals()
    assert (marked.type, marked.rival) == ("ASSAULT", True)
    assert [row.id for row in view.incidents(Filter(rival=True)).items] == [marked.id]
    assert marked.id not in {row.id for row in view.incidents(Filter(rival=False)).items}
    assert {row.incident for row in view.claims(Filter(rival=True)).items} == {marked.id}
    figure = next(row for row in view.claims(Filter(kind="figure")).items if row.low == 30)
    Desk(store, "Sari").reject(figure.id)
    assert view.rivals() == []
    assert view.number(Filter(rival=True)) == 0


def test_marks_and_charts_follow_one_rule(filled: View) -> None:
    keep_record(filled.store, record())
    for row in every(filled, LISTS["incidents"], Filter()):
        assert row.rival == any(chart.rival for chart in charts(filled.ledger(row.id)))


def _killed(store: Store, name: str, outlet: str, town: Place, dead: int = 12) -> str:
    """Keeps an article and returns the claim that tells how many were killed."""
    keep_record(
        store, made(name, dead=dead, outlet=outlet, town=town, day="2018-05-08" if town == TOWN else "2018-04-01")
    )
    return next(row.id for row in View(store).claims(Filter(kind="figure")).items if row.article == name)


def test_queue_comes_by_doubt_and_weight(store: Store) -> None:
    far = Place("Aden", "YEM", 12.79, 45.03, "city")
    alone = _killed(store, "a1", "Harian Satu", far, 30)
    two = [_killed(store, name, outlet, TOWN) for name, outlet in (("b1", "Harian Dua"), ("c1", "Harian Tiga"))]
    view = View(store)
    waiting = [row for row in view.queue().items if row.kind != "statement"]
    # events were read with 0.8, figures are sure; on each of the two articles' claims hangs a point more, on the
    # killed of each another one
    events = [row.id for row in waiting if row.kind == "event"]
    home = {row.id: row.incident for row in waiting}
    assert [row.id for row in waiting] == [*events, *two, alone]
    assert home[events[0]] == home[events[1]] == home[two[0]] != home[alone] == home[events[2]]
    Desk(store, "Ani").split(events[1])
    assert [row.id for row in view.queue(wanted=Filter(kind="figure")).items] == [alone, *two]


def test_what_a_dispute_is_about_comes_first(store: Store) -> None:
    keep_record(store, record())
    view = View(store)
    (disputed,) = view.incidents(Filter(disputed=True)).items
    figures = [row for row in view.queue(wanted=Filter(kind="figure")).items if row.type == "killed"]
    with store.reading() as connection:
        weights = {row.claim: row.weight for row in connection.execute(select(facet.c.claim, facet.c.weight))}
    assert figures[0].incident == disputed.id
    assert {weights[row.id] for row in figures if row.incident == disputed.id} == {2}


def test_queue_is_read_from_its_index(filled: View) -> None:
    if not filled.store.sqlite:
        pytest.skip("PostgreSQL reads a small table whole")
    query = select(facet.c.n).where(facet.c.review.is_(None), *orders.beyond(orders.REVIEW, "0.5~3", rising=True))
    for more, name in (([], "facet_waits"), ([facet.c.kind == "figure"], "facet_waits_kind")):
        told = (
            query.where(*more)
            .order_by(*orders.REVIEW)
            .limit(5)
            .compile(filled.store.engine, compile_kwargs={"literal_binds": True})
        )
        with filled.store.reading() as connection:
            plan = " ".join(row[3] for row in connection.execute(text(f"EXPLAIN QUERY PLAN {told}")))
        assert f"SEARCH facet USING INDEX {name} " in plan or f"USING COVERING INDEX {name} " in plan
        assert "TEMP B-TREE" not in plan


def test_stamp_changes_with_the_record_and_not_with_accounts(filled: View) -> None:
    before = filled.stamp()
    People(filled.store).add("ani", "reader", "kata sandi ani")
    assert filled.stamp() == before
    keep_record(filled.store, next(iter(articles(1, seed=9))))
    assert filled.stamp() != before
