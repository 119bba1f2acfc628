"""The reader may not get worse on the held-out corpus than it was when its floors were measured."""

from benchmarks.floors import measured
from benchmarks.held_out import corpus_hash, scores
from saksi.pipeline import Reader


def test_floors_are_told_for_this_corpus() -> None:
    assert measured().corpus == corpus_hash(), "the held-out corpus changed: run `python -m benchmarks --floors`"


def test_scores_keep_their_floors() -> None:
    found = scores(Reader())
    floors = measured().scores
    assert set(found) == set(floors)
    assert {name: value for name, value in found.items() if value < floors[name]} == {}
