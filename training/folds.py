"""Stage 3: all heads on the annotated news too: a model for each fold, which never saw the fold's articles. Their mean
has heard everything (`training.mean`).

The encoder's lower layers stay as they are, so that they run once over every window.
"""

import argparse
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
EPOCHS = 3
PIECES = 1400
KEPT = 6
NEWS = 2
"""How often an epoch hears the annotated news, so that its choice of events outweighs that of the larger corpus."""
CORPUS, REPLAY = 0.2, 0.15
"""Shares of the early corpus and of the treebanks and names that go by in an epoch."""


@dataclass(frozen=True, slots=True)
class Windows:
    """news: of the annotated news, late: of the late articles of the corpus, both by article; corpus: of its others."""

    news: dict[str, list[Window]]
    late: dict[str, list[Window]]
    corpus: list[Window]
    replay: list[Window]

    def all(self) -> list[Window]:
        """Every window once."""
        return self.told(None, 1) + self.corpus + self.replay

    def told(self, left_out: int | None, news: int) -> list[Window]:
        """Those of the annotated news, so many times over, and of the late corpus, less a fold's if one is named."""
        articles = [*self.news.items()] * news + [*self.late.items()]
        return [window for name, each in articles if fold(name) != left_out for window in each]


def read_windows(settings: Settings, pieces: Pieces) -> Windows:
    """Labels everything, once for this stage and the next; some treebanks and names are enough for all epochs."""

    def make() -> tuple[dict[str, list[Window]], dict[str, list[Window]]]:
        ear = Ear(settings.work / "second", settings.threads)
        return told_windows(ear, pieces, read_gold(settings)), told_windows(ear, pieces, read_corpus(settings.corpus))

    news, corpus = remembered_windows(settings.work / "told.pickle", make)
    chance = random.Random(SEED)  # noqa: S311
    replay = replayed(settings, pieces, chance)
    return Windows(
        news,
        {name: each for name, each in corpus.items() if late(name)},
        [window for name, each in corpus.items() if not late(name) for window in each],
        chance.sample(replay, int(2 * REPLAY * len(replay))),
    )


def run(settings: Settings, windows: Windows, left_out: int) -> None:
    """Trains one model without the articles of a fold and writes work/foldN.pt and the folder work/foldN."""
    name = f"fold{left_out}"
    torch.manual_seed(SEED)
    told = windows.told(left_out, NEWS)

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
    """python -m training.folds [--parts 0,1,2,3,4]: writes work/fold0 ... work/fold4, or those named, so that several
    can be made side by side."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--parts", default=",".join(map(str, range(FOLDS))))
    settings = Settings.from_environment()
    torch.set_num_threads(settings.threads)
    windows = read_windows(settings, Pieces(settings.work / "encoder" / "tokenizer.json"))
    remember(started(settings, settings.work / "second.pt"), windows.all(), KEPT)
    for part in arguments.parse_args().parts.split(","):
        run(settings, windows, int(part))


if __name__ == "__main__":
    main()
