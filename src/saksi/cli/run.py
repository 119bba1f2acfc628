"""One run of the reader over many inputs: outcomes in order, a tally, and checkpoints to go on from."""

import hashlib
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from saksi.cli.output import Checkpoint, Note, PartFile
from saksi.model.errors import InputError, SkipError
from saksi.model.raw import Raw
from saksi.parallel import Item, Outcome, read_all
from saksi.pipeline import Settings

_EVERY = 2.0
"""Seconds between checkpoints."""


@dataclass(slots=True)
class Tally:
    """What became of the items. encodings: places that were not UTF-8, by what they were read as."""

    read: int = 0
    notes: list[Note] = field(default_factory=list)
    encodings: dict[str, list[str]] = field(default_factory=dict)

    @property
    def failed(self) -> list[Note]:
        """Items that could not be read."""
        return [note for note in self.notes if not note.skipped]

    @property
    def skipped(self) -> list[Note]:
        """Items passed over by name."""
        return [note for note in self.notes if note.skipped]


class Ledger:
    """Follows items as they are taken and keeps a running digest of them: equal digests mean equal inputs."""

    def __init__(self) -> None:
        self.digest = ""
        self.done = ""
        self.count = 0
        self._pending: deque[tuple[str, Item]] = deque()

    def follow(self, items: Iterable[Item]) -> Iterator[Item]:
        """The same items, noted."""
        for item in items:
            self.digest = hashlib.blake2b(
                f"{self.digest}{_print(item)}".encode(errors="replace"), digest_size=16
            ).hexdigest()
            self._pending.append((self.digest, item))
            yield item

    def settle(self) -> Item:
        """The next item that has its outcome."""
        self.done, item = self._pending.popleft()
        self.count += 1
        return item


def _print(item: Item) -> str:
    if isinstance(item, InputError):
        return f"{item.place}\0{item.problem}"
    return f"{item.id}\0{item.place}\0{item.given}\0{item.content}"


def fingerprint(*parts: object) -> str:
    """What a run reads and how, as a short name."""
    return hashlib.blake2b(repr(parts).encode(), digest_size=16).hexdigest()


class Run:
    """A run with its inputs and settings. items: begins the inputs anew at each call."""

    def __init__(self, items: Callable[[], Iterable[Item]], settings: Settings, workers: int) -> None:
        self._items = items
        self._settings = settings
        self._workers = workers
        self._ledger = Ledger()
        self._resumed: Iterator[Item] | None = None
        self.tally = Tally()

    def resume(self, state: Checkpoint) -> bool:
        """Goes past the items that an earlier run has done; False, and from the start, where they have changed."""
        stream = self._ledger.follow(self._items())
        for _ in islice(stream, state.items):
            self._ledger.settle()
        if (self._ledger.count, self._ledger.done) != (state.items, state.digest):
            self._ledger = Ledger()
            return False
        self.tally = Tally(
            state.read, list(state.notes), {code: list(places) for code, places in state.encodings.items()}
        )
        self._resumed = stream
        return True

    def lines(self) -> Iterator[bytes | None]:
        """The line of each item's record, None for an item without one."""
        stream = self._resumed or self._ledger.follow(self._items())
        for outcome in read_all(stream, self._settings, self._workers):
            self._count(self._ledger.settle(), outcome)
            yield outcome.line

    def _count(self, item: Item, outcome: Outcome) -> None:
        if isinstance(item, Raw) and item.encoding:
            self.tally.encodings.setdefault(item.encoding, []).append(item.place)
        error = outcome.error
        if error:
            skipped = isinstance(error, SkipError)
            self.tally.notes.append(Note(error.place, error.problem, error.remedy, skipped))
        else:
            self.tally.read += 1

    def state(self, run: str) -> Checkpoint:
        """How far the run has come."""
        tally = self.tally
        return Checkpoint(run, self._ledger.count, 0, self._ledger.done, tally.read, tally.notes, tally.encodings)

    def into(self, part: PartFile, run: str, form: Callable[[bytes], bytes]) -> Iterator[None]:
        """Writes each record in its form, with a checkpoint now and then and one when broken off; ticks per item."""
        saved = 0.0  # the first article is safe at once
        try:
            for line in self.lines():
                if line is not None:
                    part.write(form(line))
                if time.monotonic() - saved >= _EVERY:
                    part.save(self.state(run))
                    saved = time.monotonic()
                yield
        except (KeyboardInterrupt, GeneratorExit):
            part.save(self.state(run))
            raise
        if self.tally.read:
            part.finish()
        else:
            part.drop()
