"""Stage 4: all heads on the annotated news too, one model for each fold, which never saw the fold's articles.

The encoder's lower layers stay as they are, so that they run once over every window.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import torch

from saksi.nlp import Ear
from training.annotated import read_corpus
from training.collate import batches
from training.export import export
from training.gold import FOLDS, fold, read_gold, write_folds
from training.optimise import Plan, remember, train
from training.replay import all_losses, remembered_windows, replayed, started, told_windows
from training.settings import Settings
from training.windows import Pieces, Window

SEED = 60
EPOCHS = 3
PIECES = 1400
KEPT = 6
CORPUS, REPLAY = 0.15, 0.05
"""Shares of the corpus and of the treebanks and names that go by in an epoch."""


@dataclass(frozen=True, slots=True)
class Windows:
    """All windows of the stage, those of the annotated news by article."""

    gold: dict[str, list[Window]]
    corpus: list[Window]
    replay: list[Window]

    def all(self) -> list[Window]:
        """Every window once."""
        return [window for windows in self.gold.values() for window in windows] + self.corpus + self.replay


def read_windows(settings: Settings, pieces: Pieces) -> Windows:
    """Labels everything, once for this stage and the next; some treebanks and names are enough for all epochs."""

    def make() -> tuple[dict[str, list[Window]], list[Window]]:
        ear = Ear(settings.work / "second", 1)
        corpus = told_windows(ear, pieces, read_corpus(settings.corpus))
        return told_windows(ear, pieces, read_gold(settings)), [w for each in corpus.values() for w in each]

    gold, corpus = remembered_windows(settings.work / "told.pickle", make)
    chance = random.Random(SEED)  # noqa: S311
    replay = replayed(settings, pieces, chance)
    return Windows(gold, corpus, chance.sample(replay, int(2 * REPLAY * len(replay))))


def run(settings: Settings, windows: Windows, left_out: int, checkpoint: Path) -> None:
    """Trains one model without the articles of a fold."""
    torch.manual_seed(SEED)
    gold = [w for name, each in windows.gold.items() if fold(name) != left_out for w in each]

    def epoch(number: int) -> Iterator[list[Window]]:
        chance = random.Random(SEED + number)  # noqa: S311
        corpus = chance.sample(windows.corpus, int(CORPUS * len(windows.corpus)))
        return batches(gold + corpus + windows.replay[number % 2 :: 2], chance, PIECES)

    steps = sum(1 for _ in epoch(0))
    print(f"fold {left_out}: {len(gold)} windows of news, {steps} steps an epoch", flush=True)
    plan = Plan(EPOCHS, steps, 1e-4, 7e-4, checkpoint, KEPT)
    train(started(settings, settings.work / "heads.pt"), plan, epoch, all_losses)


def main() -> None:
    """Writes work/fold{0..4}.pt with a folder each."""
    settings = Settings.from_environment()
    torch.set_num_threads(settings.threads)
    write_folds(settings, settings.work / "folds.json")
    windows = read_windows(settings, Pieces(settings.work / "encoder" / "tokenizer.json"))
    remember(started(settings, settings.work / "heads.pt"), windows.all(), KEPT)
    for left_out in range(FOLDS):
        checkpoint = settings.work / f"fold{left_out}.pt"
        run(settings, windows, left_out, checkpoint)
        export(started(settings, checkpoint), settings.work / "encoder", settings.work / f"fold{left_out}")


if __name__ == "__main__":
    main()
