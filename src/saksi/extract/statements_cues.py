"""Words of saying in a sentence: who is said to speak, and which words are what was said."""

from saksi.extract.statements_around import around, before_verb
from saksi.extract.statements_cue import Cue, Strength
from saksi.extract.statements_line import Line
from saksi.extract.statements_verbs import denied, no_verb, nobody, tells_nothing

_ASIDE = frozenset({"acl", "advcl", "amod", "nmod", "obl"})
"""Relations of a verb that tells nothing by itself."""
_COLON = frozenset(":")
_GROUND = 2
"""Words that the clause of a ground has at least, less one."""
_HEAD = 2
"""Words that may stand before a cue at the head of a sentence: "Namun, katanya, ..."."""
_LABEL = 10
"""Words up to which what stands before a colon can be a speaker and nothing else."""
_POINTER = 6
"""How far the verb may stand from the head of a sentence that points to the one before it."""


def find_cues(line: Line) -> tuple[Cue, ...]:
    """The cues of a sentence in order, those inside quotations left out."""
    found = (_cue(line, n, word) for n, word in enumerate(line.lower) if not line.quoted[n])
    return tuple(cue for cue in found if cue is not None)


def _cue(line: Line, index: int, word: str) -> Cue | None:
    speech = line.speech
    if word in speech.said:
        return _said(line, index, word) or _owned(line, index)
    if word in speech.said_already:
        return _already(line, index)
    if word in speech.say:
        return _say(line, index, word)
    if word in speech.according or (word in speech.by_report and line.word(index + 1) in speech.report):
        return _according(line, index)
    if word in speech.according_already:
        return _already(line, index)
    if word in speech.passive or word in speech.handed:
        return _passive(line, index, word)
    return _rarer(line, index, word)


def _rarer(line: Line, index: int, word: str) -> Cue | None:
    """The cues that turn a sentence round, hand words on or are no verbs."""
    speech = line.speech
    kinds = (
        (speech.closing, _closing),
        (speech.called, _called),
        (speech.relayed, _relayed),
        (speech.message, _message),
        (speech.ground, _ground),
        (_COLON, _colon),
    )
    if word in speech.passive_already:
        return Cue(index, index + 1, None, (line.to_end(index + 1),)) if index < 2 else None
    return next((find(line, index) for words, find in kinds if word in words), None)


def _said(line: Line, index: int, word: str) -> Cue | None:
    """ "..., kata X": the speaker follows."""
    paused = line.mark(index - 1) or line.inside(index - 1)
    if line.word(index + 1) in line.speech.not_said | line.speech.definite or line.inside(index + 1):
        return None
    token = line.tokens[index]
    noun = token.deprel == "nsubj" and token.head > index  # "klaim X tidak berdasar"
    if word in line.speech.said_and_more and (noun or not paused):
        return None
    return _named_after(line, index, Strength.CLOSING if line.word(index + 1) in line.speech.report else Strength.SURE)


def _according(line: Line, index: int) -> Cue | None:
    """ "Menurut X, ..." and "..., menurut X"."""
    if line.word(index + 1) in line.speech.not_according:
        return None
    known = {line.word(index + 1), line.word(index + 2)} & line.speech.report
    return _named_after(line, index, Strength.CLOSING if known else Strength.SOURCE)


def _named_after(line: Line, index: int, closing: Strength) -> Cue | None:
    end = line.phrase_end(index + 1)
    if line.word(end - 1) not in line.speech.definite:  # but "apoteker berusia 41 tahun itu"
        end = before_verb(line, index + 1, end)
    if end == index + 1:
        return None
    if line.word(index - 1) in line.speech.relative:
        return Cue(index, index + 1, (index + 1, end), ((index - 1, len(line.lower)),), strength=Strength.WEAK)
    opening = line.words(0, index) <= _HEAD or line.days_only(0, index)
    if (opening and not any(line.quoted[:index])) or line.word(index - 1) in line.speech.clause:
        return Cue(index, index + 1, (index + 1, end), (line.to_end(end),))
    return Cue(index, index + 1, (index + 1, end), around(line, index, end), follows=True, strength=closing)


def _already(line: Line, index: int) -> Cue | None:
    """ "..., katanya": the speaker is named already."""
    if line.word(index - 1) in line.speech.relative:
        return Cue(index, index + 1, None, ((index - 1, len(line.lower)),), strength=Strength.WEAK)
    if line.words(0, index) <= _HEAD and not any(line.quoted[:index]):
        return Cue(index, index + 1, None, (line.to_end(index + 1),))
    if not (line.mark(index - 1) or line.inside(index - 1)):
        return None
    return Cue(index, index + 1, None, around(line, index, index + 1), follows=True)


