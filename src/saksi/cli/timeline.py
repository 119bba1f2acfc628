"""`saksi timeline`, `saksi contacts`, `saksi agreements`: lists across the store."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Annotated, TypeVar

import typer
from rich.text import Text

from saksi.cli.ask import head
from saksi.cli.store_option import (
    STORE,
    ActorName,
    Json,
    PlaceName,
    Since,
    StoreUrl,
    TypeName,
    Until,
    console,
    narrowed,
    printed,
    viewing,
)
from saksi.keep.shown import IncidentRow
from saksi.keep.shown_lists import ContactRow
from saksi.keep.view_lists import PROCESSES

Most = Annotated[int, typer.Option(min=1, help="At most so many lines.")]


def timeline(
    store: StoreUrl = STORE,
    since: Since = None,
    until: Until = None,
    place: PlaceName = None,
    actor: ActorName = None,
    type_: TypeName = None,
    most: Most = 200,
    as_json: Json = False,
) -> None:
    """Incidents, talks, agreements and promises in the order of their days."""
    view = viewing(store)
    wanted = narrowed(view, since=since, until=until, place=place, actor=actor, type=type_)
    rows = sorted(view.incidents(wanted, size=most).items, key=lambda row: (row.day_from or 0, row.id))
    _listed(rows, as_json, lambda row: [head(row)])


def contacts(
    parties: Annotated[list[str] | None, typer.Argument(help="One party or two: country codes or names.")] = None,
    store: StoreUrl = STORE,
    since: Since = None,
    until: Until = None,
    most: Most = 200,
    as_json: Json = False,
) -> None:
    """Who was in touch with whom: by call, visit, meeting or delegation, at which level."""
    view = viewing(store)
    wanted = narrowed(view, since=since, until=until)
    keys = [view.party(name) for name in (parties or [])[:2]]
    first, second = (*keys, None, None)[:2]
    _listed(view.contacts(first, second, wanted, size=most).items, as_json, _touch)


def _touch(row: ContactRow) -> Iterator[Text]:
    line = Text(f"{row.date or '-'}  {row.left_label} - {row.right_label}  {row.channel}, {row.level}")
    yield line.append(f"  {row.place or ''} [{row.status}; {row.sources} sources]  {row.incident}", style="dim")


def agreements(
    store: StoreUrl = STORE,
    since: Since = None,
    until: Until = None,
    place: PlaceName = None,
    actor: ActorName = None,
    overdue: Annotated[bool, typer.Option("--overdue", help="Only what was due and nothing shows kept.")] = False,
    day: Annotated[str | None, typer.Option(help="With --overdue: as it stood on this day.")] = None,
    as_json: Json = False,
) -> None:
    """Agreements and promises with where their lives stand."""
    view = viewing(store)
    wanted = narrowed(view, since=since, until=until, place=place, actor=actor)
    kinds = PROCESSES if overdue else ("agreement", "promise")

    def life(row: IncidentRow) -> Iterator[Text]:
        yield head(row)
        found = view.incident(row.id)
        for step in found.steps if found else ():
            yield Text(f"    {step.step}  {step.date or '-'}  (told {step.told or '-'})")
        if overdue:
            yield Text(f"    overdue since {row.due}", style="yellow")

    _listed(view.processes(wanted, kinds=kinds, overdue=overdue, day=day).items, as_json, life)


Row = TypeVar("Row")


def _listed(rows: Sequence[Row], as_json: bool, lines: Callable[[Row], Iterable[Text]]) -> None:
    """Writes rows as JSON, or each as its lines of text."""
    if as_json:
        printed(rows)
        return
    out = console()
    for row in rows:
        for line in lines(row):
            out.print(line)
