"""The best tree over arc scores: greedy where that makes a tree, else the Chu-Liu-Edmonds algorithm."""

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
Heads = NDArray[np.int64]

_NEVER = -1e9
_SECOND_ROOT = -1e5


def heads(scores: Scores) -> Heads:
    """The head of each word, from [n + 1, n + 1] scores of dependent (row) to head (column), node 0 the root.

    Gives n + 1 indices, the root's own being 0; exactly one word hangs on the root.
    """
    table = scores.astype(np.float64)
    np.fill_diagonal(table, _NEVER)
    table -= table.max(1, keepdims=True)
    table -= np.log(np.exp(table).sum(1, keepdims=True))
    table[0] = _NEVER
    found = _best(table)
    if np.count_nonzero(found[1:] == 0) > 1:
        table[:, 0] += _SECOND_ROOT  # so dear that the best tree has one arc from the root, and is the best of those
        found = _best(table)
    return found


def _best(table: NDArray[np.float64]) -> Heads:
    found = table.argmax(1)
    found[0] = 0
    circle = _circle(found)
    return found if circle is None else _contracted(table, found, circle)


def _circle(found: Heads) -> list[int] | None:
    """Nodes that govern each other in a ring, if there are any."""
    seen = np.zeros(len(found), np.int64)
    for start in range(1, len(found)):
        at = start
        while at and not seen[at]:
            seen[at] = start
            at = int(found[at])
        if at and seen[at] == start:
            ring = [at]
            while (at := int(found[at])) != ring[0]:
                ring.append(at)
            return ring
    return None


def _contracted(table: NDArray[np.float64], found: Heads, ring: list[int]) -> Heads:
    """Solves the graph with the ring as one node, and opens the ring where the solution enters it."""
    inner = np.array(ring)
    outer = np.array([node for node in range(len(table)) if node not in set(ring)])
    size = len(outer)
    small = np.full((size + 1, size + 1), _NEVER)
    small[:size, :size] = table[np.ix_(outer, outer)]
    leaving = table[np.ix_(outer, inner)]
    small[:size, size] = leaving.max(1)
    entering = table[np.ix_(inner, outer)] - table[inner, found[inner]][:, None]
    small[size, :size] = entering.max(0)
    small[0] = _NEVER
    solved = _best(small)
    whole = found.copy()
    for at in range(1, size):
        head = int(solved[at])
        whole[outer[at]] = inner[leaving[at].argmax()] if head == size else outer[head]
    door = int(solved[size])
    whole[inner[entering[:, door].argmax()]] = outer[door]
    return whole
