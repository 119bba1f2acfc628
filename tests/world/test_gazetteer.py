"""The gazetteer: look-up by name, spelling and sound."""

import pytest

from saksi.model.errors import ModelError
from saksi.world.gazetteer import Gazetteer, gazetteer


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Goma", "COD"),
        ("el fasher", "SDN"),
        ("Bogota", "COL"),
        ("Myitkyina", "MMR"),
        ("Zamboanga", "PHL"),
        ("Srinagar", "IND"),
        ("Banda Aceh", "IDN"),
        ("Sana'a", "YEM"),
        ("Sanaa", "YEM"),
        ("Sharm el-Sheikh", "EGY"),
    ],
)
def test_named(name: str, country: str) -> None:
    assert country in {candidate.place.country for candidate in gazetteer().named(name)}


def test_namesakes_are_all_there() -> None:
    assert len({candidate.place.country for candidate in gazetteer().named("Tripoli")}) >= 2


@pytest.mark.parametrize(("name", "country"), [("Khan Yoonis", "PSE"), ("Deir ez Zour", "SYR"), ("Qamishly", "SYR")])
def test_sounding(name: str, country: str) -> None:
    assert country in {candidate.place.country for candidate in gazetteer().sounding(name)}


@pytest.mark.parametrize("name", ["", "Xyzzy", "~goma", "a", "zzzzzzzzzz"])
def test_nothing_is_called_so(name: str) -> None:
    assert gazetteer().named(name) == ()


def test_broken_file_is_named() -> None:
    with pytest.raises(ModelError, match="gazetteer"):
        Gazetteer(b"not packed")
