"""What is learned: one loss a head, summed with fixed weights."""

import torch
from torch import Tensor
from torch.nn import functional

from training.collate import Batch
from training.labels import ABSENT
from training.model import Heard

NEVER = -1e9
FAINT = -50.0
"""Log probability below which nothing is told apart, so that what stands outside a window stays finite."""


def _tags(scores: Tensor, wanted: Tensor) -> Tensor:
    if not bool((wanted != ABSENT).any()):
        return scores.sum() * 0.0
    return functional.cross_entropy(scores.float().flatten(0, 1), wanted.flatten(), ignore_index=ABSENT)


def relation_scores(heard: Heard, heads: Tensor) -> Tensor:
    """[B, N, 37]: scores of the relation of each word to its given head."""
    governor = torch.gather(heard.relation_head, 1, heads[..., None].expand(-1, -1, heard.relation_head.shape[-1]))
    return (heard.relation_dependent * governor[:, :, None]).sum(-1)


def syntax_loss(heard: Heard, batch: Batch) -> Tensor:
    """Word classes, heads and relations."""
    arcs = heard.arcs.float().masked_fill(~batch.own, NEVER)
    related = relation_scores(heard, batch.heads.clamp(min=0))
    return 0.5 * _tags(heard.upos, batch.upos) + _tags(arcs, batch.heads) + _tags(related, batch.relations)


def names_loss(heard: Heard, batch: Batch) -> Tensor:
    """Names by either guideline."""
    return _tags(heard.names_idner, batch.idner) + _tags(heard.names_nergrit, batch.nergrit)


def _binary(scores: Tensor, wanted: Tensor, weight: Tensor, scale: float) -> Tensor:
    each = functional.binary_cross_entropy_with_logits(scores.float(), wanted, reduction="none")
    return (each * weight).sum() / scale


def _bags(types: Tensor, batch: Batch) -> Tensor:
    """The most likely word of each bag is taken for its trigger."""
    loss = types.sum() * 0.0
    for i, window in enumerate(batch.windows):
        for words, kind, weight in window.events.bags if window.events else ():
            loss = loss - weight * functional.logsigmoid(types[i, words, kind].float().max())
    return loss


def event_loss(heard: Heard, batch: Batch) -> Tensor:
    """Types, extent, status and roles of triggers. Sums are over cells, per hundred words, so that rare cells count."""
    words = max(float((batch.type_weight > 0).sum()), 1.0)
    scale = words / 15.0
    loss = _binary(heard.types, batch.types, batch.type_weight[..., None], scale)
    loss = loss + _bags(heard.types, batch) / scale
    loss = loss + 0.3 * _binary(heard.inside, batch.inside, batch.type_weight, scale)
    return loss + 0.5 * _tags(heard.status, batch.status)


def role_loss(heard: Heard, batch: Batch) -> Tensor:
    """Arguments of triggers and cues, per trigger and role judged: each word for itself, and all against each other,
    where the root stands for nobody. By themselves the few arguments among many words are learnt far too slowly."""
    known = batch.role_known.amax(-1)
    judged = max(float((known > 0).sum()), 1.0)
    wanted = batch.roles.clone()
    wanted[..., 0] = (wanted[..., 1:].sum(-1) == 0).float()
    scores = heard.roles.float().masked_fill(~batch.own.any(1)[:, None, None], NEVER)
    chosen = -(wanted / wanted.sum(-1, keepdim=True) * functional.log_softmax(scores, -1).clamp(min=FAINT)).sum(-1)
    return _binary(heard.roles, batch.roles, batch.role_known, judged) + (chosen * known).sum() / judged


def speech_loss(heard: Heard, batch: Batch) -> Tensor:
    """Content and cues of reported speech."""
    known = (batch.cue != ABSENT).float()
    cue = _binary(heard.cue, batch.cue.clamp(min=0).float(), known, max(float(known.sum()), 1.0) / 25.0)
    return _tags(heard.speech, batch.content) + cue
