"""The phrases around a trigger that the grammar gives a role: subject, object, complements, prepositional phrases."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from saksi.extract.candidates import Candidate
from saksi.extract.frames import Build
from saksi.extract.tree import Tree
from saksi.languages.loader import load
from saksi.languages.morphology import active_forms, passive_forms, plain
from saksi.languages.shape import Morphology, RoleMarks
from saksi.model.codes import MUTUAL, EventType

ACTOR, RECIPIENT = "actor", "recipient"

_OBLIQUE = ("obl", "nmod", "iobj")
_BARE = ("nmod", "compound", "flat", "appos", "amod", "obl")
_ENDS = frozenset({"VERB", "SCONJ", "PUNCT"})
"""Classes of words that end a clause."""
_NAMES = frozenset({"NOUN", "PROPN"})
_CLAUSE = ("xcomp", "ccomp", "advcl", "acl")
_SWEPT = frozenset({EventType.COERCE, EventType.RETREAT})
_GIVEN = frozenset(EventType) - MUTUAL - {EventType.CONCEDE, EventType.RETREAT, EventType.REJECT, EventType.MOBILIZE}
"""Types of acts that one may be said to receive, not to accept."""
_REFUSING = frozenset({EventType.REQUEST, EventType.REJECT})
"""Types of acts whose clause names whom they address."""


@dataclass(frozen=True, slots=True)
class Zone:
    """A phrase by its head word, with the role that it has and the construction that gives it."""

    role: str
    token: int
    construction: str


class Grammar:
    """A language's marks of roles, ready for look-up."""

    def __init__(self, marks: RoleMarks, morphology: Morphology) -> None:
        self.marks = marks
        self._morphology = morphology
        self.light = {form for stem in marks.light for form in active_forms(stem, morphology)}
        self.light_passive = {form for stem in marks.light for form in passive_forms(stem, morphology)}
        self.receiving = {form for stem in marks.receiving for form in active_forms(stem, morphology)}
        self.receiving.update(marks.receiving)
        self.accused = {form for stem in marks.accusing for form in passive_forms(stem, morphology)}
        self.accuses = {form for stem in marks.accusing for form in active_forms(stem, morphology)}
        self.sending = {form for stem in marks.sending for form in active_forms(stem, morphology)}
        self.faulting = {form for stem in marks.faulting for form in active_forms(stem, morphology)}
        self.resenting = {form for stem in marks.resenting for form in active_forms(stem, morphology)}
        self.helping = {form for stem in marks.helping for form in active_forms(stem, morphology)}
        self.heeding = {form for stem in marks.heeding for form in active_forms(stem, morphology)}
        self.telling = {form for stem in marks.telling for form in active_forms(stem, morphology)}
        self.letting = {form for stem in marks.letting for form in active_forms(stem, morphology)}
        self.mediating = {form for stem in marks.mediating for form in active_forms(stem, morphology)}
        self.charging = {form for stem in marks.charging for form in active_forms(stem, morphology)}
        self.charged = {form for stem in marks.charging for form in passive_forms(stem, morphology)}
        self.mediated = {form for stem in marks.mediating for form in passive_forms(stem, morphology)}

    def is_passive(self, word: str) -> bool:
        """Whether the form of a verb says that its subject undergoes the act."""
        return word.lower().startswith(tuple(self._morphology.passive_prefixes))

    def plain(self, word: str) -> str:
        """The word without what its form adds."""
        return plain(word, self._morphology)


@cache
def grammar(language: str) -> Grammar:
    """The marks of roles of a language, read once."""
    return Grammar(load(language, "roles", RoleMarks), load(language, "morphology", Morphology))


def find_zones(candidate: Candidate, tree: Tree, rules: Grammar) -> list[Zone]:
    """The zones of a candidate, strongest construction first."""
    if candidate.build in (Build.NOUN_BY, Build.NOUN_OF):
        return list(_of_noun(candidate, tree, rules))
    return list(_of_verb(candidate, tree, rules))


