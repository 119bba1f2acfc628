"""A PostgreSQL server that stops while articles are kept: one clear error, and nothing that was kept is lost."""

import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from saksi.codec import encode
from saksi.collection import keep_record
from saksi.keep.check import check, fingerprint
from saksi.keep.faults import StoreError
from saksi.keep.store import open_store
from saksi.keep.view import View
from tests.keep.conftest import Server
from tests.keep.made import made

pytest.importorskip("psycopg", reason="needs psycopg: pip install 'saksi[postgres]'")

RECORDS = [made(f"p{n:03d}", dead=3 + n % 40, day=f"2018-05-{1 + n % 9:02d}", outlet=f"Harian {n % 5}")
           for n in range(400)]  # fmt: skip


def _run(paths: list[Path], url: str) -> subprocess.Popen[str]:
    arguments = [sys.executable, "-m", "saksi", "keep", *map(str, paths), "--store", url]
    quiet = {**os.environ, "NO_COLOR": "1", "COLUMNS": "400"}
    return subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=quiet)


def test_server_stopped_in_the_middle(server: Server, tmp_path: Path) -> None:
    url = server.database("lost")
    open_store(url).close()
    lines = tmp_path / "read.jsonl"
    lines.write_bytes(b"\n".join(encode(record) for record in RECORDS))
    run = _run([lines], url)
    engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://"))
    kept = 0
    for _ in range(600):
        with engine.connect() as connection:
            kept = connection.scalar(text("SELECT count(*) FROM article")) or 0
        if kept >= 5 or run.poll() is not None:
            break
        time.sleep(0.05)
    engine.dispose()
    assert run.poll() is None, "the run ended before the server was stopped"
    server.stop()
    _, told = run.communicate(timeout=120)
    assert run.returncode not in (0, None)
    assert "Traceback" not in told
    errors = [line for line in told.splitlines() if re.search(r"connection .* lost", line)]
    assert len(errors) == 1 and "run the command again" in errors[0]
    server.start()
    store = open_store(url)
    assert View(store).counts()["articles"] >= kept
    assert check(store).problems == ()
    for record in RECORDS[:60]:
        keep_record(store, record)
    whole = open_store(tmp_path / "whole.db")
    for record in RECORDS[: max(60, View(store).counts()["articles"])]:
        keep_record(whole, record)
    assert fingerprint(store) == fingerprint(whole)
    store.close()
    whole.close()


def test_server_that_is_not_there(server: Server) -> None:
    url = server.database("away")
    server.stop()
    try:
        with pytest.raises(StoreError, match=r"cannot be reached|connection to the database was lost"):
            open_store(url)
    finally:
        server.start()
