"""An article's actor mentions, by sentence and by place in the text."""

from collections.abc import Iterable, Sequence

from saksi.extract.tree import Tree
from saksi.model.mention import ActorMention
from saksi.model.span import Span
from saksi.model.syntax import Utterance


class Cast:
    """The actor mentions of an article, ready for look-up."""

    def __init__(self, mentions: Iterable[ActorMention], utterances: Iterable[Utterance] = ()) -> None:
        """utterances: what the model hears as reported speech; its speakers are told apart from those who act."""
        self._by_sentence: dict[int, list[ActorMention]] = {}
        self._utterances = [utterance for utterance in utterances if utterance.speaker is not None]
        for mention in mentions:
            self._by_sentence.setdefault(mention.sentence, []).append(mention)

    def of(self, sentence: int) -> Sequence[ActorMention]:
        """The mentions of a sentence in the order of the text."""
        return self._by_sentence.get(sentence, ())

    def at(self, tree: Tree, sentence: int, token: int) -> Sequence[ActorMention]:
        """The shortest mention that covers a token; those inside it where it joins several ("Turki-UE")."""
        place = tree.tokens[token]
        hits = [m for m in self.of(sentence) if m.span.start <= place.start and place.end <= m.span.end]
        if hits:
            return [min(hits, key=lambda m: m.span.end - m.span.start)]
        return [m for m in self.of(sentence) if m.token == token]

    def in_role(self, span: Span) -> Sequence[ActorMention]:
        """Whom a phrase heard in a role means: the longest mention that shares characters with it, and those that share
        its head word ("Turki-UE")."""
        hits = [m for mentions in self._by_sentence.values() for m in mentions if m.span.overlaps(span)]
        if not hits:
            return ()
        longest = max(hits, key=lambda m: m.span.end - m.span.start)
        return [longest, *(m for m in hits if m is not longest and m.token == longest.token)]

    def speaks(self, mention: ActorMention) -> bool:
        """Whether the model hears the mention as the speaker of reported speech."""
        return any(one.speaker is not None and one.speaker.overlaps(mention.span) for one in self._utterances)

    def telling(self, span: Span) -> Sequence[ActorMention]:
        """Who says, as the model hears it, what a span is part of."""
        for one in self._utterances:
            if one.speaker is not None and any(part.covers(span) for part in one.content):
                return self.in_role(one.speaker)
        return ()
