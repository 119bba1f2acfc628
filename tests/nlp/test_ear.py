"""The ear on real text and on any text."""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saksi.model.codes import EventType
from saksi.model.errors import InputError, ModelError
from saksi.model.span import Span
from saksi.model.syntax import Parse
from saksi.nlp import Ear

TEXT = (
    "GOMA, KOMPAS.com - Pemberontak M23 menyerang pangkalan tentara Kongo di Goma, Senin (27/1/2025). "
    "Sedikitnya 17 orang tewas.\n"
    '"Kami akan merebut kota itu," kata juru bicara M23 Lawrence Kanyuka kepada Reuters.\n'
    "Presiden Kenya William Ruto mengatakan bahwa Presiden Felix Tshisekedi akan bertemu dengan Paul Kagame di Nairobi."
)


@cache
def ear() -> Ear:
    return Ear()


@cache
def parsed() -> Parse:
    return ear().parse(TEXT)


def _holds(text: str, parse: Parse) -> None:
    for sentence in parse.sentences:
        assert sentence.tokens
        assert "\n" not in text[sentence.start : sentence.end]
        assert [token.head for token in sentence.tokens].count(-1) == 1
        for token in sentence.tokens:
            assert text[token.start : token.end] == token.text
            assert -1 <= token.head < len(sentence.tokens)
    for name in parse.names:
        tokens = parse.sentences[name.sentence].tokens
        assert name.span == Span(tokens[name.first].start, tokens[name.last].end)
    for trigger in parse.triggers:
        token = parse.sentences[trigger.sentence].tokens[trigger.token]
        assert trigger.span.covers(Span(token.start, token.end))
        assert abs(sum(p for _, p in trigger.status) - 1) < 0.01
        assert all(0 <= a.span.start < a.span.end <= len(text) for a in trigger.arguments)
    for utterance in parse.utterances:
        assert utterance.content
        assert all(span.end <= len(text) for span in utterance.content)


def test_spans_hold() -> None:
    _holds(TEXT, parsed())
    assert len(parsed().sentences) == 4
    assert [sentence.paragraph for sentence in parsed().sentences] == [0, 0, 1, 2]


def test_names() -> None:
    names = {(name.span.within(TEXT), name.label) for name in parsed().names}
    assert {("William Ruto", "PER"), ("Goma", "LOC"), ("Nairobi", "LOC")} <= names


def test_trees() -> None:
    tokens = parsed().sentences[0].tokens
    verb = next(i for i, token in enumerate(tokens) if token.text == "menyerang")
    assert tokens[verb].upos == "VERB"
    below = {t.text: t.deprel for t in tokens if t.head == verb}
    assert below["Pemberontak"] == "nsubj"
    assert below["pangkalan"] in {"obj", "obl"}  # how often labels are right: docs/model-card.md


def test_triggers() -> None:
    told = [trigger for trigger in parsed().triggers if trigger.types[0][1] >= 0.5]
    found = {parsed().sentences[t.sentence].tokens[t.token].text: t for t in told}
    assert found["menyerang"].types[0][0] is EventType.ASSAULT
    actors = [a.span.within(TEXT) for a in found["menyerang"].arguments if a.role == "actor"]
    assert any("Pemberontak M23" in actor for actor in actors)
    assert found["bertemu"].types[0][0] is EventType.CONSULT
    assert found["bertemu"].status[0][0].value == "future"


def test_utterances() -> None:
    direct = next(u for u in parsed().utterances if u.voice.value == "direct")
    assert [span.within(TEXT) for span in direct.content] == ["Kami akan merebut kota itu"]
    assert direct.cue and direct.cue.within(TEXT) == "kata"
    assert direct.speaker and "juru bicara" in direct.speaker.within(TEXT)


@pytest.mark.parametrize(
    "text",
    ["", "\n\n", "\0\0", "...!!!", "«»“”", "\u202e\u200b", "a" * 3000, "( " * 2000, "Ya. " * 900, "ﷺ 𝕏 ́́́́ 💥", "—" * 500],
)
def test_bad_text(text: str) -> None:
    _holds(text, ear().parse(text))


@settings(deadline=None, max_examples=30)
@given(st.text(max_size=400))
def test_any_text(text: str) -> None:
    _holds(text, ear().parse(text))


def test_the_same_text_is_heard_alike() -> None:
    assert ear().parse(TEXT) == parsed()


def test_unknown_language() -> None:
    with pytest.raises(InputError):
        ear().parse("Selamat pagi.", "xx")


def test_missing_model(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="language model"):
        Ear(tmp_path)
