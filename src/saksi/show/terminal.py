"""A record on a terminal: who did what to whom, when, where, how real, on whose word; rival figures; quotes."""

import io
from collections.abc import Iterable, Iterator

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from saksi.codec import decode
from saksi.model.claim import Event, Figure, Record, Statement
from saksi.model.codes import MUTUAL, Status, Voice
from saksi.show import labels
from saksi.show.safe import fit
from saksi.show.words import excerpt

_STATUS = {
    Status.ACTUAL: ("●", "green"),
    Status.FUTURE: ("◷", "cyan"),
    Status.HYPOTHETICAL: ("?", "magenta"),
    Status.NEGATED: ("✗", "red"),
}
_FILE_WIDTH = 110
_WIDE = 100
"""Characters from which when, where and on whose word get a column of their own."""
_QUOTES = "“”\"' "
_WORDS = 150
"""Characters of evidence that are shown; `saksi why` shows all of it."""


def print_record(line: bytes) -> None:
    """Shows the record of a JSON line on standard output."""
    console = Console()
    console.print(render(decode(line), console.width))


def render_text(line: bytes) -> bytes:
    """The record of a JSON line as plain text of a fixed width, for a file."""
    out = io.StringIO()
    Console(file=out, width=_FILE_WIDTH, color_system=None, legacy_windows=False).print(
        render(decode(line), _FILE_WIDTH)
    )
    return "\n".join(row.rstrip() for row in out.getvalue().split("\n")).encode()


def render(record: Record, width: int) -> RenderableType:
    """The whole record, laid out for a terminal of so many characters a line."""
    record = fit(record)
    parts: list[RenderableType] = [*_head(record)]
    sections = (
        ("Events", _events(record.events, record.document.text, width)),
        ("Figures", _figures(record.figures)),
        ("Statements", _statements(record.statements)),
    )
    for title, rows in sections:
        if rows is not None:
            parts += [Text(""), Text(title, style="bold underline"), Padding(rows, (0, 0, 0, 2))]
    parts += _foot(record)
    return Group(*parts, Text(""))


def _head(record: Record) -> Iterator[RenderableType]:
    document = record.document
    yield Rule(Text(record.id, style="bold"), align="left", style="blue")
    if document.title:
        yield Text(document.title, style="bold")
    facts = [document.outlet, document.dateline, document.published or "no day of publication"]
    people = ", ".join((*document.authors, *(f"{name} (editor)" for name in document.editors)))
    source = f"from {', '.join(document.credited)}" if document.credited else ""
    yield Text(" · ".join(filter(None, (*facts, people, source))), style="dim")
    if not (record.events or record.figures or record.statements):
        yield Text("no event, figure or statement found", style="dim italic")


def _events(events: Iterable[Event], text: str, width: int) -> Table | None:
    wide = width >= _WIDE
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), expand=True)
    table.add_column(width=14, no_wrap=True)
    table.add_column(ratio=5)
    if wide:
        table.add_column(ratio=3)
    for event in events:
        mark, colour = _STATUS[event.status]
        what = Text.assemble((f"{mark} ", colour), (event.type.value, f"bold {colour}"))
        real = Text.assemble((f"  {event.status.value}", colour), (f" {event.id}", "dim"))
        told = excerpt(text, event.evidence, event.words, _WORDS if wide else 2 * width - 40)
        facts = list(filter(None, (labels.day(event.date), labels.place(event.place))))
        said = _word(labels.actors(event.claimants))
        if wide:
            around = Group(Text(" · ".join(facts)), said) if facts else said
            table.add_row(Group(what, real), Group(_sides(event), told), around)
        else:
            around = Text(" · ").join([*map(Text, facts), said])
            table.add_row(Group(what, real), Group(_sides(event), around, told))
    return table if table.row_count else None


def _sides(event: Event) -> Text:
    """Who did it to whom, and how."""
    actors, recipients = labels.actors(event.actors), labels.actors(event.recipients)
    if event.type in MUTUAL:
        both = [labels.actor(each) for each in (*event.actors, *event.recipients)]
        sides = " ↔ ".join(dict.fromkeys(both)) or "?"
    else:
        sides = f"{actors or '?'} → {recipients}" if recipients else actors or "?"
    return Text.assemble((sides, "bold"), (f"  {', '.join(event.modes)}" if event.modes else "", "italic"))


def _word(claimants: str) -> Text:
    return Text.assemble(("says ", "dim"), (claimants or "the article itself", "yellow" if claimants else "dim"))


def _figures(figures: Iterable[Figure]) -> Table | None:
    """Figures of one measure and group stand together, each on its claimant's word; none are added up."""
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), expand=True)
    table.add_column(ratio=3)
    table.add_column(ratio=2, justify="right", no_wrap=True)
    table.add_column(ratio=4)
    groups: dict[tuple[str, str], list[Figure]] = {}
    for figure in figures:
        groups.setdefault((labels.measure(figure.measure), labels.actor(figure.of) if figure.of else ""), []).append(
            figure
        )
    for (measure, counted), group in groups.items():
        rival = len({labels.number(figure) for figure in group}) > 1 < len({figure.claimants for figure in group})
        for at, figure in enumerate(group):
            name = Text.assemble((measure, "bold"), f" {counted}") if at == 0 else Text("  ⇄ " if rival else "")
            table.add_row(name, Text(labels.number(figure), style="bold"), _figure_words(figure))
    return table if table.row_count else None


def _figure_words(figure: Figure) -> RenderableType:
    facts = [
        f"by {labels.actor(figure.by)}" if figure.by else "",
        labels.place(figure.place),
        labels.day(figure.period),
        f"meaning “{figure.definition}”" if figure.definition else "",
    ]
    first = Text.assemble(_word(labels.actors(figure.claimants)), (f"  {figure.id}", "dim"))
    rest = " · ".join(filter(None, facts))
    return Group(first, Text(rest)) if rest else first


def _statements(statements: Iterable[Statement]) -> Table | None:
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), expand=True)
    table.add_column(ratio=3)
    table.add_column(ratio=7)
    for each in statements:
        speaker = Text(labels.actor(each.speaker) if each.speaker else "unnamed", style="yellow")
        via = Text(f"via {', '.join(each.via)}", style="dim") if each.via else Text("")
        words = " … ".join(part.text for part in each.evidence)
        bare = _short(words.strip(_QUOTES))
        quote = f"“{bare}”" if each.kind is Voice.DIRECT else bare
        table.add_row(Group(speaker, via) if each.via else speaker, Text(quote))
    return table if table.row_count else None


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _WORDS else line[:_WORDS].rsplit(" ", 1)[0] + " …"


def _foot(record: Record) -> Iterator[RenderableType]:
    """What was left out, in one line."""
    left = []
    if record.related:
        left.append(
            f"{len(record.related)} {'headline' if len(record.related) == 1 else 'headlines'} of other articles"
        )
    lines = len(record.document.furniture) - len(record.related)
    if lines > 0:
        left.append(f"{lines} {'line' if lines == 1 else 'lines'} of page furniture")
    if left:
        yield Text("")
        yield Text(f"left out: {', '.join(left)}", style="dim")
