"""`saksi read`: articles in, records out."""

import os
import signal
import sys
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from pathlib import Path
from types import FrameType
from typing import Annotated

import typer

from saksi import __version__
from saksi.acquire import acquire
from saksi.acquire.count import count
from saksi.cli.output import PartFile
from saksi.cli.progress import ticking
from saksi.cli.run import Run, fingerprint
from saksi.cli.summary import summarise
from saksi.languages.loader import supported
from saksi.model.raw import Given
from saksi.pipeline import Settings
from saksi.show.terminal import print_record, render_text

STDIN = Path("-")


class Format(StrEnum):
    """How records are written."""

    jsonl = "jsonl"
    table = "table"


def _day(value: str | None) -> str | None:
    try:
        return value and date.fromisoformat(value).isoformat()
    except ValueError:
        raise typer.BadParameter(f"{value} is not a day; write it as 2024-05-13") from None


def _language(value: str | None) -> str | None:
    if value and value not in supported():
        raise typer.BadParameter(f"{value} is not read; use one of: {', '.join(supported())}")
    return value


def read(
    paths: Annotated[
        list[Path],
        typer.Argument(help="Files or folders of .txt, .html, .jsonl (also .gz, .zst); - is standard input."),
    ],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", dir_okay=False, help="Write the records to this file.")
    ] = None,
    form: Annotated[
        Format | None, typer.Option("--format", help="One JSON object a line, or a table (the default on a terminal).")
    ] = None,
    published: Annotated[
        str | None, typer.Option(callback=_day, help="Day of publication where an article gives none: 2024-05-13.")
    ] = None,
    outlet: Annotated[str | None, typer.Option(help="Who published the articles that do not say so.")] = None,
    lang: Annotated[str | None, typer.Option(callback=_language, help="Language; otherwise it is detected.")] = None,
    workers: Annotated[int, typer.Option(min=0, help="Processes that read at once; 0 is one per core, at most 4.")] = 0,
) -> None:
    """Read articles and write the record of each: what happened, who says so, in which words."""
    signal.signal(signal.SIGTERM, _interrupt)
    settings = Settings(Given(outlet=outlet, published=published, language=lang))
    if output and str(output) != "-":
        chosen = form or Format.jsonl
        run = _to_file(paths, output, chosen, settings, workers)
    else:
        chosen = form or (Format.table if sys.stdout.isatty() else Format.jsonl)
        run = _to_screen(paths, chosen, settings, workers)
    summarise(run.tally, output)
    if run.tally.failed or not run.tally.read:
        raise typer.Exit(1)


def _interrupt(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _to_screen(paths: list[Path], chosen: Format, settings: Settings, workers: int) -> Run:
    """Records to standard output, each as soon as it is there."""
    run = Run(lambda: acquire(paths), settings, workers)
    table = chosen is Format.table
    show = print_record if table else _print_line
    shown = not (table and sys.stdout.isatty())  # a table on the screen is its own progress
    for line in ticking(run.lines(), count(paths) if shown else None, shown=shown):
        try:
            if line is not None:
                show(line)
        except BrokenPipeError:
            # whoever read our output has gone; what Python still flushes goes nowhere
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit from None
    return run


def _print_line(line: bytes) -> None:
    sys.stdout.buffer.write(line + b"\n")
    sys.stdout.buffer.flush()


def _to_file(paths: list[Path], output: Path, chosen: Format, settings: Settings, workers: int) -> Run:
    """Records to a file that appears when it is whole; broken off, the same command goes on."""
    if output.resolve() in {path.resolve() for path in paths if path != STDIN}:
        raise typer.BadParameter(f"{output} is also an input; choose another file", param_hint="-o")
    name = fingerprint(__version__, settings, chosen, [str(path.resolve()) for path in paths])
    part = PartFile(output, name)
    run = Run(lambda: acquire(paths, part.paths), settings, workers)
    state = None if STDIN in paths else part.interrupted()
    if state and not run.resume(state):
        state = None
    if state:
        typer.echo(f"saksi: going on after {state.items} articles of an interrupted run", err=True)
    part.begin(state.size if state else 0)
    try:
        steps: Iterable[None] = run.into(part, name, render_text if chosen is Format.table else _with_feed)
        for _ in ticking(steps, count(paths), done=state.items if state else 0):
            pass
    except KeyboardInterrupt:
        typer.echo(f"saksi: interrupted; run the same command again to go on ({output}.part is kept)", err=True)
        raise typer.Exit(130) from None
    return run


def _with_feed(line: bytes) -> bytes:
    return line + b"\n"
