"""Annotated articles to windows with labels of events and speech, over the reader's own words and windows."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from saksi.model.syntax import Sentence, Token
from saksi.nlp import Ear
from saksi.nlp.encoder import Window as Packed
from saksi.nlp.encoder import pack
from training.annotated import Annotated, Range, Said, Telling
from training.labels import ABSENT, ROLES, SPEECH, STATUS, TYPES
from training.windows import EventLabels, Pieces, SpeechLabels, Window

ALSO = 0.5
"""Target for other types that count as right."""
AGAIN = 0.2
"""Weight of unmarked words that look like a trigger of their article, where one telling of each event is marked."""
LIGHT = frozenset({"PUNCT", "ADP", "SCONJ", "CCONJ", "DET", "PART"})
MARKS = '"“”«»'


class Words:
    """The words of an article in one row, with the tree over them."""

    def __init__(self, ear: Ear, article: Annotated) -> None:
        self.sentences: Sequence[Sentence] = ear.parse(article.text).sentences
        self.tokens: list[Token] = [token for sentence in self.sentences for token in sentence.tokens]
        self.base = list(accumulate((len(sentence.tokens) for sentence in self.sentences), initial=0))[:-1]
        self._starts = [token.start for token in self.tokens]
        self._ends = [token.end for token in self.tokens]

    def within(self, place: Range) -> range:
        """The words that share a character with the range."""
        return range(bisect_right(self._ends, place[0]), bisect_left(self._starts, place[1]))

    def sentence_of(self, word: int) -> int:
        """The sentence that a word stands in."""
        return bisect_right(self.base, word) - 1

    def governor(self, word: int) -> int:
        """The word's head, -1 for a root."""
        head = self.tokens[word].head
        return -1 if head < 0 else self.base[self.sentence_of(word)] + head

    def head(self, place: Range) -> int | None:
        """The word that heads the phrase: the first that depends on a word outside, marks and links passed over."""
        inside = self.within(place)
        tops = [word for word in inside if self.governor(word) not in inside]
        solid = [word for word in tops if self.tokens[word].upos not in LIGHT]
        best = solid or [word for word in inside if self.tokens[word].upos not in LIGHT] or tops
        return best[0] if best else None


