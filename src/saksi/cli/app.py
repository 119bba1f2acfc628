"""The command `saksi`: its commands, and the one place where an error becomes a line on the screen."""

import sys
from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from saksi import __version__
from saksi.model.errors import SaksiError

_ABOUT = "Reads news about conflict and diplomacy and keeps the record: what happened, who says so, in which words."
COMMANDS = {
    "read": ("read", "Read articles and write the record of each: what happened, who says so, in which words."),
    "why": (
        "why",
        "Show the sentence behind a claim, its words, the rule that made it; of a store's, merges and edits too.",
    ),
    "keep": (
        "keep",
        "Read articles and keep them: what is there already changes nothing, a changed text becomes a new version.",
    ),
    "ask": (
        "ask",
        "Claims for and against, by claimant and date, with independent sources, status, grade and sentence.",
    ),
    "timeline": ("timeline", "Incidents, talks, agreements and promises in the order of their days."),
    "contacts": ("timeline", "Who was in touch with whom: by call, visit, meeting or delegation, at which level."),
    "agreements": ("timeline", "Agreements and promises with where their lives stand."),
    "merge": ("merge", "Say that two incidents, or two actors, are one; or that two articles are one source."),
    "split": ("merge", "Take a claim out of its incident, or an article out of its source family."),
    "undo": ("merge", "Take back a judgement, the program's or a person's."),
    "export": (
        "export",
        "Write the store for other tools: JSON Lines, CSV, Parquet, GeoJSON, PLOVER, ACLED, UCDP, FtM, ClaimReview.",
    ),
    "check": ("keep", "Verify the store: every span gives its text, nothing hangs loose, no article is lost."),
    "backup": ("keep", "Write a consistent copy of the store while others write."),
    "serve": ("serve", "Open the reading room: the record in the browser, and an API beside it."),
    "token": ("serve", "Make a token for programs; it is shown once."),
    "account": ("serve", "Accounts of the reading room: add, close, list."),
}
"""The commands in the order of the help: the module of `saksi.cli` that holds each, and what it does."""


class _Loaded(Mapping[str, Any]):
    """The commands by name, each made when it is asked for: the reader and the store take a second to load."""

    def __getitem__(self, name: str) -> Any:
        found = getattr(import_module(f"saksi.cli.{COMMANDS[name][0]}"), name)
        if isinstance(found, typer.Typer):
            made = typer.main.get_command(found)
        else:
            alone = typer.Typer(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)
            alone.command(name)(found)
            made = typer.main.get_command(alone)
        made.name = name
        return made

    def __iter__(self) -> Iterator[str]:
        return iter(COMMANDS)

    def __len__(self) -> int:
        return len(COMMANDS)


class OnDemand(TyperGroup):
    """The group of all commands, of which only the one that is called is loaded."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        self.commands = _Loaded()  # type: ignore[assignment]

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - the shape that Typer calls
        """The names, without loading what bears them."""
        return list(COMMANDS)

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002 - the shape that Typer calls
        """The names with what each does, without loading any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, about) for name, (_, about) in COMMANDS.items()])


app = typer.Typer(
    cls=OnDemand, help=_ABOUT, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False,
    rich_markup_mode=None,
)  # fmt: skip


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"saksi {__version__}")
        raise typer.Exit


@app.callback(help=_ABOUT)
def saksi(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    """The command; its own options."""


def main() -> None:
    """Runs the command line. Exit status: 0 done, 1 something could not be read, 2 could not run, 130 interrupted."""
    try:
        app()
    except SaksiError as error:
        typer.echo(f"saksi: {error}", err=True)
        sys.exit(2)
