"""Modes and contexts of an event, by the words that tell of them."""

from functools import cache
from itertools import islice

from saksi.extract.candidates import Candidate
from saksi.extract.tree import Tree
from saksi.languages.loader import load
from saksi.languages.morphology import active_forms, passive_forms, plain
from saksi.languages.shape import FrameWords, Morphology, RoleMarks
from saksi.model.codes import EventType


@cache
def _mode_words(language: str) -> dict[EventType, dict[str, str]]:
    """For each type, the words that tell of a mode when they stand beside the trigger."""
    frames = load(language, "frames", dict[EventType, FrameWords])
    rules = load(language, "morphology", Morphology)
    out: dict[EventType, dict[str, str]] = {}
    for type_, words in frames.items():
        table = out.setdefault(type_, {})
        for mode, lexemes in words.modes.items():
            for lexeme in lexemes:
                for form in (lexeme, *active_forms(lexeme, rules), *passive_forms(lexeme, rules)):
                    table.setdefault(form, mode)
    return out


def modes(candidate: Candidate, tree: Tree, language: str) -> tuple[str, ...]:
    """The modes that the frame itself tells of; else the first that a word below it or its governor tells of."""
    if candidate.entry is not None and candidate.entry.modes:
        return candidate.entry.modes
    table = _mode_words(language)[candidate.type]
    rules = load(language, "morphology", Morphology)
    apart, behind_it = load(language, "roles", RoleMarks).apart, range(candidate.last + 1, len(tree.tokens))
    end = next((i for i in behind_it if tree.tokens[i].text.lower() in apart), len(tree.tokens))
    own = (i for i in tree.subtree(candidate.token) if i < end)  # "operasi darat, sehari setelah serangan udara"
    for token in (*own, *islice(tree.ancestors(candidate.token), 1)):
        if candidate.entry is None or not candidate.first <= token <= candidate.last:
            word = plain(tree.tokens[token].text, rules)
            behind = plain(tree.tokens[token + 1].text, rules) if token + 1 < len(tree.tokens) else ""
            mode = table.get(f"{word} {behind}") or table.get(word)  # "pengebom bunuh diri" is no murder
            if mode is not None:
                return (mode,)
    return ()


def contexts(tree: Tree, language: str) -> tuple[str, ...]:
    """The contexts that words of the sentence tell of, in the order of the codebook."""
    table = load(language, "contexts", dict[str, tuple[str, ...]])
    rules = load(language, "morphology", Morphology)
    words = {plain(token.text, rules) for token in tree.tokens} | {token.text.lower() for token in tree.tokens}
    return tuple(context for context, cues in table.items() if not words.isdisjoint(cues))
