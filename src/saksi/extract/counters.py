"""Who gives a count by the verb of counting that governs it: "rumah sakit mencatat 20 korban tewas"."""

from bisect import bisect_right

from saksi.extract.tree import Tree
from saksi.languages.loader import load
from saksi.languages.shape import Speech
from saksi.model.mention import ActorMention, Reading
from saksi.model.span import Span
from saksi.model.syntax import Sentence


def counting(reading: Reading, number: Span) -> ActorMention | None:
    """The subject of the nearest verb of counting before a number in its clause, None where there is none."""
    words = load(reading.article.document.language or "id", "speech", Speech)
    sentences = reading.parse.sentences
    index = bisect_right(sentences, number.start, key=lambda sentence: sentence.start) - 1
    if index < 0:
        return None
    sentence = sentences[index]
    at = bisect_right(sentence.tokens, number.start, key=lambda token: token.start) - 1
    for verb in range(at - 1, -1, -1):
        word = sentence.tokens[verb].text.lower()
        if word in words.clause or word in ";:":
            return None
        if word in words.counting:
            return _subject(reading, index, sentence, verb)
    return None


def _subject(reading: Reading, index: int, sentence: Sentence, verb: int) -> ActorMention | None:
    tree = Tree(sentence)
    here = [mention for mention in reading.actors if mention.sentence == index and mention.actors]
    subjects = [subject for subject in tree.below(verb, "nsubj") if subject < verb]
    if not subjects and sentence.tokens[verb].deprel == "acl":
        # what is told in short ("the doctors counting twenty") is often only heard so
        subjects = [sentence.tokens[verb].head]
    for subject in subjects:
        head = sentence.tokens[subject]
        named = [mention for mention in here if mention.span.start <= head.start < mention.span.end]
        if named:
            return named[0]
    return None
