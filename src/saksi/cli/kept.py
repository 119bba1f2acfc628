"""The commands that work on a store."""

import typer

from saksi.cli.ask import ask
from saksi.cli.export import export
from saksi.cli.keep import backup, check, keep
from saksi.cli.merge import merge, split, undo
from saksi.cli.timeline import agreements, contacts, timeline


def register(app: typer.Typer) -> None:
    """Adds them to the command line."""
    for command in (keep, ask, timeline, contacts, agreements, merge, split, undo, export, check, backup):
        app.command()(command)
