"""The order in which one article is read. Each stage says what it needs and what it adds; that is checked at start."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from saksi.clean import clean
from saksi.extract.claimants import assign_claimants
from saksi.extract.events import find_events
from saksi.extract.figures import find_figures
from saksi.extract.figures_settled import settle
from saksi.extract.statements import find_statements
from saksi.model.article import Article
from saksi.model.claim import Event, Figure, NamedPlace, Record, Statement
from saksi.model.mention import ActorMention, PlaceMention, Quantity, Reading, TimeMention
from saksi.model.raw import Given, Raw
from saksi.model.span import Evidence
from saksi.model.syntax import Parse
from saksi.nlp import Ear
from saksi.read.actors import find_actors
from saksi.read.numbers import find_quantities
from saksi.read.places import find_places
from saksi.read.times import find_times
from saksi.read.times_listed import list_times

__all__ = ["Draft", "Reader", "Settings", "Stage", "check"]


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for every article of a run. given: fills in what an article's own metadata leaves open."""

    given: Given = field(default_factory=Given)


@dataclass(slots=True)
class Draft:
    """All that is known of one article while it is read; each stage fills the field of its own name."""

    raw: Raw
    article: Article | None = None
    parse: Parse = field(default_factory=lambda: Parse(()))
    times: tuple[TimeMention, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    actors: tuple[ActorMention, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    figures: tuple[Figure, ...] = ()
    claims: tuple[tuple[Event, ...], tuple[Figure, ...]] = ((), ())

    @property
    def cleaned(self) -> Article:
        """The article, which every stage after the first may count on."""
        if self.article is None:
            raise RuntimeError("not cleaned yet")
        return self.article

    @property
    def text(self) -> str:
        """The cleaned text, in which all offsets count."""
        return self.cleaned.document.text

    @property
    def language(self) -> str:
        """The language that the article is read in."""
        return self.cleaned.document.language or "id"

    @property
    def reading(self) -> Reading:
        """What the read stages found, as the extract stages take it."""
        return Reading(self.cleaned, self.parse, self.times, self.quantities, self.places, self.actors)


@dataclass(frozen=True, slots=True)
class Stage:
    """One step: what it adds to the draft, what must be there before, and the function that does it."""

    adds: str
    needs: frozenset[str]
    run: Callable[[Draft], Any]


def check(stages: Sequence[Stage]) -> None:
    """Raises ValueError where a stage stands before one that it needs."""
    there = {"raw"}
    for stage in stages:
        if missing := stage.needs - there:
            raise ValueError(f"stage {stage.adds} needs {', '.join(sorted(missing))} before it")
        there.add(stage.adds)


class Reader:
    """Reads articles one by one. seconds: how long each stage has taken so far, by its name."""

    def __init__(self, settings: Settings | None = None, ear: Ear | None = None) -> None:
        """ear: a language model in place of the shipped one. Raises ModelError where the shipped one is broken."""
        self.settings = settings or Settings()
        self.stages = _stages(ear or Ear())
        check(self.stages)
        self.seconds = {stage.adds: 0.0 for stage in self.stages}

    def read(self, raw: Raw) -> Record:
        """The record of a raw item. Raises InputError where it holds no article, SkipError where it is passed over."""
        draft = Draft(replace(raw, given=_fill(raw.given, self.settings.given)))
        for stage in self.stages:
            began = time.perf_counter()
            setattr(draft, stage.adds, stage.run(draft))
            self.seconds[stage.adds] += time.perf_counter() - began
        return _record(draft)


def _stages(ear: Ear) -> tuple[Stage, ...]:
    read = frozenset({"article", "parse", "times", "quantities", "places", "actors"})
    return (
        Stage("article", frozenset({"raw"}), lambda at: clean(at.raw)),
        Stage("parse", frozenset({"article"}), lambda at: ear.parse(at.text, at.language)),
        Stage(
            "times",
            frozenset({"article", "parse"}),
            lambda at: find_times(at.parse, at.text, at.cleaned.document.published, at.language),
        ),
        Stage(
            "quantities",
            frozenset({"article", "parse", "times"}),
            lambda at: find_quantities(at.parse, at.text, at.times, at.language),
        ),
        Stage("places", frozenset({"article", "parse"}), lambda at: find_places(at.parse, at.text, at.language)),
        Stage(
            "actors",
            frozenset({"article", "parse", "places"}),
            lambda at: find_actors(at.parse, at.text, at.places, at.cleaned.document.published, at.language),
        ),
        Stage("statements", read, lambda at: find_statements(at.reading)),
        Stage("events", read, lambda at: find_events(at.reading, at.language)),
        Stage("figures", read, lambda at: find_figures(at.reading, at.language)),
        Stage(
            "claims",
            read | {"statements", "events", "figures"},
            lambda at: assign_claimants(
                at.reading, at.statements, at.events, settle(at.reading, at.events, at.figures)
            ),
        ),
    )


def _fill(own: Given, run: Given) -> Given:
    """An article's own metadata, with what holds for the run where it has none."""
    return Given(
        title=own.title or run.title,
        url=own.url or run.url,
        outlet=own.outlet or run.outlet,
        published=own.published or run.published,
        language=own.language or run.language,
        authors=own.authors or run.authors,
    )


def _record(draft: Draft) -> Record:
    """The record that a finished draft makes."""
    article = draft.cleaned
    return Record(
        id=article.id,
        document=article.document,
        events=draft.claims[0],
        figures=draft.claims[1],
        statements=draft.statements,
        places=_named_places(draft.text, draft.places),
        times=list_times(draft.times, draft.text, draft.language),
        related=article.related,
    )


def _named_places(text: str, mentions: Sequence[PlaceMention]) -> tuple[NamedPlace, ...]:
    """Each place that the text names once, with the words of all its mentions."""
    words: dict[Any, list[Evidence]] = {}
    for mention in mentions:
        words.setdefault(mention.place, []).append(Evidence.of(text, mention.span))
    return tuple(
        NamedPlace(place.name, place.country, place.lat, place.lon, place.precision, tuple(evidence))
        for place, evidence in words.items()
    )
