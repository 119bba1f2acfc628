"""Stage 3: all heads on the annotated news too: a model for each fold, which never saw the fold's articles, and one on
everything.

The encoder's lower layers stay as they are, so that they run once over every window.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass

import torch

from saksi.nlp import Ear
from training.annotated import read_corpus
from training.collate import batches
from training.export import export
from training.gold import FOLDS, fold, late, read_gold
from training.optimise import Plan, remember, train
from training.replay import all_losses, remembered_windows, replayed, started, told_windows
from training.settings import Settings
from training.windows import Pieces, Window

SEED = 60
EPOCHS = 4
PIECES = 1400
KEPT = 6
CORPUS, REPLAY = 0.3, 0.15
"""Shares of the corpus and of the treebanks and names that go by in an epoch."""


@dataclass(frozen=True, slots=True)
class Windows:
    """told: of the annotated news and the late articles of the corpus, by article; corpus: of its others."""

    told: dict[str, list[Window]]
    corpus: list[Window]
    replay: list[Window]

    def all(self) -> list[Window]:
        """Every window once."""
        return [window for windows in self.told.values() for window in windows] + self.corpus + self.replay


def read_windows(settings: Settings, pieces: Pieces) -> Windows:
    """Labels everything, once for this stage and the next; some treebanks and names are enough for all epochs."""

    def make() -> tuple[dict[str, list[Window]], list[Window]]:
        ear = Ear(settings.work / "second", 1)
        corpus = told_windows(ear, pieces, read_corpus(settings.corpus))
        told = told_windows(ear, pieces, read_gold(settings))
        told |= {name: windows for name, windows in corpus.items() if late(name)}
        return told, [w for name, each in corpus.items() if not late(name) for w in each]

    told, corpus = remembered_windows(settings.work / "told.pickle", make)
    chance = random.Random(SEED)  # noqa: S311
    replay = replayed(settings, pieces, chance)
    return Windows(told, corpus, chance.sample(replay, int(2 * REPLAY * len(replay))))


def run(settings: Settings, windows: Windows, left_out: int | None, name: str) -> None:
    """Trains one model without the articles of a fold and writes work/NAME.pt and the folder work/NAME."""
    torch.manual_seed(SEED)
    told = [w for name, each in windows.told.items() if fold(name) != left_out for w in each]

    def epoch(number: int) -> Iterator[list[Window]]:
        chance = random.Random(SEED + number)  # noqa: S311
        corpus = chance.sample(windows.corpus, int(CORPUS * len(windows.corpus)))
        return batches(told + corpus + windows.replay[number % 2 :: 2], chance, PIECES)

    steps = sum(1 for _ in epoch(0))
    print(f"{name}: {len(told)} windows, {steps} steps an epoch", flush=True)
    plan = Plan(EPOCHS, steps, 1.2e-4, 1.2e-3, settings.work / f"{name}.pt", KEPT)
    train(started(settings, settings.work / "second.pt"), plan, epoch, all_losses)
    export(started(settings, plan.checkpoint), settings.work / "encoder", settings.work / name)


def main() -> None:
    """Writes work/fold{0..4} and work/whole."""
    settings = Settings.from_environment()
    torch.set_num_threads(settings.threads)
    windows = read_windows(settings, Pieces(settings.work / "encoder" / "tokenizer.json"))
    remember(started(settings, settings.work / "second.pt"), windows.all(), KEPT)
    for left_out in range(FOLDS):
        run(settings, windows, left_out, f"fold{left_out}")
    run(settings, windows, None, "whole")


if __name__ == "__main__":
    main()
