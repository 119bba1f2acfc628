"""Who held which office when, learned from the texts' own words: "Menteri Luar Negeri Turki Hakan Fidan"."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from saksi.languages.forms import alike, fold
from saksi.model.actor import Actor
from saksi.model.claim import Record
from saksi.model.codes import Sector
from saksi.model.ids import digest
from saksi.resolve.cues import cues
from saksi.resolve.known import bodies
from saksi.resolve.sides import actor_key, actors_of

_LONGEST_NAME = 4
_PARTICLE = r"al-[A-ZÀ-Þ]\w+|bin|van|von|de|al"
_NAME = rf"((?:[A-ZÀ-Þ][\w'’.-]*|{_PARTICLE})(?:\s+(?:[A-ZÀ-Þ][\w'’-]*|{_PARTICLE})){{0,5}})"


@dataclass(frozen=True, slots=True)
class Sighting:
    """A text's own words that a person held an office. of: ISO country or folded organisation; seen: ISO day."""

    id: str
    holder: Actor
    actor: str
    office: str
    of: str
    seen: str | None
    former: bool
    start: int
    end: int
    text: str


Country = Callable[[str], str | None]
"""From the words for a country or its people to its ISO 3166 alpha-3 code."""


def sightings(record: Record, country: Country) -> list[Sighting]:
    """The offices that an article names with their holders, each pair of person and office once."""
    text, words = record.document.text, cues(record.document.language)
    found: dict[tuple[str, str, str], Sighting] = {}
    people = [actor for actor in actors_of(record) if actor.name and _is_person(actor, country)]
    for at in _pattern(record.document.language).finditer(text):
        word = at.group(1).lower()
        # "his counterpart from Turkey" holds the office of the one who was named before
        office = _shared(text, at.start(), found) if word in words.counterpart else dict(words.offices)[word]
        if office:
            former = bool(words.former.search(text[max(0, at.start() - 12) : at.start()].lower()))
            for sighting in _holder(record, people, (office, former, at), country):
                found.setdefault((sighting.actor, sighting.office, sighting.of), sighting)
    return list(found.values())


def _shared(text: str, at: int, found: dict[tuple[str, str, str], Sighting]) -> str | None:
    """The office of the holder who is named last before a word like "his counterpart"."""
    before = fold.__wrapped__(text[max(0, at - 300) : at])
    near = [(before.rfind(fold(one.text).split()[-1]), one.start, one.office) for one in found.values()]
    best = max((row for row in near if row[0] >= 0), default=None)
    return best[2] if best else None


def _is_person(actor: Actor, country: Country) -> bool:
    """Whether a named actor may hold an office: not a body that the world's data knows, nor a country."""
    return (
        fold(actor.name or "") not in bodies()
        and country(actor.name or "") is None
        and " of " not in (actor.name or "")
    )


@lru_cache(maxsize=4)
def _pattern(language: str | None) -> re.Pattern[str]:
    words = [*cues(language).counterpart, *(word for word, _ in cues(language).offices)]
    return re.compile(r"(?<!\w)(" + "|".join(map(re.escape, sorted(words, key=len, reverse=True))) + r")(?!\w)", re.I)


def _holder(
    record: Record, people: list[Actor], title: tuple[str, bool, re.Match[str]], country: Country
) -> Iterator[Sighting]:
    """The named person right after a title and the country or body between them."""
    office, former, at = title
    text, linking = record.document.text, cues(record.document.language).linking
    organs = r"(?:\s+[a-z]+){0,3}?"
    tail = re.match(rf"(?:\s+(?:{linking}))?,?{organs}\s+" + _NAME, text[at.end() : at.end() + 140])
    if not tail:
        return
    words = tail.group(1).split()
    for cut in range(min(5, len(words)), -1, -1):
        body, name = " ".join(words[:cut]), " ".join(words[cut:])
        code = _country(words[:cut], country)
        person = (_person(name, people) or _unread(words[cut:], code)) if name else None
        if (body and not code) or person is None:
            continue
        of = code or person.country or fold(person.organisation or "")
        if of:
            start, end = at.start(), at.end() + tail.end()
            key = actor_key(person)
            name_id = "o" + digest(record.id, key, office, of)
            yield Sighting(
                name_id, person, key, office, of, record.document.published, former, start, end, text[start:end]
            )
            return


def _unread(words: list[str], code: str | None) -> Actor | None:
    """The person whom the words name though no claim does: two names or more, right after an office and its country."""
    return Actor(" ".join(words), code, Sector.GOV) if code and 2 <= len(words) <= _LONGEST_NAME else None


def _country(words: list[str], country: Country) -> str | None:
    """The country that words end with: "Kementerian Luar Negeri China"."""
    return next((code for at in range(len(words)) if (code := country(" ".join(words[at:])))), None)


def _person(words: str, people: list[Actor]) -> Actor | None:
    """The actor of the record whose name the words begin with, by its last name or all of it."""
    folded = fold(words)
    best: tuple[int, Actor] | None = None
    for actor in people:
        tokens = fold(actor.name or "").split()
        shared = sum(token in folded.split() for token in tokens)
        near = shared or any(_close(token, word) for token in tokens[-1:] for word in folded.split())
        if near and (best is None or shared > best[0]):
            best = (int(shared), actor)
    return best[1] if best else None


def _close(one: str, two: str) -> bool:
    return len(one) > 3 and alike(one, two) >= 0.9
