"""Spans from B- and I- tags, decoded so that an I- follows only what it continues."""

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]

_NEVER = -1e9


def log_softmax(scores: Scores) -> Scores:
    """Log probabilities over the last axis."""
    shifted = scores - scores.max(-1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(-1, keepdims=True)), np.float32)


@cache
def _moves(tags: tuple[str, ...]) -> NDArray[np.float64]:
    """[before, after]: 0 where the tag may follow, a large loss where not."""
    table = np.zeros((len(tags), len(tags)))
    for i, before in enumerate(tags):
        for j, after in enumerate(tags):
            if after.startswith("I-") and before[2:] != after[2:]:
                table[i, j] = _NEVER
    return table


def best_tags(scores: Scores, tags: tuple[str, ...]) -> list[int]:
    """The best lawful sequence of tags for [n, tags] scores (Viterbi)."""
    if not len(scores):
        return []
    moves = _moves(tags)
    greedy = scores.argmax(1).tolist()
    outside = tags.index("O")
    if all(moves[a, b] == 0 for a, b in zip([outside, *greedy], greedy, strict=False)):
        return [int(tag) for tag in greedy]
    total = scores[0] + moves[outside]
    back = []
    for row in scores[1:]:
        paths = total[:, None] + moves
        back.append(paths.argmax(0))
        total = paths.max(0) + row
    path = [int(total.argmax())]
    for pointers in reversed(back):
        path.append(int(pointers[path[-1]]))
    return path[::-1]


def spans(path: Sequence[int], tags: tuple[str, ...]) -> list[tuple[int, int, str]]:
    """(first, last, label) of each tagged span, both words inclusive."""
    found: list[tuple[int, int, str]] = []
    for at, tag in enumerate(tags[index] for index in path):
        if tag.startswith("B-"):
            found.append((at, at, tag[2:]))
        elif tag.startswith("I-"):
            first, _, label = found[-1]
            found[-1] = (first, at, label)
    return found
