"""Trees and tags from scores."""

import itertools

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from saksi.nlp.tags import best_tags, spans
from saksi.nlp.tree import heads

TAGS = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC")


def _is_tree(found: list[int]) -> bool:
    for start in range(1, len(found)):
        at, steps = start, 0
        while at and steps <= len(found):
            at, steps = found[at], steps + 1
        if at:
            return False
    return found[1:].count(0) == 1


def _total(table: np.ndarray, found: tuple[int, ...]) -> float:
    scores = table.copy()
    np.fill_diagonal(scores, -1e9)
    scores = scores - np.log(np.exp(scores - scores.max(1, keepdims=True)).sum(1, keepdims=True))
    return float(sum(scores[i, head] for i, head in enumerate(found) if i))


@settings(deadline=None)
@given(st.integers(1, 4), st.integers(0, 10_000))
def test_the_best_tree_is_found(size: int, seed: int) -> None:
    table = np.random.default_rng(seed).normal(size=(size + 1, size + 1)).astype(np.float32)
    found = [int(head) for head in heads(table.copy())]
    assert _is_tree(found)
    every = (tree for tree in itertools.product(range(size + 1), repeat=size) if _is_tree([0, *tree]))
    best = max(_total(table.astype(np.float64), (0, *tree)) for tree in every)
    assert _total(table.astype(np.float64), tuple(found)) >= best - 1e-3


@settings(deadline=None)
@given(st.integers(1, 40), st.integers(0, 10_000))
def test_always_a_tree(size: int, seed: int) -> None:
    table = np.random.default_rng(seed).normal(size=(size + 1, size + 1)).astype(np.float32) * 5
    assert _is_tree([int(head) for head in heads(table)])


def test_a_name_never_starts_inside() -> None:
    scores = np.log(np.array([[0.4, 0.1, 0.5, 0, 0], [0.1, 0, 0.9, 0, 0], [0.9, 0, 0, 0, 0.1]], np.float32) + 1e-6)
    assert spans(best_tags(scores, TAGS), TAGS) == [(0, 1, "PER")]


@settings(deadline=None)
@given(st.integers(0, 30), st.integers(0, 10_000))
def test_tags_are_lawful(size: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(size, len(TAGS))).astype(np.float32)
    path = [TAGS[tag] for tag in best_tags(scores, TAGS)]
    assert all(
        not tag.startswith("I-") or before[2:] == tag[2:] for before, tag in zip(["O", *path], path, strict=False)
    )
