"""Whether a verb of saying says anything: nouns of the same form, subjects and verbs that are denied, empty objects."""

from saksi.extract.statements_line import Line
from saksi.model.syntax import Token

_NO_VERBS = frozenset({"ADJ", "ADV", "NOUN"})


def no_verb(token: Token) -> bool:
    """Whether a word is heard as no verb; one in small letters is no proper noun, whatever the ear takes it for."""
    return token.upos in _NO_VERBS or (token.upos == "PROPN" and not token.text.islower())


def tells_nothing(line: Line, index: int) -> bool:
    """Whether what follows a verb of saying is no speech: "mengatakan hal itu", "menyatakan perang"."""
    after = line.word(index + 1)
    declared = line.lower[index] in line.speech.declaring and after in line.speech.declared
    return after in line.speech.empty or (declared and line.clause_of(index) is None)


def nobody(line: Line, before: int) -> bool:
    """Whether the subject is denied: "belum ada pihak yang mengklaim"."""
    for at in range(before, max(0, before - 8), -1):
        if line.mark(at):
            return False
        if line.lower[at] in line.speech.there_is and line.word(at - 1) in line.speech.nobody:
            return True
    return False


def denied(line: Line, start: int, end: int) -> bool:
    """Whether a denial stands among the words between subject and verb: "Israel belum mengomentari klaim itu"; or
    before a verb that this one is an alternative to: "tidak menerbitkan atau mengonfirmasi"."""
    if line.word(start - 1) in line.speech.either:
        return not line.speech.not_saying.isdisjoint(line.lower[line.clause_start(start - 1) : start - 1])
    return any(
        line.lower[n] in line.speech.not_saying and line.word(n + 1) not in line.speech.recently
        for n in range(start, end)
    )
