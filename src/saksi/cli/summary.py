"""The closing words of a run: how much was read, what was passed over or could not be read, where and why."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import typer

from saksi.cli.output import Note
from saksi.cli.run import Tally

_PLACES = 5
"""Places that are named for one and the same reason; more are counted."""


def summarise(tally: Tally, output: Path | None) -> None:
    """Prints the tally to standard error."""
    for line in _lines(tally, output):
        typer.echo(line, err=True)


def _lines(tally: Tally, output: Path | None) -> Iterator[str]:
    counts = [f"{tally.read} {'article' if tally.read == 1 else 'articles'} read"]
    counts += [f"{len(tally.skipped)} skipped"] if tally.skipped else []
    counts += [f"{len(tally.failed)} could not be read"] if tally.failed else []
    yield f"saksi: {', '.join(counts)}" + (f" -> {output}" if output and tally.read else "")
    yield from _reasons("skipped", tally.skipped)
    yield from _reasons("not read", tally.failed)
    for code, places in tally.encodings.items():
        yield f"  not UTF-8, read as {code}: {_several(places)}"


def _reasons(label: str, notes: Iterable[Note]) -> Iterator[str]:
    """One line for each reason, with the places that it holds for."""
    places: dict[tuple[str, str], list[str]] = defaultdict(list)
    for note in notes:
        places[note.problem, note.remedy].append(note.place)
    for (problem, remedy), where in places.items():
        yield f"  {label}: {_several(where)} {problem}; {remedy}"


def _several(places: list[str]) -> str:
    more = len(places) - _PLACES
    return ", ".join(places[:_PLACES]) + (f" and {more} more" if more > 0 else "")
