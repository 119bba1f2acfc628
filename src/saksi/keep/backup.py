"""A consistent copy of the store while others write."""

import shutil
import sqlite3
import subprocess
from pathlib import Path

from sqlalchemy.engine import make_url

from saksi.keep.faults import StoreError, explain
from saksi.keep.store import Store


def backup(store: Store, target: Path) -> None:
    """Writes a copy of the store to a new file: a SQLite store for SQLite, an archive of pg_dump for PostgreSQL.

    The copy appears whole or not at all. Raises StoreError where the target exists or cannot be written.
    """
    if target.exists():
        raise StoreError(f"{target}: exists already; name another file")
    if store.sqlite:
        copy_sqlite(store, target)
    else:
        _dump(store, target)


def copy_sqlite(store: Store, target: Path) -> None:
    """Copies with SQLite's own backup, which sees one state of the store."""
    part = target.with_name(target.name + ".part")
    try:
        source = sqlite3.connect(f"file:{store.engine.url.database}?mode=ro", uri=True)
        copy = sqlite3.connect(part)
        try:
            source.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")
        finally:
            copy.close()
            source.close()
        part.replace(target)
    except (OSError, sqlite3.Error) as error:
        part.unlink(missing_ok=True)
        raise explain(error, str(target)) from error


def _dump(store: Store, target: Path) -> None:
    program = shutil.which("pg_dump")
    if program is None:
        raise StoreError("pg_dump is missing; install PostgreSQL's client programs (Debian: postgresql-client)")
    part = target.with_name(target.name + ".part")
    address = make_url(store.engine.url).set(drivername="postgresql").render_as_string(hide_password=False)
    arguments = [program, "--format=custom", f"--file={part}", address]
    made = subprocess.run(arguments, capture_output=True, text=True, check=False)  # noqa: S603 - our own arguments
    if made.returncode:
        part.unlink(missing_ok=True)
        raise StoreError(f"{target}: pg_dump failed: {made.stderr.strip().splitlines()[-1:]}")
    part.replace(target)
