"""Results written to a file: whole or not at all, and going on where an interrupted run stopped."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import msgspec

from saksi.model.errors import OutputError


class Note(msgspec.Struct, frozen=True):
    """An item without a record: where, why, what to do, and whether it was passed over without blame."""

    place: str
    problem: str
    remedy: str
    skipped: bool


class Checkpoint(msgspec.Struct):
    """How far a run has come. run: what it reads and how; digest: of the items done, which tells changed inputs."""

    run: str
    items: int = 0
    size: int = 0
    digest: str = ""
    read: int = 0
    notes: list[Note] = []
    encodings: dict[str, list[str]] = {}


class PartFile:
    """A file in the making beside its target: `FILE.part`, with `FILE.part.state` to go on from."""

    def __init__(self, target: Path, run: str) -> None:
        self._target = target
        self._part = target.with_name(f"{target.name}.part")
        self._state = target.with_name(f"{target.name}.part.state")
        self._run = run
        self._stream: BinaryIO | None = None

    @property
    def paths(self) -> frozenset[Path]:
        """The files that this run writes, resolved."""
        return frozenset(path.resolve() for path in (self._target, self._part, self._state))

    def interrupted(self) -> Checkpoint | None:
        """The state of an earlier run that read the same things in the same way and was broken off."""
        try:
            found = msgspec.json.decode(self._state.read_bytes(), type=Checkpoint)
            whole = self._part.stat().st_size >= found.size
        except (OSError, msgspec.MsgspecError):
            return None
        return found if found.run == self._run and whole else None

    def begin(self, size: int) -> None:
        """Opens the part file and keeps its first bytes, as many as given."""
        with self._failures():
            if self._target.is_dir():
                raise IsADirectoryError(None, "Is a directory")
            self._stream = self._part.open("r+b" if size else "wb")
            self._stream.truncate(size)
            self._stream.seek(size)

    def write(self, data: bytes) -> None:
        """Adds to the part file."""
        with self._failures():
            self._open.write(data)

    def save(self, state: Checkpoint) -> None:
        """Makes what was written so far safe, and notes how far that is."""
        with self._failures():
            self._sync()
            state.size = self._open.tell()
            fresh = self._state.with_name(f"{self._state.name}.new")
            fresh.write_bytes(msgspec.json.encode(state))
            fresh.replace(self._state)

    def finish(self) -> None:
        """Puts the whole file in its place."""
        with self._failures():
            self._sync()
            self._open.close()
            self._part.replace(self._target)
            self._state.unlink(missing_ok=True)

    def drop(self) -> None:
        """Leaves the target as it was: the run has read nothing."""
        with self._failures():
            self._open.close()
            self._part.unlink(missing_ok=True)
            self._state.unlink(missing_ok=True)

    def _sync(self) -> None:
        self._open.flush()
        os.fsync(self._open.fileno())

    @property
    def _open(self) -> BinaryIO:
        if self._stream is None:
            raise OutputError(f"{self._target}: not begun")
        return self._stream

    @contextmanager
    def _failures(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            problem = error.strerror or str(error)
            raise OutputError(f"{self._target}: cannot be written ({problem}); choose another place with -o") from error
