"""Treebanks in CoNLL-U as sentences of surface words: multiword tokens merged, subtypes of relations cut."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

CURRENT = 1
OLD = 0


@dataclass(frozen=True, slots=True)
class Tree:
    """words, with word class, head (1-based, 0 the root) and relation of each; style: the guidelines followed."""

    words: tuple[str, ...]
    upos: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]
    style: int = CURRENT


def _blocks(path: Path) -> Iterator[list[list[str]]]:
    block: list[list[str]] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if not line and block:
            yield block
            block = []
        elif line and not line.startswith("#"):
            block.append(line.split("\t"))


def _groups(block: list[list[str]]) -> tuple[list[list[str]], list[tuple[list[int], str]]]:
    rows = [row for row in block if row[0].isdigit()]
    ranges = {int(row[0].split("-")[0]): (int(row[0].split("-")[1]), row[1]) for row in block if "-" in row[0]}
    groups, at = [], 1
    while at <= len(rows):
        last, form = ranges.get(at, (at, rows[at - 1][1]))
        groups.append((list(range(at, last + 1)), form))
        at = last + 1
    return rows, groups


def _circular(heads: list[int]) -> bool:
    for start in range(len(heads)):
        at, steps = start, 0
        while at >= 0 and steps <= len(heads):
            at, steps = heads[at] - 1, steps + 1
        if at >= 0:
            return True
    return False


def _merge(block: list[list[str]], style: int) -> Tree | None:
    rows, groups = _groups(block)
    home = {part: number for number, (parts, _) in enumerate(groups) for part in parts}
    upos, heads, relations = [], [], []
    for number, (parts, _) in enumerate(groups):
        outer = next(p for p in parts if int(rows[p - 1][6]) == 0 or home[int(rows[p - 1][6])] != number)
        row = rows[outer - 1]
        head = int(row[6])
        upos.append(row[3])
        heads.append(0 if head == 0 else home[head] + 1)
        relations.append(row[7].split(":")[0])
    if _circular(heads):
        return None
    return Tree(tuple(form for _, form in groups), tuple(upos), tuple(heads), tuple(relations), style)


def read_treebank(path: Path, style: int = CURRENT) -> list[Tree]:
    """All sentences of a file; the few that merging makes circular are left out."""
    trees = (_merge(block, style) for block in _blocks(path))
    return [tree for tree in trees if tree is not None]
