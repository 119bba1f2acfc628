"""Reported speech: contents, and the words of saying and speakers that belong to them."""

import numpy as np

from saksi.model.codes import Voice
from saksi.model.span import Span
from saksi.model.syntax import Utterance
from saksi.nlp.decode import Hearing, Scores, probability
from saksi.nlp.encoder import Labels
from saksi.nlp.tags import best_tags, log_softmax, spans

LEAST_CUE = 0.3
LEAST_LINK = 0.3

Part = tuple[int, int, str, float]
"""First and last word of a stretch of content, its voice and its score."""


def utterances(hearing: Hearing, labels: Labels) -> list[Utterance]:
    """The utterances whose content starts in a window's new sentences, contents of one cue and voice together."""
    parts = _parts(hearing, labels)
    if not parts:
        return []
    cues = probability(hearing.heard.cue)
    links = probability(hearing.heard.roles[labels.roles.index("content")])
    grouped: dict[tuple[int, str], list[Part]] = {}
    for number, part in enumerate(parts):
        cue = _cue(part[0], cues, links)
        grouped.setdefault((cue if cue is not None else -1 - number, part[2]), []).append(part)
    return [_utterance(hearing, labels, cue, group) for (cue, _), group in grouped.items()]


def _parts(hearing: Hearing, labels: Labels) -> list[Part]:
    scores = log_softmax(hearing.heard.speech[1:])
    path = best_tags(scores, labels.speech)
    sure = np.exp(scores[np.arange(len(path)), path])
    return [
        (first + 1, last + 1, voice, float(sure[first : last + 1].mean()))
        for first, last, voice in spans(path, labels.speech)
        if first + 1 >= hearing.first_new
    ]


def _cue(content: int, cues: Scores, links: Scores) -> int | None:
    """The word of saying that most surely belongs to the content that starts here."""
    both = np.where(cues >= LEAST_CUE, links[:, content], 0.0)
    best = int(both.argmax())
    return best if both[best] >= LEAST_LINK else None


def _utterance(hearing: Hearing, labels: Labels, cue: int, parts: list[Part]) -> Utterance:
    content = tuple(Span(hearing.token(first).start, hearing.token(last).end) for first, last, _, _ in parts)
    score = float(np.mean([part[3] for part in parts]))
    voice = Voice(parts[0][2])
    if cue < 0:
        return Utterance(content, None, None, voice, round(score, 4))
    said = hearing.token(cue)
    return Utterance(content, Span(said.start, said.end), _speaker(hearing, labels, cue), voice, round(score, 4))


def _speaker(hearing: Hearing, labels: Labels, cue: int) -> Span | None:
    scores = probability(hearing.heard.roles[labels.roles.index("speaker"), cue])
    scores[0] = 0.0
    best = int(scores.argmax())
    if scores[best] < LEAST_LINK:
        return None
    return hearing.phrase(best)
