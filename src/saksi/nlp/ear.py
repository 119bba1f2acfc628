"""The ear: a text in, everything that one pass of the language model hears in it out."""

from pathlib import Path

from saksi.model.syntax import Name, Parse, Sentence, Trigger, Utterance
from saksi.nlp.decode import Hearing, names, sentence
from saksi.nlp.encoder import Encoder, Window
from saksi.nlp.sentence import Words, sentences
from saksi.nlp.speech import utterances
from saksi.nlp.triggers import triggers

SHIPPED = Path(__file__).parent / "data"
LONGEST_TEXT = 400_000
"""Characters of a text that are heard; what comes after is passed over, since no article is so long."""


class Ear:
    """The language model, loaded once; it keeps no state of the texts that it hears."""

    def __init__(self, folder: Path | None = None, threads: int = 1) -> None:
        """folder: where the model lies, the shipped one if not given. Raises ModelError where it cannot be loaded."""
        self._encoder = Encoder(folder or SHIPPED, threads)

    def parse(self, text: str, language: str = "id") -> Parse:
        """Hears a text, whatever it holds. Spans are offsets into it. Raises InputError for a language unknown."""
        words = list(sentences(text[:LONGEST_TEXT], language))
        forms = [[text[start:end] for start, end in each.spans] for each in words]
        heard = _Parts()
        for window in self._encoder.windows(forms, [each.paragraph for each in words]):
            self._window(text, words, window, heard)
        return Parse(tuple(heard.sentences), tuple(heard.names), tuple(heard.triggers), tuple(heard.utterances))

    def _window(self, text: str, words: list[Words], window: Window, parts: "_Parts") -> None:
        labels = self._encoder.labels
        heard = self._encoder.hear(window)
        for number in range(window.new, window.end):
            parts.sentences.append(sentence(text, words[number], window, number, heard, labels))
            parts.names += names(window, number, heard, labels, words[number])
        hearing = Hearing(window, heard, parts.sentences[window.start : window.end], _near(parts, window))
        parts.triggers += triggers(hearing, labels)
        parts.utterances += utterances(hearing, labels)


def _near(parts: "_Parts", window: Window) -> list[Name]:
    """The names in the sentences of a window."""
    first = len(parts.names)
    while first and parts.names[first - 1].sentence >= window.start:
        first -= 1
    return parts.names[first:]


class _Parts:
    """What has been heard so far."""

    def __init__(self) -> None:
        self.sentences: list[Sentence] = []
        self.names: list[Name] = []
        self.triggers: list[Trigger] = []
        self.utterances: list[Utterance] = []
