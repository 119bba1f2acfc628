"""A progress bar on standard error, where that is a terminal and there is more than one article."""

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

Step = TypeVar("Step")


def ticking(steps: Iterable[Step], total: int | None, *, done: int = 0, shown: bool = True) -> Iterator[Step]:
    """The same steps, each moving the bar by one. total: how many there are, None where that is not known."""
    if not (shown and sys.stderr.isatty()) or total == 1:
        yield from steps
        return
    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("reading", total=total, completed=done)
        for step in steps:
            progress.advance(task)
            yield step