def _of_verb(candidate: Candidate, tree: Tree, rules: Grammar) -> Iterator[Zone]:
    head, build = candidate.token, candidate.build
    receives = _receives(candidate, tree, rules)
    undergoes = receives or build in (Build.PASSIVE, Build.UNDERGOER)
    subject = _subject(candidate, tree, rules)
    if (suspect := _accused(head, tree, rules)) is not None:
        yield Zone(ACTOR, suspect, "controller")
    elif subject is not None:
        yield Zone(RECIPIENT if undergoes else ACTOR, subject, "given" if receives else "subject")
    for i in tree.below(head, "obj"):
        if not candidate.first <= i <= candidate.last:
            yield Zone(ACTOR if undergoes else RECIPIENT, i, "object")
    if (whom := _relative_object(candidate, tree, rules)) is not None:
        yield Zone(RECIPIENT, whom, "object")
    inside = range(candidate.first, candidate.last + 1)
    yield from (Zone(RECIPIENT, i, "answered") for i in _whose_words(candidate, tree, rules))
    told = [i for inner in inside for i in tree.below(inner, *_OBLIQUE) if i not in inside]
    for i in told:
        yield from _oblique(i, tree, rules, undergoes, "giver" if receives else "agent")
    yield from _swept_away(candidate, told, tree, rules)
    if build is Build.PASSIVE and not any(tree.case(i) in rules.marks.agent for i in told):
        yield from _agent_behind(candidate, tree, rules)
        clauses = (clause for clause in tree.below(head, *_CLAUSE) if _accused(clause, tree, rules) is not None)
        bare = (i for verb in (head, *clauses) for i in tree.below(verb, "nsubj"))
        yield from (Zone(ACTOR, i, "agent") for i in bare if i == head + 1)  # "X dituduh Y membunuh Z"
    threat = candidate.type is EventType.THREATEN and build in (Build.ACTIVE, Build.INTRANSITIVE)
    if threat or (candidate.entry is not None and candidate.entry.later):  # "berjanji akan membalas X"
        clauses = (clause for inner in inside for clause in tree.below(inner, *_CLAUSE))
        clauses = (clause for clause in clauses if tree.tokens[clause].text.lower() not in rules.sending)
        objects = (i for clause in clauses for i in tree.below(clause, "obj"))
        yield from (Zone(RECIPIENT, i, "object") for i in objects)
    if build is Build.ACTIVE and not tree.below(head, "obj"):
        for clause in tree.below(head, *_CLAUSE):
            for i in tree.below(clause, "nsubj"):
                yield Zone(RECIPIENT, i, "clause subject")


def _swept_away(candidate: Candidate, told: Sequence[int], tree: Tree, rules: Grammar) -> Iterator[Zone]:
    """ "digulingkan dalam operasi pimpinan X": whose attack brings about what a passive tells."""
    if candidate.build is not Build.PASSIVE or candidate.type not in _SWEPT:
        return
    within = (i for i in told if tree.case(i) == rules.marks.within[0])
    onslaughts = (i for i in within if tree.tokens[i].text.lower() in rules.marks.onslaughts)
    yield from (Zone(ACTOR, i, "agent") for noun in onslaughts for i in tree.below(noun, "nmod") if not tree.case(i))


def _subject(candidate: Candidate, tree: Tree, rules: Grammar) -> int | None:
    """The subject of a verb; of one that tells what befell somebody the noun right before it ("kata X 91 pejuang
    Taliban tewas"), whatever the tree makes of the clauses before."""
    before = candidate.first - 1
    if candidate.build is Build.UNDERGOER and before >= 0 and tree.tokens[before].upos in _NAMES:
        return before
    faulted = _faulted(candidate.token, tree, rules)
    return tree.subject(candidate.token, rules.marks.relative) if faulted is None else faulted


def _faulted(verb: int, tree: Tree, rules: Grammar) -> int | None:
    """Whom another verb faults for what this one tells: "menyalahkan X karena menolak berunding"."""
    place = tree.tokens[verb]
    reason = place.deprel == "advcl" and 0 <= place.head < verb and tree.case(verb) in rules.marks.reasons
    if not reason or tree.below(verb, "nsubj") or tree.tokens[place.head].text.lower() not in rules.faulting:
        return None
    return next(iter(tree.below(place.head, "obj")), None)


