"""How real an event is said to be: actual, future, hypothetical or negated."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from saksi.extract.candidates import Candidate
from saksi.extract.frames import NOUNS
from saksi.extract.supposed import supposed
from saksi.extract.tree import Tree
from saksi.languages.loader import load
from saksi.languages.shape import StatusWords
from saksi.model.codes import SPOKEN, EventType, Status
from saksi.model.mention import TimeMention

_LINKS = frozenset({"xcomp", "ccomp", "obj", "conj", "nsubj"})
_PLANNED = frozenset({"nmod", "acl", "compound", "amod"})
_BARE = frozenset({"nmod", "compound", "flat", "appos"})
_PURPOSES = frozenset({"advcl", "xcomp", "acl"})
_PARTICLES = frozenset({"ADV", "AUX", "PART"})
_ABOUT = SPOKEN | {EventType.AGREE}
_HINDERING = frozenset({EventType.SANCTION, EventType.COERCE})
_REACH = 4
"""How many words before the trigger a cue may stand."""
_SURE = 0.65
"""From this probability on the model's ear outweighs the absence of a cue."""
_DEAF = 0.12
"""Below this probability of a cue's status the model's ear outweighs the cue."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A status with the token that gave it (None: the model, the date, or nothing speaks against "actual").

    sure: whether the token can but belong to the event."""

    status: Status
    token: int | None
    how: str
    sure: bool = False


def judge_dated(
    candidate: Candidate, tree: Tree, times: Sequence[TimeMention], day: str | None, language: str
) -> tuple[Verdict, TimeMention | None]:
    """The status of a candidate and its time; that of something planned is not taken for the time of what happened.

    times: its likely ones, likeliest first; day: of publication, ISO 8601. Status and date check each other: an event
    to come has a day that has not passed, and one of which only the date tells that it lies ahead is future
    ("bertemu pekan depan"). What is spoken or agreed on is of today though it may be about a day to come.
    """
    verdict = judge(candidate, tree, language)
    first = next(iter(times), None)
    if first is None or first.value is None or day is None:
        return verdict, first
    if verdict.status is Status.FUTURE:
        if not verdict.sure and _is_past(first.value, day):
            return Verdict(Status.ACTUAL, None, "date"), first
        ahead = next((time for time in times if _is_ahead(time.value or "", day)), None)
        return verdict, ahead or next((time for time in times if not _is_past(time.value or "", day)), None)
    if verdict.status is not Status.ACTUAL or not _is_ahead(first.value, day):
        return verdict, first
    if candidate.type in _ABOUT or _planned_beside(candidate, tree, tree.token_at(first.span), language):
        return verdict, next((time for time in times if not _is_ahead(time.value or "", day)), None)
    return Verdict(Status.FUTURE, None, "date"), first


def _is_ahead(date: str, day: str) -> bool:
    start = date.partition("/")[0].rstrip("~")
    return start[: len(day)] > day[: len(start)]


def _is_past(date: str, day: str) -> bool:
    end = date.rpartition("/")[2].rstrip("~")
    return end[:1].isdigit() and end < day[: len(end)]


def judge(candidate: Candidate, tree: Tree, language: str) -> Verdict:
    """The status of a candidate: cues that govern or precede it, checked against what the model hears."""
    words = load(language, "status", StatusWords)
    heard = dict(candidate.status)
    sure = _run(candidate, tree, words) | _rulers(candidate, tree, words) | _conditions(candidate, tree, words)
    cues = ((i, word) for i, word in _before(candidate, tree, words) if i > _involved(candidate, tree, words))
    cues = (cue for cue in cues if not _in_vain(candidate, cue[0], tree, words))
    found = [(i, word, status) for i, word in cues if (status := _told(i, tree, words))]
    found.sort(key=lambda cue: _weight(cue[0], cue[2], tree, sure, words))
    for token, word, status in found:
        own = candidate.first <= token <= candidate.last
        if own and candidate.build not in NOUNS and tree.tokens[token].head == candidate.token < token:
            continue  # what is done to a plan is done: "menyerahkan rencananya"
        about, single = candidate.type in _ABOUT, candidate.first == candidate.last
        if own and status is Status.FUTURE and about and single:
            continue  # "siap" as a promise
        deed = not about and candidate.type not in _HINDERING  # who puts off hinders, today
        planned = own and status is Status.FUTURE and deed and (single or word in words.ruling)
        if own and not planned and (word in words.ruling or _makes_act(candidate.type, status)):
            continue
        ruled = planned or token in sure  # "dijadwalkan" for the visit itself
        if ruled or token > candidate.last or not heard or heard.get(status, 0.0) >= _DEAF:
            return Verdict(status, token, f"cue {word}", ruled)
    content = supposed(candidate, tree, words)
    if content is not None:
        return Verdict(content[0], content[1], f"cue {tree.tokens[content[1]].text.lower()}", sure=True)
    awaited = _awaited(candidate, tree, words)
    if awaited is not None:
        return awaited
    if heard:
        status, odds = max(heard.items(), key=lambda item: item[1])
        if odds >= _SURE and not (candidate.type is EventType.REJECT and status is not Status.ACTUAL):
            return Verdict(status, None, f"head {odds:.2f}")
    return Verdict(Status.ACTUAL, None, "default")


