"""What stands before a word of saying and goes on behind its speaker."""

from saksi.extract.statements_line import PAUSES, Line, Range

_PREDICATES = frozenset({"VERB", "AUX"})
_REST = 6
"""Words from which on what follows a speaker can be a clause of its own."""


def around(line: Line, index: int, end: int) -> tuple[Range, ...]:
    """What stands before the cue, and what goes on after its speaker."""
    at = end
    while at < len(line.lower) and line.mark(at) and not line.inside(at):
        at += 1
    goes_on = (line.word(end) in PAUSES or _predicate(line, end)) and line.word(at) not in line.speech.stop
    if goes_on and line.word(end) == "," and (apposed := _apposed(line, at)) is not None:
        goes_on = line.word(apposed) not in line.speech.stop
    aside = goes_on and (_predicate(line, end) or (line.word(index - 1) in PAUSES and _open_before(line, index - 1)))
    rest = line.words(at, len(line.lower))
    if line.inside(at) or (aside and rest) or (goes_on and rest > _REST and _has_verb(line, at)):
        return ((0, index), (at, len(line.lower)))
    return ((0, index),)


def _apposed(line: Line, start: int) -> int | None:
    """Where the words go on behind a name or office in apposition ("juru bicara itu, X, seperti"), None where none
    stands."""
    end = start
    while end < len(line.tokens) and not line.mark(end) and not _predicate(line, end):
        end += 1
    return end + 1 if end > start and line.word(end) == "," else None


def before_verb(line: Line, start: int, end: int) -> int:
    """Where the phrase of a speaker ends at a verb: "menurut Baku telah ditarik"."""
    return next((n for n in range(start + 1, end) if _predicate(line, n)), end)


def _predicate(line: Line, index: int) -> bool:
    """Whether a token opens a predicate."""
    return index < len(line.tokens) and line.tokens[index].upos in _PREDICATES


def _open_before(line: Line, pause: int) -> bool:
    """Whether the clause before a pause still wants its predicate: "tetapi, kata X, ...", "uang itu, menurut X, "."""
    while pause > 1 and line.mark(pause - 1):
        pause -= 1
    if line.inside(pause - 1):
        return False
    start = line.clause_start(pause)
    words = [n for n in range(start, pause) if not line.mark(n)]
    if not words or line.lower[words[-1]] in line.speech.clause | line.speech.that | line.speech.while_saying:
        return True
    return not any(line.tokens[n].upos in ("VERB", "AUX", "ADJ") for n in words)


def _has_verb(line: Line, start: int) -> bool:
    """Whether a verb stands from start on; so if no word class is known."""
    classes = {token.upos for token in line.tokens[start:]}
    return "VERB" in classes or not classes & {"NOUN", "PROPN"}