def _accused(verb: int, tree: Tree, rules: Grammar) -> int | None:
    """Who is said to do what the verb tells: "X dituduh (oleh) Y membunuh Z"."""
    place = tree.tokens[verb]
    governed = place.deprel in _CLAUSE and 0 <= place.head < verb and not tree.case(verb)
    if not governed or tree.tokens[place.head].text.lower() not in rules.accused or rules.is_passive(place.text):
        return None
    own = tree.below(verb, "nsubj")
    return tree.subject(place.head, rules.marks.relative) if all(i == place.head + 1 for i in own) else None


def _whose_words(candidate: Candidate, tree: Tree, rules: Grammar) -> Iterator[int]:
    """Who said what the act answers: "membantah tuduhan X"."""
    for noun in range(candidate.first + 1, candidate.last + 1):
        if tree.tokens[noun].text.lower() in rules.marks.answered:
            behind = (i for i in tree.below(noun, *_BARE, "nsubj") if i > candidate.last)
            yield from (i for i in behind if tree.case(i) in ("", *rules.marks.agent))  # "peringatan (dari) X"


def _receives(candidate: Candidate, tree: Tree, rules: Grammar) -> bool:
    """Whether the verb says that its subject is given the act: "menerima bantuan dari X"."""
    return candidate.type in _GIVEN and tree.tokens[candidate.token].text.lower() in rules.receiving


def _relative_object(candidate: Candidate, tree: Tree, rules: Grammar) -> int | None:
    """Whom the act of a relative clause hits that has a subject of its own: "tentara yang mereka culik"."""
    verb, below = tree.tokens[candidate.token], tree.below(candidate.token, "nsubj", "obj")
    own = [tree.tokens[i].deprel for i in below if tree.tokens[i].text.lower() not in rules.marks.relative]
    whole = candidate.build is Build.ACTIVE and verb.deprel == "acl" and own == ["nsubj"]
    return verb.head if whole and len(below) > 1 else None


def _agent_behind(candidate: Candidate, tree: Tree, rules: Grammar) -> Iterator[Zone]:
    """The agent that the tree hangs on a word between: "ditetapkan sebagai kelompok teroris oleh X"."""
    for i in range(candidate.last + 1, len(tree.tokens)):
        token = tree.tokens[i]
        if token.text.lower() in rules.marks.agent and token.head > i:
            yield Zone(ACTOR, token.head, "agent behind")
            return
        if token.upos in _ENDS or token.text.lower() in rules.marks.relative:
            return


def _oblique(index: int, tree: Tree, rules: Grammar, undergoes: bool, agent: str = "agent") -> Iterator[Zone]:
    case, marks = tree.case(index), rules.marks
    if undergoes:
        if not case or case in marks.agent:
            yield Zone(ACTOR, index, f"{agent} {case}".strip())
    elif case in marks.partner:
        yield Zone(RECIPIENT, index, f"partner {case}")
    elif case in marks.patient:
        yield Zone(RECIPIENT, index, f"to {case}")
    elif case in marks.between:
        yield Zone(ACTOR, index, "between")


def _of_noun(candidate: Candidate, tree: Tree, rules: Grammar) -> Iterator[Zone]:
    own = list(_completions(candidate, tree, rules))
    yield from own
    if candidate.type in _REFUSING:
        yield from _of_clause(candidate, tree, rules)
    yield from _fallen(candidate, tree, rules)
    theirs = any(zone.role == ACTOR for zone in own)  # "dukungan X kepada Y ditegaskan oleh Z": not Z's
    yield from (z for z in _of_light_verb(candidate.token, tree, rules) if not (theirs and z.construction == "agent"))


