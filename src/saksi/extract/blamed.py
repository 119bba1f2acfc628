"""Blame in what somebody says: "Rusia berada di balik serangan itu, kata Kyiv" accuses Russia of it."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from saksi.extract.candidates import Candidate
from saksi.extract.cast import Cast
from saksi.extract.frames import Build
from saksi.extract.tree import Tree
from saksi.extract.zones import Grammar
from saksi.model.mention import ActorMention

BLAMED = "blamed"
"""How the sides of such an accusation are known."""
_NAMING = frozenset({"PROPN", "NOUN", "PUNCT", "CCONJ"})
"""Classes of words behind a plot that may name its owners."""

Sides = tuple[Sequence[ActorMention], Sequence[ActorMention]]


def blamed(candidate: Candidate, tree: Tree, cast: Cast, rules: Grammar) -> Sides | None:
    """Who says so and whom he blames; None where a phrase blames nobody or nobody is heard to say it."""
    if candidate.build is not Build.BLAME:
        return None
    accused = list(dict.fromkeys(_accused(candidate, tree, cast, rules)))
    told = cast.telling(candidate.span) or _speaking(candidate, tree, cast)
    speakers = [mention for mention in told if mention not in accused]
    return (speakers, accused) if speakers and accused else None


def _speaking(candidate: Candidate, tree: Tree, cast: Cast) -> Sequence[ActorMention]:
    """The subject of the verb whose clause says it."""
    for word in (candidate.token, *tree.ancestors(candidate.token)):
        if tree.tokens[word].deprel == "ccomp":
            subjects = tree.below(tree.tokens[word].head, "nsubj")
            return [mention for head in subjects for mention in cast.at(tree, candidate.sentence, head)]
    return ()


def blames_nobody(candidate: Candidate, tree: Tree, cast: Cast, rules: Grammar) -> bool:
    """Whether a phrase of blame accuses nobody, since nobody says it or it is told of nobody."""
    return candidate.build is Build.BLAME and blamed(candidate, tree, cast, rules) is None


def _accused(candidate: Candidate, tree: Tree, cast: Cast, rules: Grammar) -> Iterator[ActorMention]:
    """Whose plot it is, or of whom it is told: its subject, or whose deed the subject is ("tindakan Filipina")."""
    behind = list(range(candidate.last + 1, len(tree.tokens)))
    named = takewhile(lambda word: tree.tokens[word].upos in _NAMING, behind)
    owned = [m for word in named for m in cast.at(tree, candidate.sentence, word)]
    subject = _subject(candidate, tree, rules)
    if subject is None or _names_plot(candidate, tree, rules):
        yield from owned
        return
    for head in tree.with_conjuncts(subject):
        told = cast.at(tree, candidate.sentence, head)
        yield from told or _owner(head, tree, cast, candidate.sentence)


def _names_plot(candidate: Candidate, tree: Tree, rules: Grammar) -> bool:
    """Whether the phrase says of a thing that it is somebody's: "bagian dari rencana X"."""
    return any(
        tree.tokens[word].text.lower() in rules.marks.taken_from for word in range(candidate.first, candidate.last)
    )


def _subject(candidate: Candidate, tree: Tree, rules: Grammar) -> int | None:
    told = (tree.subject(word, rules.marks.relative) for word in (candidate.token, *tree.ancestors(candidate.token)))
    subject = next((word for word in told if word is not None), None)
    return subject if subject is not None and subject < candidate.first else None


def _owner(head: int, tree: Tree, cast: Cast, sentence: int) -> Sequence[ActorMention]:
    """Whose deed a noun tells of: the mention right behind it, or the nearest below it that no preposition sets off."""
    words = (word for word in (min(head + 1, len(tree.tokens) - 1), *tree.subtree(head)) if word != head)
    return next((found for word in words if not tree.case(word) and (found := cast.at(tree, sentence, word))), ())
