"""Tables of cases: tab-separated rows, lines that begin with # left aside."""

from pathlib import Path


def rows(path: Path, columns: int) -> list[tuple[str, ...]]:
    """The rows of a table, each filled up to its columns with empty cells."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    cells = [line.split("\t") for line in lines]
    assert all(len(row) <= columns for row in cells), path
    return [(*row, *[""] * (columns - len(row))) for row in cells]


def listed(cell: str) -> list[str]:
    """The entries of a cell that holds several."""
    return [entry.strip() for entry in cell.split(";") if entry.strip()]
