"""On whose word events and figures stand: a table, and what holds when there is nothing to claim."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from saksi.extract.claimants import assign_claimants, one_side
from saksi.extract.statements import find_statements
from saksi.model.actor import Actor
from saksi.model.claim import Event, Figure, Words
from saksi.model.codes import EventType, Measure, Qualifier, Sector, Status
from saksi.model.mention import Reading
from saksi.model.span import Evidence
from saksi.model.syntax import Parse
from tests.extract.marked import plain, reading

ROWS = yaml.safe_load((Path(__file__).parent / "data" / "claimants.yaml").read_text(encoding="utf-8"))


def _event(row: dict[str, Any], at: Evidence, whole: Evidence) -> Event:
    actors = tuple(Actor(name) for name in row["by"])
    words: Words = {"trigger": (at,)}
    status = Status(row.get("status", "actual"))
    return Event("e1", EventType(row["type"]), (whole,), status, "test", actors=actors, words=words)


def _figure(at: Evidence, whole: Evidence) -> Figure:
    return Figure("f1", Measure.KILLED, 1, 1, Qualifier.EXACT, (whole,), "test", words={"low": (at,)})


@pytest.mark.parametrize("row", ROWS, ids=[row["id"] for row in ROWS])
def test_claimants(row: dict[str, Any]) -> None:
    before, word = row["text"].split("}")[0].split("{")
    given = reading(row["text"].replace("{", "").replace("}", ""))
    text = given.article.document.text
    start = len(plain(before))
    at = Evidence(start, start + len(word), word)
    sentence = next(s for s in given.parse.sentences if s.start <= start < s.end)
    whole = Evidence(sentence.start, sentence.end, text[sentence.start : sentence.end])
    events = [_event(row, at, whole)] if "type" in row else []
    figures = [] if events else [_figure(at, whole)]
    done, counted = assign_claimants(given, find_statements(given), events, figures)
    claim = done[0] if done else counted[0]
    assert [actor.name for actor in claim.claimants] == row["source"]
    assert ("claimants" in claim.words) == bool(row["source"])


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (Actor.state("TUR"), Actor("Hulusi Akar", "TUR", Sector.GOV), True),
        (Actor.state("TUR"), Actor(None, "TUR", Sector.MIL), True),
        (Actor.state("TUR"), Actor(None, "TUR", Sector.CVL), False),
        (Actor.state("TUR"), Actor.state("RUS"), False),
        (Actor("Hamas", None, Sector.REB), Actor("Abu Ubaida", None, Sector.REB, "Hamas"), True),
        (Actor(None, None, Sector.REB), Actor("Hamas", None, Sector.REB), False),
    ],
)
def test_one_side(one: Actor, other: Actor, same: bool) -> None:
    assert one_side(one, other) is same
    assert one_side(other, one) is same


def _two_sentences(trigger_class: str, relation: str, case: str = "setelah") -> tuple[Reading, Event]:
    given = reading(f"[Menlu itu] mengatakan ia hadir {case} pertemuan di Wina.\nPertemuan itu berlangsung singkat.")
    first, second = given.parse.sentences
    at = next(n for n, token in enumerate(first.tokens) if token.text == "pertemuan")
    token = replace(first.tokens[at], upos=trigger_class, deprel=relation)
    mark = replace(first.tokens[at - 1], head=at, deprel="case")
    tokens = (*first.tokens[: at - 1], mark, token, *first.tokens[at + 1 :])
    text = given.article.document.text
    whole = tuple(Evidence(s.start, s.end, text[s.start : s.end]) for s in (first, second))
    words: Words = {"trigger": (Evidence(token.start, token.end, token.text),)}
    event = Event("e1", EventType.CONSULT, whole, Status.ACTUAL, "test", actors=(Actor("Menlu itu"),), words=words)
    return replace(given, parse=Parse((replace(first, tokens=tokens), second))), event


def _claimed(given: Reading, event: Event) -> bool:
    events, _ = assign_claimants(given, find_statements(given), [event], [])
    return bool(events[0].claimants)


def test_what_the_article_first_tells_itself_is_nobodys_claim() -> None:
    given = reading("Kedua menteri bertemu di Wina.\n[Menlu itu] mengatakan mereka bertemu selama dua jam.")
    text = given.article.document.text
    first, second = (Evidence(s.start, s.end, text[s.start : s.end]) for s in given.parse.sentences)
    told = text.rindex("bertemu")
    words: Words = {"trigger": (Evidence(told, told + len("bertemu"), "bertemu"),)}
    event = Event("e1", EventType.CONSULT, (first, second), Status.ACTUAL, "test", words=words)
    assert not _claimed(given, event)
    assert _claimed(given, replace(event, evidence=(second,)))


def test_what_a_speaker_tells_first_stays_his_claim() -> None:
    given, event = _two_sentences("VERB", "root")
    assert _claimed(given, event)


def test_a_known_thing_that_is_only_mentioned_is_nobodys_claim() -> None:
    given, event = _two_sentences("NOUN", "obl")
    once = replace(event, evidence=event.evidence[:1])
    assert not _claimed(given, once)
    assert _claimed(given, replace(once, status=Status.FUTURE))


def test_a_thing_that_something_happens_in_is_claimed() -> None:
    given, event = _two_sentences("NOUN", "obl", "dalam")
    assert _claimed(given, replace(event, evidence=event.evidence[:1]))
