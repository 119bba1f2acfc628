"""The treebanks and name corpora of the stages, with what is held out. No test file is read here."""

import random
from dataclasses import dataclass

from training.names import Named, read_names
from training.settings import Settings
from training.treebanks import OLD, Tree, read_treebank
from training.windows import Pieces, Window, grouped, names_window, tree_window


@dataclass(frozen=True, slots=True)
class Material:
    """current, old: trees by guidelines; held: trees of current guidelines held out; idner, nergrit: names."""

    current: list[Tree]
    old: list[Tree]
    held: list[Tree]
    idner: list[Named]
    nergrit: list[Named]


def read_material(settings: Settings) -> Material:
    """Every twelfth sentence of PUD and of GSD's development file is held out."""
    ud, ner = settings.data / "ud", settings.data / "ner"
    mixed = read_treebank(ud / "pud.conllu") + read_treebank(ud / "gsd-dev.conllu")
    return Material(
        current=read_treebank(ud / "csui-train.conllu") + [tree for i, tree in enumerate(mixed) if i % 12],
        old=read_treebank(ud / "gsd17-train.conllu", OLD),
        held=mixed[::12],
        idner=read_names(ner / "idner-train.txt", "idner"),
        nergrit=read_names(ner / "nergrit-train.txt", "nergrit"),
    )


def material_windows(pieces: Pieces, of: Material, chance: random.Random, repeat: int) -> list[Window]:
    """Windows of one epoch: the current trees so many times, everything else once, four in ten sentences alone."""
    made = [tree_window(pieces, g) for _ in range(repeat) for g in grouped(pieces, of.current, chance, 0.4)]
    made += [tree_window(pieces, g) for g in grouped(pieces, of.old, chance, 0.4)]
    made += [names_window(pieces, g) for g in grouped(pieces, of.idner, chance, 0.4)]
    made += [names_window(pieces, g) for g in grouped(pieces, of.nergrit, chance, 0.4)]
    return made