def _say(line: Line, index: int, word: str) -> Cue | None:
    """ "X mengatakan ...": the speaker is the subject."""
    speech = line.speech
    before = line.adverbs_before(index)
    if before >= 0 and line.lower[before] in speech.not_saying | speech.first_person:
        return None
    if nobody(line, before) or denied(line, before + 1, index) or tells_nothing(line, index):
        return None
    weak = word in speech.content or word in speech.act
    if weak and no_verb(line.tokens[index]):
        return None
    bare = word not in speech.moving
    start = line.plainly_told_from(index + 1, bare=bare) if weak else line.told_from(index + 1)
    if start is None and weak and word not in speech.deed and line.word(before) not in line.speech.relative:
        start = line.clause_of(index)
    if weak and line.word(index + 1) in speech.owned:
        start = None
    if start is None and (not weak or line.quoted[0]) and (inverted := _inverted(line, index, before)) is not None:
        return inverted
    if line.words(index + 1, len(line.lower)) == 0:
        return None
    if start is None and word in speech.content and word not in speech.act:
        return None
    strength = Strength.SURE if not weak else Strength.ACT if start is None else Strength.WEAK
    if strength is Strength.ACT and line.tokens[index].deprel in _ASIDE:
        return None
    joined = before >= 0 and (line.lower[before] in speech.while_saying or line.mark(before))
    content = line.to_end(start if start is not None else index + 1)
    opens = line.clause_start(index)
    return Cue(
        index,
        index + 1,
        (0, before + 1),
        (content,),
        True,
        joined=joined,
        relative=line.word(before) in line.speech.relative,
        against=0 < opens < before and line.lower[opens] in speech.contrast,
        strength=strength,
    )


def _passive(line: Line, index: int, word: str) -> Cue | None:
    """ "yang dikatakan X ...", "dibantah oleh X", "Hal itu disampaikan X"; first of all "Dikatakan bahwa ..."."""
    start = index + 2 if line.word(index + 1) in line.speech.by else index + 1
    end = line.phrase_end(start)
    back = line.lower[0] in line.speech.pointing and 0 < index <= _POINTER
    if word in line.speech.handed and not back:
        return None
    named = end > start and (
        line.tokens[start].text[0].isupper()
        or line.tokens[start].upos == "NOUN"
        or line.lower[start] in line.speech.same_speaker
    )
    if named or (end > start and (start > index + 1 or back)):
        content = ((line.clause_start(index), len(line.lower)),)
        relative = line.word(index - 1) in line.speech.relative
        return Cue(index, index + 1, (start, end), content, back=back, relative=relative, strength=Strength.WEAK)
    if index == 0 and word in line.speech.passive_bare:
        return Cue(index, index + 1, None, (line.to_end(index + 1),))
    return None


def _called(line: Line, index: int) -> Cue | None:
    """ "... disebut X sebagai ...": X follows."""
    start = index + 2 if line.word(index + 1) in line.speech.by else index + 1
    end = next((n for n in range(start, line.phrase_end(start)) if line.lower[n] in line.speech.calling), start)
    if end == start or not _named_in(line, start, end) or line.word(index - 1) in line.speech.relative:
        return None
    content = ((line.clause_start(index), len(line.lower)),)
    return Cue(index, index + 1, (start, end), content, strength=Strength.WEAK)


def _relayed(line: Line, index: int) -> Cue | None:
    """ "..., seperti dilaporkan X mengutip Y": a medium that names its source."""
    end = line.phrase_end(index + 1)
    if end == index + 1 or line.word(end) not in line.speech.citing:
        return None
    start = index - 1 if line.word(index - 1) in line.speech.likewise else index
    return Cue(index, index + 1, (index + 1, end), ((0, start),), follows=True, strength=Strength.SIGNED)


def _colon(line: Line, index: int) -> Cue | None:
    """'X: "Kami siap."': a name and a quotation, no verb between."""
    quoted = line.inside(index + 1) or (line.mark(index + 1) and line.inside(index + 2))
    verb = any(token.upos == "VERB" for token in line.tokens[:index])
    if not quoted or verb or not 0 < index <= _LABEL or not _named_in(line, 0, index):
        return None
    return Cue(index, index + 1, (0, index), (line.to_end(index + 1),), True)