def _weight(token: int, status: Status, tree: Tree, sure: Collection[int], words: StatusWords) -> int:
    """How soon a cue is heard: what sets a condition ("jika gagal", "apakah akan"), then what surely negates ("tidak
    akan", "rencana itu dibatalkan"), then the others from the nearest on."""
    if tree.tokens[token].text.lower() in words.conditions:
        return 0
    return 1 if token in sure and status is Status.NEGATED else 2


def _planned_beside(candidate: Candidate, tree: Tree, token: int, language: str) -> bool:
    """Whether a token belongs to a clause about what is to come that does not hold the candidate: the day in
    "menyetujui perjanjian yang akan ditandatangani Jumat" for the agreement."""
    words = load(language, "status", StatusWords)
    above = {candidate.token, *tree.ancestors(candidate.token)}
    for up in tree.ancestors(token):
        if up in above:
            return False
        marks = (up, *tree.below(up, "aux", "advmod"))
        if tree.tokens[up].upos == "VERB" and any(_told(i, tree, words) is Status.FUTURE for i in marks):
            return True
    return False


def _told(token: int, tree: Tree, words: StatusWords) -> Status | None:
    """The status that a word tells of, if it is a cue and nothing takes it back ("tidak hanya menyerang", "segera
    setelah perundingan", "semula dijadwalkan")."""
    word = tree.tokens[token].text.lower()
    after = tree.tokens[token + 1].text.lower() if token + 1 < len(tree.tokens) else ""
    if word in words.negated:
        return None if after in words.not_only else Status.NEGATED
    before = tree.tokens[token - 1].text.lower() if token else ""
    if after in words.behind or before in words.once:
        return None
    if word in words.hypothetical:
        return Status.HYPOTHETICAL
    return Status.FUTURE if word in words.future else None


def _in_vain(candidate: Candidate, cue: int, tree: Tree, words: StatusWords) -> bool:
    """Whether talks are said to have failed that were held: "perundingan gagal", not "pertemuan gagal digelar"."""
    failed = cue >= candidate.last and tree.tokens[cue].text.lower() in words.vain
    if candidate.type is not EventType.CONSULT or not failed:
        return False
    return not any(token.text.lower() in words.held for token in tree.tokens[cue + 1 : cue + 3])


def _makes_act(type_: EventType, status: Status) -> bool:
    """Whether a cue among the words of an act of the type is what makes it: "tidak akan bertemu", "siap menyerang"."""
    return type_ is EventType.REJECT or (type_ is EventType.THREATEN and status is not Status.NEGATED)


def _run(candidate: Candidate, tree: Tree, words: StatusWords) -> set[int]:
    """The tokens right before the candidate that can but belong to it: "tidak pernah", "belum ada"."""
    found: set[int] = set()
    for token in range(candidate.first - 1, -1, -1):
        one = tree.tokens[token]
        if not (one.upos in _PARTICLES or one.text.lower() in words.bridges or _told(token, tree, words)):
            break
        found.add(token)
    return found


def _involved(candidate: Candidate, tree: Tree, words: StatusWords) -> int:
    """The word of taking part before the deed of another, -1 where there is none: what is said of it says nothing of
    the deed ("tidak terlibat dalam serangan Israel")."""
    named = any(tree.tokens[i].upos == "PROPN" and not tree.case(i) for i in _completing(candidate.token, tree))
    before = range(candidate.first - 1, max(-1, candidate.first - 1 - _REACH), -1)
    parts = (i for i in before if tree.tokens[i].text.lower() in words.involved)
    return next(parts, -1) if named and candidate.build in NOUNS else -1


def _completing(noun: int, tree: Tree) -> Iterator[int]:
    """What completes a noun without a preposition, also through another noun: "serangan militer Israel"."""
    for child in tree.below(noun, *_BARE):
        if not tree.case(child):
            yield child
            yield from _completing(child, tree)


def _rulers(candidate: Candidate, tree: Tree, words: StatusWords) -> set[int]:
    """The word that the candidate is the object or the clause of, where it alone settles the status; a verb that it is
    coordinated with says nothing of it ("membantah dan menuduh")."""
    below = candidate.token
    for up in _governors(candidate.token, tree, words):
        beside, below = tree.tokens[below].deprel == "conj", up
        if beside and candidate.type in SPOKEN:
            break  # "membantah terlibat dan mengecam": words are rarely denied, and joined to the denial
        word = tree.tokens[up].text.lower()
        if not beside and word not in words.bridges:
            return {up} if word in words.ruling else set()
    return set()


