"""Who is in touch with whom as a matrix and as a network of the parties that are most in touch."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, degrees, pi, sin, sqrt

from saksi.keep.shown_lists import TieRow

_MOST = 14
SIDE = 520
"""Height and width of the picture, in the units of its points; a phone shows it at two thirds of that in pixels."""
_RADIUS = 104
_BESIDE = 18
_LEAST = 3
"""Times from which on a tie may be drawn as strong as any."""
_RANKS = ("technical", "minister", "leader")


@dataclass(frozen=True, slots=True)
class Party:
    """A party on the circle. x, y, size: of its disc; label_x, label_y, turn, anchor: its name, which points outwards
    and is turned by so many degrees."""

    key: str
    label: str
    times: int
    x: float
    y: float
    size: float
    label_x: float
    label_y: float
    turn: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Tie:
    """Two parties in touch. level: the highest on which they met; share: of how often those most in touch were."""

    one: Party
    two: Party
    times: int
    level: str
    share: float


@dataclass(frozen=True, slots=True)
class Net:
    """The parties most in touch, the ties between them, and for any two of them their tie."""

    parties: tuple[Party, ...]
    ties: tuple[Tie, ...]
    matrix: dict[tuple[str, str], Tie]


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
    most = max([_LEAST, *pairs.values()])
    ties = tuple(
        Tie(at[one], at[two], times, _RANKS[levels[one, two]], times / most)
        for (one, two), times in pairs.items()
        if one in at and two in at and one != two
    )
    both = {(tie.one.key, tie.two.key): tie for tie in ties}
    return Net(parties, ties, both | {(two, one): tie for (one, two), tie in both.items()})


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
    order = sorted(inside, key=lambda key: (-times[key], key))
    most = max([_LEAST, *(times[key] for key in order)])
    return tuple(
        _placed(key, labels[key], times[key], times[key] / most, (number + 0.5) / len(order))
        for number, key in enumerate(order)
    )


def _placed(key: str, label: str, times: int, share: float, turn: float) -> Party:
    """A party at its turn of the circle (0 to 1, from the top, clockwise), its name outside the circle, never on its
    head. share: of how often the party most in touch was."""
    angle = 2 * pi * turn - pi / 2
    x, y, label_x, label_y = (
        round(SIDE / 2 + away * part(angle), 1) for away in (_RADIUS, _RADIUS + _BESIDE) for part in (cos, sin)
    )
    left = cos(angle) < 0
    tilt = round(degrees(angle) + 180 * left, 1)
    size, anchor = round(5 + 8 * sqrt(share), 1), "end" if left else "start"
    return Party(key, label, times, x, y, size, label_x, label_y, tilt, anchor)
