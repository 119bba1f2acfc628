"""Stage 5: the model that ships, on everything, from stage 3, the encoder's lowest layers left as they are."""

import random
from collections.abc import Iterator

import torch

from training.collate import batches
from training.export import export
from training.folds import read_windows
from training.material import Shares, read_material, shared_windows
from training.optimise import Plan, train
from training.replay import all_losses, started
from training.settings import Settings
from training.windows import Pieces, Window

SEED = 80
EPOCHS = 2
PIECES = 1400
KEPT = 4
CORPUS = 0.2
SHARES = Shares(current=1.6, old=0.15, idner=0.6, nergrit=0.3)


def main() -> None:
    """Writes work/final.pt and the folder work/final."""
    settings = Settings.from_environment()
    torch.manual_seed(SEED)
    torch.set_num_threads(settings.threads)
    pieces = Pieces(settings.work / "encoder" / "tokenizer.json")
    windows = read_windows(settings, pieces)
    material = read_material(settings)
    gold = [window for each in windows.gold.values() for window in each]

    def epoch(number: int) -> Iterator[list[Window]]:
        chance = random.Random(SEED + number)  # noqa: S311
        replay = shared_windows(pieces, material, chance, SHARES)
        corpus = chance.sample(windows.corpus, int(CORPUS * len(windows.corpus)))
        return batches(gold + corpus + replay, chance, PIECES)

    steps = sum(1 for _ in epoch(0))
    print(f"{len(gold)} windows of news, {steps} steps an epoch", flush=True)
    plan = Plan(EPOCHS, steps, 1.2e-4, 8e-4, settings.work / "final.pt", KEPT)
    train(started(settings, settings.work / "heads.pt"), plan, epoch, all_losses)
    export(started(settings, plan.checkpoint), settings.work / "encoder", settings.work / "final")


if __name__ == "__main__":
    main()
