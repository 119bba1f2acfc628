"""Annotated articles: phrases of events and statements as spans of the text, from the corpus of this folder."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

Range = tuple[int, int]
"""Half-open offsets of characters."""
DEFENSIBLE = 0.5
"""Weight of an event that a careful reader may keep or leave."""


@dataclass(frozen=True, slots=True)
class Telling:
    """An event where it is told. type, with the others that count as right; trigger: its words, or, where only some
    words of the sentence are known, those (vague). weight: how much it counts. An argument list is None where the words
    of the role are not known in full."""

    type: str
    also: tuple[str, ...]
    trigger: Range
    vague: bool
    status: str
    weight: float
    actors: tuple[Range, ...] | None
    recipients: tuple[Range, ...] | None
    date: tuple[Range, ...] | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """Reported speech. content is empty where its words are not known; then `near` is some of them."""

    voice: str
    speaker: Range | None
    cue: Range | None
    content: tuple[Range, ...]
    near: Range | None = None


@dataclass(slots=True)
class Annotated:
    """An article. exhaustive: every telling and every statement is marked, not only the first of each event."""

    id: str
    text: str
    language: str
    exhaustive: bool
    events: list[Telling] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)


def occurrences(text: str, phrase: str) -> Iterator[Range]:
    """All places of a phrase that do not cut a word in two."""
    left = r"(?<!\w)" if phrase[:1].isalnum() else ""
    right = r"(?!\w)" if phrase[-1:].isalnum() else ""
    for found in re.finditer(left + re.escape(phrase) + right, text):
        yield found.span()


def nearest(text: str, phrase: str, sentence: Range, to: Range) -> Range | None:
    """The place of a phrase in the sentence nearest to another range, else the nearest before it, else after."""
    places = list(occurrences(text, phrase)) or [f.span() for f in re.finditer(re.escape(phrase), text)]

    def rank(place: Range) -> tuple[int, int]:
        distance = min(abs(place[0] - to[1]), abs(to[0] - place[1]))
        within = sentence[0] <= place[0] and place[1] <= sentence[1]
        return (0 if within else 1 if place[0] < to[0] else 2, distance)

    return min(places, key=rank) if places else None


class _Article:
    """Collects one article of the corpus file."""

    def __init__(self, name: str) -> None:
        self.article = Annotated(name, "", "id", exhaustive=True)
        self.sentence: Range = (0, 0)
        self.waiting: list[tuple[Range, list[str]]] = []
        self.lost: list[str] = []

    def add(self, kind: str, body: str) -> None:
        text = self.article.text
        gap = "" if not text else "\n" if kind == "P" else " "
        start = len(text) + len(gap)
        self.article.text = text + gap + body
        self.sentence = (start, start + len(body))

    def finish(self) -> Annotated:
        for sentence, cells in self.waiting:
            (self._said if cells[0] == "Q" else self._event)(sentence, cells)
        return self.article

    def _event(self, sentence: Range, cells: list[str]) -> None:
        cells = cells + [""] * (6 - len(cells))
        trigger = self._find(sentence, cells[2], sentence)
        if trigger is None:
            return
        status = cells[5] or "actual"
        actors, recipients = self._all(sentence, cells[3], trigger), self._all(sentence, cells[4], trigger)
        kind, *others = (name.split("/")[0].strip() for name in cells[1].split(" or "))
        weight = DEFENSIBLE if cells[0] == "D" else 1.0
        date = self._all(sentence, cells[6], trigger) if len(cells) > 6 else None
        telling = Telling(kind, tuple(others), trigger, False, status, weight, actors, recipients, date)
        self.article.events.append(telling)

    def _said(self, sentence: Range, cells: list[str]) -> None:
        cells = cells + [""] * (5 - len(cells))
        content = self._all(sentence, cells[4], sentence)
        near = content[0] if content else sentence
        cue, speaker = self._find(sentence, cells[3], near), None
        speaker = self._find(sentence, cells[2], cue or near)
        if content:
            self.article.said.append(Said(cells[1], speaker, cue, content))

    def _all(self, sentence: Range, cell: str, to: Range) -> tuple[Range, ...] | None:
        found = [self._find(sentence, phrase.strip(), to) for phrase in cell.split(" ; ") if phrase.strip()]
        return None if None in found else tuple(place for place in found if place is not None)

    def _find(self, sentence: Range, phrase: str, to: Range) -> Range | None:
        phrase, _, number = phrase.partition("@") if re.search(r"@\d+$", phrase) else (phrase, "", "")
        if not phrase:
            return None
        if number:
            start, end = sentence
            places = list(occurrences(self.article.text[start:end], phrase))
            if len(places) >= int(number):
                first, last = places[int(number) - 1]
                return (start + first, start + last)
        place = nearest(self.article.text, phrase, sentence, to)
        if place is None:
            self.lost.append(phrase)
        return place


def read_corpus(folder: Path) -> list[Annotated]:
    """All articles of the folder's files, in the form that its README tells."""
    found: list[Annotated] = []
    lost: list[str] = []
    for path in sorted(folder.glob("*.txt")):
        article: _Article | None = None
        for line in [*path.read_text(encoding="utf-8").splitlines(), "#"]:
            kind, body = line[:1], line[1:].strip()
            if kind == "#":
                if article is not None:
                    found.append(article.finish())
                    lost += article.lost
                article = _Article(body.split("|")[0].strip())
            elif article is not None and kind in {"P", "S"}:
                article.add(kind, body)
            elif article is not None and kind in {"E", "M", "D", "Q"}:
                article.waiting.append((article.sentence, [kind, *(cell.strip() for cell in body.split("|"))]))
    print(f"{len(found)} articles of the corpus, {len(lost)} phrases not found: {lost[:5]}")
    return [article for article in found if article.text]
