"""The network: windows of sentences through onnxruntime, and what each head answers.

A window is <s>, then the pieces of each sentence's words followed by </s>; word 0, on <s>, is the root. One window goes
through at a time: integer arithmetic scales by the whole input, so that what is heard never depends on other windows.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from saksi.model.errors import ModelError

Scores = NDArray[np.float32]
Indices = NDArray[np.int64]

OPEN, CLOSE, UNKNOWN = 0, 2, 3
LONGEST_WORD = 12
"""Pieces of a word that are looked at."""
LONGEST_FORM = 48
"""Characters of a word that are looked at."""
LIMIT = 240
"""Pieces of a window."""
CONTEXT = 70
"""Pieces of earlier sentences that a window repeats, so that arguments and speakers there can be found."""
POSITIONS = 512
REMEMBERED = 50_000


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels of each head, in the order of the network's outputs."""

    upos: tuple[str, ...]
    relations: tuple[str, ...]
    names: tuple[str, ...]
    types: tuple[str, ...]
    status: tuple[str, ...]
    roles: tuple[str, ...]
    speech: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Window:
    """Sentences [start, end) go through together; those before `new` are there as context only.

    first: index of each word's first piece, the root's before; starts: index of each sentence's first word.
    """

    start: int
    new: int
    end: int
    ids: tuple[int, ...]
    first: tuple[int, ...]
    starts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Heard:
    """What the heads say of a window of N words, the root counted.

    upos [N, 17]; arcs [N, N] dependent to head; relation_dependent [N, 37, 65], relation_head [N, 65]; names [N, 7];
    types [N, 16]; status [N, 4]; inside [N]; roles [4, N, N] from trigger or cue; speech [N, 5]; cue [N]. All logits.
    """

    upos: Scores
    arcs: Scores
    relation_dependent: Scores
    relation_head: Scores
    names: Scores
    types: Scores
    status: Scores
    inside: Scores
    roles: Scores
    speech: Scores
    cue: Scores


OUTPUTS = tuple(Heard.__dataclass_fields__)


class Encoder:
    """The tokenizer of pieces and the network of a model folder (model.onnx, tokenizer.json, labels.json)."""

    def __init__(self, folder: Path, threads: int) -> None:
        """Raises ModelError where a file is missing or broken."""
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        try:
            self.labels = Labels(**{k: tuple(v) for k, v in json.loads((folder / "labels.json").read_text()).items()})
            self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
            self._session = onnxruntime.InferenceSession(
                str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:
            raise ModelError(f"{folder}: the language model cannot be loaded: {error}") from error
        self._pieces: dict[str, tuple[int, ...]] = {}

    def pieces(self, word: str) -> tuple[int, ...]:
        """The pieces of a word, at least one."""
        known = self._pieces.get(word)
        if known is None:
            form = word[:LONGEST_FORM].replace("\x00", " ")
            known = tuple(self._tokenizer.encode(form, add_special_tokens=False).ids[:LONGEST_WORD]) or (UNKNOWN,)
            if len(self._pieces) < REMEMBERED:
                self._pieces[word] = known
        return known

    def windows(self, sentences: Sequence[Sequence[str]], paragraphs: Sequence[int]) -> Iterator[Window]:
        """Packs sentences of words; paragraphs gives the line of each."""
        return pack([[self.pieces(word) for word in words] for words in sentences], paragraphs)

    def hear(self, window: Window) -> Heard:
        """All heads on one window."""
        answers = self._session.run(
            OUTPUTS,
            {
                "ids": np.array([window.ids], np.int64),
                "first": np.array([window.first], np.int64),
            },
        )
        return Heard(*(answer[0] for answer in answers))


def pack(
    sentences: Sequence[Sequence[tuple[int, ...]]],
    paragraphs: Sequence[int],
    limit: int = LIMIT,
    context: int = CONTEXT,
) -> Iterator[Window]:
    """Packs sentences of words in pieces, paragraphs whole where they fit, windows after some of what came before.

    limit: pieces of a window, which one sentence may exceed; context: how many of them may be of what came before.
    """
    sizes = [sum(map(len, each)) + 1 for each in sentences]
    start = 0
    while start < len(sentences):
        first = _before(sizes, start, limit, context)
        end = _until(sizes, paragraphs, start, limit - 1 - sum(sizes[first:start]))
        yield _window(sentences[first:end], first, start, end)
        start = end


def _before(sizes: Sequence[int], start: int, limit: int, context: int) -> int:
    """The first of the sentences that fit into the context of the one at `start`."""
    room, at = context, start
    while at > 0 and sizes[at - 1] <= room and sizes[start] < limit - context:
        at -= 1
        room -= sizes[at]
    return at


def _until(sizes: Sequence[int], paragraphs: Sequence[int], start: int, room: int) -> int:
    """The end of the sentences that fit into the room from `start` on, at the end of a paragraph if there is one."""
    at, best = start, start
    while at < len(sizes) and (at == start or sizes[at] <= room):
        room -= sizes[at]
        at += 1
        if at == len(sizes) or paragraphs[at] != paragraphs[at - 1]:
            best = at
    return best if best > start else at


def _window(pieces: Sequence[Sequence[tuple[int, ...]]], start: int, new: int, end: int) -> Window:
    ids, first, starts = [OPEN], [0], []
    words = sum(map(len, pieces))
    whole = sum(len(p) for each in pieces for p in each) + len(pieces) + 1
    cap = LONGEST_WORD if whole <= POSITIONS else max(1, (POSITIONS - len(pieces) - 1) // max(words, 1))
    for each in pieces:
        starts.append(len(first))
        for word in each:
            first.append(len(ids))
            ids.extend(word[:cap])
        ids.append(CLOSE)
    return Window(start, new, end, tuple(ids), tuple(first), tuple(starts))
