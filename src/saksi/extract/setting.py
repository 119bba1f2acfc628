"""When and where an event happened: the time and place mentions that belong to its clause."""

from collections.abc import Sequence
from dataclasses import replace

from saksi.extract.candidates import Candidate
from saksi.extract.dating import OWN, Dated, weigh_times
from saksi.extract.frames import NOUNS
from saksi.extract.logistic import Logistic
from saksi.extract.tree import Tree
from saksi.languages.loader import load
from saksi.languages.shape import RoleMarks
from saksi.languages.shape_places import SettingWords
from saksi.model.codes import MUTUAL, SPOKEN, EventType
from saksi.model.mention import PlaceMention, TimeMention
from saksi.world.capitals import capitals

_TALKED_OF = {**dict.fromkeys(SPOKEN, (0, 1)), EventType.AGREE: (0, 2), EventType.CONSULT: (1, None)}
"""Acts that mostly name what they are about ("membahas situasi di Suriah" does not take place there): how many steps of
the tree a country, and a place within one, may lie from their words. None: as far as for any act."""

_OPEN = "/.."
"""How the value of a time ends that is itself told with "sejak"."""
_HEARD = 0.5
"""From this probability on another candidate is an act of its own."""
_RANKED = 8
"""Words before a span of time among which it is told what had no equal in it."""
_BARE = frozenset({"nmod", "appos", "flat"})
"""Relations of a name to the noun that it completes."""
_UNKNOWN = frozenset({"place.heard", "place.within"})
"""Rules of places that no table has."""
_FROM_STATES = MUTUAL | SPOKEN | {EventType.AID}
"""Types of acts in which a country behind "dari" is a side."""


def when(candidate: Candidate, sentence: Dated, model: Logistic) -> list[TimeMention]:
    """The times of the candidate's own sentence that are likely its own, likeliest first."""
    odds = [model.odds(features)[OWN] for features in weigh_times(candidate, sentence)]
    likely = [i for i, one in enumerate(odds) if one >= model.threshold and not _of_start(i, candidate, sentence)]
    likely = [i for i in likely if not _ranks(sentence.times[i], sentence)]
    likely = [i for i in likely if not _is_deadline(i, candidate, sentence)]
    tree = sentence.tree
    at = {i: tree.token_at(sentence.times[i].span) for i in likely}
    likely = [i for i in likely if not _of_main(at[i], candidate, tree)]
    return [sentence.times[i] for i in sorted(likely, key=lambda i: -odds[i])]


def _of_start(time: int, candidate: Candidate, sentence: Dated) -> bool:
    """Whether a time tells when something else began: "serangan terbesar sejak invasi dimulai pada Februari"."""
    tree, span = sentence.tree, sentence.times[time].span
    if (sentence.times[time].value or "").endswith(_OPEN):
        return False
    at = tree.token_at(span)
    for above in tree.ancestors(at):
        outside = not span.start <= tree.tokens[above].start < span.end
        if outside and tree.case(above) in sentence.since:
            opening = tree.below(above, "case", "mark")[0]
            return not opening < candidate.token < at and candidate.token not in tree.subtree(above)
    return False


def _is_deadline(time: int, candidate: Candidate, sentence: Dated) -> bool:
    """Whether a time tells until when something asked for is to be done: "mendesak X berhenti sebelum 21 Februari"."""
    at = sentence.tree.token_at(sentence.times[time].span)
    behind = candidate.type in SPOKEN and candidate.last < at - 1
    return behind and sentence.tree.tokens[at - 1].text.lower() in sentence.rank.deadlines


def _of_main(at: int, candidate: Candidate, tree: Tree) -> bool:
    """Whether a word tells of the verb whose subject the candidate's relative clause describes: "warga yang diculik X
    tiba di Manila pada Selasa"."""
    if tree.tokens[candidate.token].deprel != "acl":
        return False
    inside, verb = set(tree.subtree(candidate.token)), tree.tokens[at].head
    if at in inside or not max(inside) < verb < at:
        return False
    return tree.tokens[verb].upos == "VERB" and verb in set(tree.ancestors(candidate.token))


def _ranks(time: TimeMention, sentence: Dated) -> bool:
    """Whether a time only tells for how long nothing was like it: "yang terburuk dalam 13 tahun terakhir", "serangan
    terbesar sejak 2021"."""
    tree, at = sentence.tree, sentence.tree.token_at(time.span)
    words = [token.text.lower() for token in tree.tokens[max(at - _RANKED, 0) : at]]
    opening = next((n for n in range(len(words) - 1, -1, -1) if words[n] in sentence.rank.spans), None)
    if (time.value or "").endswith(_OPEN):
        opening = len(words)
    elif opening is None or "/" not in (time.value or ""):
        return False
    before = words[:opening]
    told = before[len(before) - before[::-1].index(",") :] if "," in before else before
    return not sentence.rank.superlatives.isdisjoint(told)


def planned_for(candidate: Candidate, sentence: Dated, time: TimeMention | None) -> TimeMention | None:
    """The time that something is planned for: the likely one, if it is not the day on which the plan was told, else one
    that lies ahead and stands behind the candidate with no other act between, or today with no other verb between."""
    tree, day = sentence.tree, sentence.day
    if time is not None and not (time.value == day and _is_told_on(tree, tree.token_at(time.span), sentence.said)):
        return time
    others = [one.first for one in sentence.candidates if one.heard >= _HEARD and one.first > candidate.last]
    end = min(others, default=len(tree.tokens))
    ahead = [one for one in sentence.times if day and one.value and one.value[: len(day)] > day[: len(one.value)]]
    later = next((one for one in ahead if candidate.last < tree.token_at(one.span) < end), None)
    verb = next((i for i in range(candidate.last + 1, len(tree.tokens)) if tree.tokens[i].upos == "VERB"), end)
    today = (one for one in sentence.times if day and one.value == day)
    return later or next((one for one in today if candidate.last < tree.token_at(one.span) < min(end, verb)), None)


