"""The shipped folder back to a checkpoint, so that training can go on from what ships where no checkpoint was kept.

Weights come back as rounded as the int8 file has them. Of the two guidelines of treebanks the file knows the current
one alone; the other starts again from it.
"""

import argparse
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor

from saksi.nlp.ear import SHIPPED
from training.build import load
from training.export import write_whole
from training.labels import ROLES
from training.model import Ears
from training.settings import Settings

Tensors = dict[str, NDArray[np.float32]]
STYLE, WORDS, ROLE_BIAS = "style.weight", "encoder.words.weight", "role_bias"


def _tensors(path: Path) -> Tensors:
    return {each.name: numpy_helper.to_array(each) for each in onnx.load(path).graph.initializer}


def _named(state: dict[str, Tensor], fresh: Tensors) -> dict[str, str]:
    """Which tensor of a file each weight of a matrix product becomes, told by the values of a fresh model."""
    made = {}
    for name, weight in state.items():
        if weight.dim() == 2 and name not in {STYLE, WORDS} and f"model.{name}" not in fresh:
            values = weight.numpy().T
            made[name] = next(n for n, a in fresh.items() if a.shape == values.shape and np.array_equal(a, values))
    return made


def _whole(shipped: Tensors, name: str) -> Tensor:
    """A weight of a matrix product in float, out by in."""
    product = shipped[f"{name}_quantized"].astype(np.float32) * shipped[f"{name}_scale"]
    return torch.from_numpy(np.ascontiguousarray(product.T))


def restore(encoder: Path, folder: Path) -> Ears:
    """The model of a shipped folder; `encoder` is what stage 0 wrote. KeyError where the file has another layout."""
    model = Ears(load(encoder))
    for weight in (model.arc.weight, model.style.weight):
        torch.nn.init.normal_(weight)
    state = {name: value.clone() for name, value in model.state_dict().items()}
    with tempfile.TemporaryDirectory() as place, torch.no_grad():
        write_whole(model, Path(place) / "whole.onnx")
        fresh = _tensors(Path(place) / "whole.onnx")
    shipped = _tensors(folder / "model.onnx")
    products = _named(state, fresh)
    style = next(name for name, values in fresh.items() if values.shape[:2] == (1, 1))
    folded = next(name for name, values in fresh.items() if values.shape == (len(ROLES), 1, 1))
    for name, value in state.items():
        if name == STYLE:
            value.copy_(torch.from_numpy(shipped[style].reshape(1, -1).repeat(2, 0)))
        elif name == WORDS:
            scale, whole = shipped["model.encoder.words.scale"], shipped["model.encoder.words.whole"]
            value.copy_(torch.from_numpy(whole.astype(np.float32) * scale))
        elif name == ROLE_BIAS:
            value.copy_(torch.from_numpy(shipped[folded].reshape(-1)))
        elif name in products:
            value.copy_(_whole(shipped, products[name]))
        else:
            value.copy_(torch.from_numpy(shipped[f"model.{name}"].copy()))
    made = Ears(load(encoder))
    made.load_state_dict(state)
    return made


def main() -> None:
    """python -m training.restore CHECKPOINT [--folder FOLDER]"""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("checkpoint", type=Path)
    arguments.add_argument("--folder", type=Path, default=SHIPPED)
    given = arguments.parse_args()
    model = restore(Settings.from_environment().work / "encoder", given.folder)
    torch.save({"model": model.state_dict()}, given.checkpoint)


if __name__ == "__main__":
    main()