class Labeller:
    """Makes the labels of one article's windows."""

    def __init__(self, words: Words, article: Annotated, packed: Packed) -> None:
        self.words = words
        self.article = article
        self.packed = packed
        self.low = words.base[packed.start]
        self.new = words.base[packed.new] - self.low + 1
        self.count = len(packed.first)
        self.new_range = range(self.new, self.count)

    def here(self, word: int | None) -> int | None:
        """The index in the window of a word of the article, None where it stands outside."""
        if word is None or not self.low <= word < self.low + self.count - 1:
            return None
        return word - self.low + 1

    def new_here(self, word: int | None) -> int | None:
        """The same for the window's own words, those of its context left out."""
        at = self.here(word)
        return at if at is not None and at >= self.new else None

    def events(self) -> EventLabels:
        """Labels of the event heads."""
        weight = [1.0 if at in self.new_range else 0.0 for at in range(self.count)]
        labels = EventLabels([], [], [], weight, [], [], [])
        if not self.article.exhaustive:
            self._doubt(labels)
        for event in self.article.events:
            if event.vague:
                self._vague(labels, event)
            else:
                self._event(labels, event)
        return labels

    def _doubt(self, labels: EventLabels) -> None:
        heads = {self.words.head(event.trigger) for event in self.article.events if not event.vague}
        forms = {self.words.tokens[head].text.lower() for head in heads if head is not None}
        for at in self.new_range:
            if self.words.tokens[at - 1 + self.low].text.lower() in forms:
                labels.weight[at] = AGAIN

    def _vague(self, labels: EventLabels, event: Telling) -> None:
        bag = [at for at in map(self.new_here, self.words.within(event.trigger)) if at is not None]
        for at in bag:
            labels.weight[at] = 0.0
        if bag:
            labels.bags.append((bag, TYPES.index(event.type), event.weight))

    def _event(self, labels: EventLabels, event: Telling) -> None:
        at = self.new_here(self.words.head(event.trigger))
        if at is None:
            return
        told_before = any(word == at for word, _, _ in labels.types)
        labels.weight[at] = max(event.weight, labels.weight[at]) if told_before else event.weight
        labels.types.append((at, TYPES.index(event.type), 1.0))
        labels.types += [(at, TYPES.index(other), ALSO) for other in event.also if other in TYPES]
        labels.inside += [w for w in map(self.here, self.words.within(event.trigger)) if w is not None]
        if event.status in STATUS:
            labels.status.append((at, STATUS.index(event.status)))
        for role, places in (("actor", event.actors), ("recipient", event.recipients)):
            if places is not None:
                labels.judged.append((at, ROLES.index(role)))
                targets = [self.here(self.words.head(place)) for place in places]
                labels.arcs += [(at, ROLES.index(role), target) for target in targets if target is not None]

    def speech(self) -> SpeechLabels:
        """Labels of the heads of reported speech."""
        content = [0 if at in self.new_range else ABSENT for at in range(self.count)]
        labels = SpeechLabels(content, list(content), [], [])
        if not self.article.exhaustive:
            self._hide(labels)
        for said in self.article.said:
            self._said(labels, said)
        return labels

    def _hide(self, labels: SpeechLabels) -> None:
        """Sentences of statements whose words are not known, and those with quotation marks, teach nothing."""
        near = [said.near for said in self.article.said if said.near is not None]
        for number in range(self.packed.new, self.packed.end):
            sentence = self.words.sentences[number]
            text = self.article.text[sentence.start : sentence.end]
            if any(mark in text for mark in MARKS) or any(a < sentence.end and sentence.start < b for a, b in near):
                for token in range(len(sentence.tokens)):
                    at = self.words.base[number] + token - self.low + 1
                    labels.content[at] = labels.cue[at] = ABSENT

    def _said(self, labels: SpeechLabels, said: Said) -> None:
        firsts = [self._content(labels, said.voice, place) for place in said.content]
        cue = self.new_here(self.words.head(said.cue)) if said.cue else None
        if cue is None:
            return
        labels.cue[cue] = 1
        speaker = self.here(self.words.head(said.speaker)) if said.speaker else None
        if speaker is not None:
            labels.judged.append((cue, ROLES.index("speaker")))
            labels.arcs.append((cue, ROLES.index("speaker"), speaker))
        labels.judged.append((cue, ROLES.index("content")))
        labels.arcs += [(cue, ROLES.index("content"), first) for first in firsts if first is not None]

    def _content(self, labels: SpeechLabels, voice: str, place: Range) -> int | None:
        inside = [at for at in map(self.here, self.words.within(place)) if at is not None]
        free = [at for at in inside if at >= self.new and labels.content[at] in (0, ABSENT)]
        for number, at in enumerate(free):
            labels.content[at] = SPEECH.index(("I-" if number else "B-") + voice)
        return inside[0] if inside else None


def told(ear: Ear, pieces: Pieces, article: Annotated, alone: bool = False) -> list[Window]:
    """The windows of an article, as the reader would make them, with their labels; or each sentence alone."""
    words = Words(ear, article)
    rows = [[pieces.of(token.text) for token in sentence.tokens] for sentence in words.sentences]
    made = []
    paragraphs = [sentence.paragraph for sentence in words.sentences]
    for packed in pack(rows, paragraphs, limit=0, context=0) if alone else pack(rows, paragraphs):
        labeller = Labeller(words, article, packed)
        ends = [*packed.starts[1:], len(packed.first)]
        home = [-1] + [n for n, (a, b) in enumerate(zip(packed.starts, ends, strict=True)) for _ in range(a, b)]
        window = Window(list(packed.ids), list(packed.first), home)
        window.events, window.speech = labeller.events(), labeller.speech()
        made.append(window)
    return made
