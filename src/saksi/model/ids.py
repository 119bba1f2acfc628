"""Permanent ids, worked out from what they name, so that two stores fed alike agree."""

import hashlib
from base64 import b32encode


def digest(*parts: str) -> str:
    """Twelve characters (60 bits) that stand for the parts."""
    raw = hashlib.blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return b32encode(raw).decode("ascii").lower()[:12]


def number(*parts: str) -> int:
    """A signed 64-bit number that stands for the parts: a blocking key."""
    raw = hashlib.blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(raw, "big", signed=True)
