"""Records as JSON Lines and back: the edge where the format of RECORD.md is checked."""

import msgspec

from saksi.model.claim import Record

_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Record)


def encode(record: Record) -> bytes:
    """One line of JSON, UTF-8, without its line feed."""
    return _encoder.encode(record)


def decode(line: bytes | str) -> Record:
    """The record of one JSON line. Raises msgspec.ValidationError, which names the field, where the form is wrong."""
    return _decoder.decode(line)
