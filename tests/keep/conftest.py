"""Stores to test on: SQLite in a file, PostgreSQL as a server of its own. One body of tests runs over both."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from saksi.keep.store import Store, open_store


def _program(name: str) -> str | None:
    installed = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    return shutil.which(name) or (str(installed[-1]) if installed else None)


def _as_owner(arguments: list[str], folder: Path) -> list[str]:
    """PostgreSQL refuses to run as root: then it runs as its own user."""
    if os.geteuid() != 0:
        return arguments
    shutil.chown(folder, "postgres", "postgres")
    return ["runuser", "-u", "postgres", "--", *arguments]


def _run(arguments: list[str]) -> None:
    # no pipes: the server would keep them open
    quiet = subprocess.DEVNULL
    subprocess.run(arguments, check=True, stdin=quiet, stdout=quiet, stderr=quiet, cwd="/", timeout=120)


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a server that lives as long as the tests, without a database name."""
    initdb, control = _program("initdb"), _program("pg_ctl")
    if not initdb or not control:
        pytest.skip("PostgreSQL is not installed (Debian: postgresql)")
    folder = Path(tempfile.mkdtemp(prefix="saksi-pg-"))
    folder.chmod(0o755)
    data = folder / "data"
    try:
        _run(_as_owner([initdb, "-D", str(data), "-A", "trust", "-U", "saksi"], folder))
        options = f"-k {folder} -h '' -c fsync=off"
        start = [control, "-D", str(data), "-w", "-l", str(folder / "log"), "-o", options, "start"]
        _run(_as_owner(start, folder))
        yield f"postgresql://saksi@/{{name}}?host={folder}"
        _run(_as_owner([control, "-D", str(data), "-m", "immediate", "stop"], folder))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a new, empty store."""
    if request.param == "sqlite":
        yield str(tmp_path / "store.db")
        return
    pytest.importorskip("psycopg", reason="needs psycopg: pip install 'saksi[postgres]'")
    address: str = request.getfixturevalue("postgres")
    name = f"t{abs(hash(str(tmp_path))) % 10**12}"
    server = create_engine(
        address.format(name="postgres").replace("postgresql://", "postgresql+psycopg://"), isolation_level="AUTOCOMMIT"
    )
    with server.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    yield address.format(name=name)
    with server.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    server.dispose()


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    """A new, empty store."""
    opened = open_store(url)
    yield opened
    opened.close()
