"""An article's text cut into pieces, so that every claim, time and place can be marked in it."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from saksi.keep.shown import ArticleView, ClaimView
from saksi.model.claim import Event, Figure
from saksi.model.span import Evidence

_HEAD = {"event": ("trigger",), "figure": ("low", "high", "number", "measure"), "statement": ("cue", "speaker")}


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters [start, end) of the text. kind: what the piece is marked as, "" for plain text; ids: its claims."""

    start: int
    end: int
    text: str
    kind: str = ""
    ids: tuple[str, ...] = ()
    title: str = ""
    anchor: str = ""


def head(claim: ClaimView) -> tuple[Evidence, ...]:
    """The words that stand for a claim in the text: its act, number or word of saying, else all its evidence."""
    words = claim.now.words
    for key in _HEAD[claim.row.kind]:
        if words.get(key):
            return words[key]
    return claim.now.evidence


def paragraphs(view: ArticleView) -> list[list[Piece]]:
    """The text as paragraphs of pieces. Claims beat places and times where they share words."""
    text = view.document.text
    claims = [(span.start, span.end, one) for one in view.claims for span in head(one)]
    cuts = {0, len(text), *_edges(claims)}
    for one in view.claims:
        cuts |= _bounds(one.now.evidence)
        for spans in one.now.words.values():
            cuts |= _bounds(spans)
    named = [(e.start, e.end, "place", place.name) for place in view.places for e in place.evidence]
    named += [(e.start, e.end, "time", time.value or "") for time in view.times for e in time.evidence]
    for start, end, _, _ in named:
        cuts |= {start, end}
    at = 0
    lines = []
    seen: set[str] = set()
    for line in text.split("\n"):
        end = at + len(line)
        edges = sorted({at, end, *(cut for cut in cuts if at < cut < end)})
        pieces = [_piece(text, a, b, claims, named, seen) for a, b in pairwise(edges)]
        if pieces:
            lines.append(pieces)
        at = end + 1
    return lines


def _piece(
    text: str,
    start: int,
    end: int,
    claims: list[tuple[int, int, ClaimView]],
    named: list[tuple[int, int, str, str]],
    seen: set[str],
) -> Piece:
    over = [one for first, last, one in claims if first <= start and end <= last]
    over.sort(key=lambda one: ("figure", "event", "statement").index(one.row.kind))
    if over:
        ids = tuple(dict.fromkeys(one.row.id for one in over))
        anchor = next((key for key in ids if key not in seen), "")
        seen.update(ids)
        return Piece(start, end, text[start:end], over[0].row.kind, ids, anchor=anchor)
    for first, last, kind, title in named:
        if first <= start and end <= last:
            return Piece(start, end, text[start:end], kind, (), title)
    return Piece(start, end, text[start:end])


def _bounds(spans: Iterable[Evidence]) -> set[int]:
    return {edge for span in spans for edge in (span.start, span.end)}


def _edges(claims: list[tuple[int, int, ClaimView]]) -> set[int]:
    return {edge for start, end, _ in claims for edge in (start, end)}


def spans(claim: ClaimView) -> dict[str, object]:
    """What the page needs to light a claim's words: its evidence and, by field, the words of each value."""
    now: Event | Figure | object = claim.now
    return {
        "id": claim.row.id,
        "evidence": [[one.start, one.end] for one in claim.now.evidence],
        "words": {key: [[one.start, one.end] for one in found] for key, found in claim.now.words.items()},
        "rule": getattr(now, "rule", ""),
    }
