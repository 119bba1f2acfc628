"""Learns which mention fills which role of an event (src/saksi/extract/data/roles.json).

    python -m training.roles MATERIAL MODELS [--write]

Each annotated event whose trigger words the reader finds gives its mentions' labels: the mention that fills an
annotated side best is that role's, other mentions of the same actor are left out, the rest fill none. The annotated
news and the late part of the corpus teach; accuracy is scored on the news, over held-out folds.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from saksi.extract.candidates import Candidate, find_candidates
from saksi.extract.cast import Cast
from saksi.extract.casting import Seat, find_seats
from saksi.extract.logistic import Logistic
from saksi.extract.tree import Tree
from saksi.extract.zones import ACTOR, RECIPIENT, grammar
from saksi.model.mention import Reading
from saksi.model.span import Span
from training.annotated import Telling
from training.logistic import fit, write
from training.readings import (
    LANGUAGE,
    Lesson,
    Row,
    Rows,
    Told,
    arguments,
    held_out,
    lessons,
    load_scorer,
    plain,
    told,
)

NONE = "none"
THRESHOLD = 0.35
NEWS = 6
"""How often a row of the annotated news counts beside one of the corpus, whose mentions are labelled by words alone."""


@dataclass(frozen=True, slots=True)
class Side:
    """Who fills a role: same: the seats of that actor; named: those whose words are annotated."""

    role: str
    same: frozenset[int]
    named: frozenset[int]


def _seats(reading: Reading) -> tuple[list[Candidate], Callable[[Candidate], list[Seat]]]:
    """The candidates of an article, and the seats of each."""
    trees = [Tree(sentence) for sentence in reading.parse.sentences]
    cast = Cast(reading.actors, reading.parse.utterances)
    candidates = find_candidates(reading.parse.triggers, trees, LANGUAGE)
    return candidates, lambda candidate: find_seats(candidate, trees, cast, grammar(LANGUAGE))


def rows(lesson: Lesson, scorer: ModuleType) -> list[Row]:
    """The labelled seats of an article's annotated events."""
    candidates, seats_of = _seats(lesson.reading)
    out: list[Row] = []
    for event in lesson.gold["events"]:
        for candidate in tellings(event, candidates, lesson, scorer)[:1]:
            seats = seats_of(candidate)
            out += _labelled(seats, list(_sides(seats, event, lesson, scorer)))
    return out


def told_rows(lesson: Told) -> list[Row]:
    """The same of an article of the corpus, whose roles are marked by their words."""
    candidates, seats_of = _seats(lesson.reading)
    out: list[Row] = []
    for event in lesson.article.events:
        if event.actors is None or event.recipients is None:
            continue
        for candidate in marked(event, candidates)[:1]:
            seats = seats_of(candidate)
            out += _labelled(seats, list(_told_sides(seats, event)))
    return out


def _sides(seats: list[Seat], event: dict[str, Any], lesson: Lesson, scorer: ModuleType) -> Iterator[Side]:
    text = lesson.reading.article.document.text
    said = [scorer.norm(text[seat.mention.span.start : seat.mention.span.end]) for seat in seats]
    for role, key in ((ACTOR, "actors"), (RECIPIENT, "recipients")):
        phrases = [scorer.norm(phrase) for phrase in (event.get("words") or {}).get(key) or []]
        named = {i for i, words in enumerate(said) if any(p and (words in p or p in words) for p in phrases)}
        for wanted in event[key]:
            yield Side(role, frozenset(i for i, s in enumerate(seats) if _means(s, wanted, scorer)), frozenset(named))


def _told_sides(seats: list[Seat], event: Telling) -> Iterator[Side]:
    for role, places in ((ACTOR, event.actors), (RECIPIENT, event.recipients)):
        for place in places or ():
            named = {i for i, seat in enumerate(seats) if seat.mention.span.overlaps(Span(*place))}
            actors = {actor for i in named for actor in seats[i].mention.actors}
            same = {i for i, seat in enumerate(seats) if actors.intersection(seat.mention.actors)}
            yield Side(role, frozenset(named | same), frozenset(named))


