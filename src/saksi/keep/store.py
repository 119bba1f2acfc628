"""Opens a store: SQLite by default, PostgreSQL by address; migrates an older one, refuses a newer one."""

import logging
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from secrets import token_hex
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from saksi.keep.faults import StoreError, guarded
from saksi.keep.index import stale
from saksi.keep.rows import put
from saksi.keep.tables import setting

DEFAULT = "saksi.db"
_MIGRATIONS = Path(__file__).parent / "migrations"
_LOCK = 7_226_173
_WAIT_S = 60
_CONNECTIONS = 10


class Store:
    """A place where claims are kept. url: as given, without password; engine: SQLAlchemy's; stale: the keys of
    neighbours have to be made anew before an article is kept."""

    def __init__(self, engine: Engine, url: str) -> None:
        self.engine = engine
        self.url = url
        self.stale = False

    @property
    def sqlite(self) -> bool:
        """Whether the store is a SQLite file."""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one consistent state."""
        with guarded(self.url), self.engine.connect() as connection:
            if not self.sqlite:
                connection.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"))
            yield connection

    @contextmanager
    def writing(self, *, record: bool = True) -> Iterator[Connection]:
        """One transaction: all of it is kept or nothing. Writers wait for each other, readers never.

        record: what is read of the record may change by it, and with it the store's stamp; not so for accounts.
        """
        with guarded(self.url), self.engine.connect() as connection:
            if self.sqlite:
                connection.exec_driver_sql("BEGIN IMMEDIATE")
            else:
                connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))
            try:
                yield connection
                if record:
                    put(connection, setting, [{"key": "stamp", "value": token_hex(12)}])
            except BaseException:
                connection.rollback()
                raise
            connection.commit()

    def analyse(self) -> None:
        """Counts how the tables are filled, so that the database finds short ways through them. Takes a second."""
        with guarded(self.url), self.engine.connect() as connection:
            if self.sqlite:
                connection.exec_driver_sql("PRAGMA analysis_limit=1000")
            connection.exec_driver_sql("ANALYZE")
            connection.commit()

    def close(self) -> None:
        """Gives back all connections."""
        self.engine.dispose()


def now() -> str:
    """The time in UTC, ISO 8601 with seconds."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def open_store(url: str | os.PathLike[str] = DEFAULT, *, create: bool = True, cache_mib: int = 64) -> Store:
    """Opens the store at a file path or a database address, made or migrated where needed.

    cache_mib: what each connection to a SQLite file may keep in memory.
    Raises StoreError where it cannot be opened, where it is newer than this program, or is missing with create=False.
    """
    address = _address(os.fspath(url))
    path = _file(address)
    if path and not create and not path.exists():
        raise StoreError(f"{path}: no store there; make one with: saksi keep PATHS --store {path}")
    store = Store(_engine(address, cache_mib), _shown(address))
    try:
        with guarded(store.url):
            _prepare(store, path)
            with store.reading() as connection:
                store.stale = stale(connection)
    except BaseException:
        store.close()
        raise
    return store


def _address(url: str) -> str:
    if re.match(r"postgres(ql)?://", url):
        return "postgresql+psycopg://" + url.split("://", 1)[1]
    return url if "://" in url else f"sqlite:///{url}"


def _file(address: str) -> Path | None:
    name = address.removeprefix("sqlite:///")
    return None if name == address or name in ("", ":memory:") else Path(name)


def _shown(address: str) -> str:
    try:
        return make_url(address).render_as_string(hide_password=True).removeprefix("sqlite:///")
    except ArgumentError:
        return address


def _engine(address: str, cache_mib: int) -> Engine:
    try:
        if address.startswith("sqlite"):
            engine = create_engine(address, connect_args={"timeout": _WAIT_S}, pool_size=_CONNECTIONS)
            event.listen(engine, "connect", partial(_sqlite_settings, cache_mib))
            return engine
        logging.getLogger("psycopg").setLevel(logging.CRITICAL)  # what becomes of a connection is told once, by us
        return create_engine(address, pool_pre_ping=True, pool_size=_CONNECTIONS)
    except ModuleNotFoundError as error:
        raise StoreError(
            f"{_shown(address)}: needs {error.name}; install it with: pip install 'saksi[postgres]'"
        ) from error
    except (ArgumentError, NoSuchModuleError) as error:
        raise StoreError(f"{address}: not a store; give a file name or postgresql://user@host/name") from error


def _sqlite_settings(cache_mib: int, connection: Any, _record: Any) -> None:
    """Write-ahead log; transactions begin where the store says so, not where the driver guesses."""
    connection.isolation_level = None
    for line in (
        "journal_mode=WAL",
        "synchronous=NORMAL",
        "busy_timeout=60000",
        f"cache_size={-1024 * cache_mib}",
        "wal_autocheckpoint=8000",
        "temp_store=MEMORY",
    ):
        connection.execute(f"PRAGMA {line}")


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    config.attributes["connection"] = connection
    return config


def _prepare(store: Store, path: Path | None) -> None:
    script = ScriptDirectory(str(_MIGRATIONS))
    with store.engine.connect() as connection:
        found = MigrationContext.configure(connection).get_current_revision()
    head = script.get_current_head()
    if found == head:
        return
    known = {revision.revision for revision in script.walk_revisions()}
    if found is not None and found not in known:
        raise StoreError(
            f"{store.url}: this store was written by a newer saksi "
            f"(its form is {found}, this program knows up to {head}); update saksi"
        )
    if found is not None:
        _save_before(store, path, found)
    with store.writing() as connection:
        if MigrationContext.configure(connection).get_current_revision() != head:
            command.upgrade(_config(connection), "head")
    store.analyse()


def _save_before(store: Store, path: Path | None, found: str) -> None:
    """Keeps a copy of an older SQLite store beside it; PostgreSQL's schema is changed in one transaction instead."""
    if path is None:
        return
    from saksi.keep.backup import copy_sqlite

    copy_sqlite(store, path.with_name(f"{path.name}.before-{found}-{now().replace(':', '')}"))
