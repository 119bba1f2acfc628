"""What a whole article shows when copies are looked for, and the keys under which near-copies meet."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import combinations, pairwise
from zlib import crc32

from saksi.languages.forms import fold, skeleton, stem
from saksi.model.claim import Record
from saksi.model.days import days
from saksi.model.ids import number
from saksi.model.trace import Sketch
from saksi.resolve.cues import cues
from saksi.resolve.passages import starts

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_DATE = re.compile(r"\d{1,2}/\d{1,2}(?:/\d{2,4})?|\b(?:19|20)\d\d\b|\d{1,2}[.:]\d{2}\b")
_NAME = re.compile(r"(?<![.!?\"“”]\s)(?<!^)\b[A-ZÀ-Þ][\w'’-]+")
_QUOTE = re.compile(r"[\"“]([^\"“”]{25,600})[\"”]")
_TRIGRAM_BANDS, _WORD_BANDS = 20, 14
_BUCKET = 4


def sketch(record: Record, family: str) -> Sketch:
    """The sketch of an article; its family is its own id until a copy is found."""
    document, text = record.document, record.document.text[:40_000]
    stop = cues(document.language).stop
    content = [stem(word) for word in fold.__wrapped__(text).split() if word not in stop]
    shingles = {_hash(" ".join(content[at : at + 3])) for at in range(len(content) - 2)}
    return Sketch(
        record.id,
        family,
        days(document.published).first,
        document.language,
        document.outlet,
        tuple(dict.fromkeys(fold(name) for name in document.credited)),
        tuple(sorted(shingles)[:3000]),
        tuple(sorted({_hash(word) for word in content})[:2000]),
        _numbers(record, text),
        tuple(sorted({skeleton(name) for name in _NAME.findall(text) if len(name) > 2})[:200]),
        tuple(_quotes(text, stop)),
        tuple(_sentences(text, stop)),
        tuple(
            sorted(
                {fold(event.place.name) for event in record.events if event.place and event.place.precision == "city"}
            )
        ),
        any(event.status == "future" for event in record.events)
        and not any(event.status == "actual" for event in record.events),
    )


@lru_cache(maxsize=200_000)
def _hash(text: str) -> int:
    return crc32(text.encode("utf-8", "surrogatepass"))


def _numbers(record: Record, text: str) -> tuple[str, ...]:
    """Numbers as they count: digits in the text but for dates, and the figures that were read from words."""
    found = {each.replace(".", "").replace(",", ".") for each in _NUMBER.findall(_DATE.sub(" ", text))}
    found |= {f"{figure.low:g}" for figure in record.figures if figure.low is not None}
    return tuple(sorted(found - {"0", "1", "2"})[:60])


def _quotes(text: str, stop: frozenset[str]) -> Iterable[tuple[int, ...]]:
    for quote in _QUOTE.findall(text)[:12]:
        words = tuple(sorted({_hash(stem(word)) for word in fold.__wrapped__(quote).split() if word not in stop}))
        if len(words) >= 4:
            yield words


def _sentences(text: str, stop: frozenset[str]) -> Iterable[tuple[int, ...]]:
    at = [*starts(text), len(text)]
    for first, last in pairwise(at[:41]):
        words = fold.__wrapped__(text[first:last]).split()
        kept = tuple(
            sorted({_hash(skeleton(stem(word)) or word) for word in words if word not in stop and len(word) > 1})
        )
        if len(kept) >= 4:
            yield kept


def tells_of(one: Sketch, place: str) -> bool:
    """Whether an article's sentences hold the words of a folded place, by sound."""
    words = {_hash(skeleton(stem(word)) or word) for word in place.split()}
    return any(words <= set(sentence) for sentence in one.sentences)


def bands(one: Sketch) -> tuple[list[int], list[int]]:
    """The keys of an article's neighbourhood: those it is entered under, and those it is looked up by, which take in
    the days beside its own."""
    bucket = None if one.published is None else one.published // _BUCKET
    values = [f"t{n}:{value}" for n, value in enumerate(_signature(one.shingles, _TRIGRAM_BANDS))]
    words = _signature(one.words, 2 * _WORD_BANDS)
    values += [f"w{n}:{words[2 * n]}:{words[2 * n + 1]}" for n in range(len(words) // 2)]
    figures = [each for each in one.numbers if len(each) > 1][:6]
    values += [f"n{left}|{right}" for left, right in combinations(figures, 2)]
    values = list(dict.fromkeys(values))
    if bucket is None:
        own = [number(value) for value in values]
        return own, own
    own = [number(value, bucket=bucket) for value in values]
    return own, own + [number(value, bucket=at) for at in (bucket - 1, bucket + 1) for value in values]


def _signature(hashes: tuple[int, ...], size: int) -> list[int]:
    from rensa import RMinHash

    if not hashes:
        return []
    made = RMinHash(num_perm=size, seed=7)
    made.update([str(value) for value in hashes])
    return list(made.digest())
