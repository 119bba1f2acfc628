"""The mean of models that went different ways from one start: it hears more surely than any of them.

    python -m training.mean NAME PART[=WEIGHT] ...

writes work/NAME.pt and the folder work/NAME from work/PART.pt ...; without weights each part counts as much.
"""

import argparse

import torch

from training.export import export
from training.replay import started
from training.settings import Settings


def main() -> None:
    """Reads the parts, writes their mean and the folder that the reader loads."""
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("name")
    arguments.add_argument("parts", nargs="+")
    given = arguments.parse_args()
    settings = Settings.from_environment()
    parts = [part.partition("=") for part in given.parts]
    weights = [float(weight or 1) for _, _, weight in parts]
    models = [started(settings, settings.work / f"{name}.pt") for name, _, _ in parts]
    states = [model.state_dict() for model in models]
    mean = {
        key: sum(weight * state[key] for weight, state in zip(weights, states, strict=True)) / sum(weights)
        for key in states[0]
    }
    models[0].load_state_dict(mean)
    torch.save({"model": mean}, settings.work / f"{given.name}.pt")
    export(models[0], settings.work / "encoder", settings.work / given.name)


if __name__ == "__main__":
    main()
