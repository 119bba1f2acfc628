"""The treebanks and name corpora of the stages, with what is held out. No test file is read here."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

from training.names import Named, read_names
from training.settings import Settings
from training.treebanks import OLD, Tree, read_treebank
from training.windows import Item, Pieces, Window, grouped, names_window, tree_window


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


@dataclass(frozen=True, slots=True)
class Shares:
    """How often each kind goes by in an epoch."""

    current: float = 2.0
    old: float = 1.0
    idner: float = 1.0
    nergrit: float = 1.0


def _share(items: Sequence[Item], share: float, chance: random.Random) -> list[Item]:
    """The items as many times as the share says whole, and a sample for the rest."""
    whole = int(share)
    return [*items] * whole + chance.sample(items, int((share - whole) * len(items)))


def shared_windows(pieces: Pieces, of: Material, chance: random.Random, shares: Shares) -> list[Window]:
    """Windows of one epoch in given shares, four in ten sentences alone."""
    made = []
    for trees, share in ((of.current, shares.current), (of.old, shares.old)):
        made += [tree_window(pieces, g) for g in grouped(pieces, _share(trees, share, chance), chance, 0.4)]
    for sentences, share in ((of.idner, shares.idner), (of.nergrit, shares.nergrit)):
        made += [names_window(pieces, g) for g in grouped(pieces, _share(sentences, share, chance), chance, 0.4)]
    return made


def material_windows(pieces: Pieces, of: Material, chance: random.Random, repeat: int) -> list[Window]:
    """Windows of one epoch: the current trees so many times, everything else once."""
    return shared_windows(pieces, of, chance, Shares(current=float(repeat)))
