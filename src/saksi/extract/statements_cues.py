"""Words of saying in a sentence: who is said to speak, and which words are what was said."""

from dataclasses import dataclass

from saksi.languages.shape import Speech
from saksi.model.syntax import Token

Range = tuple[int, int]
"""Tokens of a sentence, half-open."""

_PAUSES = frozenset(",;:–—-\"“”»'’")
_END = frozenset(".!?…")


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence ready to be searched. quoted: for each token, whether it stands inside a quotation."""

    number: int
    tokens: tuple[Token, ...]
    lower: tuple[str, ...]
    quoted: tuple[bool, ...]

    def mark(self, index: int) -> bool:
        """Whether the token is a mark and no word; the ends of the sentence count as marks."""
        return not 0 <= index < len(self.lower) or not any(c.isalnum() for c in self.lower[index])


@dataclass(frozen=True, slots=True)
class Cue:
    """A word of saying. speaker: where its speaker is named, None where it means the one who spoke last.

    subject: the speaker stands before the cue, somewhere in the range, as its subject. content: what was said.
    follows: what was said stands before the cue. act: an act of speech that says little of what was said.
    """

    first: int
    last: int
    rule: str
    speaker: Range | None
    content: tuple[Range, ...]
    subject: bool = False
    follows: bool = False
    act: bool = False


def find_cues(line: Line, speech: Speech) -> tuple[Cue, ...]:
    """The cues of a sentence in order, those inside quotations left out."""
    found: list[Cue] = []
    for index, word in enumerate(line.lower):
        if line.quoted[index]:
            continue
        cue = _cue(line, index, word, speech)
        if cue is not None:
            found.append(cue)
    return tuple(found)


def _cue(line: Line, index: int, word: str, speech: Speech) -> Cue | None:
    if word in speech.said:
        return _said(line, index, speech)
    if word in speech.said_already:
        return _said_already(line, index, speech)
    if word in speech.say:
        return _say(line, index, speech)
    if word in speech.according:
        return _according(line, index, speech)
    if word in speech.according_already:
        return Cue(index, index + 1, word, None, ((0, index), (index + 1, len(line.lower))))
    if word in speech.passive:
        return _passive(line, index, speech)
    if word in speech.passive_already and index < 2:
        return Cue(index, index + 1, word, None, (_to_end(line, index + 1),))
    if word in speech.closing:
        return _closing(line, index, speech)
    return None


def _said(line: Line, index: int, speech: Speech) -> Cue | None:
    """ "..., kata X": the speaker follows."""
    word, after = line.lower[index], line.lower[index + 1] if index + 1 < len(line.lower) else ""
    paused = line.mark(index - 1) or line.quoted[index - 1]
    relative = index > 0 and line.lower[index - 1] == "yang"
    if after in speech.not_said or line.mark(index + 1) or (index + 1 < len(line.quoted) and line.quoted[index + 1]):
        return None
    if word in speech.said_and_more and not paused:
        return None
    end = phrase_end(line, index + 1, speech)
    if end == index + 1:
        return None
    if relative or index == 0:
        return Cue(index, index + 1, word, (index + 1, end), (_to_end(line, end),))
    return Cue(index, index + 1, word, (index + 1, end), _around(line, index, end, speech), follows=True)


def _said_already(line: Line, index: int, speech: Speech) -> Cue | None:
    """ "..., katanya": the speaker is named already."""
    if index == 0 or line.lower[index - 1] == "yang":
        return Cue(index, index + 1, line.lower[index], None, (_to_end(line, index + 1),))
    return Cue(index, index + 1, line.lower[index], None, _around(line, index, index + 1, speech), follows=True)


def _say(line: Line, index: int, speech: Speech) -> Cue | None:
    """ "X mengatakan ...": the speaker is the subject."""
    word = line.lower[index]
    before = _skip_back(line, index, speech)
    if before >= 0 and line.lower[before] in speech.not_saying:
        return None
    start = _content_start(line, index + 1, speech)
    told = start is not None
    if start is None:
        if (inverted := _inverted(line, index, before, speech)) is not None:
            return inverted
        start = index + 1
    if word in speech.content and not told and word not in speech.act:
        return None
    if start >= len(line.lower) or all(line.mark(n) for n in range(start, len(line.lower))):
        return None
    return Cue(
        index,
        index + 1,
        word,
        (0, before + 1),
        (_to_end(line, start),),
        subject=True,
        act=not told and word in speech.act,
    )


def _according(line: Line, index: int, speech: Speech) -> Cue | None:
    """ "Menurut X, ..." and "..., menurut X"."""
    end = phrase_end(line, index + 1, speech)
    if end == index + 1 or line.lower[index + 1] in speech.not_according:
        return None
    relative = index > 0 and line.lower[index - 1] == "yang"
    if relative or index == 0:
        return Cue(index, index + 1, line.lower[index], (index + 1, end), (_to_end(line, end),))
    return Cue(index, index + 1, line.lower[index], (index + 1, end), _around(line, index, end, speech), follows=True)


def _passive(line: Line, index: int, speech: Speech) -> Cue | None:
    """ "yang dikatakan X ...", "dibantah oleh X"; at the head of a sentence "Dikatakan bahwa ..."."""
    word = line.lower[index]
    start = index + 1
    if start < len(line.lower) and line.lower[start] == "oleh":
        start += 1
    end = phrase_end(line, start, speech)
    if end > start and (
        line.tokens[start].text[0].isupper() or line.lower[start] in speech.same_speaker or start > index + 1
    ):
        return Cue(index, index + 1, word, (start, end), (_whole(line, index),))
    if index == 0 and word in speech.passive_bare:
        return Cue(index, index + 1, word, None, (_to_end(line, index + 1),))
    return None


def _closing(line: Line, index: int, speech: Speech) -> Cue | None:
    """ "..., demikian pernyataan X"."""
    if index == 0 or not line.mark(index - 1):
        return None
    end = phrase_end(line, index + 1, speech)
    if end == index + 1 or _has_cue(line, index + 1, end + 1, speech):
        return None
    return Cue(index, index + 1, line.lower[index], (index + 1, end), ((0, index),), follows=True)


def _inverted(line: Line, index: int, before: int, speech: Speech) -> Cue | None:
    """ "..., X mengatakan." and "..., mengatakan X.": what was said stands before."""
    pause = next((n for n in range(before, 0, -1) if line.lower[n] in _PAUSES), 0)
    end = phrase_end(line, index + 1, speech)
    if before == pause and pause and end > index + 1 and _rest_is_short(line, end):
        return Cue(index, index + 1, line.lower[index], (index + 1, end), ((0, pause),), follows=True)
    while pause and _days_only(line, pause + 1, before + 1, speech):
        before, pause = pause - 1, next((n for n in range(pause - 1, 0, -1) if line.lower[n] in _PAUSES), 0)
    after = line.lower[index + 1] if index + 1 < len(line.lower) else "."
    if pause > 3 and (line.mark(index + 1) or after in speech.stop):
        return Cue(
            index, index + 1, line.lower[index], (pause + 1, before + 1), ((0, pause),), subject=True, follows=True
        )
    return None


def _has_cue(line: Line, start: int, end: int, speech: Speech) -> bool:
    kinds = (speech.said, speech.say, speech.according, speech.passive, speech.said_already)
    return any(word in kind for word in line.lower[start:end] for kind in kinds)


def _rest_is_short(line: Line, start: int) -> bool:
    return sum(not line.mark(n) for n in range(start, len(line.lower))) <= 6


def _days_only(line: Line, start: int, end: int, speech: Speech) -> bool:
    words = [line.lower[n] for n in range(start, end) if not line.mark(n)]
    return all(word in speech.day or word.isdigit() for word in words)


def _skip_back(line: Line, index: int, speech: Speech) -> int:
    """The last token before the verb that is neither adverb nor day nor comma."""
    at = index - 1
    while at >= 0 and (line.lower[at] in speech.between or line.lower[at] in speech.day):
        at -= 1
    return at


def _content_start(line: Line, index: int, speech: Speech) -> int | None:
    """Where what was said begins after the verb: behind "bahwa", a colon, a comma, a quotation; None if none shows."""
    for at in range(index, min(index + 22, len(line.lower))):
        word = line.lower[at]
        if word in speech.that or word == ":":
            return at + 1
        if line.quoted[at]:
            return at
        if word in _PAUSES and at + 2 < len(line.lower) and not _days_only(line, index, len(line.lower), speech):
            return at + 1
    return None


def _around(line: Line, index: int, end: int, speech: Speech) -> tuple[Range, ...]:
    """What stands before the cue, and what goes on after its speaker."""
    head = (0, index)
    at = end
    while at < len(line.lower) and line.mark(at) and not line.quoted[at]:
        at += 1
    rest = sum(not line.mark(n) for n in range(at, len(line.lower)))
    if rest > 3 and (
        line.quoted[at] or (end < len(line.lower) and line.lower[end] in _PAUSES and line.lower[at] not in speech.stop)
    ):
        return (head, (at, len(line.lower)))
    return (head,)


def _to_end(line: Line, start: int) -> Range:
    while start < len(line.lower) - 1 and line.mark(start):
        start += 1
    return (start, len(line.lower))


def _whole(line: Line, index: int) -> Range:
    start = max((n + 1 for n in range(index) if line.lower[n] in _PAUSES), default=0)
    return (start, len(line.lower))


def phrase_end(line: Line, start: int, speech: Speech) -> int:
    """The end of the noun phrase of a speaker that starts here; start itself where no word stands."""
    at = start
    while at < len(line.lower) and not line.quoted[at] and not line.mark(at) and (line.lower[at] not in speech.stop):
        at += 1
    return at
