"""Scores of a shipped folder on the test files: gold words, one sentence a window, as published figures are."""

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from saksi.nlp.tags import best_tags, log_softmax, spans
from saksi.nlp.tree import heads
from training.labels import NAMES, RELATIONS, UPOS
from training.names import read_names
from training.settings import Settings
from training.treebanks import read_treebank
from training.windows import Pieces, Window, row

Answers = dict[str, NDArray[np.float32]]


class Network:
    """The exported network on sentences of gold words."""

    def __init__(self, folder: Path) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self.session = onnxruntime.InferenceSession(folder / "model.onnx", options)
        self.names = [output.name for output in self.session.get_outputs()]
        self.pieces = Pieces(folder / "tokenizer.json")

    def __call__(self, words: Sequence[str]) -> Answers:
        return self.hear(row(self.pieces, [words]))

    def hear(self, window: Window) -> Answers:
        """What the network says of a window, each answer over its words, the root first."""
        feed = {"ids": np.array([window.ids]), "first": np.array([window.first])}
        return {name: a[0] for name, a in zip(self.names, self.session.run(None, feed), strict=True)}


def relation_scores(answers: Answers, words: NDArray[np.int64], found: NDArray[np.int64]) -> NDArray[np.float32]:
    """[words, 37]: scores of the relation of each word to its given head; only what hangs on word 0 is a root."""
    scores: NDArray[np.float32] = (answers["relation_dependent"][words] * answers["relation_head"][found][:, None]).sum(
        -1
    )
    scores[found != 0, RELATIONS.index("root")] = -np.inf
    return scores


def names_f1(network: Network, path: Path, source: str) -> float:
    """F1 of whole names."""
    output = "names" if source == "idner" else "names_nergrit"
    right = told = wanted = 0
    for sentence in read_names(path, source):
        scores = log_softmax(network(sentence.words)[output][1:])
        found = set(spans(best_tags(scores, NAMES), NAMES))
        gold = set(spans([NAMES.index(tag) for tag in sentence.tags], NAMES))
        right, told, wanted = right + len(found & gold), told + len(found), wanted + len(gold)
    return 2 * right / max(told + wanted, 1)


def tree_scores(network: Network, path: Path) -> tuple[float, float, float]:
    """UPOS, UAS and LAS over all words, marks counted."""
    total = upos = attached = labelled = 0
    for tree in read_treebank(path):
        answers = network(tree.words)
        found = heads(answers["arcs"])
        related = relation_scores(answers, np.arange(1, len(found)), found[1:])
        tags = answers["upos"][1:].argmax(1)
        for at, (tag, head, relation) in enumerate(zip(tree.upos, tree.heads, tree.relations, strict=True)):
            if tag == "_":
                continue
            total += 1
            upos += UPOS[tags[at]] == tag
            told = "root" if found[at + 1] == 0 else RELATIONS[int(related[at].argmax())]
            attached += int(found[at + 1]) == head
            labelled += int(found[at + 1]) == head and told == relation
    return upos / total, attached / total, labelled / total


def main() -> None:
    """python -m training.evaluate FOLDER"""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder", type=Path)
    network = Network(arguments.parse_args().folder)
    data = Settings.from_environment().data
    for name in ("csui-test", "gsd-test"):
        upos, attached, labelled = tree_scores(network, data / "ud" / f"{name}.conllu")
        print(f"{name}: UPOS {upos:.2%} UAS {attached:.2%} LAS {labelled:.2%}", flush=True)
    for source in ("idner", "nergrit"):
        print(f"{source}: F1 {names_f1(network, data / 'ner' / f'{source}-test.txt', source):.2%}", flush=True)


if __name__ == "__main__":
    main()
