"""How well triggers and roles are heard: each article by the model that never saw it.

A trigger counts as right where the annotation has an event of its type (or of one that counts as right) told in
the same line; extras that the annotation calls defensible are neither needed nor wrong. An argument is right where
its phrase overlaps one of the annotated phrases of its role.
"""

import argparse
from collections import Counter
from pathlib import Path

from saksi.model.span import Span
from saksi.model.syntax import Trigger
from saksi.nlp import Ear
from training.annotated import Annotated, Telling, read_corpus
from training.gold import FOLDS, fold, read_gold
from training.settings import Settings


def _same_line(text: str, first: int, second: int) -> bool:
    return "\n" not in text[min(first, second) : max(first, second)]


def _matches(article: Annotated, trigger: Trigger, event: Telling) -> bool:
    kind = trigger.types[0][0].value
    return kind in (event.type, *event.also) and _same_line(article.text, trigger.span.start, event.trigger[0])


def _roles(trigger: Trigger, event: Telling, least: float, count: Counter[str]) -> None:
    for role, places in (("actor", event.actors), ("recipient", event.recipients)):
        if places is not None:
            told = [a.span for a in trigger.arguments if a.role == role and a.score >= least]
            gold = [Span(*place) for place in places]
            count[f"{role} told"] += len(told)
            count[f"{role} wanted"] += len(gold)
            count[f"{role} right"] += sum(any(g.overlaps(t) for t in told) for g in gold)
            count[f"{role} sound"] += sum(any(g.overlaps(t) for g in gold) for t in told)


def measure(ear: Ear, article: Annotated, least: float, count: Counter[str]) -> None:
    """Adds what an article shows to the counts."""
    triggers = [t for t in ear.parse(article.text).triggers if t.types[0][1] >= least]
    for event in article.events:
        found = [t for t in triggers if _matches(article, t, event)]
        if event.weight == 1.0:
            count["wanted"] += 1
            count["heard"] += bool(found)
        exact = [t for t in found if Span(*event.trigger).overlaps(t.span)]
        if exact and not event.vague:
            count["status judged"] += 1
            count["status right"] += exact[0].status[0][0].value == event.status
            _roles(exact[0], event, 0.5, count)
    for trigger in triggers:
        sound = [event for event in article.events if _matches(article, trigger, event)]
        count["told"] += not sound or any(event.weight == 1.0 for event in sound)
        count["sound"] += any(event.weight == 1.0 for event in sound)


def report(count: Counter[str]) -> str:
    """The counts as shares."""
    precision, recall = count["sound"] / max(count["told"], 1), count["heard"] / max(count["wanted"], 1)
    parts = [f"P {precision:.3f} R {recall:.3f} F {2 * precision * recall / max(precision + recall, 1e-9):.3f}"]
    parts.append(f"status {count['status right'] / max(count['status judged'], 1):.3f}")
    for role in ("actor", "recipient"):
        sound = count[f"{role} sound"] / max(count[f"{role} told"], 1)
        right = count[f"{role} right"] / max(count[f"{role} wanted"], 1)
        parts.append(f"{role} P {sound:.3f} R {right:.3f}")
    return ", ".join(parts)


def main() -> None:
    """python -m training.measure: totals over the annotated news, each article by the model of its fold, or, with
    --corpus FOLDER --model FOLDER, over files of the corpus's form by one model."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--corpus", type=Path)
    arguments.add_argument("--model", type=Path)
    given = arguments.parse_args()
    settings = Settings.from_environment()
    if given.corpus and given.model:
        tasks = [(Ear(given.model), read_corpus(given.corpus))]
    else:
        news = read_gold(settings)
        tasks = [(Ear(settings.work / f"fold{n}"), [a for a in news if fold(a.id) == n]) for n in range(FOLDS)]
    counts = {least: Counter[str]() for least in (0.3, 0.5)}
    for ear, articles in tasks:
        for article in articles:
            for least, count in counts.items():
                measure(ear, article, least, count)
    for least, count in counts.items():
        print(f"from {least}: {report(count)}")


if __name__ == "__main__":
    main()
