"""Windows: several sentences in one row of pieces, as the reader hears them, with what each head should say of them.

A row is <s>, then the pieces of each sentence's words followed by </s>. Word 0 stands for the root and lies on <s>.
"""

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TypeVar

from tokenizers import Tokenizer
from torch import Tensor

from training.labels import ABSENT, NAMES, RELATIONS, UPOS
from training.names import Named
from training.treebanks import CURRENT, Tree

Item = TypeVar("Item", Tree, Named)

OPEN, CLOSE, UNKNOWN = 0, 2, 3
LONGEST_WORD = 12
LIMIT = 200


@dataclass(slots=True)
class Window:
    """ids: pieces; first: where each word's first piece lies, the root's first; sentence: of each word, -1 the root's.

    Labels are lists over the words (the root included, always ABSENT there), None where the window has none of a kind.
    lower: what the encoder's lower layers give for the pieces, where those stay as they are.
    """

    ids: list[int]
    first: list[int]
    sentence: list[int]
    style: int = CURRENT
    upos: list[int] | None = None
    heads: list[int] | None = None
    relations: list[int] | None = None
    names: dict[str, list[int]] = field(default_factory=dict)
    events: "EventLabels | None" = None
    speech: "SpeechLabels | None" = None
    lower: Tensor | None = None


@dataclass(slots=True)
class EventLabels:
    """types: (word, type, target); inside: words of trigger phrases; status: (word, status);
    weight: of each word in the loss of types; arcs: (trigger word, role, argument word);
    judged: (trigger word, role) whose arguments are known in full;
    bags: (words, type, weight) where one of the words, it is not known which, is a trigger."""

    types: list[tuple[int, int, float]]
    inside: list[int]
    status: list[tuple[int, int]]
    weight: list[float]
    arcs: list[tuple[int, int, int]]
    judged: list[tuple[int, int]]
    bags: list[tuple[list[int], int, float]]


@dataclass(slots=True)
class SpeechLabels:
    """content: tag of each word or ABSENT; cue: 0, 1 or ABSENT; arcs and judged as for events."""

    content: list[int]
    cue: list[int]
    arcs: list[tuple[int, int, int]]
    judged: list[tuple[int, int]]


class Pieces:
    """Words to pieces, remembered."""

    def __init__(self, path: Path) -> None:
        tokenizer = Tokenizer.from_file(str(path))

        @cache
        def pieces(word: str) -> tuple[int, ...]:
            return tuple(tokenizer.encode(word, add_special_tokens=False).ids[:LONGEST_WORD]) or (UNKNOWN,)

        self.of: Callable[[str], tuple[int, ...]] = pieces

    def count(self, words: Iterable[str]) -> int:
        """How many pieces a sentence takes, its end mark included."""
        return sum(len(self.of(word)) for word in words) + 1


def row(pieces: Pieces, sentences: Sequence[Sequence[str]]) -> Window:
    """A window of the sentences, without labels."""
    ids, first, home = [OPEN], [0], [-1]
    for number, words in enumerate(sentences):
        for word in words:
            first.append(len(ids))
            home.append(number)
            ids.extend(pieces.of(word))
        ids.append(CLOSE)
    return Window(ids, first, home)


def tree_window(pieces: Pieces, trees: Sequence[Tree]) -> Window:
    """A window of trees of one style."""
    made = row(pieces, [tree.words for tree in trees])
    made.style = trees[0].style
    made.upos, made.heads, made.relations = [ABSENT], [ABSENT], [ABSENT]
    for tree in trees:
        base = len(made.upos) - 1
        made.upos += [UPOS.index(tag) if tag in UPOS else ABSENT for tag in tree.upos]
        made.heads += [head + base if head else 0 for head in tree.heads]
        made.relations += [RELATIONS.index(rel) if rel in RELATIONS else ABSENT for rel in tree.relations]
    return made


def names_window(pieces: Pieces, sentences: Sequence[Named]) -> Window:
    """A window of sentences of one name corpus."""
    made = row(pieces, [sentence.words for sentence in sentences])
    tags = [NAMES.index(tag) for sentence in sentences for tag in sentence.tags]
    made.names = {sentences[0].source: [ABSENT, *tags]}
    return made


def grouped(pieces: Pieces, items: Sequence[Item], chance: random.Random, single: float) -> list[list[Item]]:
    """Items in random order, packed into windows; a share of them (single) stays alone."""
    order = chance.sample(items, len(items))
    groups: list[list[Item]] = []
    room = 0
    for item in order:
        size = pieces.count(item.words)
        if groups and size <= room and chance.random() >= single:
            groups[-1].append(item)
            room -= size
        else:
            groups.append([item])
            room = 0 if chance.random() < single else chance.randint(LIMIT // 3, LIMIT) - size
    return groups
