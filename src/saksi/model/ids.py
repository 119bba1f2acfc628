"""Permanent ids, worked out from what they name, so that two stores fed alike agree."""

import hashlib
from base64 import b32encode

_BUCKETS = 1 << 20


def digest(*parts: str) -> str:
    """Twelve characters (60 bits) that stand for the parts."""
    raw = hashlib.blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return b32encode(raw).decode("ascii").lower()[:12]


def number(*parts: str, bucket: int = 0) -> int:
    """A positive 63-bit number that stands for the parts: a blocking key. bucket: a time from 0 to 2**20; keys of one
    time lie together, so that an article's neighbours stand on few pages of a store."""
    raw = hashlib.blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return (bucket % _BUCKETS) << 43 | int.from_bytes(raw, "big") >> 21
