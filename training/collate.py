"""Windows to tensors."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from training.labels import ABSENT, ROLES, TYPES
from training.windows import EventLabels, SpeechLabels, Window

PAD = 1


@dataclass(slots=True)
class Batch:
    """What the model takes (ids, present [B, L]; first [B, N]; style [B]) and what its losses compare with.

    own [B, N, N]: whether a word may govern another: the root, or a word of the same sentence.
    role_known marks the (role, trigger, word) cells that the loss of roles counts.
    """

    ids: Tensor
    present: Tensor
    first: Tensor
    style: Tensor
    own: Tensor
    upos: Tensor
    heads: Tensor
    relations: Tensor
    idner: Tensor
    nergrit: Tensor
    types: Tensor
    type_weight: Tensor
    inside: Tensor
    status: Tensor
    roles: Tensor
    role_known: Tensor
    content: Tensor
    cue: Tensor
    windows: Sequence[Window]
    lower: Tensor | None


def _filled(rows: Sequence[list[int] | None], count: int, fill: int) -> Tensor:
    made = torch.full((len(rows), count), fill)
    for i, row in enumerate(rows):
        if row is not None:
            made[i, : len(row)] = torch.tensor(row)
    return made


def _arcs(batch: Batch, i: int, labels: EventLabels | SpeechLabels, words: int) -> None:
    for source, role in labels.judged:
        batch.role_known[i, role, source, 1:words] = 1.0
    for source, role, target in labels.arcs:
        batch.roles[i, role, source, target] = 1.0


def _events(batch: Batch, i: int, labels: EventLabels, words: int) -> None:
    batch.type_weight[i, 1:words] = torch.tensor(labels.weight[1:])
    for word, kind, target in labels.types:
        batch.types[i, word, kind] = max(target, float(batch.types[i, word, kind]))
    for word in labels.inside:
        batch.inside[i, word] = 1.0
    for word, status in labels.status:
        batch.status[i, word] = status
    _arcs(batch, i, labels, words)


def _speech(batch: Batch, i: int, labels: SpeechLabels, words: int) -> None:
    batch.content[i, :words] = torch.tensor(labels.content)
    batch.cue[i, :words] = torch.tensor(labels.cue)
    _arcs(batch, i, labels, words)


def _lower(windows: Sequence[Window], length: int) -> Tensor | None:
    known = [window.lower for window in windows if window.lower is not None]
    if len(known) < len(windows):
        return None
    made = torch.zeros(len(windows), length, known[0].shape[-1])
    for i, each in enumerate(known):
        made[i, : len(each)] = each.float()
    return made


def collate(windows: Sequence[Window]) -> Batch:
    """One batch of the windows, padded to the longest."""
    size, length, count = len(windows), max(len(w.ids) for w in windows), max(len(w.first) for w in windows)
    home = _filled([w.sentence for w in windows], count, -2)
    own = (home[:, :, None] == home[:, None, :]) & (home >= 0)[:, None, :]
    own[:, :, 0] = True
    batch = Batch(
        ids=_filled([w.ids for w in windows], length, PAD),
        present=_filled([[1] * len(w.ids) for w in windows], length, 0),
        first=_filled([w.first for w in windows], count, 0),
        style=torch.tensor([w.style for w in windows]),
        own=own,
        upos=_filled([w.upos for w in windows], count, ABSENT),
        heads=_filled([w.heads for w in windows], count, ABSENT),
        relations=_filled([w.relations for w in windows], count, ABSENT),
        idner=_filled([w.names.get("idner") for w in windows], count, ABSENT),
        nergrit=_filled([w.names.get("nergrit") for w in windows], count, ABSENT),
        types=torch.zeros(size, count, len(TYPES)),
        type_weight=torch.zeros(size, count),
        inside=torch.zeros(size, count),
        status=torch.full((size, count), ABSENT),
        roles=torch.zeros(size, len(ROLES), count, count),
        role_known=torch.zeros(size, len(ROLES), count, count),
        content=torch.full((size, count), ABSENT),
        cue=torch.full((size, count), ABSENT),
        windows=windows,
        lower=_lower(windows, length),
    )
    for i, window in enumerate(windows):
        if window.events is not None:
            _events(batch, i, window.events, len(window.first))
        if window.speech is not None:
            _speech(batch, i, window.speech, len(window.first))
    return batch


def batches(windows: Sequence[Window], chance: random.Random, pieces: int) -> Iterator[list[Window]]:
    """Windows of like length together, about so many pieces a batch, in random order."""
    order = chance.sample(windows, len(windows))
    found: list[list[Window]] = []
    for at in range(0, len(order), 400):
        batch: list[Window] = []
        for window in sorted(order[at : at + 400], key=lambda w: len(w.ids)):
            if batch and (len(batch) + 1) * len(window.ids) > pieces:
                found.append(batch)
                batch = []
            batch.append(window)
        found.append(batch)
    chance.shuffle(found)
    yield from found
