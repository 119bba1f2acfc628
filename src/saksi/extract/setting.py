"""When and where an event happened: the time and place mentions that belong to its clause."""

from collections.abc import Sequence

from saksi.extract.candidates import Candidate
from saksi.extract.dating import OWN, Dated, weigh_times
from saksi.extract.frames import NOUNS
from saksi.extract.logistic import Logistic
from saksi.extract.tree import Tree
from saksi.languages.loader import load
from saksi.languages.shape import SettingWords
from saksi.model.codes import SPOKEN, EventType
from saksi.model.mention import PlaceMention, TimeMention

_TALKED_OF = {**dict.fromkeys(SPOKEN, (0, 1)), EventType.AGREE: (0, 2), EventType.CONSULT: (1, None)}
"""Acts that mostly name what they are about ("membahas situasi di Suriah" does not take place there): how many steps of
the tree a country, and a place within one, may lie from their words. None: as far as for any act."""


def when(candidate: Candidate, sentence: Dated, model: Logistic) -> TimeMention | None:
    """The time of the candidate's own sentence that is likeliest its own, None where none is likely."""
    odds = [model.odds(features)[OWN] for features in weigh_times(candidate, sentence)]
    best = max(range(len(odds)), key=lambda i: odds[i], default=None)
    return sentence.times[best] if best is not None and odds[best] >= model.threshold else None


def where(candidate: Candidate, tree: Tree, places: Sequence[PlaceMention], language: str) -> PlaceMention | None:
    """The place of the candidate's sentence that a preposition of place ties to it; the most precise one wins."""
    words = load(language, "setting", SettingWords)
    best: tuple[int, int] | None = None
    chosen = None
    for mention in places:
        if mention.sentence != candidate.sentence:
            continue
        token = tree.token_at(mention.span)
        precision = mention.place.precision or "country"
        if not (_reached(tree, token, mention, words) or (not mention.acting and _located(tree, token, words))):
            continue
        from_there = candidate.type is EventType.ASSAULT and candidate.build in NOUNS and precision == "country"
        if from_there and tree.case(token) in words.origins:
            continue  # "serangan dari Rusia"
        rank = (words.precision.index(precision), tree.distance(candidate.token, token))
        if rank[1] <= _reach(candidate.type, precision, words) and (best is None or rank < best):
            best, chosen = rank, mention
    return chosen


def _reach(type_: EventType, precision: str, words: SettingWords) -> int:
    """How many steps of the tree a place may lie from the words of an event."""
    country, finer = _TALKED_OF.get(type_, (None, None))
    steps = country if precision == "country" else finer
    return words.reach if steps is None else steps


def _reached(tree: Tree, token: int, mention: PlaceMention, words: SettingWords) -> bool:
    """Whether the place is what a verb of going acts on ("mengunjungi X"), or one of striking on it or on what stands
    there ("mengebom X", "menghantam pelabuhan X", "mengguncang ibu kota Ukraina, X")."""
    before = tree.tokens[token - 1].text.lower() if token else ""
    if before in words.goals or mention.place.precision == "country":
        return before in words.goals
    return before in words.targets or _struck(tree, token, words)


def _struck(tree: Tree, token: int, words: SettingWords) -> bool:
    """Whether the name explains or completes the object of a verb of striking."""
    while tree.tokens[token].deprel in {"nmod", "appos", "flat"} and not tree.case(token):
        token = tree.tokens[token].head
    if tree.tokens[token].deprel != "obj":
        return False
    verb = tree.tokens[tree.tokens[token].head].text.lower()
    return verb in words.targets


def _located(tree: Tree, token: int, words: SettingWords) -> bool:
    """Whether a preposition of place stands before the name, with at most a few nouns between ("di kota X"), or before
    the words that the name explains ("di ibu kota Ukraina, Kyiv")."""
    if tree.tokens[token].deprel == "appos" and token > tree.tokens[token].head >= 0:
        return _located(tree, tree.tokens[token].head, words)
    for back in range(1, words.gap + 2):
        if token - back < 0:
            return False
        before = tree.tokens[token - back]
        if before.text.lower() in words.prepositions:
            return True
        if before.upos not in {"NOUN", "PROPN", "ADJ", "ADP"}:
            return False
    return False
