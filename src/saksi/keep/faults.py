"""The errors of a store, each one line with its remedy."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from saksi.model.errors import SaksiError


class StoreError(SaksiError):
    """The store cannot be read or written. Nothing that was kept is lost."""


_KNOWN = (
    ("disk is full", "the disk is full; make room and run the command again"),
    ("no space left", "the disk is full; make room and run the command again"),
    ("readonly", "the store is read-only; allow writing to its file and folder"),
    ("read-only", "the store is read-only; allow writing to it"),
    ("unable to open", "the store cannot be opened; check that its folder exists and may be written"),
    ("not a database", "this file is not a saksi store; name another one with --store"),
    ("malformed", "the store's file is damaged; restore the last backup"),
    ("locked", "another program holds the store; wait for it to end and run the command again"),
    ("connection", "the connection to the database was lost; run the command again when it is back"),
    ("terminat", "the connection to the database was lost; run the command again when it is back"),
    ("does not exist", "the database does not exist; create it first (createdb)"),
    ("authentication", "the database refused the user or password; check the address in --store"),
)


def explain(error: BaseException, url: str) -> StoreError:
    """The error of the database as one line that says what to do."""
    detail = str(getattr(error, "orig", error)).strip().splitlines()
    first = detail[0] if detail else type(error).__name__
    lower = " ".join(detail).lower()
    for word, remedy in _KNOWN:
        if word in lower:
            return StoreError(f"{url}: {remedy} ({first})")
    return StoreError(f"{url}: the database reported: {first}; what was kept before is safe")


@contextmanager
def guarded(url: str) -> Iterator[None]:
    """Turns errors of the database into StoreError."""
    try:
        yield
    except DBAPIError as error:
        raise explain(error, url) from error
    except SQLAlchemyError as error:
        raise explain(error, url) from error
