"""A reader of the room as a benchmark needs it: many connections that stay open, little work of its own."""

import asyncio
import re
import time
from dataclasses import dataclass

_TIMING = re.compile(rb"server-timing: app;dur=([\d.]+)", re.IGNORECASE)
_LENGTH = re.compile(rb"content-length: (\d+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Answer:
    """status: 0 where the connection broke; seconds: until all was there; server_ms: by the server's own clock; size:
    bytes of the body as they were sent."""

    path: str
    status: int
    seconds: float
    server_ms: float
    size: int
    body: bytes = b""


class Connection:
    """One connection to the room, opened anew where it breaks."""

    def __init__(self, port: int, *, packed: bool = True) -> None:
        self._port = port
        self._head = "Host: 127.0.0.1\r\nAccept: text/html, */*\r\nAccept-Language: id\r\n"
        self._head += "Accept-Encoding: gzip\r\n" if packed else ""
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def get(self, path: str) -> Answer:
        """Asks for a path."""
        began = time.perf_counter()
        try:
            head, body = await self._ask(path)
        except (OSError, asyncio.IncompleteReadError):
            self.close()
            return Answer(path, 0, time.perf_counter() - began, 0.0, 0)
        timing = _TIMING.search(head)
        server = float(timing[1]) if timing else 0.0
        return Answer(path, int(head[9:12]), time.perf_counter() - began, server, len(body), body)

    async def _ask(self, path: str) -> tuple[bytes, bytes]:
        if self._streams is None:
            self._streams = await asyncio.open_connection("127.0.0.1", self._port)
        reader, writer = self._streams
        writer.write(f"GET {path} HTTP/1.1\r\n{self._head}\r\n".encode())
        head = await reader.readuntil(b"\r\n\r\n")
        length = _LENGTH.search(head)
        if length:
            return head, await reader.readexactly(int(length[1]))
        body = b""
        while b"transfer-encoding: chunked" in head.lower():
            size = int((await reader.readline()).strip(), 16)
            body += (await reader.readexactly(size + 2))[:-2]
            if size == 0:
                break
        return head, body

    def close(self) -> None:
        """Ends the connection."""
        if self._streams:
            self._streams[1].close()
        self._streams = None
