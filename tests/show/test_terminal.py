"""A record as people see it: who did what to whom, rival figures together, words marked."""

import dataclasses
import io

import pytest
from rich.console import Console, RenderableType

from saksi.codec import encode
from saksi.model.actor import Actor
from saksi.model.article import Document
from saksi.model.claim import Event, Figure, Record, Statement
from saksi.model.codes import EventType, Measure, Qualifier, Sector, Status, Voice
from saksi.model.place import Place
from saksi.model.span import Evidence, Span
from saksi.show import labels
from saksi.show.terminal import render, render_text
from saksi.show.why import claims, render_why
from saksi.show.words import paragraph_of

TEXT = (
    "Tentara Sudan menembaki pasar di El Fasher pada Senin, kata RSF.\n"
    "Dokter menyebut 30 orang tewas, militer menyebut 12."
)


def part(words: str) -> Evidence:
    start = TEXT.index(words)
    return Evidence(start, start + len(words), words)


SUDAN = Actor(None, "SDN", Sector.MIL)
RSF = Actor("Rapid Support Forces", "SDN", Sector.PRM)
EVENT = Event(
    "e1", EventType.ASSAULT, (part("Tentara Sudan menembaki pasar di El Fasher pada Senin, kata RSF."),), Status.ACTUAL,
    "frame.menembaki", modes=("heavy-weapons",), actors=(SUDAN,), recipients=(Actor(None, "SDN", Sector.CVL),),
    date="2024-05-13", place=Place("El Fasher", "SDN", 13.6, 25.3, "city"), claimants=(RSF,),
    words={"trigger": (part("menembaki"),), "place": (part("El Fasher"),)},
)  # fmt: skip
CIVILIANS = Actor(None, "SDN", Sector.CVL)
FIGURES = (
    Figure("f1", Measure.KILLED, 30.0, 30.0, Qualifier.EXACT, (part("30 orang tewas"),), "figure", of=CIVILIANS,
           claimants=(Actor(None, None, Sector.MED),)),
    Figure("f2", Measure.WOUNDED, 5.0, None, Qualifier.AT_LEAST, (part("30 orang tewas"),), "figure", of=CIVILIANS),
    Figure("f3", Measure.KILLED, 12.0, 12.0, Qualifier.EXACT, (part("12"),), "figure", of=CIVILIANS,
           claimants=(SUDAN,)),
)  # fmt: skip
STATEMENT = Statement("s1", RSF, Voice.DIRECT, (part("Tentara Sudan menembaki pasar"),), "quotation", via=("AFP",))
RECORD = Record(
    "satu", Document(TEXT, "Pasar ditembaki", outlet="Gema", furniture=("Iklan",)), (EVENT,), FIGURES, (STATEMENT,)
)


def shown(what: RenderableType, width: int) -> str:
    out = io.StringIO()
    Console(file=out, width=width, color_system=None).print(what)
    return out.getvalue()


@pytest.mark.parametrize("width", [40, 60, 80, 100, 160])
def test_nothing_is_lost_at_any_width(width: int) -> None:
    text = " ".join(shown(render(RECORD, width), width).split())
    for words in (
        "satu",
        "Pasar ditembaki",
        "ASSAULT",
        "e1",
        "2024-05-13",
        "f1",
        "f2",
        "f3",
        "AFP",
        "no day of publication",
    ):
        assert words in text
    assert all(len(line) <= width for line in shown(render(RECORD, width), width).splitlines())


def test_rival_figures_stand_together() -> None:
    lines = shown(render(RECORD, 120), 120).splitlines()
    rows = [number for number, line in enumerate(lines) if " f1" in line or " f3" in line]
    assert rows[1] - rows[0] == 1
    assert "⇄" in lines[rows[1]]
    assert "armed forces of Sudan" in lines[rows[1]]


def test_markup_in_an_article_stays_text() -> None:
    document = dataclasses.replace(RECORD.document, title="[bold]x[/bold] [/] \\[red]", outlet="[link=x]y")
    assert "[bold]x[/bold] [/]" in shown(render(dataclasses.replace(RECORD, document=document), 100), 100)


def test_escapes_do_not_reach_the_terminal() -> None:
    document = dataclasses.replace(RECORD.document, title="a\x1b[31mb\x07")
    assert "\x1b" not in shown(render(dataclasses.replace(RECORD, document=document), 100), 100)
    assert b"\x1b" not in render_text(encode(RECORD))


def test_why_names_values_words_and_rule() -> None:
    for claim in claims(RECORD).values():
        text = shown(render_why(RECORD, claim), 100)
        assert f"satu#{claim.id}" in text
        assert claim.rule in text
    text = shown(render_why(RECORD, EVENT), 100)
    assert "“menembaki”" in text
    assert "Rapid Support Forces" in text


def test_paragraph_of_a_span() -> None:
    assert paragraph_of(TEXT, part("12").span).within(TEXT).startswith("Dokter")
    assert paragraph_of("a\nb\nc", Span(2, 3)) == Span(2, 3)


@pytest.mark.parametrize(
    ("low", "high", "qualifier", "words"),
    [
        (2212, 2212, Qualifier.EXACT, "2,212"),
        (30, None, Qualifier.AT_LEAST, "at least 30"),
        (None, 5, Qualifier.AT_MOST, "up to 5"),
        (5, 10, Qualifier.BETWEEN, "5-10"),
        (20, 99, Qualifier.DOZENS, "dozens"),
        (3_700_000, 3_700_000, Qualifier.ABOUT, "about 3,700,000"),
    ],
)
def test_numbers(low: float | None, high: float | None, qualifier: Qualifier, words: str) -> None:
    assert labels.number(Figure("f", Measure.KILLED, low, high, qualifier, (), "")) == words


@pytest.mark.parametrize(
    ("who", "words"),
    [
        (Actor("Sergey Lavrov", "RUS", Sector.GOV), "Sergey Lavrov (Russia)"),
        (Actor.state("TUR"), "Turkey"),
        (SUDAN, "armed forces of Sudan"),
        (Actor("Ayman al-Zawahiri", None, Sector.REB, "Al-Qaeda"), "Ayman al-Zawahiri (Al-Qaeda)"),
        (Actor(None, None, Sector.UAF), "gunmen"),
        (Actor(), "someone"),
    ],
)
def test_actors(who: Actor, words: str) -> None:
    assert labels.actor(who) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2020-02-27/..", "since 2020-02-27"),
        ("../2020", "until 2020"),
        ("2015/2016", "2015 to 2016"),
        ("XXXX-02-09", "02-09"),
        (None, ""),
    ],
)
def test_days(value: str | None, words: str) -> None:
    assert labels.day(value) == words
