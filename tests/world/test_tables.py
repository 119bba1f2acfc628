"""The tables made by hand: no gap, no contradiction, and a clear word for a broken one."""

import re
from collections import Counter

import pytest

from saksi.model.codes import EventType, Sector
from saksi.model.errors import ModelError
from saksi.world.codebook import codebook
from saksi.world.countries import countries
from saksi.world.organisations import organisations
from saksi.world.persons import holder, persons
from saksi.world.regions import regions
from saksi.world.tables import rows

_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def test_organisations_have_known_countries_and_one_row_each() -> None:
    table = organisations("id")
    assert len(table) >= 600
    assert {one.actor.country for one in table} - {None} <= set(countries())
    assert [name for name, times in Counter(one.actor.name for one in table).items() if times > 1] == []


def test_persons_have_known_countries_and_one_row_each() -> None:
    table = persons()
    assert len(table) >= 1000
    assert {one.actor.country for one in table} - {None} <= set(countries())
    assert [name for name, times in Counter(one.actor.name for one in table).items() if times > 1] == []


def test_no_alias_means_two_persons() -> None:
    owner: dict[str, str | None] = {}
    for person in persons():
        for name in person.names:
            assert owner.setdefault(name, person.actor.name) == person.actor.name, name


def test_tenures_are_dates_in_order() -> None:
    for person in persons():
        for tenure in person.tenures:
            assert _DATE.fullmatch(tenure.since), person.actor.name
            ends = not tenure.until or (_DATE.fullmatch(tenure.until) and tenure.since <= tenure.until)
            assert ends, person.actor.name


@pytest.mark.parametrize(
    ("country", "office", "day", "name"),
    [
        ("RUS", "president", "2007-03-01", "Vladimir Putin"),
        ("RUS", "president", "2010-03-01", "Dmitry Medvedev"),
        ("TUR", "foreign minister", "2020-03-02", "Mevlut Cavusoglu"),
        ("TUR", "foreign minister", "2024-12-01", "Hakan Fidan"),
        ("USA", "president", "2008-05-05", "George W. Bush"),
        ("IDN", "president", "2025-05-05", "Prabowo Subianto"),
        ("IRN", "president", "2007-01-17", "Mahmoud Ahmadinejad"),
    ],
)
def test_holder_depends_on_the_day(country: str, office: str, day: str, name: str) -> None:
    person = holder(country, office, day)
    assert person is not None
    assert person.actor.name == name


@pytest.mark.parametrize(("country", "day"), [("RUS", None), ("RUS", "1950-01-01"), ("XXX", "2007-01-01")])
def test_holder_unknown(country: str, day: str | None) -> None:
    assert holder(country, "president", day) is None


def test_regions_lie_on_the_globe() -> None:
    for region in regions("id"):
        place = region.place
        assert (place.lat is None) == (place.lon is None), place.name
        assert place.country is None or place.country in countries(), place.name
        assert place.precision in {"region", "city", "site", "sea"}, place.name


def test_codebook_has_every_type_and_sector() -> None:
    book = codebook()
    assert set(book.types) == set(EventType)
    assert set(book.sectors) == set(Sector)
    assert "aerial" in book.types[EventType.ASSAULT].modes
    assert "diplomatic" in book.contexts


def test_missing_table() -> None:
    with pytest.raises(ModelError, match="nowhere"):
        list(rows("nowhere"))
