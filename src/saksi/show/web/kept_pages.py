"""Pages that were made are kept until the record changes: who asks again for what is as it was gets it at once.

A page depends on the state of the store (its stamp), the day, the address, and of the visitor on tongue, light, name,
role and scopes. The seal of its forms is put in for each visitor anew.
"""

import hashlib
import zlib
from collections import OrderedDict
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from starlette.datastructures import Headers
from starlette.responses import Response

from saksi import __version__
from saksi.show.web.visit import Visit

_HERE = Path(__file__).parent
_LARGEST = 2**20
_SEAL = b"@seal-of-this-visitor@"
_NEVER = ("/log", "/settings", "/sign-in", "/read", "/static/")


@dataclass(frozen=True, slots=True)
class Kept:
    """A page as it was answered. packed: its body, deflated, since pages of text shrink to a fifth."""

    packed: bytes
    media: str
    headers: tuple[tuple[str, str], ...]


class Pages:
    """The pages of one process, those asked for longest ago dropped first. room: bytes that they may fill."""

    def __init__(self, room: int) -> None:
        self._room = room
        self._filled = 0
        self._pages: OrderedDict[str, Kept] = OrderedDict()

    def get(self, key: str) -> Kept | None:
        """The page kept under a key."""
        found = self._pages.get(key)
        if found:
            self._pages.move_to_end(key)
        return found

    def put(self, key: str, page: Kept) -> None:
        """Keeps a page, unless it is too large."""
        if len(page.packed) > min(_LARGEST, self._room):
            return
        self._drop(key)
        self._pages[key] = page
        self._filled += len(page.packed)
        while self._filled > self._room:
            self._drop(next(iter(self._pages)))

    def _drop(self, key: str) -> None:
        gone = self._pages.pop(key, None)
        self._filled -= len(gone.packed) if gone else 0


def may_be_kept(method: str, path: str) -> bool:
    """Whether an answer may be kept: only what is read, and reads nothing but the record."""
    return method == "GET" and not path.startswith(_NEVER)


def key_of(stamp: str, address: str, visit: Visit) -> str:
    """What an answer depends on, as a digest."""
    today = datetime.now(UTC).date().isoformat()
    who = (visit.tongue.code, visit.theme, visit.name or "", visit.role or "", str(visit.token), *sorted(visit.scopes))
    parts = "\x00".join((_build(), stamp, today, address, *who))
    return hashlib.blake2b(parts.encode("utf-8", "replace"), digest_size=15).hexdigest()


def tag_of(key: str, visit: Visit) -> str:
    """The ETag of an answer: the same page has another one for another visitor, whose seal is another."""
    seal = hashlib.blake2b(visit.csrf.encode(), digest_size=6).hexdigest()
    return f'W/"{key}{seal}"'


def kept_from(headers: Headers, body: bytes, visit: Visit) -> Kept:
    """An answer without the visitor's seal."""
    names = ("content-type", "content-length", "set-cookie", "etag")
    others = tuple((name, value) for name, value in headers.items() if name not in names)
    packed = zlib.compress(body.replace(visit.csrf.encode(), _SEAL), level=1)
    return Kept(packed, headers.get("content-type", ""), others)


def answer(kept: Kept, visit: Visit, tag: str) -> Response:
    """A kept page for a visitor."""
    body = zlib.decompress(kept.packed).replace(_SEAL, visit.csrf.encode())
    return Response(body, headers={**dict(kept.headers), "content-type": kept.media, "etag": tag})


@cache
def _build() -> str:
    """A mark of the program that makes the pages: version, templates, catalogues."""
    made = hashlib.blake2b(__version__.encode(), digest_size=8)
    for path in sorted([*_HERE.glob("*.py"), *(_HERE / "templates").iterdir(), *(_HERE / "locale").rglob("*.po")]):
        made.update(path.read_bytes())
    return made.hexdigest()
