"""The training loop that all stages share: bf16 autocast, fused AdamW, one rise and fall of the rates, resumable."""

import math
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn

from training.collate import Batch, collate
from training.model import Ears, Heard
from training.windows import Window

Loss = Callable[[Heard, Batch], Tensor]


@dataclass(frozen=True, slots=True)
class Plan:
    """epochs and steps of each; rates of the encoder and of the heads; checkpoint: where progress is kept;
    kept: how many of the encoder's lower layers stay as they are."""

    epochs: int
    steps: int
    encoder_rate: float
    head_rate: float
    checkpoint: Path
    kept: int = 0


def _optimiser(model: Ears, plan: Plan) -> torch.optim.Optimizer:
    model.encoder.words.weight.requires_grad_(False)
    for layer in list(model.encoder.layers)[: plan.kept]:
        layer.requires_grad_(False)
    if plan.kept:
        model.encoder.positions.requires_grad_(False)
        model.encoder.norm.requires_grad_(False)
    inner = [p for p in model.encoder.parameters() if p.requires_grad]
    seen = {id(p) for p in model.encoder.parameters()}
    outer = [p for p in model.parameters() if id(p) not in seen]
    groups = [{"params": inner, "lr": plan.encoder_rate}, {"params": outer, "lr": plan.head_rate}]
    return torch.optim.AdamW(groups, weight_decay=0.01, fused=True, betas=(0.9, 0.98))


def _pace(step: int, total: int) -> float:
    warm = max(total // 12, 1)
    return (
        step / warm
        if step < warm
        else 0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * min(1, (step - warm) / (total - warm))))
    )


def step(model: Ears, batch: Batch, loss: Loss, kept: int) -> Tensor:
    """The loss of one batch."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        heard = model(batch.ids, batch.present, batch.first, batch.style, batch.lower, kept)
    return loss(heard, batch)


def train(model: Ears, plan: Plan, epoch: Callable[[int], Iterator[list[Window]]], loss: Loss) -> None:
    """Runs the plan, going on from its checkpoint where there is one."""
    optimiser = _optimiser(model, plan)
    total = plan.epochs * plan.steps
    pace = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda at: _pace(at, total))
    start = _resume(model, optimiser, pace, plan)
    parameters = [p for p in model.parameters() if p.requires_grad]
    for number in range(start, plan.epochs):
        model.train()
        began, summed, done = time.time(), 0.0, 0
        for windows in epoch(number):
            value = step(model, collate(windows), loss, plan.kept)
            optimiser.zero_grad()
            value.backward()
            nn.utils.clip_grad_norm_(parameters, 4.0)
            optimiser.step()
            pace.step()
            summed, done = summed + float(value.detach()), done + 1
            if done % 20 == 0:
                print(
                    f"epoch {number} step {done}/{plan.steps} loss {summed / done:.3f} {time.time() - began:.0f}s",
                    flush=True,
                )
        torch.save(
            {
                "model": model.state_dict(),
                "optimiser": optimiser.state_dict(),
                "pace": pace.state_dict(),
                "epoch": number + 1,
            },
            plan.checkpoint,
        )


def _resume(model: Ears, optimiser: torch.optim.Optimizer, pace: torch.optim.lr_scheduler.LambdaLR, plan: Plan) -> int:
    if not plan.checkpoint.exists():
        return 0
    kept = torch.load(plan.checkpoint, weights_only=True)
    model.load_state_dict(kept["model"])
    optimiser.load_state_dict(kept["optimiser"])
    pace.load_state_dict(kept["pace"])
    return int(kept["epoch"])


@torch.no_grad()
def remember(model: Ears, windows: list[Window], kept: int) -> None:
    """Gives each window what the lower layers make of it, so that training need not run them again."""
    model.eval()
    order = sorted(windows, key=lambda window: len(window.ids))
    for at in range(0, len(order), 8):
        batch = collate(order[at : at + 8])
        with torch.autocast("cpu", dtype=torch.bfloat16):
            lower = model.encoder.lower(batch.ids, batch.present, kept)
        for i, window in enumerate(order[at : at + 8]):
            window.lower = lower[i, : len(window.ids)].to(torch.bfloat16).clone()
