"""`saksi why ID`: the words, rule, merges and edits behind a value of the store."""

from rich.console import Console
from rich.text import Text

from saksi.cli.ask import amount, head
from saksi.cli.store_option import console, printed, viewing
from saksi.keep.shown import ClaimView, Decision, IncidentView
from saksi.keep.view import View
from saksi.model.claim import Event, Figure
from saksi.model.errors import InputError


def why_kept(thing: str, url: str, *, as_json: bool = False) -> None:
    """Shows what stands behind a claim, incident, actor or article of the store."""
    view = viewing(url)
    kind = view.find(thing)
    if kind is None:
        raise InputError(thing, f"names nothing in {url}", "give an id that saksi ask or saksi timeline shows")
    found = _found(view, kind, thing)
    if as_json:
        printed({"kind": kind, "found": found, "decisions": view.decisions_on(thing)})
        return
    out = console()
    if isinstance(found, ClaimView):
        _claim(out, found, view)
    elif isinstance(found, IncidentView):
        _incident(out, found)
    else:
        out.print(str(found))
    for one in view.decisions_on(thing):
        out.print(_decision(one))


def _found(view: View, kind: str, thing: str) -> object:
    if kind == "claim":
        return view.claim(thing)
    if kind == "incident":
        return view.incident(thing)
    return view.actor(thing) if kind == "actor" else view.article(thing)


def _claim(out: Console, found: ClaimView, view: View) -> None:
    row, read = found.row, found.read
    out.print(Text(f"{row.id}  {row.kind} {row.type} {row.status or ''}", style="bold"))
    out.print(f"  article {row.article} (version {found.version}), {row.outlet or '-'}, {row.published or '-'}")
    out.print(f"  chain: {' < '.join(row.chain) or '-'}")
    out.print(f"  sentence: {row.sentence}")
    for one in read.evidence:
        out.print(f"  words {one.start}-{one.end}: {one.text}")
    for name, words in read.words.items():
        out.print(f"    {name}: {'; '.join(f'{one.text} ({one.start}-{one.end})' for one in words)}")
    out.print(f"  rule: {read.rule}")
    if isinstance(read, Event | Figure) and found.now != read:
        out.print(f"  as read: {read}")
        out.print(f"  now: {found.now}")
    if row.incident and (home := view.incident(row.incident)):
        out.print(f"  tells of {home.row.id} with {home.row.claims} claims from {home.row.sources} independent sources")


def _incident(out: Console, found: IncidentView) -> None:
    out.print(head(found.row))
    out.print(f"  grade: {found.row.grade} ({found.row.grade_reason})")
    for step in found.steps:
        out.print(f"  {step.step}  {step.date or '-'}  (told {step.told or '-'})")
    for line in found.ledger:
        total = " running total" if line.running else ""
        old = "" if line.latest else " (revised later)"
        who = line.claimant or "the articles' own voice"
        out.print(f"  {line.measure} {amount(line.low, line.high)}{total}: {who}, {line.told or '-'}{old}")
    for number, family in enumerate(found.sources, 1):
        out.print(f"  source {number}: {', '.join(f'{row.outlet or row.id} ({row.published})' for row in family)}")
    for claim in found.claims:
        out.print(f"  {claim.id}  {' < '.join(claim.chain) or claim.article}: {claim.sentence}")
    for one in (*found.disputes, *found.decisions):
        out.print(_decision(one))


def _decision(one: Decision) -> Text:
    score = "" if one.score is None else f" {one.score:+.2f}"
    text = Text(f"  #{one.id} {one.about}: {one.left} {one.verdict} {one.right or ''}{score}  by {one.by}, {one.at}")
    if one.reason:
        text.append(f", {one.reason}")
    if one.undone_at:
        text.append(f"  undone by {one.undone_by}, {one.undone_at}", style="red")
    for value in one.compared:
        weight = f" ({value['weight']:+.2f})" if value["weight"] else ""
        text.append(f"\n      {value['field']}: {value['left']} | {value['right']}{weight}", style="dim")
    return text
