"""`saksi read`: articles in, records out."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from saksi.acquire import acquire
from saksi.codec import encode
from saksi.model.errors import InputError
from saksi.model.raw import Given
from saksi.pipeline import Reader, Settings


class Format(StrEnum):
    """How records are written."""

    jsonl = "jsonl"
    table = "table"


def read(
    paths: Annotated[
        list[Path],
        typer.Argument(help="Files or folders of .txt, .html, .jsonl (also .gz, .zst); - is standard input."),
    ],
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Write the records to this file.")] = None,
    format_: Annotated[Format | None, typer.Option("--format", help="jsonl, or table for people.")] = None,
    published: Annotated[str | None, typer.Option(help="Day of publication, as 2024-05-13.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Who published the articles.")] = None,
    lang: Annotated[str | None, typer.Option(help="Language of the articles, as id.")] = None,
    workers: Annotated[int, typer.Option(min=0, help="Processes that read at once; 0 is one per core.")] = 0,
) -> None:
    """Read articles and write the record of each."""
    reader = Reader(Settings(Given(outlet=outlet, published=published, language=lang)))
    bad = 0
    out = output.open("wb") if output else sys.stdout.buffer
    for item in acquire(paths):
        try:
            if isinstance(item, InputError):
                raise item
            out.write(encode(reader.read(item)) + b"\n")
        except InputError as error:
            bad += 1
            typer.echo(f"saksi: {error}", err=True)
    out.flush()
    if bad:
        raise typer.Exit(1)
