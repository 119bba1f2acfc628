"""Annotated articles read, each with the model of its fold, which never saw it: what the small models learn from."""

import argparse
import importlib.util
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec

from saksi.extract.logistic import Features
from saksi.model.mention import Reading
from saksi.model.raw import Given, Raw
from saksi.nlp import Ear
from saksi.pipeline import Draft, Reader
from training.annotated import Annotated, read_corpus
from training.gold import FOLDS, fold, late
from training.settings import Settings

LANGUAGE = "id"
Row = tuple[Features, str]
READ = ("article", "parse", "times", "quantities", "places", "actors")


@dataclass(frozen=True)
class Lesson:
    """One article: its fold, what was read in it, and its gold record."""

    id: str
    fold: int
    reading: Reading
    gold: dict[str, Any]


def arguments(doc: str) -> argparse.Namespace:
    """What the trainers of the small models are given: material, models, whether to write."""
    parser = argparse.ArgumentParser(description=doc.split("\n")[0])
    parser.add_argument("material", type=Path)
    parser.add_argument("models", type=Path)
    parser.add_argument("--write", action="store_true")
    return parser.parse_args()


def lessons(material: Path, models: Path) -> Iterator[Lesson]:
    """All annotated news of material (articles/input.jsonl, gold/), each read with models/foldN of its fold."""
    readers: dict[int, Reader] = {}
    for line in (material / "articles" / "input.jsonl").read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        number = fold(item["id"])
        if number not in readers:
            readers[number] = Reader(ear=Ear(models / f"fold{number}", threads=2))
        gold = json.loads((material / "gold" / f"{item['id']}.json").read_text(encoding="utf-8"))
        yield Lesson(item["id"], number, read(readers[number], item), gold)


@dataclass(frozen=True)
class Told:
    """An article of the corpus: its fold, what was read in it, and its marked phrases."""

    fold: int
    reading: Reading
    article: Annotated


def told(models: Path) -> Iterator[Told]:
    """The late articles of the corpus, each read with models/foldN of its fold, which never saw it; those whose text
    the reader cleans are passed over, since their offsets hold no more."""
    late_ones = [article for article in read_corpus(Settings.from_environment().corpus) if late(article.id)]
    for number in range(FOLDS):
        reader = Reader(ear=Ear(models / f"fold{number}", threads=2))
        for article in (each for each in late_ones if fold(each.id) == number):
            reading = read(reader, {"id": article.id, "text": article.text})
            if reading.article.document.text == article.text:
                yield Told(number, reading, article)


def read(reader: Reader, item: dict[str, Any]) -> Reading:
    """What the read stages find in one line of input.jsonl."""
    given = Given(published=item.get("published"), outlet=item.get("outlet"), language=LANGUAGE)
    draft = Draft(Raw(item["id"], item["id"], item["text"], given=given))
    for stage in reader.stages:
        if stage.adds in READ:
            setattr(draft, stage.adds, stage.run(draft))
    return draft.reading


@dataclass(frozen=True)
class Rows:
    """Labelled features. news: of each article of the annotated news, by its name; corpus: of each of the corpus with
    its fold; weight: how often a row of the news counts beside one of the corpus."""

    news: dict[str, list[Row]]
    corpus: list[tuple[int, list[Row]]]
    weight: int

    def without(self, left_out: int | None) -> list[Row]:
        """All rows to learn from, less those of a fold if one is named."""
        own = [row for name, each in self.news.items() if fold(name) != left_out for row in each]
        return own * self.weight + [row for number, each in self.corpus if number != left_out for row in each]


def load_scorer(material: Path) -> ModuleType:
    """The scorer as a module."""
    spec = importlib.util.spec_from_file_location("scorer", material / "score" / "score.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"{material}: no score/score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def plain(claim: object) -> dict[str, Any]:
    """A claim as the scorer reads it."""
    out: dict[str, Any] = json.loads(msgspec.json.encode(claim))
    return out


def held_out(all_lessons: Sequence[Lesson]) -> Iterator[tuple[list[Lesson], list[Lesson]]]:
    """For each fold the articles to learn from and those held out."""
    for number in range(FOLDS):
        yield [x for x in all_lessons if x.fold != number], [x for x in all_lessons if x.fold == number]
