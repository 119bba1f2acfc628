"""Keeps many articles as one record: writes each with its claims, asks resolve what they share, writes the answers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from saksi.codec import decode, encode
from saksi.collection.intake import records
from saksi.collection.rekey import rekey
from saksi.collection.relate import refresh, reindex, relate
from saksi.keep import backlog, index, shelf
from saksi.keep.incidents import judge
from saksi.keep.store import Store
from saksi.model.claim import Event, Figure, Record, Statement
from saksi.model.errors import InputError
from saksi.model.ids import digest
from saksi.model.raw import Given
from saksi.resolve.traces import claim_ids

__all__ = ["Kept", "Summary", "keep", "keep_all", "keep_record", "records"]

_AT_ONCE = 20
_COUNTED = 5_000


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of one article. state: new, changed, unchanged or refused; copy_of: the source family it joined."""

    article: str
    state: str
    copy_of: str | None = None
    reason: str | None = None


@dataclass
class Summary:
    """What a run came to: how many articles of each state, and why some were refused."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    copies: int = 0
    refused: list[str] = field(default_factory=list)

    def add(self, kept: Kept) -> None:
        """Counts one article."""
        if kept.state == "refused":
            self.refused.append(f"{kept.article}: {kept.reason}")
        else:
            setattr(self, kept.state, getattr(self, kept.state) + 1)
            self.copies += kept.copy_of is not None


def keep(store: Store, paths: Iterable[Path], given: Given | None = None, workers: int = 1) -> Iterator[Kept]:
    """Reads and keeps articles, yielding what became of each. One article is one transaction.

    given: what holds for articles that do not say; workers: processes that read at once, 0 is one per core.
    """
    return keep_all(store, records(paths, given or Given(), workers))


def keep_all(store: Store, found: Iterable[Record | InputError]) -> Iterator[Kept]:
    """Keeps many articles, each in a transaction of its own, yielding what became of each.

    What an incident of many claims comes to is worked out now and then, and once more when all are kept; how the tables
    are filled is counted now and then, or questions that are asked meanwhile would take long ways.
    """
    for number, item in enumerate(found, 1):
        yield (
            Kept(item.place, "refused", None, f"{item.problem}; {item.remedy}")
            if isinstance(item, InputError)
            else keep_record(store, item, later=True)
        )
        if number % _COUNTED == 0:
            store.analyse()
    while _behind(store):
        with store.writing() as connection:
            refresh(connection, backlog.waiting(connection, _AT_ONCE))


def _behind(store: Store) -> bool:
    with store.reading() as connection:
        return bool(backlog.waiting(connection, 1))


def keep_record(store: Store, record: Record, *, later: bool = False) -> Kept:
    """Keeps one article: all of it or nothing. Kept twice it changes nothing; a changed text becomes a new version.

    later: what incidents of many claims come to may be worked out later, as `keep_all` does.
    """
    try:
        whole = _sound(record)
    except ValueError as error:
        return Kept(record.id, "refused", None, str(error))
    mark = digest(encode(whole).decode("utf-8"))
    if store.stale:
        rekey(store)
    with store.writing() as connection:
        before = shelf.kept(connection, whole.id)
        if before and before.digest == mark:
            return Kept(whole.id, "unchanged")
        number = before.version + 1 if before else 1
        left = index.withdraw(connection, whole.id) if before else set()
        family, told = relate(connection, whole, mark, number, left, later=later)
        judge(connection, told)
        if before and shelf.reviews(connection, list(claim_ids(whole).values())):
            reindex(connection, whole.id)
        return Kept(whole.id, "changed" if before else "new", None if family == whole.id else family)


def _sound(record: Record) -> Record:
    """The record with what no database can hold taken out of its names. Raises ValueError where it cannot be kept."""
    if not record.id or len(record.id) > 300 or "\x00" in record.id:
        raise ValueError("its id is empty, longer than 300 characters or holds a NUL; give it a short one")
    text = record.document.text
    claims: tuple[Event | Figure | Statement, ...] = (*record.events, *record.figures, *record.statements)
    for claim in claims:
        for one in claim.evidence:
            if text[one.start : one.end] != one.text:
                raise ValueError(
                    f"claim {claim.id} rests on words that are not in the text at {one.start}; read it again"
                )
    raw = encode(record)
    if b"\\u0000" in raw:
        raw = _plain(raw)
    try:
        return decode(raw)
    except msgspec.ValidationError as error:
        raise ValueError(str(error)) from error


def _plain(raw: bytes) -> bytes:
    """NULs as the sign for NUL, one character for one, so that spans stay true."""
    return raw.replace(b"\\u0000", "\u2400".encode())
