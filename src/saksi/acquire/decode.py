"""Bytes to text: UTF-8, what a byte order mark says, then cp1252, which is named; binary data is refused."""

import codecs

from saksi.model.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = {
    b"%PDF": "a PDF document",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"RIFF": "a media file",
    b"\x7fELF": "a program",
    b"MZ\x90": "a program",
    b"SQLite format 3": "a database",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"{\\rtf": "a rich text document",
}
_CONTROLS = frozenset(range(32)) - {9, 10, 12, 13, 27}
_SAMPLE = 1 << 16
_TOO_MANY = 0.02


def decode(data: bytes, place: str) -> tuple[str, str | None]:
    """The text of some bytes and the name of the encoding where it is not UTF-8. Raises InputError for binary data."""
    for magic, kind in _MAGIC.items():
        if data.startswith(magic):
            raise InputError(place, f"is {kind}, not text", "save it as text or HTML first")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = data[len(mark) :].decode(encoding, errors="replace")
            return text, None if encoding == "utf-8" else encoding
    if _binary(data):
        raise InputError(place, "is binary, not text", "save it as text or HTML first")
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError:
        # cp1252 leaves five bytes undefined; they become the replacement mark, as browsers show them
        return data.decode("cp1252", errors="replace"), "cp1252"


def _binary(data: bytes) -> bool:
    """Whether control characters, beyond a stray NUL here and there, make up a share that no text has."""
    sample = data[:_SAMPLE]
    controls = sum(byte in _CONTROLS for byte in sample)
    return controls > max(8, len(sample) * _TOO_MANY)
