"""Who is in touch with whom as a matrix and as a network of the parties that are most in touch."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from saksi.keep.shown_lists import TieRow

_MOST = 14
_WIDE, _HIGH, _RADIUS = 860, 560, 195
_RANKS = ("technical", "minister", "leader")


@dataclass(frozen=True, slots=True)
class Party:
    """A party on the circle. x, y: in a picture of 860 by 560; label_x, label_y, anchor: where its name stands."""

    key: str
    label: str
    times: int
    x: float
    y: float
    label_x: float
    label_y: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Tie:
    """Two parties in touch. level: the highest on which they met."""

    one: Party
    two: Party
    times: int
    level: str


@dataclass(frozen=True, slots=True)
class Net:
    """The parties most in touch, how often any two of them were, and the ties between them."""

    parties: tuple[Party, ...]
    matrix: dict[tuple[str, str], int]
    ties: tuple[Tie, ...]


def net(rows: Sequence[TieRow]) -> Net:
    """The network of some ties."""
    pairs: Counter[tuple[str, str]] = Counter()
    levels: dict[tuple[str, str], int] = {}
    for row in rows:
        pair = (min(row.left, row.right), max(row.left, row.right))
        pairs[pair] += row.times
        rank = _RANKS.index(row.level) if row.level in _RANKS else 0
        levels[pair] = max(levels.get(pair, 0), rank)
    parties = _parties(rows, pairs)
    at = {one.key: one for one in parties}
    ties = tuple(
        Tie(at[one], at[two], times, _RANKS[levels[one, two]])
        for (one, two), times in pairs.items()
        if one in at and two in at and one != two
    )
    both = {(tie.one.key, tie.two.key): tie.times for tie in ties}
    return Net(parties, both | {(two, one): times for (one, two), times in both.items()}, ties)


def _parties(rows: Sequence[TieRow], pairs: Counter[tuple[str, str]]) -> tuple[Party, ...]:
    """The parties of the pairs most in touch, as many as can be read."""
    labels = {key: label for row in rows for key, label in ((row.left, row.left_label), (row.right, row.right_label))}
    times: Counter[str] = Counter()
    for row in rows:
        times.update({row.left: row.times, row.right: row.times} if row.left != row.right else {row.left: row.times})
    inside: set[str] = set()
    for pair, _ in pairs.most_common():
        if len(inside | set(pair)) <= _MOST:
            inside.update(pair)
    most = sorted(inside, key=lambda key: (-times[key], key))
    return tuple(_placed(key, labels[key], times[key], turn / len(most)) for turn, key in enumerate(most))


def _placed(key: str, label: str, times: int, turn: float) -> Party:
    """A party at its turn of the circle (0 to 1, from the top, clockwise), its name outside the circle."""
    across, down = cos(2 * pi * turn - pi / 2), sin(2 * pi * turn - pi / 2)
    x, y = _WIDE / 2 + _RADIUS * across, _HIGH / 2 + _RADIUS * down
    beside = abs(across) > 0.25
    anchor = ("start" if across > 0 else "end") if beside else "middle"
    label_x = x + (24 if across > 0 else -24) * beside
    label_y = y + 5 if beside else y + (36 if down > 0 else -26)
    return Party(key, label, times, round(x, 1), round(y, 1), round(label_x, 1), round(label_y, 1), anchor)
