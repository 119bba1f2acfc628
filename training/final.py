"""Stage 5: the model that ships, on everything, from stage 3, with all layers free."""

import random
from collections.abc import Iterator

import torch

from training.collate import batches
from training.export import export
from training.folds import read_windows
from training.optimise import Plan, train
from training.replay import all_losses, replayed, started
from training.settings import Settings
from training.windows import Pieces, Window

SEED = 80
EPOCHS = 3
PIECES = 1400
CORPUS, REPLAY = 0.25, 0.3


def main() -> None:
    """Writes work/final.pt and the folder work/final."""
    settings = Settings.from_environment()
    torch.manual_seed(SEED)
    torch.set_num_threads(settings.threads)
    pieces = Pieces(settings.work / "encoder" / "tokenizer.json")
    windows = read_windows(settings, pieces)
    gold = [window for each in windows.gold.values() for window in each]

    def epoch(number: int) -> Iterator[list[Window]]:
        chance = random.Random(SEED + number)  # noqa: S311
        replay = replayed(settings, pieces, chance)
        corpus = chance.sample(windows.corpus, int(CORPUS * len(windows.corpus)))
        return batches(gold + corpus + chance.sample(replay, int(REPLAY * len(replay))), chance, PIECES)

    steps = sum(1 for _ in epoch(0))
    print(f"{len(gold)} windows of news, {steps} steps an epoch", flush=True)
    plan = Plan(EPOCHS, steps, 1.2e-4, 8e-4, settings.work / "final.pt")
    train(started(settings, settings.work / "heads.pt"), plan, epoch, all_losses)
    export(started(settings, plan.checkpoint), settings.work / "encoder", settings.work / "final")


if __name__ == "__main__":
    main()
