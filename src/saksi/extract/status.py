"""How real an event is said to be: actual, future, hypothetical or negated."""

from collections.abc import Iterator
from dataclasses import dataclass

from saksi.extract.candidates import Candidate
from saksi.extract.tree import Tree
from saksi.languages.loader import load
from saksi.languages.shape import StatusWords
from saksi.model.codes import EventType, Status

_LINKS = frozenset({"xcomp", "ccomp", "obj", "conj", "nsubj"})
_REACH = 4
"""How many words before the trigger a cue may stand."""
_SURE = 0.5
"""From this probability on the model's ear outweighs the absence of a cue."""
_DEAF = 0.12
"""Below this probability of a cue's status the model's ear outweighs the cue."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A status with the token that gave it (None: the model, or nothing speaks against "actual")."""

    status: Status
    token: int | None
    how: str


def judge(candidate: Candidate, tree: Tree, language: str) -> Verdict:
    """The status of a candidate: cues that govern or precede it, checked against what the model hears."""
    words = load(language, "status", StatusWords)
    heard = dict(candidate.status)
    for token, word in _before(candidate, tree):
        for status, cues in (
            (Status.NEGATED, words.negated),
            (Status.HYPOTHETICAL, words.hypothetical),
            (Status.FUTURE, words.future),
        ):
            near = token >= candidate.first - 1
            if status is Status.NEGATED and candidate.type is EventType.REJECT and token >= candidate.first:
                continue  # "membantah tuduhan": the word makes the refusal
            if word in cues and (near or not heard or heard.get(status, 0.0) >= _DEAF):
                return Verdict(status, token, f"cue {word}")
    if heard:
        status, odds = max(heard.items(), key=lambda item: item[1])
        if odds >= _SURE:
            return Verdict(status, None, f"head {odds:.2f}")
    return Verdict(Status.ACTUAL, None, "default")


def governed_by_unreal(candidate: Candidate, tree: Tree, language: str) -> bool:
    """Whether the candidate is only wished, asked for, offered or feared by a verb that governs it."""
    unreal = load(language, "status", StatusWords).unreal
    return any(word in unreal for _, word in _before(candidate, tree))


def _before(candidate: Candidate, tree: Tree) -> Iterator[tuple[int, str]]:
    """The words that may change the candidate's status, nearest first: its own marks, its governors, what precedes."""
    seen: set[int] = set()
    near = range(candidate.last, max(-1, candidate.first - 1 - _REACH), -1)
    own = tree.below(candidate.token, "advmod", "aux", "mark", "cop")
    governors: list[int] = []
    index = candidate.token
    while tree.tokens[index].deprel in _LINKS and tree.tokens[index].head >= 0:
        subject = tree.tokens[index].deprel == "nsubj"
        index = tree.tokens[index].head
        governors.extend(i for i in (index, *tree.below(index, "advmod", "aux")) if subject or i < candidate.first)
    for token in near:
        if tree.tokens[token].upos == "PUNCT":
            break
        seen.add(token)
        yield token, tree.tokens[token].text.lower()
    for token in (*(i for i in own if i < candidate.first), *governors):
        if token not in seen:
            seen.add(token)
            yield token, tree.tokens[token].text.lower()
