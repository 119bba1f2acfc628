"""Finds time expressions and reads them as EDTF against the day of publication."""

from collections.abc import Sequence
from datetime import date, timedelta

from saksi.model.mention import TimeMention
from saksi.model.span import Span
from saksi.model.syntax import Parse
from saksi.read.times_calendar import end_of, follows, span_value, start_of
from saksi.read.times_forms import Forms, forms_of
from saksi.read.times_scan import Timed, scan
from saksi.read.words import Sentences, Word, split_words

_WEEK = 7
_OPEN = frozenset({"vague"})  # read without a value, yet times of the calendar


def find_times(parse: Parse, text: str, published: str | None, language: str) -> tuple[TimeMention, ...]:
    """The time expressions of a text in order, with EDTF values where the text and the day of publication give one.

    published: ISO 8601 date, None where it is not known; then no year is invented ("XXXX-02-09"). Durations, clock
    times and repeated times ("setiap hari") are no times of the calendar and are left out.
    Raises InputError for a language without a folder.
    """
    words = split_words(text)
    forms = forms_of(language)
    day = date.fromisoformat(published[:10]) if published else None
    verbs = {token.start for sentence in parse.sentences for token in sentence.tokens if token.upos == "VERB"}
    joined = _join(scan(words, day, language, verbs), words, forms)
    sentences = Sentences(parse.sentences)
    mentions = []
    for timed in joined:
        if timed.value is None and timed.reads not in _OPEN:
            continue
        first, value = _limited(timed, words, forms)
        span = Span(words[first].start, words[timed.last].end)
        mentions.append(TimeMention(span, sentences.at(span.start), value, timed.reads))
    return tuple(mentions)


def _join(times: Sequence[Timed], words: Sequence[Word], forms: Forms) -> list[Timed]:
    """Two times with "hingga" or a dash between them, or neighbours with "dan" or "atau", make one interval."""
    joined: list[Timed] = []
    for timed in times:
        before = joined[-1] if joined else None
        if before and timed.first - before.last == 2 and _makes_one(before, timed, words, forms):
            start = start_of(before.value or "")
            value = span_value(start, _within_week(start, end_of(timed.value or ""), timed))
            joined[-1] = Timed("interval", before.first, timed.last, value, before.expression)
        else:
            joined.append(timed)
    return joined


def _within_week(start: str, end: str, timed: Timed) -> str:
    """The end of an interval, of a bare weekday the first one behind its start: "Jumat malam hingga Sabtu"."""
    if timed.reads != "weekday" or len(start) != len(end) or start >= end:
        return end
    extra = (date.fromisoformat(end) - date.fromisoformat(start)).days // _WEEK * _WEEK
    return (date.fromisoformat(end) - timedelta(days=extra)).isoformat()


def _makes_one(before: Timed, timed: Timed, words: Sequence[Word], forms: Forms) -> bool:
    if before.value is None or timed.value is None or before.reads == "interval":
        return False
    first, last = end_of(before.value), start_of(timed.value)
    if len(first) != len(last) or first >= last:
        return False
    between = forms.kinds(words[before.last + 1])
    if not between.isdisjoint({"through", "-", "–", "—"}):
        return True
    introduced = before.first > 0 and "between" in forms.kinds(words[before.first - 1])
    return not between.isdisjoint({"and", "or"}) and (
        introduced or ((len(first) != 4 or "/" in before.value) and follows(first, last))
    )


def _limited(timed: Timed, words: Sequence[Word], forms: Forms) -> tuple[int, str | None]:
    """The first word and the value with a "since" before it taken in."""
    before = forms.kinds(words[timed.first - 1]) if timed.first else frozenset()
    if "since" in before and timed.value and timed.reads != "interval":
        return timed.first - 1, f"{_since(timed)}/.."
    return timed.first, timed.value


def _since(timed: Timed) -> str:
    start = start_of(timed.value or "").rstrip("~")
    if timed.expression.has("start") and timed.reads in {"unit", "year", "month", "edge"}:
        return (start + "-01-01")[:10] if len(start) == 4 else (start + "-01")[:10]
    return start
