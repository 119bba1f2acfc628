"""The encoder: BERT's layers written out, so that one forward serves training and export."""

import math

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.package import Package, Sizes

EPSILON = 1e-12
DROP = 0.1
"""Share of what each half of a layer adds that is dropped in training."""


class Layer(nn.Module):
    """Self-attention and feed-forward, both with residual and layer norm after."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        width = sizes.hidden
        self.heads = sizes.heads
        self.qkv = nn.Linear(width, 3 * width)
        self.mix = nn.Linear(width, width)
        self.mix_norm = nn.LayerNorm(width, EPSILON)
        self.inner = nn.Linear(width, sizes.inner)
        self.outer = nn.Linear(sizes.inner, width)
        self.outer_norm = nn.LayerNorm(width, EPSILON)
        self.drop = nn.Dropout(DROP)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """x: [batch, length, width]; mask: [batch, 1, 1, length], 0 where there is a piece, -1e4 where padding."""
        q, k, v = self.qkv(x).chunk(3, -1)
        seen = self.attend(q, k, v, mask)
        x = self.mix_norm(x + self.drop(self.mix(seen)))
        return self.outer_norm(x + self.drop(self.outer(functional.gelu(self.inner(x)))))

    def attend(self, q: Tensor, k: Tensor, v: Tensor, mask: Tensor) -> Tensor:
        """Attention of all heads over [batch, length, width]."""
        batch, length, width = q.shape
        q, k, v = (x.reshape(batch, length, self.heads, -1).transpose(1, 2) for x in (q, k, v))
        scores = (q / math.sqrt(width // self.heads)) @ k.transpose(-1, -2)
        seen = torch.softmax(scores + mask.to(scores.dtype), -1).to(v.dtype) @ v
        return seen.transpose(1, 2).reshape(batch, length, width)


class Encoder(nn.Module):
    """Pieces in, one vector a piece out."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.sizes = sizes
        self.words = nn.Embedding(sizes.pieces, sizes.hidden)
        self.positions = nn.Parameter(torch.zeros(sizes.positions, sizes.hidden))
        self.norm = nn.LayerNorm(sizes.hidden, EPSILON)
        self.layers = nn.ModuleList(Layer(sizes) for _ in range(sizes.layers))

    def lower(self, ids: Tensor, present: Tensor, count: int) -> Tensor:
        """What the first `count` layers give."""
        x = self.norm(self.words(ids) + self.positions[: ids.shape[1]])
        for layer in list(self.layers)[:count]:
            x = layer(x, _mask(present))
        return x

    def upper(self, x: Tensor, present: Tensor, count: int) -> Tensor:
        """The layers after the first `count` on what those gave."""
        for layer in list(self.layers)[count:]:
            x = layer(x, _mask(present))
        return x

    def forward(self, ids: Tensor, present: Tensor) -> Tensor:
        """ids, present: [batch, length], present 1 where there is a piece. Gives [batch, length, width]."""
        return self.upper(self.lower(ids, present, 0), present, 0)


def _mask(present: Tensor) -> Tensor:
    return (1.0 - present[:, None, None, :].to(torch.float32)) * -1e4


def state(package: Package, keep: list[int]) -> dict[str, Tensor]:
    """The encoder's parameters, with the embeddings of the pieces kept alone."""
    sizes = package.sizes
    width = sizes.hidden

    def get(name: str, *shape: int) -> Tensor:
        return torch.from_numpy(package.tensor(name, *shape))

    made = {
        "words.weight": get("emb.word", sizes.pieces, width)[keep],
        "positions": get("emb.pos", sizes.positions, width) + get("emb.type", sizes.types, width)[0],
        "norm.weight": get("emb.ln.w", width),
        "norm.bias": get("emb.ln.b", width),
    }
    for i in range(sizes.layers):
        into, source = f"layers.{i}.", f"l{i}."
        made[into + "qkv.weight"] = torch.cat([get(f"{source}{p}.w", width, width) for p in "qkv"])
        made[into + "qkv.bias"] = torch.cat([get(f"{source}{p}.b", width) for p in "qkv"])
        for name, short, rows, columns in (
            ("mix", "ao", width, width),
            ("inner", "fi", sizes.inner, width),
            ("outer", "fo", width, sizes.inner),
        ):
            made[f"{into}{name}.weight"] = get(f"{source}{short}.w", rows, columns)
            made[f"{into}{name}.bias"] = get(f"{source}{short}.b", rows)
        for name, short in (("mix_norm", "aln"), ("outer_norm", "oln")):
            made[f"{into}{name}.weight"] = get(f"{source}{short}.w", width)
            made[f"{into}{name}.bias"] = get(f"{source}{short}.b", width)
    return made
