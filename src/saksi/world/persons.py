"""Persons of public life and the offices they held, with the years.

office keys: president, prime minister, foreign minister, defence minister, monarch, spokesperson and so on, as in the
table; from, to: EDTF years, months or days, to is empty while the office lasts.
"""

from dataclasses import dataclass
from functools import cache

from saksi.model.actor import Actor
from saksi.model.codes import Sector
from saksi.world.tables import listed, rows


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


def holder(country: str | None, office: str, day: str | None) -> Person | None:
    """Who held an office of a country on a day; None where the table does not say, or names several."""
    if day is None:
        return None
    found = [person for person in _holders().get((country, office), ()) if _held(person, office, day)]
    return found[0] if len(found) == 1 else None


@cache
def _holders() -> dict[tuple[str | None, str], tuple[Person, ...]]:
    table: dict[tuple[str | None, str], tuple[Person, ...]] = {}
    for person in persons():
        for office in {tenure.office for tenure in person.tenures}:
            key = (person.actor.country, office)
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