def _completions(candidate: Candidate, tree: Tree, rules: Grammar) -> Iterator[Zone]:
    bare = ACTOR if candidate.build is Build.NOUN_BY else RECIPIENT
    for inner in range(candidate.first, candidate.last + 1):
        behind = (i for i in tree.below(inner, "nsubj") if i > inner)  # "penolakan Suriah untuk terlibat"
        for i in (*tree.below(inner, *_BARE), *behind):
            if candidate.first <= i <= candidate.last:
                continue
            case = tree.case(i)
            if case in rules.marks.agent:
                yield Zone(ACTOR, i, f"agent {case}")
            elif case in rules.marks.between:
                yield Zone(ACTOR, i, "between")
            elif case in rules.marks.partner or case in rules.marks.patient:
                yield Zone(RECIPIENT, i, f"to {case}")
            elif not case:
                yield Zone(bare, i, "complement")
                yield from _controlling(i, inner, tree, rules)


def _controlling(index: int, noun: int, tree: Tree, rules: Grammar) -> Iterator[Zone]:
    """ "penolakan Suriah untuk terlibat": whose the noun is does what the clause behind it tells."""
    if any(tree.tokens[i].upos == "ADP" for i in range(noun, index)):
        return
    for clause in tree.below(noun, *_CLAUSE):
        if index < clause and tree.case(clause) in rules.marks.purpose and not tree.below(clause, "nsubj"):
            yield Zone(ACTOR, index, "controller")


def _of_clause(candidate: Candidate, tree: Tree, rules: Grammar) -> Iterator[Zone]:
    """ "tuntutan agar X mundur", "penolakan Y untuk mengakui X": whom the clause behind the noun tells of."""
    for clause in tree.below(candidate.token, *_CLAUSE):
        opening = next((i for i in tree.children[clause] if tree.tokens[i].text.lower() in rules.marks.contents), None)
        if opening is None:
            continue
        subjects = tree.below(clause, "nsubj")
        yield from (Zone(ACTOR, i, "controller") for i in subjects if i < opening)
        told = [i for i in subjects if i > opening] or tree.below(clause, "obj")
        yield from (Zone(RECIPIENT, i, "clause subject") for i in told)


def _fallen(candidate: Candidate, tree: Tree, rules: Grammar) -> Iterator[Zone]:
    """ "dua tentara X tewas dalam serangan": whom the act hits; who falls in a clash is a side of it."""
    noun, verb = candidate.first, tree.tokens[candidate.token].head
    if verb < 0 or not noun or tree.tokens[noun - 1].text.lower() not in rules.marks.within:
        return
    subject = tree.subject(verb, rules.marks.relative)
    if subject is not None and (candidate.mutual or tree.tokens[verb].text.lower() in rules.marks.befallen):
        yield Zone(ACTOR if candidate.mutual else RECIPIENT, subject, "within")


def _of_light_verb(noun: int, tree: Tree, rules: Grammar) -> Iterator[Zone]:
    """ "melancarkan serangan ke X", "serangan (yang) dilancarkan oleh X": the verb's phrases are the noun's."""
    for clause in tree.below(noun, "acl"):
        if tree.tokens[clause].text.lower() in rules.light_passive:
            yield from _of_light_passive(clause, tree, rules)
    while tree.tokens[noun].deprel == "conj":  # "mengumumkan darurat militer dan mobilisasi umum"
        noun = tree.tokens[noun].head
    verb = tree.tokens[noun].head
    if verb < 0:
        return
    word, relation = tree.tokens[verb].text.lower(), tree.tokens[noun].deprel
    if relation == "obj" and (word in rules.light or word in rules.receiving):
        subject = tree.subject(verb, rules.marks.relative)
        receives = word in rules.receiving
        if subject is not None:
            yield Zone(RECIPIENT if receives else ACTOR, subject, "light subject")
        for i in tree.below(verb, *_OBLIQUE):
            yield from _oblique(i, tree, rules, undergoes=receives)
    elif relation == "nsubj" and word in rules.light_passive:
        yield from _of_light_passive(verb, tree, rules)


def _of_light_passive(verb: int, tree: Tree, rules: Grammar) -> Iterator[Zone]:
    behind = (i for i in tree.below(verb, "nsubj") if i > verb)  # "diumumkan Inggris"
    for i in (*behind, *tree.below(verb, *_OBLIQUE)):
        case = tree.case(i)
        agent = not case or case in rules.marks.agent
        yield Zone(ACTOR, i, "agent") if agent else Zone(RECIPIENT, i, f"light {case}")
