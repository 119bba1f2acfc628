"""Stage 3: the heads of events and speech on the corpus again, with the encoder's upper layers. No gold is read.

The lower layers stay as they are, so that they run once over every window.
"""

import random
from collections.abc import Iterator

import torch

from saksi.nlp import Ear
from training.annotated import read_corpus
from training.collate import batches
from training.optimise import Plan, remember, train
from training.replay import all_losses, replayed, started, told_windows
from training.settings import Settings
from training.windows import Pieces, Window

SEED = 50
EPOCHS = 5
PIECES = 1400
KEPT = 6
REPLAY = 0.1


def main() -> None:
    """Writes work/heads.pt."""
    settings = Settings.from_environment()
    torch.manual_seed(SEED)
    torch.set_num_threads(settings.threads)
    pieces = Pieces(settings.work / "encoder" / "tokenizer.json")
    known = told_windows(Ear(settings.work / "second", 1), pieces, read_corpus(settings.corpus))
    corpus = [window for windows in known.values() for window in windows]
    chance = random.Random(SEED)  # noqa: S311
    replay = replayed(settings, pieces, chance)
    replay = chance.sample(replay, int(2 * REPLAY * len(replay)))
    model = started(settings, settings.work / "second.pt")
    model.role.reset_parameters()
    remember(model, corpus + replay, KEPT)

    def epoch(number: int) -> Iterator[list[Window]]:
        chance = random.Random(SEED + number)  # noqa: S311
        return batches(corpus + replay[number % 2 :: 2], chance, PIECES)

    steps = sum(1 for _ in epoch(0))
    print(f"{len(corpus)} windows of the corpus, {steps} steps an epoch", flush=True)
    train(model, Plan(EPOCHS, steps, 1.5e-4, 3e-3, settings.work / "heads.pt", KEPT), epoch, all_losses)


if __name__ == "__main__":
    main()
