"""`saksi ask`: who claims what about a keyword or name, and who says otherwise."""

from typing import Annotated

import typer
from rich.text import Text

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
from saksi.keep.shown import Answer, IncidentRow, Voice

_SIGNS = {"for": ("+", "green"), "against": ("-", "red"), "disputed": ("!", "yellow"), "open": ("?", "cyan")}


def ask(
    words: Annotated[list[str], typer.Argument(help="Keywords or a name, in any of its spellings.")],
    store: StoreUrl = STORE,
    since: Since = None,
    until: Until = None,
    place: PlaceName = None,
    actor: ActorName = None,
    type_: TypeName = None,
    most: Annotated[int, typer.Option(min=1, help="At most so many claims.")] = 60,
    as_json: Json = False,
) -> None:
    """Claims for and against, by claimant and date, with independent sources, status, grade and sentence."""
    view = viewing(store)
    wanted = narrowed(view, since=since, until=until, place=place, actor=actor, type=type_)
    answer = view.ask(" ".join(words), wanted, most)
    if as_json:
        printed(answer)
    else:
        _show(answer)
    if not answer.voices:
        raise typer.Exit(1)


def _show(answer: Answer) -> None:
    out = console()
    if answer.also:
        out.print(Text(f"also searched: {', '.join(answer.also)}", style="dim"))
    by_home: dict[str | None, list[Voice]] = {}
    for voice in answer.voices:
        by_home.setdefault(voice.claim.incident, []).append(voice)
    for row in answer.incidents:
        voices = by_home.pop(row.id, [])
        if voices:
            out.print(head(row))
            for voice in voices:
                out.print(_line(voice))
    for voices in by_home.values():
        for voice in voices:
            out.print(_line(voice))
    if not answer.voices:
        out.print("nothing found")
    if answer.more:
        out.print(Text("more was found; narrow it with --since, --until, --place, --actor or --type", style="dim"))


def head(row: IncidentRow) -> Text:
    """One incident as a line of text."""
    who = ", ".join(dict.fromkeys(person.label for person in row.named("actor"))) or "?"
    whom = ", ".join(dict.fromkeys(person.label for person in row.named("recipient")))
    where = ", ".join(filter(None, (row.place, row.country)))
    text = Text(f"{row.id}  {row.date or row.first_published or '-'}  ", style="bold")
    text.append(f"{row.type} {'/'.join(row.modes)} {who}{' > ' + whom if whom else ''}  {where}".rstrip())
    state = row.step or row.status or ""
    sources = f"{row.sources} independent source{'s' if row.sources != 1 else ''} in {row.articles} articles"
    text.append(f"  [{state}; {row.grade}; {sources}; {row.disputes} disputes]", style="dim")
    return text


def _line(voice: Voice) -> Text:
    sign, style = _SIGNS.get(voice.stance, ("+", ""))
    text = Text(f"  {sign} ", style=style)
    row = voice.claim
    number = "" if row.kind != "figure" else f" {amount(row.low, row.high)}"
    text.append(f"{row.date or row.published or '-'}  {' < '.join(row.chain) or voice.claimant}: {row.type}{number}")
    text.append(f" ({row.status})" if row.status else "")
    text.append(f"  {row.id}\n", style="dim")
    text.append(f"      {row.sentence or ''}", style="italic")
    return text


def amount(low: float | None, high: float | None) -> str:
    """A number or range as text."""
    if low == high and low is not None:
        return f"{low:,.0f}" if low == int(low) else f"{low:,}"
    return f"{'' if low is None else f'{low:,.0f}'}-{'' if high is None else f'{high:,.0f}'}"
