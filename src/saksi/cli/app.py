"""The command `saksi`: its commands, and the one place where an error becomes a line on the screen."""

import sys
from typing import Annotated

import typer

from saksi import __version__
from saksi.cli import kept, serve
from saksi.cli.read import read
from saksi.cli.why import why
from saksi.model.errors import SaksiError

app = typer.Typer(
    help="Reads news about conflict and diplomacy and keeps the record: what happened, who says so, in which words.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command()(read)
app.command()(why)
kept.register(app)
serve.register(app)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"saksi {__version__}")
        raise typer.Exit


@app.callback()
def saksi(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    """Reads news about conflict and diplomacy and keeps the record: what happened, who says so, in which words."""


def main() -> None:
    """Runs the command line. Exit status: 0 done, 1 something could not be read, 2 could not run, 130 interrupted."""
    try:
        app()
    except SaksiError as error:
        typer.echo(f"saksi: {error}", err=True)
        sys.exit(2)
