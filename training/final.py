"""Stage 4: the model that ships: that of everything once more, with the treebanks and names whole, at a low rate.

What ships is the mean of the weights before and after, which keeps the best of both.
"""

import random
from collections.abc import Iterator

import torch

from training.collate import batches
from training.export import export
from training.folds import CORPUS, read_windows
from training.material import Shares, read_material, shared_windows
from training.optimise import Plan, train
from training.replay import all_losses, started
from training.settings import Settings
from training.windows import Pieces, Window

SEED = 80
EPOCHS = 1
PIECES = 1400
KEPT = 4
SHARES = Shares(current=2.0, old=0.3, idner=1.0, nergrit=0.5)


def main() -> None:
    """Writes work/final.pt and the folder work/final, on the way work/after.pt."""
    settings = Settings.from_environment()
    torch.manual_seed(SEED)
    torch.set_num_threads(settings.threads)
    pieces = Pieces(settings.work / "encoder" / "tokenizer.json")
    windows = read_windows(settings, pieces)
    material = read_material(settings)
    told = [window for each in windows.told.values() for window in each]

    def epoch(number: int) -> Iterator[list[Window]]:
        chance = random.Random(SEED + number)  # noqa: S311
        replay = shared_windows(pieces, material, chance, SHARES)
        corpus = chance.sample(windows.corpus, int(CORPUS * len(windows.corpus)))
        return batches(told + corpus + replay, chance, PIECES)

    steps = sum(1 for _ in epoch(0))
    print(f"{len(told)} windows, {steps} steps an epoch", flush=True)
    plan = Plan(EPOCHS, steps, 7e-5, 4e-4, settings.work / "after.pt", KEPT)
    model = started(settings, settings.work / "whole.pt")
    before = {name: value.clone() for name, value in model.state_dict().items()}
    train(model, plan, epoch, all_losses)
    model.load_state_dict({name: (before[name] + value) / 2 for name, value in model.state_dict().items()})
    torch.save({"model": model.state_dict()}, settings.work / "final.pt")
    export(model, settings.work / "encoder", settings.work / "final")


if __name__ == "__main__":
    main()
