"""`saksi keep`: articles into the store; `saksi check` and `saksi backup` look after it."""

from pathlib import Path
from typing import Annotated

import typer

from saksi.cli.progress import ticking
from saksi.cli.store_option import STORE, StoreUrl, opened
from saksi.collection import Summary
from saksi.collection import keep as keep_all
from saksi.keep.store import open_store
from saksi.model.raw import Given

_SHOWN = 20


def keep(
    paths: Annotated[
        list[Path],
        typer.Argument(help="Files or folders as for saksi read, or what saksi read wrote; - is standard input."),
    ],
    store: StoreUrl = STORE,
    published: Annotated[str | None, typer.Option(help="Day of publication of articles that do not say.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Outlet of articles that do not say.")] = None,
    lang: Annotated[str | None, typer.Option(help="Language of the articles, as id.")] = None,
    workers: Annotated[int, typer.Option(min=0, help="Processes that read at once; 0 is one per core.")] = 0,
) -> None:
    """Read articles and keep them: what is there already changes nothing, a changed text becomes a new version."""
    kept = open_store(store)
    summary = Summary()
    given = Given(outlet=outlet, published=published, language=lang)
    try:
        for one in ticking(keep_all(kept, paths, given, workers), None):
            summary.add(one)
    finally:
        _report(summary, kept.url)
    if summary.new + summary.changed:
        kept.analyse()
    if summary.refused:
        raise typer.Exit(1)


def _report(summary: Summary, url: str) -> None:
    typer.echo(
        f"saksi: {summary.new} new, {summary.changed} changed, {summary.unchanged} unchanged, "
        f"{summary.copies} copies, {len(summary.refused)} refused -> {url}",
        err=True,
    )
    for line in summary.refused[:_SHOWN]:
        typer.echo(f"  refused: {line}", err=True)
    if len(summary.refused) > _SHOWN:
        typer.echo(f"  and {len(summary.refused) - _SHOWN} more", err=True)


def check(store: StoreUrl = STORE) -> None:
    """Verify the store: every span gives its text, nothing hangs loose, no article is lost."""
    from saksi.keep.check import check as checked

    found = checked(opened(store))
    for problem in found.problems[:_SHOWN]:
        typer.echo(f"  {problem}", err=True)
    typer.echo(f"saksi: {found.articles} articles, {found.claims} claims checked, {len(found.problems)} problems")
    if found.problems:
        raise typer.Exit(1)


def backup(
    target: Annotated[Path, typer.Argument(help="A new file for the copy.")],
    store: StoreUrl = STORE,
) -> None:
    """Write a consistent copy of the store while others write."""
    from saksi.keep.backup import backup as copied

    copied(opened(store), target)
    typer.echo(f"saksi: copied to {target}")
