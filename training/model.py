"""The encoder with all heads, in one pass."""

from typing import NamedTuple

import torch
from torch import Tensor, nn

from training.encoder import Encoder
from training.labels import NAMES, RELATIONS, ROLES, SPEECH, STATUS, TYPES, UPOS

ARC, RELATION, EVENT, ROLE = 256, 64, 256, 256
RARE = -4.0
"""Log odds that rare things start from."""


class Heard(NamedTuple):
    """What the heads say. B windows, N words, word 0 the root.

    upos [B, N, 17]; arcs [B, N, N] dependent to head; relation_dependent [B, N, 37, 65] and relation_head
    [B, N, 65], whose product over the last axis scores the relations; names_idner, names_nergrit [B, N, 7];
    types [B, N, 16]; status [B, N, 4]; inside [B, N]; roles [B, 4, N, N] from trigger or cue;
    speech [B, N, 5]; cue [B, N].
    """

    upos: Tensor
    arcs: Tensor
    relation_dependent: Tensor
    relation_head: Tensor
    names_idner: Tensor
    names_nergrit: Tensor
    types: Tensor
    status: Tensor
    inside: Tensor
    roles: Tensor
    speech: Tensor
    cue: Tensor


def _layer(width: int, out: int, drop: float) -> nn.Sequential:
    return nn.Sequential(nn.Linear(width, out), nn.LeakyReLU(0.1), nn.Dropout(drop))


def _with_one(x: Tensor) -> Tensor:
    return torch.cat([x, torch.ones_like(x[..., :1])], -1)


class Ears(nn.Module):
    """Encoder and heads."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        width = encoder.sizes.hidden
        self.encoder = encoder
        self.style = nn.Embedding(2, width)
        nn.init.zeros_(self.style.weight)
        self.drop = nn.Dropout(0.15)
        self.upos = nn.Linear(width, len(UPOS))
        self.arc_dependent, self.arc_head = _layer(width, ARC, 0.25), _layer(width, ARC, 0.25)
        self.arc = nn.Linear(ARC + 1, ARC, bias=False)
        self.relation_dependent, self.relation_head = _layer(width, RELATION, 0.25), _layer(width, RELATION, 0.25)
        self.relation = nn.Linear(RELATION + 1, len(RELATIONS) * (RELATION + 1), bias=False)
        self.names_idner, self.names_nergrit = nn.Linear(width, len(NAMES)), nn.Linear(width, len(NAMES))
        self.event = _layer(width, EVENT, 0.2)
        self.types, self.status = nn.Linear(EVENT, len(TYPES)), nn.Linear(EVENT, len(STATUS))
        self.inside = nn.Linear(EVENT, 1)
        self.role_from, self.role_to = _layer(width, ROLE, 0.2), _layer(width, ROLE, 0.2)
        self.role = nn.Linear(ROLE + 1, len(ROLES) * (ROLE + 1), bias=False)
        self.role_bias = nn.Parameter(torch.full((len(ROLES),), RARE))
        self.speech, self.cue = nn.Linear(width, len(SPEECH)), nn.Linear(width, 1)
        nn.init.zeros_(self.arc.weight)
        nn.init.normal_(self.relation.weight, std=0.01)
        nn.init.normal_(self.role.weight, std=0.01)
        for rare in (self.types, self.inside, self.cue):
            nn.init.constant_(rare.bias, RARE)

    def forward(
        self, ids: Tensor, present: Tensor, first: Tensor, style: Tensor, lower: Tensor | None = None, kept: int = 0
    ) -> Heard:
        """ids, present: [B, L]; first: [B, N]; style: [B]; lower [B, L, H]: what `kept` layers give, if known."""
        h = self.encoder(ids, present) if lower is None else self.encoder.upper(lower, present, kept)
        h = torch.gather(h, 1, first[..., None].expand(-1, -1, h.shape[-1]))
        tree = self.drop(h + self.style(style)[:, None])
        h = self.drop(h)
        event = self.event(h)
        batch, count = h.shape[:2]
        arcs = self.arc(_with_one(self.arc_dependent(tree))) @ self.arc_head(tree).transpose(1, 2)
        related = self.relation(_with_one(self.relation_dependent(tree)))
        sought = self.role(_with_one(self.role_from(h))).reshape(batch, count, len(ROLES), ROLE + 1)
        sought = sought.transpose(1, 2).reshape(batch, -1, ROLE + 1)
        found = (sought @ _with_one(self.role_to(h)).transpose(1, 2)).reshape(batch, len(ROLES), count, count)
        return Heard(
            upos=self.upos(tree),
            arcs=arcs,
            relation_dependent=related.reshape(batch, count, len(RELATIONS), RELATION + 1),
            relation_head=_with_one(self.relation_head(tree)),
            names_idner=self.names_idner(h),
            names_nergrit=self.names_nergrit(h),
            types=self.types(event),
            status=self.status(event),
            inside=self.inside(event).squeeze(-1),
            roles=found + self.role_bias[:, None, None],
            speech=self.speech(h),
            cue=self.cue(h).squeeze(-1),
        )
