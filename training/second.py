"""Stage 2: all heads, on two thirds of the corpus of this folder, treebanks and names; no annotated news is read."""

import random
from collections.abc import Iterator

import torch

from saksi.nlp import Ear
from training.annotated import read_corpus
from training.collate import batches
from training.gold import late
from training.optimise import Plan, train
from training.replay import all_losses, replayed, started, told_windows
from training.settings import Settings
from training.windows import Pieces, Window

SEED = 40
EPOCHS = 5
PIECES = 1400
SHARE = 0.35
"""Of the treebanks and names that go by in an epoch."""


def main() -> None:
    """Writes work/second.pt; the trees over the corpus are those of the first model, exported to work/first."""
    settings = Settings.from_environment()
    torch.manual_seed(SEED)
    torch.set_num_threads(settings.threads)
    pieces = Pieces(settings.work / "encoder" / "tokenizer.json")
    early = [article for article in read_corpus(settings.corpus) if not late(article.id)]
    known = told_windows(Ear(settings.work / "first", settings.threads), pieces, early)
    corpus = [window for windows in known.values() for window in windows]

    def epoch(number: int) -> Iterator[list[Window]]:
        chance = random.Random(SEED + number)  # noqa: S311
        replay = replayed(settings, pieces, chance)
        return batches(corpus + chance.sample(replay, int(SHARE * len(replay))), chance, PIECES)

    steps = sum(1 for _ in epoch(0))
    print(f"{len(corpus)} windows of the corpus, {steps} steps an epoch", flush=True)
    plan = Plan(EPOCHS, steps, 1.5e-4, 1.5e-3, settings.work / "second.pt")
    train(started(settings, settings.work / "first.pt"), plan, epoch, all_losses)


if __name__ == "__main__":
    main()