def _is_told_on(tree: Tree, token: int, said: Sequence[int]) -> bool:
    return any(tree.distance(word, token) <= 1 for word in said)


def where(candidate: Candidate, tree: Tree, places: Sequence[PlaceMention], language: str) -> PlaceMention | None:
    """The place of the candidate's sentence that a preposition of place ties to it: of those that the fewest
    borders of clauses part from it, the most precise one."""
    words, marks = load(language, "setting", SettingWords), load(language, "roles", RoleMarks)
    best: tuple[int, int, int] | None = None
    chosen = None
    for named in places:
        if named.sentence != candidate.sentence or named.seat:
            continue
        token = tree.token_at(named.span)
        mention = _seat(named, tree, token, words)
        precision = precision_of(mention)
        told = _located(tree, token, words) or _aimed_at(candidate, tree, token, precision, words)
        if not (_reached(tree, token, mention, words) or (told and not mention.acting)):
            continue
        if candidate.type is not EventType.CONSULT and tree.parted(candidate.last, token, marks.apart):
            continue  # but talks that failed "setelah X menolak hadir di Y" were to be held there
        if _of_what_is_answered(candidate, tree, token, marks) or _of_main(token, candidate, tree):
            continue
        if tree.case(token) in words.towards and _goes_on(candidate, tree, token, marks):
            continue
        if tree.case(token) in words.origins and _is_origin(candidate, tree, token, precision):
            continue
        rank = (
            tree.borders(candidate.token, token),
            words.precision.index(precision),
            tree.distance(candidate.token, token),
        )
        if rank[2] <= reach(candidate.type, precision, words) and (best is None or rank < best):
            best, chosen = rank, mention
    return chosen


def _of_what_is_answered(candidate: Candidate, tree: Tree, token: int, marks: RoleMarks) -> bool:
    """Whether a place stands behind what an act answers: "menyerang X sebagai balasan atas serangan di Y"."""
    between = (tree.tokens[i].text.lower() for i in range(candidate.last + 1, token))
    return candidate.type is EventType.ASSAULT and not marks.reacting.isdisjoint(between)


def _goes_on(candidate: Candidate, tree: Tree, token: int, marks: RoleMarks) -> bool:
    """Whether a place stands before the clause that tells what happened earlier: "mengungsi ke X setelah diserang"."""
    return any(tree.tokens[i].text.lower() in marks.apart for i in range(token + 1, candidate.first))


def precision_of(mention: PlaceMention) -> str:
    """How precise a name is, whatever its point stands for: what no table knows is small."""
    return "city" if mention.rule in _UNKNOWN else mention.place.precision or "city"


def _seat(mention: PlaceMention, tree: Tree, token: int, words: SettingWords) -> PlaceMention:
    """The capital of a country where the words before its name say so ("di ibu kota Somalia")."""
    before = tuple(one.text.lower() for one in tree.tokens[max(token - 2, 0) : token])
    said = before[-1:] and (before[-1] in words.capital or " ".join(before) in words.capital)
    code = mention.place.country if mention.place.precision == "country" else None
    if not said or code is None or not capitals(code):
        return mention
    return replace(mention, place=capitals(code)[0], acting=False)


def _is_origin(candidate: Candidate, tree: Tree, token: int, precision: str) -> bool:
    """Whether a phrase with "dari" tells where somebody comes from, not where it happened: "delegasi dari Rabat"; an
    attack named by a noun comes from a country and is made on a town ("serangan dari Rusia")."""
    own = candidate.first <= tree.tokens[token].head <= candidate.last
    if precision == "country" and candidate.type in _FROM_STATES:
        return True  # "membeli senjata dari Prancis"
    if own or tree.tokens[token].deprel not in _BARE:
        return candidate.type is EventType.ASSAULT and candidate.build in NOUNS and precision == "country"
    return True


def reach(type_: EventType, precision: str, words: SettingWords) -> int:
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


def _aimed_at(candidate: Candidate, tree: Tree, token: int, precision: str, words: SettingWords) -> bool:
    """Whether an attack named by a noun is made on a town: "serangan terhadap Kharkiv"."""
    strike = candidate.type is EventType.ASSAULT and candidate.build in NOUNS and precision != "country"
    own = candidate.first <= tree.tokens[token].head <= candidate.last
    return strike and own and tree.case(token) in words.aims


def _struck(tree: Tree, token: int, words: SettingWords) -> bool:
    """Whether the name explains or completes the object of a verb of striking."""
    while tree.tokens[token].deprel in _BARE and not tree.case(token):
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
    if token > 1 and tree.tokens[token - 1].text == "," and tree.tokens[token - 2].upos == "PROPN":
        return _located(tree, token - 2, words)
    for back in range(1, words.gap + 2):
        if token - back < 0:
            return False
        before = tree.tokens[token - back]
        if before.text.lower() in words.prepositions:
            return True
        if before.upos not in {"NOUN", "PROPN", "ADJ", "ADP"}:
            return False
    return False
