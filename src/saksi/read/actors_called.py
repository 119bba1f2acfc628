"""Names of persons that the ear missed: one word of a name that the same article has in full."""

from collections.abc import Iterator, Sequence, Set

from saksi.model.span import Span
from saksi.model.syntax import Name, Parse, Sentence

_SHORTEST = 3
"""Letters of a name that is told again by one word."""


def called_again(parse: Parse, names: Sequence[Name]) -> Iterator[Name]:
    """The words that the article has as first or last word of a person's whole name, where nothing was heard."""
    short = frozenset(word for name in names if name.label == "PER" for word in _ends(parse, name))
    taken = {(name.sentence, token) for name in names for token in range(name.first, name.last + 1)}
    for number, sentence in enumerate(parse.sentences):
        for at in _lone(sentence, short):
            if (number, at) not in taken:
                token = sentence.tokens[at]
                yield Name(Span(token.start, token.end), "PER", number, at, at, 1.0)


def _ends(parse: Parse, name: Name) -> tuple[str, ...]:
    words = [token.text for token in parse.sentences[name.sentence].tokens[name.first : name.last + 1]]
    ends = (words[0], words[-1]) if len(words) > 1 else ()
    return tuple(word for word in ends if len(word) >= _SHORTEST and word.isalpha() and not word.isupper())


def _lone(sentence: Sentence, short: Set[str]) -> Iterator[int]:
    """The proper nouns among some words with none of their like beside them."""
    row = sentence.tokens
    for at, token in enumerate(row):
        beside = (*row[max(at - 1, 0) : at], *row[at + 1 : at + 2])
        if token.text in short and token.upos == "PROPN" and not any(one.upos == "PROPN" for one in beside):
            yield at
