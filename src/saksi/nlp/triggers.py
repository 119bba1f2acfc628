"""Event triggers with their types, status and arguments."""

import numpy as np

from saksi.model.codes import EventType, Status
from saksi.model.span import Span
from saksi.model.syntax import Argument, Trigger
from saksi.nlp.decode import Hearing, Scores, probability
from saksi.nlp.encoder import Labels
from saksi.nlp.tags import log_softmax

LEAST_TYPE = 0.15
"""Probability from which a trigger is told of; what to believe is for the rules to decide."""
LEAST_MORE = 0.05
"""Probability from which a further type of a trigger is told of."""
LEAST_ROLE = 0.15
MOST_ARGUMENTS = 6


def triggers(hearing: Hearing, labels: Labels) -> list[Trigger]:
    """The triggers of a window's new sentences, in order."""
    kinds = probability(hearing.heard.types)
    best = kinds.max(1)
    best[: hearing.first_new] = 0.0
    inside = probability(hearing.heard.inside)
    found = [int(word) for word in np.flatnonzero(best >= LEAST_TYPE)]
    kept = [word for word in found if not _echo(word, found, best, kinds)]
    return [_trigger(hearing, labels, word, kinds[word], inside, set(kept)) for word in kept]


def _echo(word: int, found: list[int], best: Scores, kinds: Scores) -> bool:
    """Whether a neighbouring word tells of the same type more surely."""
    return any(
        other in found and best[other] > best[word] and kinds[other].argmax() == kinds[word].argmax()
        for other in (word - 1, word + 1)
    )


def _trigger(hearing: Hearing, labels: Labels, word: int, kinds: Scores, inside: Scores, others: set[int]) -> Trigger:
    number, token = hearing.home(word)
    order = [int(kind) for kind in np.argsort(-kinds) if kinds[kind] >= LEAST_MORE]
    status = np.exp(log_softmax(hearing.heard.status[word]))
    return Trigger(
        _extent(hearing, word, inside, others - {word}),
        number,
        token,
        tuple((EventType(labels.types[kind]), round(float(kinds[kind]), 4)) for kind in order),
        tuple((Status(labels.status[i]), round(float(status[i]), 4)) for i in np.argsort(-status)),
        _arguments(hearing, labels, word),
    )


def _extent(hearing: Hearing, word: int, inside: Scores, others: set[int]) -> Span:
    number, _ = hearing.home(word)
    start = hearing.window.starts[number - hearing.window.start]
    end = start + len(hearing.sentence(number).tokens)
    first = last = word
    while first > start and inside[first - 1] >= 0.5 and first - 1 not in others:
        first -= 1
    while last + 1 < end and inside[last + 1] >= 0.5 and last + 1 not in others:
        last += 1
    return Span(hearing.token(first).start, hearing.token(last).end)


def _arguments(hearing: Hearing, labels: Labels, word: int) -> tuple[Argument, ...]:
    found = []
    for role in ("actor", "recipient"):
        scores = probability(hearing.heard.roles[labels.roles.index(role), word])
        scores[0] = 0.0
        best = [int(other) for other in np.argsort(-scores)[:MOST_ARGUMENTS] if scores[other] >= LEAST_ROLE]
        for other in best:
            score = round(float(scores[other]), 4)
            found.append(Argument(role, hearing.phrase(other), hearing.home(other)[1], score))
    return tuple(found)
