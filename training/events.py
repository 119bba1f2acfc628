"""Learns which drafts are events (src/saksi/extract/data/events.json); run after `training.roles`.

    python -m training.events MATERIAL MODELS [--write]

A draft is right where the scorer pairs it with an annotated event. Weights and threshold are scored over held-out
folds, so that the figures printed are those of articles that neither they nor the language model ever saw.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from types import ModuleType

import numpy as np

from saksi.extract.draft import Draft
from saksi.extract.events import as_event, choose_events, draft_events
from saksi.extract.logistic import Logistic
from saksi.extract.weighing import features
from training.logistic import fit, write
from training.readings import LANGUAGE, Lesson, arguments, held_out, lessons, load_scorer, plain

NEARLY = 0.005
EVENT, NO_EVENT, INDIFFERENT = "event", "none", "indifferent"


@dataclass(frozen=True)
class Taught:
    """An article's drafts, their features and what each is."""

    lesson: Lesson
    drafts: list[Draft]
    features: list[dict[str, float]]
    labels: list[str]


def teach(lesson: Lesson, scorer: ModuleType) -> Taught:
    """Labels an article's drafts by the scorer's own pairing; a second telling of an event is indifferent."""
    drafts = draft_events(lesson.reading, LANGUAGE)
    predicted = [plain(as_event(draft, lesson.reading, LANGUAGE, 1.0)) for draft in drafts]
    gold = lesson.gold["events"]
    labels = [INDIFFERENT if any(scorer.event_score(g, p) for g in gold) else NO_EVENT for p in predicted]
    for i, j in scorer.pair(gold, predicted, scorer.event_score):
        if gold[i].get("core", True):
            labels[j] = EVENT
    return Taught(lesson, drafts, [features(draft, drafts) for draft in drafts], labels)


def learn(taught: Sequence[Taught]) -> dict[str, dict[str, float]]:
    """The weights of labelled drafts."""
    rows = [(f, label) for t in taught for f, label in zip(t.features, t.labels, strict=True) if label != INDIFFERENT]
    return fit([f for f, _ in rows], [label for _, label in rows], NO_EVENT)


def count(taught: Sequence[Taught], model: Logistic, scorer: ModuleType) -> np.ndarray:  # type: ignore[type-arg]
    """True positives, false positives, false negatives: lenient in row 0, strict in row 1."""
    total = np.zeros((2, 3), int)
    for t in taught:
        events = [plain(event) for event in choose_events(t.drafts, t.lesson.reading, LANGUAGE, model)]
        total[0] += scorer.counts(t.lesson.gold["events"], events, scorer.event_score)[:3]
        total[1] += scorer.counts(t.lesson.gold["events"], events, scorer.event_score, scorer.event_strict)[:3]
    return total


def f1(counts: Sequence[int]) -> float:
    """F1 of true positives, false positives, false negatives."""
    tp, fp, fn = counts
    return 2 * tp / max(2 * tp + fp + fn, 1)


def tuned(taught: Sequence[Taught], scorer: ModuleType) -> Logistic:
    """The model with the lowest threshold that gives all but the highest F1 on what it learnt from: annotators leave
    out more of what an article tells than a reader should."""
    weights = learn(taught)
    steps = np.arange(0.25, 0.6, 0.05).round(2).tolist()
    reached = {step: f1(count(taught, Logistic(step, weights), scorer)[0]) for step in steps}
    return Logistic(min(t for t in steps if reached[t] >= max(reached.values()) - NEARLY), weights)


def main() -> None:
    """Reads, learns, prints held-out figures, and writes the model learnt from all articles."""
    args = arguments(__doc__)
    scorer = load_scorer(args.material)
    every = list(lessons(args.material, args.models))
    taught = {lesson.id: teach(lesson, scorer) for lesson in every}
    total = np.zeros((2, 3), int)
    for seen, held in held_out(every):
        model = tuned([taught[lesson.id] for lesson in seen], scorer)
        total += count([taught[lesson.id] for lesson in held], model, scorer)
    for name, (tp, fp, fn) in zip(("events", "strict"), total.tolist(), strict=True):
        p, r = tp / max(tp + fp, 1), tp / max(tp + fn, 1)
        print(f"{name}: P {p:.3f} R {r:.3f} F1 {f1((tp, fp, fn)):.3f}   tp {tp} fp {fp} fn {fn}")
    if args.write:
        write("events", tuned(list(taught.values()), scorer))


if __name__ == "__main__":
    main()
