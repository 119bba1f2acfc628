"""What the later stages share: the losses of all heads, and windows of treebanks and names to keep those in mind."""

import pickle
import random
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import torch
from torch import Tensor

from saksi.nlp import Ear
from training.annotated import Annotated
from training.build import load
from training.collate import Batch
from training.losses import event_loss, names_loss, role_loss, speech_loss, syntax_loss
from training.material import material_windows, read_material
from training.model import Ears, Heard
from training.settings import Settings
from training.telling import told
from training.windows import Pieces, Window

Kept = TypeVar("Kept")


def all_losses(heard: Heard, batch: Batch) -> Tensor:
    """Every head's loss; a head whose labels a batch lacks adds nothing."""
    loss = syntax_loss(heard, batch) + names_loss(heard, batch)
    return loss + event_loss(heard, batch) + role_loss(heard, batch) + speech_loss(heard, batch)


def replayed(settings: Settings, pieces: Pieces, chance: random.Random) -> list[Window]:
    """One epoch of treebanks and names."""
    return material_windows(pieces, read_material(settings), chance, 2)


def remembered_windows(path: Path, make: Callable[[], Kept]) -> Kept:
    """What was made before and lies in a file of our own, or else is made now and kept there."""
    if path.exists():
        kept: Kept = pickle.loads(path.read_bytes())  # noqa: S301
        return kept
    made = make()
    path.write_bytes(pickle.dumps(made))
    return made


def told_windows(
    ear: Ear, pieces: Pieces, articles: Sequence[Annotated], alone: bool = False
) -> dict[str, list[Window]]:
    """The windows of each article by its name; with `alone`, one for each sentence."""
    return {article.id: told(ear, pieces, article, alone) for article in articles}


def started(settings: Settings, checkpoint: Path) -> Ears:
    """The model of an earlier stage."""
    model = Ears(load(settings.work / "encoder"))
    model.load_state_dict(torch.load(checkpoint, weights_only=True)["model"])
    return model
