"""The words behind values, marked in the sentences that they stand in."""

from collections.abc import Iterable

from rich.text import Text

from saksi.model.claim import Words
from saksi.model.span import Evidence, Span

COLOURS = {
    "trigger": "bold yellow", "cue": "bold yellow", "low": "bold yellow", "high": "bold yellow",
    "actors": "cyan", "speaker": "cyan", "by": "cyan", "recipients": "magenta", "of": "magenta", "date": "green",
    "period": "green", "place": "blue", "status": "red", "claimants": "bright_yellow", "via": "bright_yellow",
}  # fmt: skip
OTHER = "white"
_KEYS = ("trigger", "low", "cue")


def marked(text: str, whole: Span, words: Words, *, dim: bool = False) -> Text:
    """A stretch of the text with the words of each field underlined in the field's colour."""
    shown = Text(whole.within(text).replace("\n", " "), style="dim" if dim else "")
    for name, evidence in words.items():
        for part in evidence:
            if whole.overlaps(part.span):
                start, end = max(part.start, whole.start) - whole.start, min(part.end, whole.end) - whole.start
                shown.stylize(f"not dim underline {COLOURS.get(name, OTHER)}", start, end)
    return shown


def excerpt(text: str, evidence: Iterable[Evidence], words: Words, most: int) -> Text:
    """The first sentence of some evidence around its first marked word, at most so many characters of it."""
    first = min(evidence, default=None)
    if first is None:
        return Text("")
    keys = (part for name in _KEYS for part in words.get(name, ()) if first.span.covers(part.span))
    key = min(keys, default=first)
    start, end = first.start, first.end
    if end - start > most:
        start = _word_start(text, max(start, min(key.start - most // 3, end - most)), first.start)
        end = _word_end(text, min(end, start + most), first.end)
    shown = marked(text, Span(start, end), words, dim=True)
    return Text.assemble("… " if start > first.start else "", shown, " …" if end < first.end else "", style="dim")


def _word_start(text: str, at: int, least: int) -> int:
    while at > least and not text[at - 1].isspace():
        at -= 1
    return at


def _word_end(text: str, at: int, most: int) -> int:
    while at < most and not text[at].isspace():
        at += 1
    return at


def paragraph_of(text: str, span: Span) -> Span:
    """The line of the text that a span begins in, up to where the span ends."""
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    return Span(start, len(text) if end < 0 else max(end, span.end))
