"""When and where an event happened: the time and place mentions that belong to its clause."""

from collections.abc import Sequence

from saksi.extract.candidates import Candidate
from saksi.extract.tree import Tree
from saksi.languages.loader import load
from saksi.languages.shape import SettingWords
from saksi.model.codes import SPOKEN, EventType
from saksi.model.mention import PlaceMention, TimeMention
from saksi.model.span import Span

_LIKELY = 0.5
_DAY = len("2016-08-11")
_TALKED_OF = {**dict.fromkeys(SPOKEN, (0, 1)), EventType.AGREE: (0, 2), EventType.CONSULT: (1, None)}
"""Acts that mostly name what they are about ("membahas situasi di Suriah" does not take place there): how many steps of
the tree a country, and a place within one, may lie from their words. None: as far as for any act."""
_BREAKS = frozenset({"ccomp", "parataxis", "acl", "advcl"})


def when(
    candidate: Candidate, tree: Tree, times: Sequence[TimeMention], others: Sequence[Candidate]
) -> TimeMention | None:
    """The time of the candidate's own sentence that lies nearest in the tree and not nearer to another candidate.

    A month or year far from words of speech is that of what is spoken of: "menuduh Inggris, yang pada 2000 ...".
    """
    here = [t for t in times if t.sentence == candidate.sentence and t.value is not None]
    distances = [_distance(tree, candidate.token, _token_at(tree, t.span)) for t in here]
    spoken = candidate.type in SPOKEN
    ranked = sorted((away, i) for i, away in enumerate(distances) if away <= 1 or not (spoken and _coarse(here[i])))
    if not ranked:
        return None
    distance, index = ranked[0]
    chosen = here[index]
    token = _token_at(tree, chosen.span)
    nearer = [o for o in others if _rivals(o, candidate) and _distance(tree, o.token, token) < distance]
    return None if nearer and len(here) == 1 and distance > 2 else chosen


def _coarse(time: TimeMention) -> bool:
    """Whether a time is no single day."""
    return len(time.value or "") != _DAY


def _rivals(other: Candidate, candidate: Candidate) -> bool:
    """Whether the other is likely enough to be an event of its own to draw a time to itself."""
    return other.token != candidate.token and other.heard >= _LIKELY


def where(candidate: Candidate, tree: Tree, places: Sequence[PlaceMention], language: str) -> PlaceMention | None:
    """The place of the candidate's sentence that a preposition of place ties to it; the most precise one wins."""
    words = load(language, "setting", SettingWords)
    best: tuple[int, int] | None = None
    chosen = None
    for mention in places:
        if mention.sentence != candidate.sentence:
            continue
        token = _token_at(tree, mention.span)
        if not (_reached(tree, token, mention, words) or (not mention.acting and _located(tree, token, words))):
            continue
        precision = mention.place.precision or "country"
        rank = (words.precision.index(precision), _distance(tree, candidate.token, token))
        if rank[1] <= _reach(candidate.type, precision, words) and (best is None or rank < best):
            best, chosen = rank, mention
    return chosen


def _reach(type_: EventType, precision: str, words: SettingWords) -> int:
    """How many steps of the tree a place may lie from the words of an event."""
    country, finer = _TALKED_OF.get(type_, (None, None))
    steps = country if precision == "country" else finer
    return words.reach if steps is None else steps


def _reached(tree: Tree, token: int, mention: PlaceMention, words: SettingWords) -> bool:
    """Whether the place is what a verb of going or of striking acts on ("mengunjungi X", "mengebom X")."""
    before = tree.tokens[token - 1].text.lower() if token else ""
    return before in words.goals or (before in words.targets and mention.place.precision != "country")


def _located(tree: Tree, token: int, words: SettingWords) -> bool:
    """Whether a preposition of place stands before the name, with at most a few nouns between ("di kota X")."""
    for back in range(1, words.gap + 2):
        if token - back < 0:
            return False
        before = tree.tokens[token - back]
        if before.text.lower() in words.prepositions:
            return True
        if before.upos not in {"NOUN", "PROPN", "ADJ", "ADP"}:
            return False
    return False


def _token_at(tree: Tree, span: Span) -> int:
    for i, token in enumerate(tree.tokens):
        if token.end > span.start:
            return i
    return len(tree.tokens) - 1


def _distance(tree: Tree, a: int, b: int) -> int:
    """Steps between two tokens through the tree, with a clause border counting as two more."""
    path = {a: 0}
    cost, at = 0, a
    for up in tree.ancestors(a):
        cost += 3 if tree.tokens[at].deprel in _BREAKS else 1
        path[up] = cost
        at = up
    cost, at = 0, b
    if b in path:
        return path[b]
    for up in tree.ancestors(b):
        cost += 3 if tree.tokens[at].deprel in _BREAKS else 1
        if up in path:
            return cost + path[up]
        at = up
    return cost + len(tree.tokens)
