"""What the language model hears in a text: words, trees, names, event triggers with roles, quotations.

All offsets are characters of the article's text. Word classes and relations are those of Universal Dependencies 2,
relations without subtypes; clitics such as -nya stay part of their word.
"""

from dataclasses import dataclass

from saksi.model.codes import EventType, Status, Voice
from saksi.model.span import Span


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark. head: index of the governing token in the same sentence, -1 for the root."""

    start: int
    end: int
    text: str
    upos: str
    head: int
    deprel: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence; paragraph is the index of the line of text that it stands in."""

    start: int
    end: int
    paragraph: int
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name: label is PER, ORG or LOC; first and last are token indices in the sentence, inclusive."""

    span: Span
    label: str
    sentence: int
    first: int
    last: int
    score: float


@dataclass(frozen=True, slots=True)
class Argument:
    """A phrase that fills a role of a trigger. role: "actor" or "recipient"; token: its head word in the sentence."""

    role: str
    span: Span
    token: int
    score: float


@dataclass(frozen=True, slots=True)
class Trigger:
    """A phrase that the model hears as telling of an event. token: its head word; probabilities lie in 0..1."""

    span: Span
    sentence: int
    token: int
    types: tuple[tuple[EventType, float], ...]
    status: tuple[tuple[Status, float], ...]
    arguments: tuple[Argument, ...] = ()


@dataclass(frozen=True, slots=True)
class Utterance:
    """Reported speech: what was said, the word of saying, who said it. Spans may lie in different sentences."""

    content: tuple[Span, ...]
    cue: Span | None
    speaker: Span | None
    voice: Voice
    score: float


@dataclass(frozen=True, slots=True)
class Parse:
    """All that one pass of the model hears in an article."""

    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...] = ()
    triggers: tuple[Trigger, ...] = ()
    utterances: tuple[Utterance, ...] = ()
