"""What is only asked for, hoped, feared or agreed on: "mendesak Israel membuka perlintasan", "sepakat
agar perundingan digelar"."""

from saksi.extract.candidates import Candidate
from saksi.extract.frames import NOUNS
from saksi.extract.tree import Tree
from saksi.languages.shape import StatusWords
from saksi.model.codes import SPOKEN, EventType, Status

_CONTENT = frozenset({"xcomp", "ccomp", "obj"})
_CLAUSES = frozenset({"advcl", "acl"})
_JOINED = frozenset({"conj", "advcl"})
_REACH = 7
"""Words up to a law's name among which it is told that it is not passed yet."""
_ARGUMENTS = frozenset({"nsubj", "obj", "obl", "ccomp", "xcomp"})


def supposed(candidate: Candidate, tree: Tree, words: StatusWords) -> tuple[Status, int] | None:
    """The status of what a word of asking, hoping, fearing or agreeing has for its content, and that word; also through
    a word of holding it: "usul untuk menggelar konferensi"."""
    inside = range(candidate.first, candidate.last + 1)
    for outer in (i for i in inside if tree.tokens[i].head not in (-1, *inside)):
        at = _clause(outer, tree, words)
        head = tree.tokens[at].head
        if head < 0:
            continue
        named = candidate.build in NOUNS and tree.tokens[at].deprel == "nmod" and at == head + 1  # "usul pengiriman X"
        wished, content = _wished(at, tree, words), named or tree.tokens[at].deprel in _CONTENT
        asking = words.asking if candidate.build in NOUNS else (*words.asking, *words.fearing)
        if (content or wished) and _is(head, tree, asking):
            return Status.HYPOTHETICAL, head
        if wished and tree.below(at, "mark") and _is(head, tree, words.settling):
            return Status.FUTURE, head
        if (mark := next((i for i in tree.below(at, "mark") if _is(i, tree, words.wishing)), None)) is not None:
            return Status.HYPOTHETICAL, mark
        if candidate.type not in SPOKEN and _is_asked_besides(at, tree, words):
            return Status.HYPOTHETICAL, head
        before = _told_of(at, tree, asking)
        before = _not_passed(at, tree, words) if before is None else before
        if before is not None:
            return Status.HYPOTHETICAL, before
    held = _to_be_held(candidate, tree, words)
    return None if held is None else (Status.FUTURE, held)


def _is(token: int, tree: Tree, words: tuple[str, ...]) -> bool:
    return tree.tokens[token].text.lower() in words


def _clause(token: int, tree: Tree, words: StatusWords) -> int:
    """The verb of the clause that says that something is held, of a noun of what is held, else the token itself."""
    while (head := tree.tokens[token].head) >= 0:
        held = tree.tokens[token].deprel in _CONTENT and _is(head, tree, words.bridges)
        marks = tree.below(head, "mark") if tree.tokens[token].deprel == "nsubj" else []
        if not held and not any(_is(mark, tree, words.unreal) for mark in marks):
            break
        token = head
    return token


def _wished(token: int, tree: Tree, words: StatusWords) -> bool:
    """Whether a clause follows its verb or noun without a comma and with no conjunction but one of wishing, as what is
    asked for does: "meminta Rusia (agar) mengirim pasukan", "permintaan untuk mengirim pasukan"."""
    between = tree.tokens[tree.tokens[token].head + 1 : token]
    marks = tree.below(token, "mark")
    clause = tree.tokens[token].deprel == "advcl" or (tree.tokens[token].deprel == "acl" and bool(marks))
    wished = all(_is(mark, tree, words.unreal) for mark in marks)
    return clause and wished and not any(one.upos == "PUNCT" for one in between)


def _is_asked_besides(token: int, tree: Tree, words: StatusWords) -> bool:
    """Whether a verb without a subject is joined by "and" to the clause of what is asked for: "mendesak kedua pihak
    menghentikan pertempuran dan membuka akses"."""
    place = tree.tokens[token]
    joined = place.upos == "VERB" and place.deprel in _JOINED and tree.tokens[token - 1].upos == "CCONJ"
    if not joined or not _is(place.head, tree, words.asking) or tree.below(token, "nsubj"):
        return False
    between = tree.tokens[place.head + 1 : token]
    return any(one.upos == "VERB" for one in between) and not any(one.upos == "PUNCT" for one in between)


def _told_of(token: int, tree: Tree, asking: tuple[str, ...]) -> int | None:
    """The word of asking or fearing before those of whom a bare clause says what they do: "takut Rusia menyerang"."""
    noun = tree.tokens[token].head
    bare = tree.tokens[token].deprel == "acl" and token == noun + 1 and tree.tokens[noun].deprel in _ARGUMENTS
    head = tree.tokens[noun].head
    return head if bare and 0 <= head < noun and _is(head, tree, asking) else None


def _not_passed(token: int, tree: Tree, words: StatusWords) -> int | None:
    """The word by which a law whose clause a verb stands in is not passed yet: "rancangan resolusi yang menjatuhkan
    sanksi", "pemungutan suara mengenai resolusi yang ..."."""
    noun = tree.tokens[token].head
    if tree.tokens[token].deprel != "acl" or tree.tokens[noun].text.lower() not in words.bills:
        return None
    before = range(noun, max(-1, noun - _REACH), -1)
    return next((i for i in before if tree.tokens[i].text.lower() in words.voting), None)


def _to_be_held(candidate: Candidate, tree: Tree, words: StatusWords) -> int | None:
    """The cue of what is to come in the clause that says what talks will be: "pertemuan yang akan dihadiri X"."""
    if candidate.type is not EventType.CONSULT or candidate.build not in NOUNS:
        return None
    marks = (i for verb in tree.below(candidate.token, "acl") for i in tree.below(verb, "aux"))
    return next((i for i in marks if i > candidate.last and _is(i, tree, words.future)), None)
