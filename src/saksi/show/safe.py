"""Records made fit for a terminal: nothing in an article may move the cursor, ring the bell or turn the text around."""

from typing import Any

import msgspec

from saksi.model.claim import Record

_UNFIT = [*range(0x09), *range(0x0B, 0x20), *range(0x7F, 0xA0), 0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F)]
_TABLE = dict.fromkeys([*_UNFIT, *range(0x2066, 0x206A)], "\ufffd")


def fit(record: Record) -> Record:
    """The record with each such character replaced by one that shows; offsets hold."""
    return msgspec.convert(_fit(msgspec.to_builtins(record)), Record)


def _fit(value: Any) -> Any:
    if isinstance(value, str):
        return value.translate(_TABLE)
    if isinstance(value, dict):
        return {key: _fit(inner) for key, inner in value.items()}
    return [_fit(inner) for inner in value] if isinstance(value, list | tuple) else value
