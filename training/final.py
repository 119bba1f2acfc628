"""Stage 4: the model that ships: a mean of that of all folds and of two that went on from it at a low rate.

Both hear the treebanks and names whole again for an epoch; the second also hears sentences of the articles alone, so
that short texts are heard as well as long ones. The mean keeps the best of all three.
"""

import random
from collections.abc import Iterator
from functools import partial

import torch

from saksi.nlp import Ear
from training.annotated import read_corpus
from training.collate import batches
from training.folds import CORPUS, read_windows
from training.gold import read_gold
from training.material import Shares, read_material, shared_windows
from training.mean import write_mean
from training.optimise import Plan, train
from training.replay import all_losses, started, told_windows
from training.settings import Settings
from training.windows import Pieces, Window

SEED = 80
PIECES = 1400
KEPT = 4
ALONE = {"trees": 0.0, "alone": 0.5}
"""Share of the single sentences that each of the two hears."""
WEIGHTS = (0.1, 0.45, 0.45)
"""Of the model of all folds and of those two in the mean."""
SHARES = Shares(current=2.0, old=0.3, idner=1.0, nergrit=0.5)


def main() -> None:
    """Writes work/final.pt and the folder work/final, on the way work/trees.pt and work/alone.pt."""
    settings = Settings.from_environment()
    torch.set_num_threads(settings.threads)
    pieces = Pieces(settings.work / "encoder" / "tokenizer.json")
    windows = read_windows(settings, pieces)
    material = read_material(settings)
    told = windows.told(None, 1)
    ear = Ear(settings.work / "second", settings.threads)
    articles = read_corpus(settings.corpus) + read_gold(settings)
    single = [w for each in told_windows(ear, pieces, articles, alone=True).values() for w in each]

    def epoch(number: int, share: float) -> Iterator[list[Window]]:
        chance = random.Random(SEED + number)  # noqa: S311
        replay = shared_windows(pieces, material, chance, SHARES)
        corpus = chance.sample(windows.corpus, int(CORPUS * len(windows.corpus)))
        some = chance.sample(single, int(share * len(single)))
        return batches(told + corpus + some + replay, chance, PIECES)

    models = [started(settings, settings.work / "whole.pt")]
    for name, share in ALONE.items():
        torch.manual_seed(SEED)
        steps = sum(1 for _ in epoch(0, share))
        print(f"{name}: {steps} steps", flush=True)
        model = started(settings, settings.work / "whole.pt")
        plan = Plan(1, steps, 7e-5, 4e-4, settings.work / f"{name}.pt", KEPT)
        train(model, plan, partial(epoch, share=share), all_losses)
        models.append(model)
    write_mean(settings, "final", models, WEIGHTS)


if __name__ == "__main__":
    main()
