"""The formats by name, and how their rows become a file."""

import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from saksi.export import events, graphs, records
from saksi.keep.view import View
from saksi.model.errors import OutputError

Row = dict[str, Any]
_BATCH = 5000


@dataclass(frozen=True, slots=True)
class Export:
    """A format. form: lines, csv, geojson or parquet; columns: of a table, in order."""

    rows: Callable[[View], Iterator[Row]]
    form: str
    columns: tuple[str, ...] = ()


FORMATS = {
    "jsonl": Export(records.jsonl, "lines"),
    "csv": Export(records.claims, "csv", records.CLAIM_COLUMNS),
    "parquet": Export(records.claims, "parquet", records.CLAIM_COLUMNS),
    "geojson": Export(graphs.geojson, "geojson"),
    "plover": Export(events.polecat, "csv", events.POLECAT),
    "acled": Export(events.acled, "csv", events.ACLED),
    "ucdp": Export(events.ucdp, "csv", events.UCDP),
    "ftm": Export(graphs.followthemoney, "lines"),
    "claimreview": Export(graphs.claimreview, "lines"),
    "changes": Export(records.changes, "lines"),
    "gold": Export(records.gold, "lines"),
}


def export(view: View, name: str, out: BinaryIO) -> int:
    """Writes the store in a format; the number of rows. Raises OutputError for an unknown format."""
    found = FORMATS.get(name)
    if found is None:
        raise OutputError(f"{name}: no such format; use one of: {', '.join(FORMATS)}")
    return _WRITERS[found.form](found.rows(view), found.columns, out)


def _lines(rows: Iterator[Row], _: tuple[str, ...], out: BinaryIO) -> int:
    number = 0
    for row in rows:
        out.write(msgspec.json.encode(row) + b"\n")
        number += 1
    return number


def _csv(rows: Iterator[Row], columns: tuple[str, ...], out: BinaryIO) -> int:
    text = io.TextIOWrapper(out, encoding="utf-8", newline="")
    writer = csv.DictWriter(text, columns)
    writer.writeheader()
    number = 0
    for row in rows:
        writer.writerow({name: _safe(value) for name, value in row.items()})
        number += 1
    text.detach()
    return number


def _safe(value: Any) -> Any:
    """Text that a spreadsheet would run as a formula is set off by an apostrophe."""
    return f"'{value}" if isinstance(value, str) and value[:1] in "=+@\t\r" else value


def _geojson(rows: Iterator[Row], _: tuple[str, ...], out: BinaryIO) -> int:
    out.write(b'{"type":"FeatureCollection","features":[')
    number = 0
    for number, row in enumerate(rows, 1):
        out.write((b"," if number > 1 else b"") + b"\n" + msgspec.json.encode(row))
    out.write(b"\n]}\n")
    return number


def _parquet(rows: Iterator[Row], columns: tuple[str, ...], out: BinaryIO) -> int:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise OutputError("parquet needs pyarrow; install it with: pip install 'saksi[parquet]'") from error
    numbers = {"lat", "lon", "low", "high"}
    kinds = [(name, pyarrow.float64() if name in numbers else pyarrow.string()) for name in columns]
    schema, number, batch = pyarrow.schema(kinds), 0, []
    with pyarrow.parquet.ParquetWriter(out, schema) as writer:
        for row in rows:
            batch.append(row)
            number += 1
            if len(batch) == _BATCH:
                writer.write_table(pyarrow.Table.from_pylist(batch, schema))
                batch = []
        writer.write_table(pyarrow.Table.from_pylist(batch, schema))
    return number


_WRITERS = {"lines": _lines, "csv": _csv, "geojson": _geojson, "parquet": _parquet}


def write(view: View, name: str, target: Path) -> int:
    """Writes the store to a file that appears whole or not at all; the number of rows."""
    part = target.with_name(target.name + ".part")
    try:
        with part.open("wb") as out:
            number = export(view, name, out)
        part.replace(target)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise OutputError(f"{target}: cannot be written ({error.strerror}); name another file") from error
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return number
