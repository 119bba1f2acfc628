"""What is not written down is not there: options in the README or docs, fields of the record in its page."""

import dataclasses
import json
import re
from pathlib import Path
from typing import Any

import pytest
import typer

from saksi.cli.app import app
from saksi.cli.manual import manual
from saksi.codec import decode
from saksi.model.actor import Actor
from saksi.model.article import Document
from saksi.model.claim import Event, Figure, NamedPlace, NamedTime, Record, Statement
from saksi.model.codes import EventType, Measure, Qualifier, Status, Voice
from saksi.model.place import Place
from saksi.model.span import Evidence

ROOT = Path(__file__).parents[2]
RECORD = (ROOT / "docs" / "record.md").read_text(encoding="utf-8")
PAGES = "\n".join(path.read_text(encoding="utf-8") for path in [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])
TYPES = [Record, Document, Event, Figure, Statement, NamedPlace, NamedTime, Place, Actor, Evidence]
COMMANDS: dict[str, Any] = typer.main.get_command(app).commands  # type: ignore[attr-defined]


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.__name__)
def test_every_field_is_in_the_page(kind: Any) -> None:
    assert [field.name for field in dataclasses.fields(kind) if f"`{field.name}`" not in RECORD] == []


@pytest.mark.parametrize("codes", [EventType, Measure, Qualifier, Status, Voice], ids=lambda codes: codes.__name__)
def test_every_code_is_in_the_page(codes: Any) -> None:
    assert [code.value for code in codes if not re.search(rf"\b{code.value}\b", RECORD)] == []


def test_the_example_is_a_record() -> None:
    example = RECORD.split("```json")[1].split("```")[0]
    record = decode(json.dumps(json.loads(example)))
    for claim in (record.events[0], record.figures[0]):
        for part in (*claim.evidence, *(part for words in claim.words.values() for part in words)):
            assert part.text == record.document.text[part.start : part.end]


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_and_option_is_documented(name: str) -> None:
    assert f"saksi {name}" in PAGES
    options = [option for each in COMMANDS[name].params for option in each.opts if option.startswith("--")]
    assert [option for option in options if option != "--help" and option not in PAGES] == []


def test_the_manual_is_that_of_the_commands() -> None:
    assert (ROOT / "docs" / "commands.md").read_text(encoding="utf-8") == manual(), "run make docs"


def test_readme_gives_a_newcomer_two_commands() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    start = readme.split("## ")[0]
    assert re.findall(r"^    make (\w+)", start, re.M) == ["run", "test"]


def test_make_knows_the_commands() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    verbs = re.findall(r"^([a-z]+):", makefile, re.M)
    assert {"run", "test", "check", "bench"} <= set(verbs)
    assert len(verbs) <= 10
