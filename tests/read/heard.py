"""A parse as the ear would make it, from the words of a text and the names that a test says are heard in it."""

from saksi.model.span import Span
from saksi.model.syntax import Name, Parse, Sentence, Token
from saksi.nlp.sentence import sentences

_VERBAL = ("mem", "men", "me", "di", "ber", "ter")
_SHORT = 5
_JOINING = ("dan", "serta")


def heard(text: str, names: str = "") -> Parse:
    """names: "PER a b; LOC c"; every occurrence of those words is heard. Word classes are guessed, trees are flat."""
    made = tuple(_sentence(text, words.spans, words.paragraph) for words in sentences(text))
    wanted = [entry.strip().split(" ", 1) for entry in names.split(";") if entry.strip()]
    found = [name for label, words in wanted for name in _names(text, made, label, words)]
    return Parse(made, tuple(sorted(found, key=lambda name: name.span)))


def _sentence(text: str, spans: tuple[tuple[int, int], ...], paragraph: int) -> Sentence:
    tokens = tuple(
        Token(start, end, text[start:end], _class(text[start:end], number), number - 1, _relation(number))
        for number, (start, end) in enumerate(spans)
    )
    return Sentence(spans[0][0], spans[-1][1], paragraph, tokens)


def _class(word: str, number: int) -> str:
    if not any(letter.isalnum() for letter in word):
        return "PUNCT"
    if word[0].isdigit():
        return "NUM"
    if word in _JOINING:
        return "CCONJ"
    if word.islower() and len(word) > _SHORT and word.startswith(_VERBAL):
        return "VERB"
    return "PROPN" if word[0].isupper() and number else "NOUN"


def _relation(number: int) -> str:
    return "root" if number == 0 else "dep"


def _names(text: str, made: tuple[Sentence, ...], label: str, words: str) -> list[Name]:
    found = []
    start = text.find(words)
    while start >= 0:
        span = Span(start, start + len(words))
        for number, sentence in enumerate(made):
            inside = [n for n, token in enumerate(sentence.tokens) if span.covers(Span(token.start, token.end))]
            if inside:
                found.append(Name(span, label, number, inside[0], inside[-1], 0.9))
        start = text.find(words, start + 1)
    return found
