"""Stage 1: word classes, dependencies and names, from the bare encoder."""

import random
from collections.abc import Iterator

import torch
from torch import Tensor

from training.build import load
from training.collate import Batch, batches
from training.losses import names_loss, syntax_loss
from training.material import material_windows, read_material
from training.model import Ears, Heard
from training.optimise import Plan, train
from training.settings import Settings
from training.windows import Pieces, Window

SEED = 20
EPOCHS = 8
PIECES = 1400


def loss(heard: Heard, batch: Batch) -> Tensor:
    """Syntax and names."""
    return syntax_loss(heard, batch) + names_loss(heard, batch)


def main() -> None:
    """Writes work/first.pt."""
    settings = Settings.from_environment()
    torch.manual_seed(SEED)
    torch.set_num_threads(settings.threads)
    pieces = Pieces(settings.work / "encoder" / "tokenizer.json")
    material = read_material(settings)

    def epoch(number: int) -> Iterator[list[Window]]:
        chance = random.Random(SEED + number)  # noqa: S311
        return batches(material_windows(pieces, material, chance, 2), chance, PIECES)

    steps = sum(1 for _ in epoch(0))
    model = Ears(load(settings.work / "encoder"))
    plan = Plan(EPOCHS, steps, 2e-4, 2e-3, settings.work / "first.pt")
    print(f"{steps} steps an epoch", flush=True)
    train(model, plan, epoch, loss)


if __name__ == "__main__":
    main()
