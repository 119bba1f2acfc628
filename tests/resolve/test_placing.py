"""How well the places of two claims fit."""

from saksi.model.days import Days
from saksi.model.judgement import Kind
from saksi.model.trace import Trace
from saksi.resolve.placing import places

TOWN = {"precision": "city", "country": "UKR"}


def _trace(place: str | None = None, **fields: object) -> Trace:
    kind = fields.pop("kind", Kind.INCIDENT)
    return Trace("c", "a", "a", kind, "ASSAULT", "actual", Days(), place=place, place_name=place, **fields)  # type: ignore[arg-type]


def _weight(left: Trace, right: Trace) -> float:
    part = places(left, right)
    return part.weight if part else 0.0


def test_two_towns_far_apart_are_two_places() -> None:
    odesa = _trace("odesa", lat=46.5, lon=30.7, **TOWN)
    kharkiv = _trace("kharkiv", lat=50.0, lon=36.2, **TOWN)
    assert _weight(odesa, kharkiv) < -5
    assert _weight(odesa, odesa) > 2


def test_spellings_of_a_village_are_one_place() -> None:
    assert _weight(_trace("ogossagou", country="MLI"), _trace("ogossagu", country="MLI")) > 1.5


def test_a_village_named_beside_the_region_fits() -> None:
    region = _trace("sagaing region", precision="region", country="MMR", near=("pazigyi", "sagaing region"))
    assert _weight(region, _trace("pazigyi", country="MMR", near=("pazigyi",))) > 0.5


def test_a_name_that_was_not_read_as_a_place_fits() -> None:
    assert _weight(_trace("solhan", country="BFA"), _trace(stems=("solhan", "warga"))) > 0.5
    assert _weight(_trace("solhan", country="BFA"), _trace(stems=("warga",))) == 0.0


def test_the_country_of_ministers_is_not_where_they_met() -> None:
    luanda = _trace("luanda", kind=Kind.TALKS, precision="city", country="AGO", lat=-8.8, lon=13.2)
    rwanda = _trace("rwanda", kind=Kind.TALKS, precision="country", country="RWA", lat=-2.0, lon=30.0)
    assert _weight(luanda, rwanda) == 0.0
