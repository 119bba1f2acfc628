"""An older store is brought up to date after a backup, with all that was kept in it; a newer one is refused."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, MetaData, create_engine, insert, select, text, update

from saksi.collection import keep_record
from saksi.collection.desk import Desk
from saksi.keep import index, migrations
from saksi.keep.check import check, fingerprint
from saksi.keep.faults import StoreError
from saksi.keep.filters import Filter
from saksi.keep.store import Store, open_store
from saksi.keep.tables import judgement, metadata
from saksi.keep.view import View
from saksi.model.claim import Record
from tests.keep.made import made
from tests.show.web.room import record as obeid

RECORDS = [made("a1"), made("b1", outlet="Harian Dua"), made("c1", dead=30, day="2018-06-01", outlet="Harian Tiga")]
LATER = made("d1", outlet="Harian Empat")


def _address(url: str) -> str:
    return url.replace("postgresql://", "postgresql+psycopg://") if "://" in url else f"sqlite:///{url}"


@contextmanager
def _open(url: str) -> Iterator[Connection]:
    engine = create_engine(_address(url))
    with engine.begin() as connection:
        yield connection
    engine.dispose()


def _form(connection: Connection, revision: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def _older(url: str, records: list[Record], new: Store) -> None:
    """Makes a store of the first form that holds what the new one holds, but for keys of a later making."""
    for record in records:
        keep_record(new, record)
    with _open(url) as connection, new.reading() as source:
        _form(connection, "s0001")
        old = MetaData()
        old.reflect(connection)
        for name, table in metadata.tables.items():
            if name in old.tables and name not in ("block", "band", "setting"):
                columns = [column for column in table.c if column.name in old.tables[name].c]
                rows = [dict(row) for row in source.execute(select(*columns)).mappings()]
                if rows:
                    connection.execute(insert(old.tables[name]), rows)
        words = source.execute(text("SELECT rowid AS n, tokens FROM search")).mappings()
        index.add_words(connection, {row["n"]: row["tokens"].split() for row in words})
        connection.execute(insert(old.tables["block"]), [{"key": -77, "n": 1}])
        if connection.dialect.name == "postgresql":
            last = "SELECT setval(pg_get_serial_sequence('judgement', 'id'), (SELECT max(id) FROM judgement))"
            connection.execute(text(last))


def test_an_older_store_is_migrated_with_all_that_it_holds(url: str, tmp_path: Path) -> None:
    whole = open_store(tmp_path / "whole.db")
    if "://" in url:
        pytest.importorskip("psycopg")
    _older(url, RECORDS, whole)
    before = fingerprint(whole)
    store = open_store(url)
    assert store.stale
    assert fingerprint(store) == before
    if store.sqlite:
        (saved,) = tmp_path.glob("store.db.before-s0001-*")
        with _open(str(saved)) as connection:
            assert connection.scalar(text("SELECT version_num FROM alembic_version")) == "s0001"
            assert connection.scalar(text("SELECT count(*) FROM article")) == len(RECORDS)
    # what is kept next finds its neighbours: the keys were made anew
    for one in (whole, store):
        keep_record(one, LATER)
    assert fingerprint(store) == fingerprint(whole)
    assert check(store).problems == ()
    assert max(row.articles for row in View(store).incidents().items) == 3
    again = open_store(url)
    assert not again.stale
    for one in (whole, store, again):
        one.close()


def test_rival_figures_of_an_older_store_are_marked(url: str, tmp_path: Path) -> None:
    told = obeid()
    own, army = told.figures  # the article's own voice was not counted among the voices
    whole = open_store(tmp_path / "whole.db")
    _older(url, [*RECORDS, replace(told, figures=(replace(own, claimants=()), army))], whole)
    store = open_store(url)
    marked = [row.id for row in View(store).rivals()]
    assert len(marked) == 1
    assert marked == [row.id for row in View(whole).rivals()]
    for one in (whole, store):
        one.close()


def test_a_merge_noted_in_the_older_way_is_undone(url: str, tmp_path: Path) -> None:
    whole = open_store(tmp_path / "whole.db")
    for record in RECORDS:
        keep_record(whole, record)
    into, other = (row.id for row in View(whole).incidents(Filter(type="ASSAULT")).items)
    act = Desk(whole, "Ani").merge(into, other)
    claims = select(judgement.c.compared).where(judgement.c.id == act)
    with whole.writing() as connection:
        (noted,) = json.loads(connection.scalar(claims) or "")
        listed = " ".join(json.loads(noted["right"]))
        older = json.dumps([noted | {"left": None, "right": listed}])
        connection.execute(update(judgement).where(judgement.c.id == act).values(compared=older))
    _older(url, [], whole)
    store = open_store(url)
    Desk(store, "Ani").undo(act)
    parted = View(store).incident(other)
    assert parted and (parted.row.id, parted.row.claims) == (other, len(listed.split()))
    for one in (whole, store):
        one.close()


def test_a_newer_store_is_refused_politely(url: str) -> None:
    open_store(url).close()
    with _open(url) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = 's9999'"))
    with pytest.raises(StoreError, match=r"newer saksi.*update saksi"):
        open_store(url)