def _closing(line: Line, index: int) -> Cue | None:
    """ "..., demikian pernyataan X"."""
    start = index + 2 if line.word(index + 1) in line.speech.said_and_more else index + 1  # "demikian bunyi ..."
    end = line.phrase_end(start)
    if index == 0 or not line.mark(index - 1) or end == start or _has_cue(line, start, end + 1):
        return None
    known = not line.speech.report.isdisjoint(line.lower[start:end])
    strength = Strength.CLOSING if known or not _named_in(line, start, end) else Strength.SIGNED
    return Cue(index, index + 1, (start, end), ((0, index),), follows=True, strength=strength)


def _message(line: Line, index: int) -> Cue | None:
    """ "X mengirim pesan ... bahwa ...": the noun tells of speech, the speaker is the subject of its verb."""
    if line.word(index + 1) in line.speech.definite:
        return None  # "mengeluarkan peringatan itu saat ..."
    if (owned := _owned(line, index)) is not None:
        return owned
    verb = next((n for n in range(index - 1, max(-1, index - 4), -1) if line.lower[n] in line.speech.sending), None)
    start = line.plainly_told_from(index + 1)
    if start is None or start < 2 or line.lower[start - 1] not in line.speech.that:
        return None
    if verb is None and line.word(index - 1) != ",":
        return None
    before = (verb if verb is not None else index) - 1
    return Cue(
        index, index + 1, (0, before + 1), (line.to_end(start),), True, joined=verb is None, strength=Strength.WEAK
    )


def _ground(line: Line, index: int) -> Cue | None:
    """ "X menutup perbatasan dengan alasan Y belum ...": a ground that is a clause is what X says."""
    start = index + 2 if line.word(index + 1) in line.speech.that else index + 1
    ends = (n for n in range(start, len(line.lower)) if line.mark(n))
    end = next(ends, len(line.lower))
    clause = end - start > _GROUND and any(token.upos == "VERB" for token in line.tokens[start + 1 : end])
    if line.word(index - 1) not in line.speech.while_saying or not clause:
        return None
    return Cue(index, index + 1, (0, index - 1), (line.to_end(start),), True, strength=Strength.WEAK)


def _owned(line: Line, index: int) -> Cue | None:
    """ "klaim X bahwa ...": the noun tells of speech where nobody is said to speak before it, its owner follows."""
    start = index + 1
    while line.word(start) in line.speech.owning:
        start += 1
    end = next((n for n in range(start, len(line.lower)) if line.mark(n) or line.lower[n] in line.speech.that), start)
    if line.lower[index] not in line.speech.owned or line.word(end) not in line.speech.that or end == start:
        return None
    if line.word(start) in line.speech.preposition or not _named_in(line, start, end) or _sure_before(line, index):
        return None
    content = (line.to_end(end + 1),)
    return Cue(index, index + 1, (start, end), content, relative=True, strength=Strength.WEAK)


def _sure_before(line: Line, end: int) -> bool:
    """Whether a word that always tells what was said stands before a token."""
    speech = line.speech
    sure = (speech.say - speech.content - speech.act) | speech.said | speech.according
    return not sure.isdisjoint(line.lower[:end])


def _inverted(line: Line, index: int, before: int) -> Cue | None:
    """ "..., X mengatakan." and "..., mengatakan X.": what was said stands before."""
    pause = line.pause_before(before + 1)
    end = line.phrase_end(index + 1)
    closed = end > index + 1 and line.words(end, len(line.lower)) == 0 and end - index < 8
    if before == pause > 3 and closed and not any(t.upos == "VERB" for t in line.tokens[index + 1 : end]):
        return Cue(index, index + 1, (index + 1, end), ((0, pause),), follows=True) if _name(line, index + 1) else None
    after = line.word(index + 1)
    if pause > 3 and pause < before and (line.mark(index + 1) or after in line.speech.stop):
        closing = line.lower[pause + 1] in line.speech.closing
        strength = Strength.CLOSING if closing else Strength.SURE
        start = pause + 2 if closing else pause + 1
        return Cue(index, index + 1, (start, before + 1), ((0, pause),), subject=True, follows=True, strength=strength)
    return None


def _named_in(line: Line, start: int, end: int) -> bool:
    """Whether a range holds a word in capitals."""
    return any(token.text[0].isupper() for token in line.tokens[start:end])


def _name(line: Line, index: int) -> bool:
    return line.tokens[index].text[0].isupper()


def _has_cue(line: Line, start: int, end: int) -> bool:
    speech = line.speech
    kinds = (speech.said, speech.say, speech.according, speech.said_already)
    return any(word in kind for word in line.lower[start:end] for kind in kinds)
