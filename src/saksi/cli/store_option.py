"""The option --store, alike for every command, and how results are written."""

import os
from typing import Annotated, Any

import msgspec
import typer
from rich.console import Console

from saksi.keep.store import DEFAULT, Store, open_store
from saksi.keep.view import Filter, View
from saksi.model.errors import InputError

StoreUrl = Annotated[
    str,
    typer.Option("--store", envvar="SAKSI_STORE", help="File of the store, or postgresql://user@host/name."),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")]
Since = Annotated[str | None, typer.Option(help="First day, month or year: 2024, 2024-05, 2024-05-13.")]
Until = Annotated[str | None, typer.Option(help="Last day, month or year.")]
PlaceName = Annotated[str | None, typer.Option("--place", help="Name of the place.")]
ActorName = Annotated[str | None, typer.Option("--actor", help="Any name of a person, body or group.")]
TypeName = Annotated[str | None, typer.Option("--type", help="PLOVER type of event, as ASSAULT.")]
By = Annotated[str, typer.Option("--by", envvar="SAKSI_BY", help="Whose act it is.")]
Reason = Annotated[str | None, typer.Option("--reason", help="Why.")]
STORE = DEFAULT


def viewing(url: str) -> View:
    """A view of a store that is there."""
    return View(open_store(url, create=False))


def opened(url: str) -> Store:
    """A store that is there."""
    return open_store(url, create=False)


def someone(by: str | None) -> str:
    """The name that stands on an act: the one given, else the user of the machine."""
    return by or os.environ.get("USER") or os.environ.get("USERNAME") or "local"


def printed(value: Any) -> None:
    """Writes a value as one line of JSON."""
    typer.echo(msgspec.json.encode(value).decode())


def console() -> Console:
    """Where text goes: no markup, since articles may hold brackets."""
    return Console(markup=False, highlight=False, soft_wrap=True, emoji=False)


def narrowed(view: View, **given: str | None) -> Filter:
    """A filter; the actor's name becomes its id. Raises InputError for an unknown actor or a malformed day."""
    from saksi.keep.filters import ordinal

    for name in ("since", "until"):
        try:
            ordinal(given.get(name))
        except ValueError as error:
            raise InputError(
                f"--{name} {given[name]}", "is not a day", "write it as 2024, 2024-05 or 2024-05-13"
            ) from error
    if actor := given.get("actor"):
        found = view.actor(actor)
        if found is None:
            raise InputError(f"--actor {actor}", "is not in the store", "look for it with: saksi ask WORDS")
        given["actor"] = found.row.id
    return Filter(**given)  # type: ignore[arg-type]
