"""Incidents of many claims are gathered now and then while articles are kept, and fully when all are."""

from collections.abc import Iterator

import pytest
from sqlalchemy import select

from saksi import collection
from saksi.collection import keep_all, keep_record
from saksi.collection.desk import Desk
from saksi.keep import backlog
from saksi.keep.check import check, fingerprint
from saksi.keep.filters import Filter
from saksi.keep.store import Store, open_store
from saksi.keep.tables import backlog as table
from saksi.keep.view import View
from saksi.model.claim import Record
from tests.keep.made import made

RECORDS = [made(f"a{number}", dead=12 + number % 3, outlet=f"Harian {number}") for number in range(10)]


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Four claims are many, and an incident may grow by half before it is gathered again."""
    monkeypatch.setattr(backlog, "MANY", 4)
    monkeypatch.setattr(backlog, "_SHARE", 2)


def _cut_off(records: list[Record]) -> Iterator[Record]:
    yield from records
    raise KeyboardInterrupt


def _waiting(store: Store) -> list[str]:
    with store.reading() as connection:
        return backlog.waiting(connection, 100)


def _keep_and_stop(store: Store, records: list[Record]) -> None:
    with pytest.raises(KeyboardInterrupt):
        for _ in keep_all(store, _cut_off(records)):
            pass


def test_when_all_are_kept_nothing_waits(store: Store) -> None:
    one_by_one = open_store("sqlite://")
    for record in RECORDS:
        keep_record(one_by_one, record)
    assert [one.state for one in keep_all(store, RECORDS)] == ["new"] * 10
    assert _waiting(store) == []
    assert fingerprint(store) == fingerprint(one_by_one)
    one_by_one.close()


def test_tables_are_counted_while_many_are_kept(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    counted: list[Store] = []
    monkeypatch.setattr(collection, "_COUNTED", 4)
    monkeypatch.setattr(Store, "analyse", lambda each: counted.append(each))
    list(keep_all(store, RECORDS))
    assert counted == [store, store]


def test_a_run_that_was_cut_off_is_caught_up_by_the_next(store: Store) -> None:
    _keep_and_stop(store, RECORDS[:5])
    (behind,) = _waiting(store)
    shown = View(store).incident(behind)
    assert shown and shown.row.articles == 4
    assert check(store).problems == ()
    # each waiting incident is gathered though the article that comes next is known already
    assert [one.state for one in keep_all(store, RECORDS[:1])] == ["unchanged"]
    caught = View(store).incident(behind)
    assert _waiting(store) == []
    assert caught and caught.row.articles == 5


def test_an_article_kept_alone_is_counted_at_once(store: Store) -> None:
    _keep_and_stop(store, RECORDS[:5])
    keep_record(store, RECORDS[5])
    assert _waiting(store) == []
    assert max(row.articles for row in View(store).incidents().items) == 6


def test_an_incident_that_waits_is_merged_and_forgotten(store: Store) -> None:
    _keep_and_stop(store, RECORDS[:5])
    keep_record(store, made("z1", dead=70, day="2018-01-02"))
    (behind,) = _waiting(store)
    rows = View(store).incidents(Filter(type="ASSAULT")).items
    other = next(row.id for row in rows if row.id != behind)
    Desk(store, "Ani").merge(other, behind)
    assert _waiting(store) == []
    list(keep_all(store, []))
    merged = View(store).incident(behind)
    assert merged and (merged.row.id, merged.row.articles) == (other, 6)
    with store.reading() as connection:
        assert connection.scalars(select(table.c.incident)).all() == [other]
