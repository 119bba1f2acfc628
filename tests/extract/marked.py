"""Readings for tests, made of texts in which actors stand in brackets: "[Polisi] ...", "[dia=Polisi]", "[AFP@JRN]".

"[menteri=]" is an actor without a name."""

import re

from saksi.model.actor import Actor
from saksi.model.article import Article, Document
from saksi.model.codes import Sector
from saksi.model.mention import ActorMention, Reading
from saksi.model.span import Span
from saksi.model.syntax import Parse, Sentence, Token
from saksi.nlp.sentence import sentences

_MARK = re.compile(r"\[([^\]=@]+)(?:=([^\]@]*))?(?:@([A-Z]{3}))?\]")


def plain(marked: str) -> str:
    """The text without its marks."""
    return _MARK.sub(r"\1", marked)


def reading(marked: str) -> Reading:
    """The reading of a marked text: words without classes or trees, and the actors that it marks."""
    text = plain(marked)
    parse = Parse(tuple(_sentence(text, words.spans, words.paragraph) for words in sentences(text, "id")))
    return Reading(Article("t", Document(text=text, language="id")), parse, actors=tuple(_mentions(marked, parse)))


def _sentence(text: str, spans: tuple[tuple[int, int], ...], paragraph: int) -> Sentence:
    tokens = tuple(Token(a, b, text[a:b], "X", -1, "dep") for a, b in spans)
    return Sentence(tokens[0].start, tokens[-1].end, paragraph, tokens)


def _mentions(marked: str, parse: Parse) -> list[ActorMention]:
    found = []
    shift = 0
    for mark in _MARK.finditer(marked):
        span = Span(mark.start() - shift, mark.start() - shift + len(mark[1]))
        number = max(n for n, sentence in enumerate(parse.sentences) if sentence.start <= span.start)
        name = mark[1] if mark[2] is None else mark[2] or None
        actor = Actor(name, None, Sector(mark[3]) if mark[3] else None)
        found.append(ActorMention(span, number, 0, (actor,), "mark"))
        shift += len(mark[0]) - len(mark[1])
    return found
