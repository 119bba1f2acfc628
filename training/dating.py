"""Learns which time is an event's (src/saksi/extract/data/dating.json); run before `training.events`.

    python -m training.dating MATERIAL MODELS [--write]

Each annotated event whose trigger words the reader finds labels the times of its sentence: in the news by the date, in
the late part of the corpus by the words marked as the date. Accuracy is scored on the news, over held-out folds.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from saksi.extract.candidates import Candidate, find_candidates
from saksi.extract.dating import OWN, Dated, dated_sentences, weigh_times
from saksi.extract.logistic import Logistic
from saksi.extract.setting import when
from saksi.extract.tree import Tree
from saksi.model.mention import Reading
from saksi.model.span import Span
from training.logistic import fit, write
from training.readings import LANGUAGE, Lesson, Row, Rows, Told, arguments, held_out, lessons, load_scorer, told
from training.roles import marked, tellings

OTHER = "other"
THRESHOLD = 0.5
NEWS = 3
"""How often a row of the annotated news counts beside one of the corpus."""
RIDGE = 4.0


@dataclass(frozen=True, slots=True)
class Dating:
    """An annotated event of the news with the candidate that tells of it and the times of its sentence."""

    event: dict[str, Any]
    candidate: Candidate
    sentence: Dated


def _sentences(reading: Reading) -> tuple[list[Candidate], list[Dated]]:
    """The candidates of an article, and the times of its sentences."""
    trees = [Tree(sentence) for sentence in reading.parse.sentences]
    candidates = find_candidates(reading.parse.triggers, trees, LANGUAGE)
    return candidates, dated_sentences(reading, trees, candidates, LANGUAGE)


def datings(lesson: Lesson, scorer: ModuleType) -> Iterator[Dating]:
    """The events of an article that the reader hears."""
    candidates, sentences = _sentences(lesson.reading)
    for event in (event for event in lesson.gold["events"] if event.get("core", True)):
        for candidate in tellings(event, candidates, lesson, scorer)[:1]:
            yield Dating(event, candidate, sentences[candidate.sentence])


def rows(dating: Dating, scorer: ModuleType) -> Iterator[Row]:
    """The labelled times of an event; of several that give its date the nearest is its own, the others say nothing."""
    weighed = weigh_times(dating.candidate, dating.sentence)
    good = [i for i, t in enumerate(dating.sentence.times) if scorer.date_ok(dating.event, {"date": t.value})]
    best = min(good, key=lambda i: weighed[i].get("steps", 0.0), default=None)
    for i, features in enumerate(weighed):
        if i == best or i not in good:
            yield features, OWN if i == best else OTHER


def told_rows(lesson: Told) -> Iterator[Row]:
    """The same of an article of the corpus, whose dates are marked by their words."""
    candidates, sentences = _sentences(lesson.reading)
    for event in (event for event in lesson.article.events if event.date is not None):
        for candidate in marked(event, candidates)[:1]:
            sentence = sentences[candidate.sentence]
            for time, features in zip(sentence.times, weigh_times(candidate, sentence), strict=True):
                own = any(time.span.overlaps(Span(*place)) for place in event.date or ())
                yield features, OWN if own else OTHER


def learn(taught: list[Row]) -> Logistic:
    """The model of labelled times."""
    weights = fit([features for features, _ in taught], [label for _, label in taught], OTHER, RIDGE)
    return Logistic(THRESHOLD, weights)


def main() -> None:
    """Reads, learns, prints held-out accuracy, and writes the model learnt from all articles."""
    args = arguments(__doc__)
    scorer = load_scorer(args.material)
    every = list(lessons(args.material, args.models))
    news = {lesson.id: list(datings(lesson, scorer)) for lesson in every}
    labelled = {name: [row for dating in each for row in rows(dating, scorer)] for name, each in news.items()}
    taught = Rows(labelled, [(lesson.fold, list(told_rows(lesson))) for lesson in told(args.models)], NEWS)
    right = asked = 0
    for _, held in held_out(every):
        model = learn(taught.without(held[0].fold))
        for dating in (dating for lesson in held for dating in news[lesson.id]):
            time = next(iter(when(dating.candidate, dating.sentence, model)), None)
            right += scorer.date_ok(dating.event, {"date": time.value if time else None})
            asked += 1
    print(f"dates right: {right / asked:.3f} (n={asked})")
    if args.write:
        write("dating", learn(taught.without(None)))


if __name__ == "__main__":
    main()
