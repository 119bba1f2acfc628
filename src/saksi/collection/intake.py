"""What comes in: files, folders and what `saksi read` wrote, as records; what cannot be read, as errors."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from saksi.codec import decode
from saksi.model.claim import Record
from saksi.model.errors import InputError
from saksi.model.raw import Given


def records(paths: Iterable[Path], given: Given, workers: int) -> Iterator[Record | InputError]:
    """The records of files and folders: lines that `saksi read` wrote as they are, anything else read first."""
    plain: list[Path] = []
    for path in paths:
        if _written(path):
            yield from _lines(path)
        else:
            plain.append(path)
    if plain:
        yield from _read(plain, given, workers)


def _written(path: Path) -> bool:
    """Whether a file holds what `saksi read` writes, by its first line."""
    from saksi.acquire.stream import lines, opened

    if not {".jsonl", ".ndjson"} & set(path.suffixes) or not path.is_file():
        return False
    try:
        with opened(path) as stream:
            first = next((line for line in lines(stream) if line and line.strip()), b"")
        return '"document"' in (first or b"")[:4000].decode("utf-8", "replace") and isinstance(
            decode(first or b""), Record
        )
    except (InputError, msgspec.MsgspecError, UnicodeError):
        return False


def _lines(path: Path) -> Iterator[Record | InputError]:
    from saksi.acquire.stream import lines, opened

    with opened(path) as stream:
        for number, line in enumerate(lines(stream), 1):
            place = f"{path}:{number}"
            if line is None:
                yield InputError(place, "is too long a line", "write one record per line")
            elif line.strip():
                try:
                    yield decode(line)
                except (msgspec.MsgspecError, UnicodeError, ValueError) as error:
                    yield InputError(place, f"is not a record ({error})", "write it again with saksi read")


def _read(paths: list[Path], given: Given, workers: int) -> Iterator[Record | InputError]:
    """Reads what is not read yet. The reader's model is loaded only here."""
    from saksi.acquire import acquire
    from saksi.parallel import read_all
    from saksi.pipeline import Settings

    for outcome in read_all(acquire(paths), Settings(given), workers):
        if outcome.line is not None:
            yield decode(outcome.line)
        elif outcome.error is not None:
            yield outcome.error
