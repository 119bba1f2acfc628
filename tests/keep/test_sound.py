"""A correction that the record cannot hold is refused with the field's name, and leaves nothing behind."""

from collections.abc import Iterator
from typing import Any

import pytest

from saksi.collection.desk import Desk, DeskError
from saksi.keep.store import Store
from saksi.keep.view import Filter, View
from tests.show.web.room import TEXT, filled

START = TEXT.index("30 warga")


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store with one article."""
    store = filled(tmp_path_factory.mktemp("sound") / "room.db")
    yield store
    store.close()


def claim(store: Store, kind: str) -> str:
    """The id of the first claim of a kind."""
    return View(store).claims(Filter(kind=kind)).items[-1].id


@pytest.mark.parametrize(
    ("kind", "fields", "told"),
    [
        ("figure", {"id": "f9"}, "cannot change id"),
        ("figure", {"colour": 1}, "cannot change colour"),
        ("figure", {"low": "12"}, "Expected `float | null`, got `str` - at `$.low`"),
        ("figure", {"low": 50, "high": 2}, "low: is above high"),
        ("figure", {"period": "Mei"}, "period: 'Mei' is not a date"),
        ("figure", {"evidence": []}, "evidence: a claim rests on words"),
        ("figure", {"evidence": [{"start": 5, "end": 2, "text": "x"}]}, "evidence: the text has other words at 5"),
        ("figure", {"words": {"low": [{"start": 0, "end": 2, "text": "12"}]}}, "evidence: the text has other words"),
        ("figure", {"claimants": [{"country": "SUDAN"}]}, "country: 'SUDAN' is not a code"),
        ("event", {"date": "2025-13"}, "date: '2025-13' is not a date"),
        ("event", {"date": "2025-02-30"}, "date: '2025-02-30' is not a date"),
        ("event", {"modes": ["magic"]}, "modes: 'magic' is not in the codebook"),
        ("event", {"contexts": ["magic"]}, "contexts: 'magic' is not in the codebook"),
        ("event", {"place": {"name": "Khartoum", "lat": 155.0, "lon": 32.5}}, "place: lies outside the world"),
        ("event", {"place": {"name": "Khartoum", "country": "SU"}}, "country: 'SU' is not a code"),
    ],
)
def test_unsound_correction_is_refused(small: Store, kind: str, fields: dict[str, Any], told: str) -> None:
    before = View(small).claim(claim(small, kind))
    with pytest.raises(DeskError, match=rf"^\w+: {told.replace('$', '.').replace('|', '.')}"):
        Desk(small, "Ani").correct(claim(small, kind), fields)
    assert View(small).claim(claim(small, kind)) == before


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("figure", {"low": None}),
        ("figure", {"low": 30, "high": 30}),
        ("figure", {"period": "2025-03-04/.."}),
        ("figure", {"evidence": [{"start": START, "end": START + 8, "text": "30 warga"}]}),
        ("event", {"date": "XXXX-03-04"}),
        ("event", {"date": "../2025-03"}),
        ("event", {"date": None, "place": None}),
        ("event", {"modes": ["aerial"], "place": {"name": "Khartoum", "country": "SDN", "lat": 15.5, "lon": 32.5}}),
    ],
)
def test_sound_correction_is_taken(small: Store, kind: str, fields: dict[str, Any]) -> None:
    made = Desk(small, "Ani").correct(claim(small, kind), fields)
    Desk(small, "Ani").undo(made)
