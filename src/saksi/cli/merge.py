"""`saksi merge`, `saksi split`, `saksi undo`: a person's decisions, each with name, time and reason."""

from typing import Annotated

import typer

from saksi.cli.store_option import STORE, By, Reason, StoreUrl, opened, someone
from saksi.collection.desk import Desk


def merge(
    into: Annotated[str, typer.Argument(help="The incident or actor that keeps its id; or an article.")],
    other: Annotated[str, typer.Argument(help="The one that is the same; or an article that prints the same report.")],
    store: StoreUrl = STORE,
    by: By = "",
    reason: Reason = None,
) -> None:
    """Say that two incidents, or two actors, are one; or that two articles are one source."""
    made = Desk(opened(store), someone(by)).merge(into, other, reason)
    typer.echo(f"saksi: {other} is now {into}; take it back with: saksi undo {made}")


def split(
    thing: Annotated[
        str, typer.Argument(help="The claim that tells of something else; or an article that is no copy.")
    ],
    store: StoreUrl = STORE,
    into: Annotated[str | None, typer.Option(help="The incident that it tells of; its own where left out.")] = None,
    by: By = "",
    reason: Reason = None,
) -> None:
    """Take a claim out of its incident, or an article out of its source family."""
    made = Desk(opened(store), someone(by)).split(thing, reason, into)
    typer.echo(f"saksi: {thing} was taken out; take it back with: saksi undo {made}")


def undo(
    judgement: Annotated[int, typer.Argument(help="Number of the judgement, as saksi why shows it.")],
    store: StoreUrl = STORE,
    by: By = "",
    reason: Reason = None,
) -> None:
    """Take back a judgement, the program's or a person's."""
    Desk(opened(store), someone(by)).undo(judgement, reason)
    typer.echo(f"saksi: {judgement} is undone")
