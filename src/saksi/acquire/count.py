"""How many articles there are, for a progress bar: counted without opening any of them."""

from collections.abc import Iterable
from pathlib import Path

from saksi.acquire.stream import STDIN, lines, opened
from saksi.acquire.walk import files_of, holds_lines
from saksi.model.errors import InputError


def count(paths: Iterable[Path]) -> int | None:
    """The number of items that `acquire` will give for these paths; None where standard input is among them."""
    total = 0
    for path in paths:
        if path == STDIN:
            return None
        for file in files_of(path):
            total += _lines(file) if holds_lines(file) else 1
    return total


def _lines(file: Path) -> int:
    try:
        with opened(file) as stream:
            return sum(1 for line in lines(stream) if line is None or line.strip())
    except InputError:
        return 1
