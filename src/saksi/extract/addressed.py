"""To whom an act of speech goes whose own words do not say so: whom the same one tells it, who heeds it, who is not
let in."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from saksi.extract.candidates import Candidate
from saksi.extract.cast import Cast
from saksi.extract.frames import NOUNS, Build
from saksi.extract.tree import Tree
from saksi.extract.zones import Grammar
from saksi.model.codes import EventType
from saksi.model.mention import ActorMention

ADDRESSED, SUMMONED, PETITIONED = "addressed", "summoned", "petitioned"
"""How such recipients are known, and both sides where one summons the other or writes to him."""
_CLAUSES = frozenset({"advcl", "xcomp", "acl"})
_SPEAKING = frozenset({Build.ACTIVE, Build.INTRANSITIVE})

Sides = tuple[Sequence[ActorMention], Sequence[ActorMention]]


def addressed(
    candidate: Candidate, tree: Tree, cast: Cast, rules: Grammar, doing: Collection[ActorMention]
) -> Sequence[ActorMention]:
    """Whom the sentence tells an act of speech to be for, none where it tells nobody. doing: who speaks."""
    doers = {actor for mention in doing for actor in mention.actors}
    for head in _heads(candidate, tree, rules):
        meant = _at(head, candidate, tree, cast)
        if meant and all(doers.isdisjoint(mention.actors) for mention in meant):
            return meant
    return ()


def summoned(candidate: Candidate, tree: Tree, cast: Cast, rules: Grammar) -> Sides | None:
    """Who summons somebody to protest to him, and whom: "memanggil duta besar X untuk menyampaikan protes"."""
    place = tree.tokens[candidate.token]
    speech = candidate.type is EventType.ACCUSE and candidate.build in _SPEAKING
    if not (speech and place.deprel in _CLAUSES and 0 <= place.head < candidate.first):
        return None
    if (
        tree.tokens[place.head].text.lower() not in rules.telling
        or tree.case(candidate.token) not in rules.marks.purpose
    ):
        return None
    subject = tree.subject(place.head, rules.marks.relative)
    whom = [mention for head in tree.below(place.head, "obj") for mention in _at(head, candidate, tree, cast)]
    who = [] if subject is None else _at(subject, candidate, tree, cast)
    return (who, whom) if who and whom else None


def petitioned(candidate: Candidate, tree: Tree, cast: Cast, rules: Grammar) -> Sides | None:
    """Who writes to somebody to ask for something, and to whom: "mengirim surat kepada X yang meminta ...", "mengirimi
    X surat yang ..."."""
    letter = tree.tokens[candidate.token].head
    clause = candidate.type is EventType.REQUEST and tree.tokens[candidate.token].deprel == "acl"
    if not clause or tree.tokens[letter].text.lower() not in rules.marks.letters:
        return None
    sent = tree.tokens[letter].head if tree.tokens[letter].deprel in ("obj", "obl") else letter
    heads = [*_given((letter, sent), tree, rules), *(i for i in tree.below(sent, "obj") if i != letter)]
    whom = [mention for head in heads for mention in _at(head, candidate, tree, cast)]
    subject = tree.subject(sent, rules.marks.relative)
    who = [] if subject is None else _at(subject, candidate, tree, cast)
    return (who, whom) if who and whom else None


def _at(head: int, candidate: Candidate, tree: Tree, cast: Cast) -> list[ActorMention]:
    return [m for word in tree.with_conjuncts(head) for m in cast.at(tree, candidate.sentence, word)]


def _heads(candidate: Candidate, tree: Tree, rules: Grammar) -> Iterator[int]:
    """The words for who may be meant."""
    if candidate.type is EventType.REQUEST and candidate.build in NOUNS:
        yield from _subject_of(candidate, tree, rules.heeding, rules)  # "X mematuhi seruan Y"
    elif candidate.type is EventType.REQUEST and candidate.build in _SPEAKING:
        clauses = tree.below(candidate.token, "xcomp", "ccomp")  # "menuntut mereka pergi", not "X dibebaskan"
        clauses = [clause for clause in clauses if not rules.is_passive(tree.tokens[clause].text)]
        yield from (i for clause in clauses for i in tree.below(clause, "nsubj") if candidate.last < i < clause)
    elif candidate.type is EventType.SANCTION and tree.tokens[candidate.token].upos == "NOUN":
        yield from _subject_of(candidate, tree, rules.resenting, rules)  # "Kuba mengecam embargo X"
    elif candidate.type is EventType.ACCUSE and candidate.build in _SPEAKING:
        yield from _accused(candidate, tree, rules)
        yield from _told_too(candidate, tree, rules)
    elif candidate.type is EventType.REJECT and candidate.build in _SPEAKING:
        yield from _kept_out(candidate, tree, rules)


def _subject_of(candidate: Candidate, tree: Tree, forms: Collection[str], rules: Grammar) -> Iterator[int]:
    """The subject of a verb of some forms whose object a noun is."""
    verb = tree.tokens[candidate.token].head
    if 0 <= verb < candidate.first and tree.tokens[verb].text.lower() in forms:
        subject = tree.subject(verb, rules.marks.relative)
        yield from () if subject is None else (subject,)


def _accused(candidate: Candidate, tree: Tree, rules: Grammar) -> Iterator[int]:
    """ "menuduh dia merusak ekonomi": who stands right behind the verb and did what the clause tells."""
    behind = candidate.last + 1
    accuses = tree.tokens[candidate.token].text.lower() in rules.accuses and behind < len(tree.tokens)
    if accuses and tree.tokens[behind].deprel == "nsubj":
        yield behind


def _told_too(candidate: Candidate, tree: Tree, rules: Grammar) -> Iterator[int]:
    """ "mengecam Y dan memberitahu X", "memanggil X dan menyampaikan protes": the object of a verb of telling somebody
    that shares the subject."""
    own = candidate.token
    top = tree.tokens[own].head if tree.tokens[own].deprel == "conj" else own
    yield from _objects((verb for verb in tree.with_conjuncts(top) if verb != own), tree, rules.telling)


def _kept_out(candidate: Candidate, tree: Tree, rules: Grammar) -> Iterator[int]:
    """ "menolak mengizinkan X masuk", "menolak menyerahkan Y kepada X": the object of a verb of letting in, and to whom
    something is not given."""
    inner = {*range(candidate.first, candidate.last + 1), *tree.below(candidate.token, "xcomp")}
    inner |= {noun for verb in inner for noun in tree.below(verb, "obj")}  # "memberikan izin masuk kepada X"
    demands = (noun for noun in sorted(inner) if tree.tokens[noun].text.lower() in rules.marks.answered)
    yield from (i for noun in demands for i in tree.below(noun, "nmod") if not tree.case(i))  # "memenuhi tuntutan X"
    yield from _given(sorted(inner), tree, rules)
    yield from _objects(sorted(inner), tree, rules.letting)


def _given(words: Iterable[int], tree: Tree, rules: Grammar) -> Iterator[int]:
    """To whom some words give something: "kepada X"."""
    below = (i for word in words for i in tree.below(word, "obl", "nmod"))
    yield from (i for i in below if tree.case(i) in rules.marks.given)


def _objects(verbs: Iterable[int], tree: Tree, forms: Collection[str]) -> Iterator[int]:
    yield from (i for verb in verbs if tree.tokens[verb].text.lower() in forms for i in tree.below(verb, "obj"))
