"""`saksi export`: the store as files for other tools."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from saksi.cli.store_option import STORE, StoreUrl, viewing
from saksi.export import FORMATS, formats
from saksi.export import export as exported


def export(
    store: StoreUrl = STORE,
    format_: Annotated[str, typer.Option("--format", help=", ".join(FORMATS))] = "jsonl",
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Write to this file.")] = None,
) -> None:
    """Write the store for other tools: JSON Lines, CSV, Parquet, GeoJSON, PLOVER, ACLED, UCDP, FtM, ClaimReview."""
    view = viewing(store)
    if output is None:
        exported(view, format_, sys.stdout.buffer)
        return
    number = formats.write(view, format_, output)
    typer.echo(f"saksi: {number} rows -> {output}", err=True)
