"""Places of a text: which names are places, and which of its namesakes a name means."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from saksi.model.mention import PlaceMention
from saksi.read.places import find_places
from tests.read.heard import heard

_ROWS: list[dict[str, Any]] = yaml.load(
    (Path(__file__).parent / "data" / "places.yaml").read_text(encoding="utf-8"),
    yaml.BaseLoader,  # noqa: S506
)


def _read(text: str, names: str = "") -> tuple[PlaceMention, ...]:
    return find_places(heard(text, names), text, "id")


@pytest.mark.parametrize("row", _ROWS, ids=[row["text"][:60] for row in _ROWS])
def test_places_of_table(row: dict[str, Any]) -> None:
    found = [mention.place for mention in _read(row["text"], row.get("names", ""))]
    said = [f"{place.name} / {place.country or '-'}" for place in found]
    assert list(dict.fromkeys(said)) == row["places"]


@pytest.mark.parametrize(
    ("text", "phrase", "acting"),
    [
        ("Ankara menolak usul itu.", "Ankara", True),
        ("Ia tiba di Ankara.", "Ankara", False),
        ("Serangan itu didukung Teheran.", "Teheran", True),
        ("Tuduhan terhadap Kyiv dibantah.", "Kyiv", True),
        ("Warga meninggalkan Kabul.", "Kabul", False),
        ("Mosul direbut kembali.", "Mosul", False),
    ],
)
def test_capital_or_government(text: str, phrase: str, acting: bool) -> None:
    mention = next(one for one in _read(text) if one.span.within(text) == phrase)
    assert mention.acting is acting


def test_points_and_precision() -> None:
    (city, country) = (mention.place for mention in _read("Bom meledak di Kandahar, Afghanistan."))
    assert (city.precision, country.precision) == ("city", "country")
    assert city.lat == pytest.approx(31.6, abs=0.2)
    assert city.lon == pytest.approx(65.7, abs=0.2)


@pytest.mark.parametrize("text", ["", "-", "Ia pergi.", "Kota", "di", "Suriah-"])
def test_odd_texts(text: str) -> None:
    for mention in _read(text):
        assert mention.span.within(text)
