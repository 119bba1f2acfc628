"""Why a record says what it says: a claim's values, each with its words, in the sentence that tells it."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from saksi.model.claim import Event, Figure, Record, Statement, Words
from saksi.model.span import Span
from saksi.show import labels
from saksi.show.safe import fit
from saksi.show.words import COLOURS, OTHER, marked, paragraph_of

Claim = Event | Figure | Statement


def claims(record: Record) -> dict[str, Claim]:
    """All claims of a record by id."""
    every: tuple[Claim, ...] = (*record.events, *record.figures, *record.statements)
    return {claim.id: claim for claim in every}


def render_why(record: Record, claim: Claim) -> RenderableType:
    """What the claim says, the sentences it rests on with its words underlined, and what made it."""
    record = fit(record)
    claim = claims(record).get(claim.id, claim)
    text = record.document.text
    words = _words(claim)
    parts: list[RenderableType] = [Text(f"{record.id}#{claim.id}", style="bold"), Text("")]
    for span in _paragraphs(text, claim):
        parts += [Padding(marked(text, span, words), (0, 2, 1, 2))]
    return Group(*parts, _table(claim), Text(""), Text.assemble(("made by ", "dim"), claim.rule))


def _words(claim: Claim) -> Words:
    """The claim's words by field; a claim without any rests on its evidence as a whole."""
    return claim.words or {"evidence": claim.evidence}


def _paragraphs(text: str, claim: Claim) -> list[Span]:
    """The paragraphs that hold the claim's evidence or any of its words, in order."""
    parts = [*claim.evidence, *(part for evidence in claim.words.values() for part in evidence)]
    return sorted({paragraph_of(text, part.span) for part in parts})


def _table(claim: Claim) -> Table:
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    for name, value in _values(claim):
        style = COLOURS.get(name, OTHER)
        quoted = ", ".join(f"“{part.text}”" for part in claim.words.get(name, ()))
        table.add_row(Text(name, style=style), Text(value or "-"), Text(quoted, style="dim"))
    return table


def _values(claim: Claim) -> Iterator[tuple[str, str]]:
    """The fields of a claim in words, under the names that its words are kept by."""
    if isinstance(claim, Event):
        yield "trigger", " ".join(filter(None, (claim.type.value, ", ".join((*claim.modes, *claim.contexts)))))
        yield "actors", labels.actors(claim.actors)
        yield "recipients", labels.actors(claim.recipients)
        yield "status", claim.status.value
        yield "date", labels.day(claim.date)
        yield "place", labels.place(claim.place)
        yield "claimants", labels.actors(claim.claimants)
        if claim.score is not None:
            yield "score", f"{claim.score:.2f}"
    elif isinstance(claim, Figure):
        yield "low", f"{labels.number(claim)} {labels.measure(claim.measure)}"
        yield "of", labels.actor(claim.of) if claim.of else ""
        yield "by", labels.actor(claim.by) if claim.by else ""
        yield "place", labels.place(claim.place)
        yield "period", labels.day(claim.period)
        yield "claimants", labels.actors(claim.claimants)
        yield "definition", claim.definition or ""
    else:
        yield "cue", f"{claim.kind.value} speech"
        yield "speaker", labels.actor(claim.speaker) if claim.speaker else "unnamed"
        yield "via", ", ".join(claim.via)
