"""Reads the tables of world/data: tab-separated text, comment lines with "#", then a header line; lists part by ";"."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from saksi.model.errors import ModelError


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of a table as column -> value; a cell left out at the end of a row is empty.

    Raises ModelError, with the line, for a missing table or a row with more cells than the header.
    """
    try:
        text = (files("saksi.world") / "data" / f"{name}.tsv").read_text(encoding="utf-8")
    except OSError as error:
        raise ModelError(f"world table {name}: {error}; reinstall saksi") from error
    header: list[str] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if not header:
            header = cells
            continue
        if len(cells) > len(header):
            raise ModelError(f"world table {name}, line {number}: {len(cells)} cells for {len(header)} columns")
        yield dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=True))


def listed(cell: str) -> tuple[str, ...]:
    """The items of a cell that holds a list."""
    return tuple(item.strip() for item in cell.split(";") if item.strip())


@cache
def local_labels(name: str, language: str) -> dict[str, str]:
    """What a language (ISO 639-1) calls the things of a table, by English label, where it has a word for them."""
    told = {row["name"]: listed(row.get(language, "")) for row in rows(name)}
    return {label: names[0] for label, names in told.items() if names}
