"""Zstandard files as byte streams that say so where they break off, which the library's own reader does not."""

import io
from pathlib import Path
from typing import Any

import zstandard

_CHUNK = 1 << 13
"""Small, since a few bytes may unpack to a great many."""


class ZstdStream(io.RawIOBase):
    """The unpacked bytes of a .zst file, of one frame or many. Raises EOFError where its last frame is cut off."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("rb")
        self._left = b""
        self._frame: Any = None

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fills the buffer as far as the next chunk goes; 0 at the end."""
        view = memoryview(buffer)
        while not self._left:
            chunk = self._file.read(_CHUNK)
            if not chunk:
                if self._frame is not None:
                    raise EOFError("it breaks off")
                return 0
            self._left = self._unpack(chunk)
        part, self._left = self._left[: len(view)], self._left[len(view) :]
        view[: len(part)] = part
        return len(part)

    def _unpack(self, chunk: bytes) -> bytes:
        out = []
        while chunk:
            if self._frame is None:
                self._frame = zstandard.ZstdDecompressor().decompressobj()
            out.append(self._frame.decompress(chunk))
            if not self._frame.eof:
                break
            chunk, self._frame = self._frame.unused_data, None
        return b"".join(out)

    def close(self) -> None:
        """Closes the file beneath."""
        self._file.close()
        super().close()
