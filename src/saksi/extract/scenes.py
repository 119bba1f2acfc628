"""Where events happened: in the place that their clause names, or in the one that it points back to ("di kota itu")."""

from collections.abc import Sequence

from saksi.extract.candidates import Candidate
from saksi.extract.setting import precision_of, reach, where
from saksi.extract.tree import Tree
from saksi.languages.loader import load
from saksi.languages.shape_places import SettingWords
from saksi.model.codes import EventType
from saksi.model.mention import PlaceMention

_PHYSICAL = frozenset(
    {EventType.ASSAULT, EventType.PROTEST, EventType.MOBILIZE, EventType.RETREAT, EventType.COERCE, EventType.AID}
)
_LIKELY = 0.5
_BACK = 3
"""How many sentences back "kota itu" may point."""
_FINE = frozenset({"city", "site"})


def scenes(
    candidates: Sequence[Candidate], trees: Sequence[Tree], places: Sequence[PlaceMention], language: str
) -> list[PlaceMention | None]:
    """The place of each candidate, None where none is told. Candidates stand in the order of the text."""
    words = load(language, "setting", SettingWords)
    named = [one for one in places if not one.acting]
    acts: list[PlaceMention] = []
    found: list[PlaceMention | None] = []
    for candidate in candidates:
        tree = trees[candidate.sentence]
        place = where(candidate, tree, places, language) or _pointed_at(candidate, tree, named, acts, words)
        found.append(place)
        if place and candidate.type in _PHYSICAL and candidate.heard >= _LIKELY:
            acts.append(place)
    return found


def _pointed_at(
    candidate: Candidate,
    tree: Tree,
    named: Sequence[PlaceMention],
    acts: Sequence[PlaceMention],
    words: SettingWords,
) -> PlaceMention | None:
    """The place that "di kota itu", "di sana" stand for: where the last of the acts before was, else the last named."""
    if candidate.type not in _PHYSICAL:
        return None
    at = next((i for i in range(1, len(tree.tokens)) if _points(tree, i, words)), None)
    if at is None or tree.distance(candidate.token, at) > reach(candidate.type, "city", words):
        return None
    noun, start = tree.tokens[at].text.lower(), tree.tokens[at].start
    near = range(candidate.sentence - _BACK, candidate.sentence + 1)
    fitting = (
        one
        for one in (*reversed(acts), *reversed(named))
        if one.span.end <= start and one.sentence in near and _fits(one, noun, words)
    )
    return next(fitting, None)


def _points(tree: Tree, at: int, words: SettingWords) -> bool:
    """Whether a token is the noun of a place told before ("di kota itu") or a word like "sana"."""
    word = tree.tokens[at].text.lower()
    if tree.tokens[at - 1].text.lower() not in words.prepositions:
        return False
    behind = tree.tokens[at + 1].text.lower() if at + 1 < len(tree.tokens) else ""
    return word in words.there or (word in (*words.towns, *words.areas) and behind in words.back)


def _fits(mention: PlaceMention, noun: str, words: SettingWords) -> bool:
    precision = precision_of(mention)
    return precision in _FINE if noun in words.towns else precision != "country"
