"""Persons of public life and the offices they held, with the years.

office keys: president, prime minister, foreign minister, defence minister, monarch, spokesperson and so on, as in the
table; from, to: EDTF years, months or days, to is empty while the office lasts.
"""

from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz

from saksi.model.actor import Actor
from saksi.model.codes import Sector
from saksi.world.spelling import fold
from saksi.world.tables import listed, rows

_FEWEST_WORDS = 2
_ALIKE = 88.0
"""Likeness (0..100) from which two spellings are taken for one person's name."""


@dataclass(frozen=True, slots=True)
class Tenure:
    """An office held. since and until: ISO 8601, cut to the precision known; until is "" while it lasts."""

    office: str
    since: str
    until: str

    def covers(self, day: str) -> bool:
        """Whether the office was held on a day (YYYY-MM-DD), as far as the precision known can tell."""
        return self.since <= day[: len(self.since)] and (not self.until or day[: len(self.until)] <= self.until)


@dataclass(frozen=True, slots=True)
class Person:
    """A person. names: the label first, then other spellings and the short form that stands for this person alone."""

    actor: Actor
    names: tuple[str, ...]
    tenures: tuple[Tenure, ...]


@cache
def persons() -> tuple[Person, ...]:
    """All persons of the table."""
    return tuple(_person(row) for row in rows("persons"))


def offices_of(name: str | None) -> frozenset[str]:
    """The keys of all offices that the person with this label has held; empty for one whom the table does not have."""
    return _offices().get(name, frozenset())


@cache
def _offices() -> dict[str | None, frozenset[str]]:
    return {person.actor.name: frozenset(tenure.office for tenure in person.tenures) for person in persons()}


def like(name: str) -> Actor | None:
    """The person whose name, of two words at least, is spelt nearly so and ends in the same word; None for none."""
    words = fold(name).split()
    if len(words) < _FEWEST_WORDS:
        return None
    near = [(fuzz.ratio(" ".join(words), known), actor) for known, actor in _by_last_word().get(words[-1], ())]
    best = max(near, key=lambda pair: pair[0], default=(0.0, None))
    return best[1] if best[0] >= _ALIKE else None


@cache
def _by_last_word() -> dict[str, tuple[tuple[str, Actor], ...]]:
    table: dict[str, tuple[tuple[str, Actor], ...]] = {}
    for person in persons():
        for name in map(fold, person.names):
            if " " in name:
                last = name.rpartition(" ")[2]
                table[last] = (*table.get(last, ()), (name, person.actor))
    return table


def holder(where: str | None, office: str, day: str | None) -> Person | None:
    """Who held an office of a country or body on a day; None where the table does not say, or names several."""
    if day is None:
        return None
    found = [person for person in _holders().get((where, office), ()) if _held(person, office, day)]
    return found[0] if len(found) == 1 else None


@cache
def _holders() -> dict[tuple[str | None, str], tuple[Person, ...]]:
    table: dict[tuple[str | None, str], tuple[Person, ...]] = {}
    for person in persons():
        for office in {tenure.office for tenure in person.tenures}:
            key = (person.actor.country or person.actor.organisation, office)
            table[key] = (*table.get(key, ()), person)
    return table


def _held(person: Person, office: str, day: str) -> bool:
    return any(tenure.office == office and tenure.covers(day) for tenure in person.tenures)


def _person(row: dict[str, str]) -> Person:
    actor = Actor(row["name"], row["country"] or None, Sector(row["sector"]), row["organisation"] or None)
    tenures = tuple(_tenure(item) for item in listed(row["offices"]))
    return Person(actor, (row["name"], *listed(row["aliases"])), tenures)


def _tenure(item: str) -> Tenure:
    office, _, years = item.partition("@")
    since, _, until = years.partition("/")
    return Tenure(office, since, until)
