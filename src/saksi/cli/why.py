"""`saksi why`: the sentence and the rule or head behind a claim, of a file of records or of a store."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import msgspec
import typer
from rich.console import Console

from saksi.acquire.stream import lines, opened
from saksi.cli.store_option import STORE, Json, StoreUrl
from saksi.cli.why_kept import why_kept
from saksi.codec import decode
from saksi.model.claim import Record
from saksi.model.errors import InputError
from saksi.show.why import Claim, claims, render_why


def why(
    target: Annotated[
        str,
        typer.Argument(
            metavar="FILE:ID", help="A file and a claim of it, records.jsonl:ARTICLE#e1; or an id of the store."
        ),
    ],
    store: StoreUrl = STORE,
    as_json: Json = False,
) -> None:
    """Show the sentence behind a claim, its words, the rule that made it; of a store's, merges and edits too."""
    if ":" not in target or not _is_file(target):
        why_kept(target, store, as_json=as_json)
        return
    file, name = _split(target)
    article, _, claim = name.rpartition("#")
    console = Console()
    for record in _records(file):
        if record.id == name:
            console.print(f"{record.id}: {', '.join(claims(record)) or 'no claims'}", markup=False, highlight=False)
            return
        if found := _claim(record, article, claim):
            console.print(render_why(record, found))
            return
    raise InputError(str(file), f"has no claim {name}", "name it as ARTICLE#CLAIM, with the ids of the file")


def _is_file(target: str) -> bool:
    parts = target.split(":")
    return any(Path(":".join(parts[:at])).is_file() for at in range(1, len(parts)))


def _split(target: str) -> tuple[Path, str]:
    """The file and what follows it; both may hold colons, so the file is the longest that exists."""
    parts = target.split(":")
    for at in range(len(parts) - 1, 0, -1):
        file = Path(":".join(parts[:at]))
        if file.is_file():
            return file, ":".join(parts[at:])
    raise InputError(target, "names no file of records", "write it as FILE:ARTICLE#CLAIM")


def _claim(record: Record, article: str, claim: str) -> Claim | None:
    """The claim of a record, by its own id or by its full one; without an article's name the first record counts."""
    if article and record.id != article:
        return None
    known = claims(record)
    return known.get(claim) or known.get(f"{article}#{claim}")


def _records(file: Path) -> Iterator[Record]:
    with opened(file) as stream:
        for number, line in enumerate(lines(stream), start=1):
            try:
                if line:
                    yield decode(line)
            except msgspec.MsgspecError as error:
                raise InputError(
                    f"{file}:{number}", f"is no record ({error})", "give what saksi read -o wrote"
                ) from error
