"""Killed at any moment, the store holds no half article, and a second run ends where an uninterrupted one ends."""

import multiprocessing
import random
import signal
import sqlite3
import time
from pathlib import Path

import pytest

from saksi.collection import keep_record
from saksi.keep.check import check, fingerprint
from saksi.keep.faults import StoreError
from saksi.keep.store import open_store
from saksi.model.claim import Record
from tests.keep.made import made

KILLS = 50
RECORDS = [made(f"k{number}", dead=3 + number, day=f"2018-05-{1 + number % 9:02d}", outlet=f"Harian {number % 5}")
           for number in range(40)]  # fmt: skip


def _keep_all(path: str, records: list[Record]) -> None:
    store = open_store(path)
    for record in records:
        keep_record(store, record)
    store.close()


def test_killed_at_random_moments(tmp_path: Path) -> None:
    whole, broken = str(tmp_path / "whole.db"), str(tmp_path / "broken.db")
    _keep_all(whole, RECORDS)
    open_store(broken).close()
    chance, context = random.Random(11), multiprocessing.get_context("fork")  # noqa: S311 - moments, no secrets
    kills, longest = 0, 0.12
    while kills < KILLS:
        child = context.Process(target=_keep_all, args=(broken, RECORDS[: 1 + kills * len(RECORDS) // KILLS]))
        child.start()
        time.sleep(chance.uniform(0.0, longest))
        child.kill()
        child.join()
        longest *= 1.1 if child.exitcode == -signal.SIGKILL else 0.8  # as long as a run takes on this machine
        kills += child.exitcode == -signal.SIGKILL
        if kills % 10 == 9:
            store = open_store(broken)
            assert check(store).problems == ()
            store.close()
    _keep_all(broken, RECORDS)
    one, two = open_store(whole), open_store(broken)
    assert fingerprint(one) == fingerprint(two)
    one.close()
    two.close()


def test_read_only_store_is_one_clear_error(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    _keep_all(str(path), RECORDS[:2])
    store = open_store(f"sqlite:///file:{path}?mode=ro&uri=true")
    with pytest.raises(StoreError, match="read-only"):
        keep_record(store, RECORDS[5])
    store.close()


def test_full_disk_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    _keep_all(str(path), RECORDS[:2])
    store = open_store(path)
    with store.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        connection.rollback()
    with pytest.raises(StoreError, match="disk is full"):
        for record in RECORDS[2:]:
            keep_record(store, record)
    store.close()
    again = open_store(path)
    assert check(again).problems == ()
    again.close()
    assert sqlite3.connect(path).execute("SELECT count(*) FROM article").fetchone()[0] >= 2
