"""Rows in and out of tables, alike in SQLite and PostgreSQL."""

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Connection, Table, TextClause, text
from sqlalchemy.dialects import postgresql, sqlite

from saksi.model.trace import Sketch, Trace

Value = TypeVar("Value")
_BATCH = 400

_pack = msgspec.msgpack.Encoder()
_trace = msgspec.msgpack.Decoder(Trace)
_sketch = msgspec.msgpack.Decoder(Sketch)


def packed(value: Trace | Sketch) -> bytes:
    """A trace or sketch as bytes."""
    return _pack.encode(value)


def trace_of(raw: bytes) -> Trace:
    """The trace that bytes hold."""
    return _trace.decode(raw)


def sketch_of(raw: bytes) -> Sketch:
    """The sketch that bytes hold."""
    return _sketch.decode(raw)


def is_sqlite(connection: Connection) -> bool:
    """Whether the connection leads to SQLite."""
    return connection.dialect.name == "sqlite"


@cache
def _adding(table: Table, dialect: str) -> Any:
    """The statement, made once: making it takes longer than running it."""
    made = sqlite.insert(table) if dialect == "sqlite" else postgresql.insert(table)
    return made.on_conflict_do_nothing()


@cache
def _putting(table: Table, dialect: str, names: tuple[str, ...]) -> Any:
    made = sqlite.insert(table) if dialect == "sqlite" else postgresql.insert(table)
    keys = [column.name for column in table.primary_key]
    return made.on_conflict_do_update(
        index_elements=keys, set_={name: made.excluded[name] for name in names if name not in keys}
    )


def add(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Inserts rows; those whose key is there already are left as they are."""
    if rows:
        connection.execute(_adding(table, connection.dialect.name), list(rows))


def put(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Inserts rows, or brings those whose key is there already up to date."""
    if rows:
        connection.execute(_putting(table, connection.dialect.name, tuple(rows[0])), list(rows))


def batches(values: Iterable[Value]) -> Iterable[list[Value]]:
    """The values in lists that are short enough for one statement."""
    every = list(values)
    return (every[at : at + _BATCH] for at in range(0, len(every), _BATCH))


_NEWEST = {
    "sqlite": """SELECT j.value, (SELECT json_group_array({value}) FROM
                 (SELECT {value} FROM {table} WHERE key = j.value ORDER BY {value} DESC LIMIT {most}))
                 FROM json_each(:keys) AS j""",
    "postgresql": """SELECT k.key, b.found FROM unnest(CAST(:keys AS bigint[])) AS k(key) CROSS JOIN LATERAL
                     (SELECT array_agg({value}) AS found FROM
                      (SELECT {value} FROM {table} WHERE key = k.key
                       ORDER BY {value} DESC LIMIT {most}) AS newest) AS b""",
}


@cache
def _newest(dialect: str, table: str, value: str, most: int) -> TextClause:
    return text(_NEWEST[dialect].format(table=table, value=value, most=int(most)))


def newest(connection: Connection, table: str, value: str, keys: Sequence[int], most: int) -> dict[int, list[Any]]:
    """For each key the newest values (at most so many) that a key-value table holds."""
    if not keys:
        return {}
    name = connection.dialect.name
    bound: Any = json.dumps(list(keys)) if name == "sqlite" else list(keys)
    rows = connection.execute(_newest(name, table, value, most), {"keys": bound}).all()
    return {key: json.loads(found) if isinstance(found, str) else found or [] for key, found in rows}
