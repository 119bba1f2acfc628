"""From the heads' answers on a window to sentences with trees and names."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from saksi.model.span import Span
from saksi.model.syntax import Name, Sentence, Token
from saksi.nlp.encoder import Heard, Labels, Window
from saksi.nlp.phrase import phrase
from saksi.nlp.sentence import Words
from saksi.nlp.tags import best_tags, log_softmax, spans
from saksi.nlp.tree import heads

Scores = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Hearing:
    """A window with its answers, its sentences, those of the context included, and the names in them.

    The words of the window are numbered from 1 (0 is the root); `home` gives the sentence and token of each.
    """

    window: Window
    heard: Heard
    sentences: Sequence[Sentence]
    names: Sequence[Name]

    def sentence(self, number: int) -> Sentence:
        """The sentence of this number in the text."""
        return self.sentences[number - self.window.start]

    def home(self, word: int) -> tuple[int, int]:
        """(sentence in the text, token in the sentence) of a word."""
        at = int(np.searchsorted(self.window.starts, word, side="right")) - 1
        return self.window.start + at, word - self.window.starts[at]

    def token(self, word: int) -> Token:
        """The token that a word of the window is."""
        number, at = self.home(word)
        return self.sentence(number).tokens[at]

    def phrase(self, word: int) -> Span:
        """The span of the phrase that a word heads, a name that the word is part of included."""
        number, token = self.home(word)
        span = phrase(self.sentence(number), token)
        for name in self.names:
            if name.sentence == number and name.first <= token <= name.last:
                return Span(min(span.start, name.span.start), max(span.end, name.span.end))
        return span

    @property
    def first_new(self) -> int:
        """The first word that does not belong to the context."""
        return self.window.starts[self.window.new - self.window.start]


def probability(scores: Scores) -> Scores:
    """Logits to probabilities, each for itself."""
    return np.asarray(1.0 / (1.0 + np.exp(-scores.astype(np.float64))), np.float32)


def _block(window: Window, number: int) -> tuple[int, int]:
    at = number - window.start
    start = window.starts[at]
    end = window.starts[at + 1] if at + 1 < len(window.starts) else len(window.first)
    return start, end


def sentence(text: str, words: Words, window: Window, number: int, heard: Heard, labels: Labels) -> Sentence:
    """The sentence of this number with the best tree over its words."""
    start, end = _block(window, number)
    nodes = np.r_[0, start:end]
    found = heads(heard.arcs[np.ix_(nodes, nodes)])
    governors = heard.relation_head[nodes[found[1:]]]
    related = (heard.relation_dependent[start:end] * governors[:, None]).sum(-1)
    root = labels.relations.index("root")
    related[found[1:] != 0, root] = -np.inf
    upos = heard.upos[start:end].argmax(1)
    tokens = []
    for at, (first, last) in enumerate(words.spans):
        head = int(found[at + 1]) - 1
        relation = "root" if head < 0 else labels.relations[int(related[at].argmax())]
        tokens.append(Token(first, last, text[first:last], labels.upos[int(upos[at])], head, relation))
    return Sentence(words.spans[0][0], words.spans[-1][1], words.paragraph, tuple(tokens))


def names(window: Window, number: int, heard: Heard, labels: Labels, words: Words) -> list[Name]:
    """The names of a sentence; the score is the mean probability of the tags."""
    start, end = _block(window, number)
    scores = log_softmax(heard.names[start:end])
    path = best_tags(scores, labels.names)
    sure = np.exp(scores[np.arange(len(path)), path])
    return [
        Name(
            Span(words.spans[first][0], words.spans[last][1]), label, number, first, last,
            round(float(sure[first : last + 1].mean()), 4),
        )
        for first, last, label in spans(path, labels.names)
    ]  # fmt: skip
