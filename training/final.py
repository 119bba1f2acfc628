"""Stage 4: two models that go on at a low rate from that of all folds; the mean of the three ships (`training.mean`).

Both hear the treebanks and names whole again for an epoch; the second also hears sentences of the articles alone, so
that short texts are heard as well as long ones. The mean keeps the best of all three.
"""

import argparse
import random
from collections.abc import Iterator

import torch

from saksi.nlp import Ear
from training.annotated import read_corpus
from training.collate import batches
from training.folds import CORPUS, Windows, read_windows
from training.gold import read_gold
from training.material import Shares, read_material, shared_windows
from training.optimise import Plan, train
from training.replay import all_losses, started, told_windows
from training.settings import Settings
from training.windows import Pieces, Window

SEED = 80
PIECES = 1400
KEPT = 4
ALONE = {"trees": 0.0, "alone": 0.5}
"""Share of the single sentences that each of the two hears."""
SHARES = Shares(current=2.0, old=0.3, idner=1.0, nergrit=0.5)


def read_single(settings: Settings, pieces: Pieces) -> list[Window]:
    """Every sentence of the annotated news and of the corpus alone, with its labels."""
    articles = read_corpus(settings.corpus) + read_gold(settings)
    ear = Ear(settings.work / "second", settings.threads)
    return [window for each in told_windows(ear, pieces, articles, alone=True).values() for window in each]


def heard_windows(settings: Settings, pieces: Pieces, windows: Windows, chance: random.Random) -> list[Window]:
    """The annotated news and the late corpus whole, some of the early corpus, and the treebanks and names."""
    corpus = chance.sample(windows.corpus, int(CORPUS * len(windows.corpus)))
    return windows.told(None, 1) + corpus + shared_windows(pieces, read_material(settings), chance, SHARES)


def run(settings: Settings, pieces: Pieces, windows: Windows, name: str) -> None:
    """Trains one of the two and writes work/NAME.pt."""
    torch.manual_seed(SEED)
    single = read_single(settings, pieces) if ALONE[name] else []

    def epoch(number: int) -> Iterator[list[Window]]:
        chance = random.Random(SEED + number)  # noqa: S311
        heard = heard_windows(settings, pieces, windows, chance)
        return batches(heard + chance.sample(single, int(ALONE[name] * len(single))), chance, PIECES)

    steps = sum(1 for _ in epoch(0))
    print(f"{name}: {steps} steps", flush=True)
    plan = Plan(1, steps, 7e-5, 4e-4, settings.work / f"{name}.pt", KEPT)
    train(started(settings, settings.work / "whole.pt"), plan, epoch, all_losses)


def main() -> None:
    """python -m training.final [--parts trees,alone]: writes work/trees.pt and work/alone.pt, or the one named."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--parts", default=",".join(ALONE))
    settings = Settings.from_environment()
    torch.set_num_threads(settings.threads)
    pieces = Pieces(settings.work / "encoder" / "tokenizer.json")
    windows = read_windows(settings, pieces)
    for part in arguments.parse_args().parts.split(","):
        run(settings, pieces, windows, part)


if __name__ == "__main__":
    main()
