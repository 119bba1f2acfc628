"""A checkpoint to the folder that the reader loads: int8 network, tokenizer, labels.

Weights of all matrix products become int8 by output channel (activations are scaled at run time), word embeddings int8
by row; layer norms, biases and positions stay as they are. Gold-style relations, the current treebank style and the
idner guideline of names are fixed here, so that the reader need not know of others.
"""

import argparse
import json
import shutil
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training import labels
from training.build import load
from training.encoder import Layer
from training.model import Ears, Heard
from training.settings import Settings
from training.treebanks import CURRENT

HEARD = (
    "upos", "arcs", "relation_dependent", "relation_head", "names",
    "types", "status", "inside", "roles", "speech", "cue", "names_nergrit",
)  # fmt: skip


class Rows(nn.Module):
    """An embedding in int8 with a scale for each row."""

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        scale = weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127.0
        self.register_buffer("scale", scale)
        self.register_buffer("whole", torch.round(weight / scale).to(torch.int8))

    def forward(self, ids: Tensor) -> Tensor:
        """Vectors of the pieces."""
        whole, scale = self.whole, self.scale
        assert isinstance(whole, Tensor) and isinstance(scale, Tensor)
        return whole[ids].to(torch.float32) * scale[ids]


class FusedAttention(torch.autograd.Function):
    """Stands for onnxruntime's own attention when the network is written down; computes nothing in torch."""

    @staticmethod
    def forward(ctx: object, q: Tensor, k: Tensor, v: Tensor, heads: int) -> Tensor:  # noqa: ARG004
        """A tensor of the right shape."""
        return torch.zeros_like(q)

    @staticmethod
    def symbolic(graph: torch.Graph, q: torch.Value, k: torch.Value, v: torch.Value, heads: int) -> torch.Value:
        """The operator of onnxruntime; a single window has no padding, so that there is no mask."""
        made = graph.op("com.microsoft::MultiHeadAttention", q, k, v, num_heads_i=heads)
        made.setType(q.type())
        return made


def _fuse(layer: Layer) -> None:
    layer.attend = lambda q, k, v, _: FusedAttention.apply(q, k, v, layer.heads)  # type: ignore[method-assign]


class Shipped(nn.Module):
    """One window in, what the reader asks for out, and names by the second guideline, which are only scored."""

    def __init__(self, model: Ears) -> None:
        super().__init__()
        self.model = model
        for layer in model.encoder.layers:
            assert isinstance(layer, Layer)
            _fuse(layer)
        model.encoder.words = Rows(model.encoder.words.weight.data)  # type: ignore[assignment]

    def forward(self, ids: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        """ids: [1, L] pieces; first: [1, N]."""
        style = torch.full_like(ids[:, 0], CURRENT)
        heard: Heard = self.model(ids, torch.ones_like(ids), first, style)
        answers = heard._asdict()
        answers["names"] = heard.names_idner
        return tuple(answers[name] for name in HEARD)


def write_whole(model: Ears, path: Path) -> None:
    """The network in float. The model is changed and of no more use."""
    ids = torch.randint(5, 3000, (1, 24))
    first = torch.arange(10)[None]
    axes = {name: {1: "words"} for name in HEARD}
    axes |= {"arcs": {1: "words", 2: "words"}, "roles": {2: "words", 3: "words"}}
    axes |= {"ids": {1: "pieces"}, "first": {1: "words"}}
    torch.onnx.export(
        Shipped(model).eval(),
        (ids, first),
        str(path),
        input_names=["ids", "first"],
        output_names=list(HEARD),
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
        custom_opsets={"com.microsoft": 1},
    )


def export(model: Ears, encoder: Path, folder: Path) -> None:
    """Writes model.onnx, tokenizer.json and labels.json into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    whole = folder / "whole.onnx"
    model.eval()
    with torch.no_grad():
        write_whole(model, whole)
    quantize_dynamic(
        whole,
        folder / "model.onnx",
        weight_type=QuantType.QInt8,
        per_channel=True,
        op_types_to_quantize=["MatMul", "Gemm"],
    )
    whole.unlink()
    onnx.checker.check_model(str(folder / "model.onnx"))
    shutil.copy(encoder / "tokenizer.json", folder / "tokenizer.json")
    made = {
        "upos": labels.UPOS, "relations": labels.RELATIONS, "names": labels.NAMES, "types": labels.TYPES,
        "status": labels.STATUS, "roles": labels.ROLES, "speech": labels.SPEECH,
    }  # fmt: skip
    (folder / "labels.json").write_text(json.dumps(made, indent=1) + "\n")
    print(f"{folder}: {(folder / 'model.onnx').stat().st_size / 1e6:.1f} MB")


def main() -> None:
    """python -m training.export CHECKPOINT FOLDER"""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("checkpoint", type=Path)
    arguments.add_argument("folder", type=Path)
    given = arguments.parse_args()
    encoder = Settings.from_environment().work / "encoder"
    model = Ears(load(encoder))
    model.load_state_dict(torch.load(given.checkpoint, weights_only=True)["model"])
    export(model, encoder, given.folder)


if __name__ == "__main__":
    main()