def _labelled(seats: list[Seat], sides: list[Side]) -> list[Row]:
    """For each annotated side the one seat that fills it best; others of the same actor are left out."""
    taken: dict[int, str] = {}
    mute: set[int] = set()
    for side in sides:
        mute.update(side.same)
        if side.same:
            taken[max(side.same, key=lambda i: (_fit(seats[i], side, i), -i))] = side.role
    return [(seat.features, taken.get(i, NONE)) for i, seat in enumerate(seats) if i in taken or i not in mute]


def _means(seat: Seat, wanted: dict[str, Any], scorer: ModuleType) -> bool:
    return any(scorer.same_group(wanted, plain(actor)) for actor in seat.mention.actors)


def _fit(seat: Seat, side: Side, number: int) -> tuple[float, ...]:
    """How well a seat fits a role: by the annotated words, by grammar, by the model's ear, by nearness."""
    features = seat.features
    return (
        -features.get("elsewhere", 0.0),
        float(number in side.named),
        float(any(name.startswith(f"zone.{side.role}.") for name in features)),
        features.get(f"heard.{side.role}", 0.0),
        -features.get("before.gap", features.get("after.gap", 9.0)),
    )


def marked(event: Telling, candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates of the event's type at its words, in an article of the corpus."""
    trigger = Span(*event.trigger)
    return [c for c in candidates if c.type == event.type and c.span.overlaps(trigger)]


def tellings(
    event: dict[str, Any], candidates: Iterable[Candidate], lesson: Lesson, scorer: ModuleType
) -> list[Candidate]:
    """The candidates of the event's type whose words are among its trigger's (or its anchor's), in its sentence."""
    text = lesson.reading.article.document.text
    words = scorer.norm((event.get("words") or {}).get("trigger") or event["anchor"])
    anchor = scorer.norm(event["anchor"])
    found = []
    for candidate in candidates:
        sentence = lesson.reading.parse.sentences[candidate.sentence]
        said = scorer.norm(text[candidate.span.start : candidate.span.end])
        in_sentence = anchor in scorer.norm(text[sentence.start : sentence.end])
        if candidate.type in scorer.types(event) and in_sentence and said and (said in words or words in said):
            found.append(candidate)
    return found


def main() -> None:
    """Reads, learns, prints held-out accuracy, and writes the model learnt from all articles."""
    args = arguments(__doc__)
    scorer = load_scorer(args.material)
    every = list(lessons(args.material, args.models))
    news = {lesson.id: rows(lesson, scorer) for lesson in every}
    taught = Rows(news, [(lesson.fold, told_rows(lesson)) for lesson in told(args.models)], NEWS)
    right = {ACTOR: 0, RECIPIENT: 0}
    said, true = dict(right), dict(right)
    for _, held in held_out(every):
        model = learn(taught.without(held[0].fold))
        for features, label in (row for lesson in held for row in news[lesson.id]):
            odds = model.odds(features)
            best = max(odds, key=lambda name: odds[name])
            guess = best if odds[best] >= THRESHOLD else NONE
            for role in right:
                right[role] += guess == label == role
                said[role] += guess == role
                true[role] += label == role
    for role, hits in right.items():
        p, r = hits / max(said[role], 1), hits / max(true[role], 1)
        print(f"{role}: P {p:.3f} R {r:.3f} F1 {2 * p * r / max(p + r, 1e-9):.3f} (n={true[role]})")
    if args.write:
        write("roles", learn(taught.without(None)))


def learn(taught: list[Row]) -> Logistic:
    """The model of labelled seats."""
    return Logistic(THRESHOLD, fit([features for features, _ in taught], [label for _, label in taught], NONE))


if __name__ == "__main__":
    main()
