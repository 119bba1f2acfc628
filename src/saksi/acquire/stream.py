"""Opens files as byte streams, unpacked where they are .gz or .zst, and reads lines of bounded length from them."""

import gzip
import io
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

import zstandard

from saksi.acquire.zst import ZstdStream
from saksi.model.errors import InputError

LIMIT = 64 * 1024 * 1024
"""Bytes of one article or one JSON line: far beyond any page, small enough for memory."""

STDIN = Path("-")


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """A file's bytes, unpacked. Every way in which reading can fail becomes an InputError that names the file."""
    try:
        if path == STDIN:
            yield sys.stdin.buffer
        elif path.suffix == ".gz":
            with gzip.open(path) as stream:
                yield cast(BinaryIO, stream)
        elif path.suffix == ".zst":
            with io.BufferedReader(ZstdStream(path)) as stream:
                yield cast(BinaryIO, stream)
        else:
            with path.open("rb") as stream:
                yield stream
    except (gzip.BadGzipFile, EOFError, zlib.error, zstandard.ZstdError) as error:
        raise InputError(str(path), f"is not a whole {path.suffix} file ({error})", "pack or fetch it again") from error
    except OSError as error:
        raise InputError(str(path), error.strerror or str(error), "check the path and its permissions") from error


def whole(stream: BinaryIO, place: str) -> bytes:
    """All bytes of a stream. Raises InputError beyond the limit."""
    data = stream.read(LIMIT + 1)
    if len(data) > LIMIT:
        raise InputError(place, f"is larger than {LIMIT >> 20} MiB", "split it into its articles, one JSON line each")
    return data


def lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """The lines of a stream without their ends; None for a line beyond the limit, which is passed over."""
    while line := stream.readline(LIMIT + 1):
        if len(line) <= LIMIT:
            yield line.rstrip(b"\r\n")
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(LIMIT)
        yield None
