"""Stores to test on: SQLite in a file, PostgreSQL as a server of its own. One body of tests runs over both."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
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


class Server:
    """A PostgreSQL server of its own in a folder; address: without a database name."""

    def __init__(self, folder: Path) -> None:
        initdb, control = _program("initdb"), _program("pg_ctl")
        if not initdb or not control:
            pytest.skip("PostgreSQL is not installed (Debian: postgresql)")
        self._folder, self._control, self._data = folder, control, folder / "data"
        self.address = f"postgresql://saksi@/{{name}}?host={folder}"
        folder.chmod(0o755)
        _run(_as_owner([initdb, "-D", str(self._data), "-A", "trust", "-U", "saksi"], folder))

    def start(self) -> None:
        """Starts it; returns when it answers."""
        options = f"-k {self._folder} -h '' -c fsync=off"
        start = [self._control, "-D", str(self._data), "-w", "-l", str(self._folder / "log"), "-o", options, "start"]
        _run(_as_owner(start, self._folder))

    def stop(self, *, mode: str = "immediate") -> None:
        """Stops it as a crash would."""
        _run(_as_owner([self._control, "-D", str(self._data), "-m", mode, "stop"], self._folder))

    def database(self, name: str) -> str:
        """The address of a new, empty database."""
        server = create_engine(
            self.address.format(name="postgres").replace("postgresql://", "postgresql+psycopg://"),
            isolation_level="AUTOCOMMIT",
        )
        with server.connect() as connection:
            connection.execute(text(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
            connection.execute(text(f"CREATE DATABASE {name}"))
        server.dispose()
        return self.address.format(name=name)


@contextmanager
def _serving() -> Iterator[Server]:
    """A running server in a folder of its own, until the block ends."""
    folder = Path(tempfile.mkdtemp(prefix="saksi-pg-"))
    try:
        made = Server(folder)
        made.start()
        yield made
        made.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def server() -> Iterator[Server]:
    """A running server of one test alone, which may stop it."""
    with _serving() as made:
        yield made


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A server that lives as long as the tests."""
    with _serving() as made:
        yield made


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a new, empty store."""
    if request.param == "sqlite":
        yield str(tmp_path / "store.db")
        return
    pytest.importorskip("psycopg", reason="needs psycopg: pip install 'saksi[postgres]'")
    server: Server = request.getfixturevalue("postgres")
    yield server.database(f"t{abs(hash(str(tmp_path))) % 10**12}")


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    """A new, empty store."""
    opened = open_store(url)
    yield opened
    opened.close()
