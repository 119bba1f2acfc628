"""`saksi merge`, `saksi split`, `saksi undo`: a person's decisions, each with name, time and reason."""

from typing import Annotated

import typer

from saksi.cli.store_option import STORE, By, Reason, StoreUrl, opened, someone
from saksi.collection.desk import Desk


def merge(
    into: Annotated[str, typer.Argument(help="The incident or actor that keeps its id.")],
    other: Annotated[str, typer.Argument(help="The one that is the same.")],
    store: StoreUrl = STORE,
    by: By = "",
    reason: Reason = None,
) -> None:
    """Say that two incidents, or two actors, are one."""
    made = Desk(opened(store), someone(by)).merge(into, other, reason)
    typer.echo(f"saksi: {other} is now {into}; take it back with: saksi undo {made}")


def split(
    claim: Annotated[str, typer.Argument(help="The claim that tells of something else.")],
    store: StoreUrl = STORE,
    into: Annotated[str | None, typer.Option(help="The incident that it tells of; its own where left out.")] = None,
    by: By = "",
    reason: Reason = None,
) -> None:
    """Take a claim out of its incident."""
    made = Desk(opened(store), someone(by)).split(claim, reason, into)
    typer.echo(f"saksi: {claim} was taken out; take it back with: saksi undo {made}")


def undo(
    judgement: Annotated[int, typer.Argument(help="Number of the judgement, as saksi why shows it.")],
    store: StoreUrl = STORE,
    by: By = "",
    reason: Reason = None,
) -> None:
    """Take back a judgement, the program's or a person's."""
    Desk(opened(store), someone(by)).undo(judgement, reason)
    typer.echo(f"saksi: {judgement} is undone")
