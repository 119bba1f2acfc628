"""The collection of related articles is told apart as its truth has it. Floors lie under what is reached."""

from pathlib import Path

import pytest

from benchmarks.related import b_cubed, f1, kept, pairs, report
from saksi.keep.store import open_store
from tests.collection.stories import DATA, load

FLOORS = {"incidents B3": 0.93, "incidents pairs": 0.85, "copies pairs": 0.95, "process steps": 0.80, "ledger": 0.85,
          "offices": 0.95}  # fmt: skip


# written after the rules were settled on the first one; its offices are three, of which one needs the reader
SECOND = Path(__file__).parent / "second"
SECOND_FLOORS = {"incidents B3": 0.93, "incidents pairs": 0.85, "copies pairs": 0.90, "process steps": 0.80,
                 "ledger": 0.85}  # fmt: skip


# written after the rules were settled on the first two
THIRD = Path(__file__).parent / "third"


def _scores(folder: Path, place: Path) -> dict[str, float]:
    truth = load(folder)
    store = open_store(place / "store.db")
    found = report(truth, kept(truth, store, read=False), store, errors=False)
    store.close()
    return found


@pytest.fixture(scope="module")
def scores(tmp_path_factory: pytest.TempPathFactory) -> dict[str, float]:
    return _scores(DATA, tmp_path_factory.mktemp("related"))


@pytest.fixture(scope="module")
def second(tmp_path_factory: pytest.TempPathFactory) -> dict[str, float]:
    return _scores(SECOND, tmp_path_factory.mktemp("second"))


@pytest.fixture(scope="module")
def third(tmp_path_factory: pytest.TempPathFactory) -> dict[str, float]:
    return _scores(THIRD, tmp_path_factory.mktemp("third"))


@pytest.mark.parametrize("name", FLOORS)
def test_floor(scores: dict[str, float], name: str) -> None:
    assert scores[name] >= FLOORS[name]


@pytest.mark.parametrize("name", SECOND_FLOORS)
def test_floor_of_the_second_collection(second: dict[str, float], name: str) -> None:
    assert second[name] >= SECOND_FLOORS[name]


@pytest.mark.parametrize("name", FLOORS)
def test_floor_of_the_third_collection(third: dict[str, float], name: str) -> None:
    assert third[name] >= FLOORS[name]


def test_look_alikes_stay_apart(scores: dict[str, float], second: dict[str, float], third: dict[str, float]) -> None:
    assert max(one["look-alikes"] for one in (scores, second, third)) <= 0.02


def test_collection_is_large_enough() -> None:
    truth = load()
    assert len(truth.records) >= 60
    assert len(set(truth.incidents.values())) >= 20


def test_measures_on_a_small_case() -> None:
    truth = {("a", "1"): "x", ("b", "1"): "x", ("c", "1"): "y"}
    apart = {key: str(number) for number, key in enumerate(truth)}
    assert b_cubed(truth, truth)[2] == 1.0
    assert b_cubed(apart, truth)[0] == 1.0
    assert pairs(truth) == {(("a", "1"), ("b", "1"))}
    assert f1(1, 2, 1)[:2] == (0.5, 1.0)


def test_data_lies_in_files() -> None:
    assert len(list((Path(__file__).parent / "data").glob("*.yaml"))) >= 5