def governed_by_unreal(candidate: Candidate, tree: Tree, language: str) -> bool:
    """Whether the candidate is only wished, asked for, offered or feared by a verb that governs it."""
    words = load(language, "status", StatusWords)
    return any(word in words.unreal for _, word in _before(candidate, tree, words))


def _conditions(candidate: Candidate, tree: Tree, words: StatusWords) -> set[int]:
    """The words that make the candidate's own clause a condition: "jika keduanya gagal mencapai kesepakatan"."""
    clause = (candidate.token, *_governors(candidate.token, tree, words))
    marks = (mark for verb in clause for mark in tree.below(verb, "mark") if mark < candidate.first)
    verb = candidate.build not in NOUNS
    asked = (word for word in tree.below(candidate.token, "advmod") if verb and word < candidate.first)
    return {mark for mark in (*marks, *asked) if tree.tokens[mark].text.lower() in words.conditions}


def _awaited(candidate: Candidate, tree: Tree, words: StatusWords) -> Verdict | None:
    """The verdict on what has yet to come: what is refused until it happens ("tidak akan berunding sebelum X menarik
    pasukannya"), what something is on the eve of ("menjelang pertemuan puncak")."""
    eve = candidate.first - 1
    if eve >= 0 and candidate.build in NOUNS and tree.tokens[eve].text.lower() in words.eve:
        return Verdict(Status.FUTURE, eve, f"cue {tree.tokens[eve].text.lower()}")
    if (plan := _intended(candidate, tree, words)) is not None:
        return Verdict(Status.FUTURE, plan, f"cue {tree.tokens[plan].text.lower()}")
    until = next((i for i in tree.below(candidate.token, "mark") if tree.tokens[i].text.lower() in words.until), None)
    above = list(tree.ancestors(candidate.token))
    if until is None or not any(_refuses(verb, tree, words) for verb in above[:2]):
        return None
    return Verdict(Status.HYPOTHETICAL, until, f"cue {tree.tokens[until].text.lower()}", sure=True)


def _intended(candidate: Candidate, tree: Tree, words: StatusWords) -> int | None:
    """The cue of what is to come beside the verb that the candidate is for: "akan terbang ke X untuk bertemu Y"."""
    noun = tree.tokens[candidate.token]
    held = (
        noun.deprel == "obj" and candidate.type is EventType.CONSULT
    )  # "untuk menghadiri KTT", not "mengakhiri serangan"
    clause = noun.head if held else candidate.token
    if clause < 0 or tree.tokens[clause].deprel not in _PURPOSES or tree.case(clause) not in words.unreal:
        return None
    head = tree.tokens[clause].head
    marks = (head, *tree.below(head, "aux", "advmod"))
    return next((i for i in marks if i < candidate.first and _told(i, tree, words) is Status.FUTURE), None)


def _refuses(verb: int, tree: Tree, words: StatusWords) -> bool:
    """Whether a verb tells of what is not done or only wanted."""
    said = (tree.tokens[i].text.lower() for i in tree.below(verb, "advmod", "aux"))
    return tree.tokens[verb].text.lower() in words.unreal or any(word in words.negated for word in said)


def _governors(token: int, tree: Tree, words: StatusWords) -> Iterator[int]:
    """What a token is the object, the subject or the clause of, nearest first, also through a noun of planning."""
    while tree.tokens[token].head >= 0:
        head = tree.tokens[token].head
        planned = tree.tokens[head].text.lower() in words.bridges
        if not (tree.tokens[token].deprel in _LINKS or (planned and tree.tokens[token].deprel in _PLANNED)):
            return
        yield head
        token = head


def _before(candidate: Candidate, tree: Tree, words: StatusWords) -> Iterator[tuple[int, str]]:
    """The words that may change the candidate's status, nearest first: its own marks, its governors, what precedes."""
    seen: set[int] = set()
    near = range(candidate.last, max(-1, candidate.first - 1 - _REACH), -1)
    own = tree.below(candidate.token, "advmod", "aux", "mark", "cop")
    governors: list[int] = []
    below = candidate.token
    for index in _governors(candidate.token, tree, words):
        subject = tree.tokens[below].deprel == "nsubj"
        governors.extend(
            i for i in (index, *tree.below(index, "advmod", "aux", "mark")) if subject or i < candidate.first
        )
        below = index
    for token in near:
        if tree.tokens[token].upos == "PUNCT" or (token < candidate.first and _opens_clause(token, tree, words)):
            break
        seen.add(token)
        yield token, tree.tokens[token].text.lower()
    for token in (*(i for i in own if i < candidate.first), *governors):
        if token not in seen:
            seen.add(token)
            yield token, tree.tokens[token].text.lower()


def _opens_clause(token: int, tree: Tree, words: StatusWords) -> bool:
    """Whether a word begins a clause that cues before it say nothing of: "rencana itu setelah bertemu"."""
    word = tree.tokens[token].text.lower()
    return tree.tokens[token].upos == "SCONJ" and word not in words.unreal and not _told(token, tree, words)
