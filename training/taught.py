"""Stage 6: one more epoch with trees in all windows, by parsers that together parse better than each alone.

    python -m training.taught MODEL FOLDER [FOLDER ...]

The stages that learn events cost the trees something, and treebanks of current guidelines are small. The exported
folders of several stages label what stage 4 hears: the mean of their probabilities gives the word classes, heads and
relations of the annotated news, the corpus, the names and the old treebank wherever it is sure. From work/MODEL.pt and
these windows, the treebanks among them, comes work/taught.pt.
"""

import argparse
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from saksi.nlp.tags import log_softmax
from saksi.nlp.tree import heads
from training.collate import batches
from training.evaluate import Answers, Network, relation_scores
from training.final import KEPT, PIECES, heard_windows
from training.folds import read_windows
from training.labels import ABSENT
from training.optimise import Plan, train
from training.replay import all_losses, remembered_windows, started
from training.settings import Settings
from training.treebanks import CURRENT, OLD
from training.windows import Pieces, Window

SEED = 90
SURE = 0.5
"""Probability from which a word class, a head or a relation is taught."""

Scores = NDArray[np.float32]


def sentences(window: Window) -> Iterator[range]:
    """The words of each sentence of the window."""
    start = 1
    for at in range(2, len(window.sentence) + 1):
        if at == len(window.sentence) or window.sentence[at] != window.sentence[start]:
            yield range(start, at)
            start = at


def teach(networks: Sequence[Network], window: Window) -> None:
    """Gives the window the word classes, heads and relations that the mean of the networks is sure of."""
    heard = [network.hear(window) for network in networks]
    classes = _mean([answers["upos"] for answers in heard])
    window.style = CURRENT
    window.upos = [int(row.argmax()) if row.max() >= SURE else ABSENT for row in classes]
    window.upos[0] = ABSENT
    window.heads, window.relations = [ABSENT] * len(classes), [ABSENT] * len(classes)
    for words in sentences(window):
        nodes = np.array([0, *words])
        arcs = _mean([_arcs(answers, nodes) for answers in heard])
        found = heads(np.log(arcs + 1e-9))
        related = _mean([relation_scores(answers, nodes[1:], nodes[found[1:]]) for answers in heard])
        for word, head, row, scores in zip(words, found[1:], arcs[1:], related, strict=True):
            if row[head] >= SURE:
                window.heads[word] = int(nodes[head])
                window.relations[word] = int(scores.argmax()) if scores.max() >= SURE else ABSENT


def _mean(rows: Sequence[Scores]) -> Scores:
    """The mean of the probabilities that scores stand for."""
    mean: Scores = np.mean([np.exp(log_softmax(row)) for row in rows], axis=0)
    return mean


def _arcs(answers: Answers, nodes: NDArray[np.int64]) -> Scores:
    """Scores of each of the nodes to hang on each other one."""
    scores: Scores = answers["arcs"][np.ix_(nodes, nodes)] - 1e9 * np.eye(len(nodes), dtype=np.float32)
    return scores


def taught_windows(settings: Settings, pieces: Pieces, folders: Sequence[Path]) -> list[Window]:
    """What stage 4 hears in an epoch, with trees in all windows."""
    networks = [Network(folder) for folder in folders]
    windows = heard_windows(settings, pieces, read_windows(settings, pieces), random.Random(SEED))  # noqa: S311
    for number, window in enumerate(windows):
        if window.heads is None or window.style == OLD:
            teach(networks, window)
        if number % 500 == 0:
            print(f"taught {number} of {len(windows)}", flush=True)
    return windows


def main() -> None:
    """Writes work/taught.pt."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("model")
    arguments.add_argument("folders", nargs="+", type=Path)
    given = arguments.parse_args()
    settings = Settings.from_environment()
    torch.manual_seed(SEED)
    torch.set_num_threads(settings.threads)
    pieces = Pieces(settings.work / "encoder" / "tokenizer.json")
    kept = settings.work / "taught.pickle"
    windows = remembered_windows(kept, lambda: taught_windows(settings, pieces, given.folders))

    def epoch(number: int) -> Iterator[list[Window]]:
        return batches(windows, random.Random(SEED + number), PIECES)  # noqa: S311

    steps = sum(1 for _ in epoch(0))
    print(f"{steps} steps", flush=True)
    plan = Plan(1, steps, 7e-5, 4e-4, settings.work / "taught.pt", KEPT)
    train(started(settings, settings.work / f"{given.model}.pt"), plan, epoch, all_losses)


if __name__ == "__main__":
    main()
