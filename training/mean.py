"""The mean of models that went different ways from one start: it hears more surely than any of them.

    python -m training.mean NAME PART PART ...

writes work/NAME.pt and the folder work/NAME from work/PART.pt ...; after stage 3 NAME is `whole`: its five models have
together heard all of the annotated news.
"""

import argparse
from collections.abc import Sequence

import torch

from training.export import export
from training.model import Ears
from training.replay import started
from training.settings import Settings


def write_mean(settings: Settings, name: str, models: Sequence[Ears], weights: Sequence[float]) -> None:
    """Writes work/NAME.pt and the folder work/NAME; the weights sum to 1. The first model is changed."""
    states = [model.state_dict() for model in models]
    mean = {key: sum(weight * state[key] for weight, state in zip(weights, states, strict=True)) for key in states[0]}
    torch.save({"model": mean}, settings.work / f"{name}.pt")
    models[0].load_state_dict(mean)
    export(models[0], settings.work / "encoder", settings.work / name)


def main() -> None:
    """Each part counts as much as the others."""
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("name")
    arguments.add_argument("parts", nargs="+")
    given = arguments.parse_args()
    settings = Settings.from_environment()
    models = [started(settings, settings.work / f"{part}.pt") for part in given.parts]
    write_mean(settings, given.name, models, [1 / len(models)] * len(models))


if __name__ == "__main__":
    main()
