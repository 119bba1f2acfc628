"""Whom a sentence names beside an act and who takes no part in it: who reports it, whom its purpose or another clause
tells of."""

from collections.abc import Sequence

from saksi.extract.candidates import Candidate
from saksi.extract.cast import Cast
from saksi.extract.fillers import Filler
from saksi.extract.frames import NOUNS, Build
from saksi.extract.holding import holds_place
from saksi.extract.tree import Tree
from saksi.extract.voiced import is_nominal
from saksi.extract.zones import Grammar
from saksi.model.codes import SPOKEN, EventType, Sector
from saksi.model.mention import ActorMention
from saksi.model.span import Span

_COUNTS = frozenset({"NUM", "DET", "ADJ", "ADV"})
"""Classes of words between a verb and the noun that it governs."""
_OPENING = 2
"""Words before who opens a sentence: "tak hanya X"."""
_NOMINAL = frozenset({"NOUN", "ADJ"})
_CIVIL = frozenset({Sector.CVL, Sector.REF})
_ENDS = frozenset({"VERB", "PUNCT"})
_CLAUSES = frozenset({"acl", "advcl", "ccomp", "xcomp"})


def is_outside(mention: ActorMention, candidate: Candidate, tree: Tree, rules: Grammar) -> bool:
    """Whether a mention of the candidate's own sentence did not do it."""
    if holds_place(mention, candidate, tree, rules):
        return True
    if mention.sentence != candidate.sentence:
        return False
    if mention.token < candidate.first and is_nominal(candidate, tree, rules):
        return True  # "X merayakan mundurnya pasukan Y"
    if (candidate.clash and _is_scene(mention, tree, rules)) or _explains(mention, candidate, tree):
        return True
    hit = _is_fallen(mention, tree, rules) or _is_aimed_at(mention, tree, rules)
    if candidate.type is EventType.ASSAULT and not candidate.mutual and hit:
        return True
    if _is_told_before(mention, candidate, tree, rules) or _looks_on(mention, tree, rules):
        return True
    if candidate.build not in NOUNS:
        return False
    if candidate.type is EventType.ASSAULT and _only_dates(mention, candidate, tree, rules):
        return True
    if candidate.type is EventType.ASSAULT:
        return _witnesses(mention, candidate, tree, rules) or _is_driven(mention, candidate, tree, rules)
    if candidate.type is EventType.CONSULT:
        return _talks_of(mention, candidate, tree, rules)
    if candidate.type is EventType.AGREE:
        return _is_aim(mention, candidate, tree, rules)
    return candidate.type is EventType.RETREAT and _beyond(mention, candidate, tree)


def without_tellers(
    fillers: list[Filler], candidate: Candidate, tree: Tree, cast: Cast, rules: Grammar
) -> list[Filler]:
    """The fillers less those who only tell of what others did, where enough others or another subject did it."""
    if candidate.type in SPOKEN:
        return fillers
    quiet = [filler for filler in fillers if not cast.speaks(filler.mention)]
    enough = len({actor for filler in quiet for actor in filler.mention.actors}) >= (2 if candidate.mutual else 1)
    return quiet if enough or _fell(candidate) or _is_of_another(candidate, fillers, tree, rules) else fillers


def _fell(candidate: Candidate) -> bool:
    """Whether a verb tells of whom an attack befell: who says it may be anybody but who did it."""
    return candidate.type is EventType.ASSAULT and candidate.build is Build.UNDERGOER and not candidate.mutual


def _is_of_another(candidate: Candidate, fillers: Sequence[Filler], tree: Tree, rules: Grammar) -> bool:
    """Whether the subject of an attack's verb is nobody heard to do it: "gubernur mengatakan 20 drone menghantam X"."""
    if candidate.type is not EventType.ASSAULT or candidate.build is not Build.ACTIVE:
        return False
    subject = tree.subject(candidate.token, rules.marks.relative)
    if subject is None or any("zone.actor.subject" in filler.how for filler in fillers):
        return False
    noun = tree.tokens[subject]
    return noun.upos == "NOUN" and not noun.text.lower().endswith(rules.marks.clitic)  # "pihaknya menculik X"


def _is_told_before(mention: ActorMention, candidate: Candidate, tree: Tree, rules: Grammar) -> bool:
    """ "Tak hanya Rusia, di Turki X ...": whom the text told of before, and here only goes on from."""
    opened = tree.tokens[mention.token - 1].text.lower() in rules.marks.merely if mention.token else False
    behind = tree.token_at(Span(mention.span.end - 1, mention.span.end)) + 1
    return opened and mention.token <= _OPENING and behind < candidate.first and tree.tokens[behind].text == ","


def _is_scene(mention: ActorMention, tree: Tree, rules: Grammar) -> bool:
    """ "bentrok di luar gedung parlemen": at whose house sides clash."""
    return tree.opening(mention.span) in rules.marks.located


def _is_aimed_at(mention: ActorMention, tree: Tree, rules: Grammar) -> bool:
    """ "tewas dalam serangan terhadap X": at whom it was aimed."""
    before = tree.token_at(mention.span) - 1
    return before >= 0 and tree.tokens[before].text.lower() in rules.marks.against


def _explains(mention: ActorMention, candidate: Candidate, tree: Tree) -> bool:
    """ "Rusia, sekutu lama X, mengirim pasukan": who stands in an apposition that says what a name means."""
    start, end = tree.token_at(mention.span), tree.token_at(Span(mention.span.end - 1, mention.span.end)) + 1
    noun = start
    while noun > 0 and tree.tokens[noun - 1].upos in _NOMINAL and tree.tokens[noun - 1].text.islower():
        noun -= 1
    closed = end < len(tree.tokens) and tree.tokens[end].text == ","
    opened = noun > 1 and tree.tokens[noun - 1].text == "," and tree.tokens[noun - 2].upos == "PROPN"
    within = noun <= candidate.first < end
    return closed and opened and tree.tokens[noun].upos == "NOUN" and noun < start and not within


def is_of_another_noun(mention: ActorMention, candidate: Candidate, tree: Tree, rules: Grammar) -> bool:
    """ "penolakan X untuk berunding dan ketergantungannya pada Y": whom another noun goes on to."""
    if candidate.build not in NOUNS or mention.sentence != candidate.sentence:
        return False
    if candidate.type is EventType.ASSAULT and tree.parted(candidate.last, mention.token, rules.marks.apart):
        return True  # "serangan itu terjadi setelah X membunuh Y"
    above = (i for i in tree.ancestors(mention.token) if candidate.last < i < mention.token)
    joined = (tree.tokens[i] for i in above if tree.tokens[i].upos == "NOUN" and tree.tokens[i - 1].upos == "CCONJ")
    return any(noun.text.lower().endswith(rules.marks.clitic) for noun in joined)


def is_not_hit(mention: ActorMention, candidate: Candidate, tree: Tree, cast: Cast, rules: Grammar) -> bool:
    """Whether something did not befall somebody of whom the sentence says only that he tells of or is helped by it."""
    if mention.sentence != candidate.sentence:
        return False
    if _says_so(mention, tree, rules) or _is_subject_above(mention, candidate, tree, cast, rules):
        return True
    place = tree.tokens[mention.token]  # "melancarkan serangan untuk membantu X melawan Y"
    helped = place.deprel == "obj" and tree.tokens[place.head].text.lower() in rules.helping
    return candidate.type is EventType.ASSAULT and helped and candidate.last < place.head < mention.token


def _says_so(mention: ActorMention, tree: Tree, rules: Grammar) -> bool:
    """ "undang-undang yang, kata para pengkritik, membungkam pers"."""
    before = tree.token_at(mention.span) - 1
    return before >= 0 and tree.tokens[before].text.lower() in rules.marks.saying


def _is_subject_above(mention: ActorMention, candidate: Candidate, tree: Tree, cast: Cast, rules: Grammar) -> bool:
    """ "X mengatakan ia diracun", "X mengatakan pemimpinnya, Y, ditangkap": who speaks of another, known or not, to
    whom a passive says that something was done."""
    if candidate.build is not Build.PASSIVE:
        return False
    own = [i for i in tree.below(candidate.token, "nsubj") if tree.tokens[i].text.lower() not in rules.marks.relative]
    told = [m for i in own for m in cast.at(tree, candidate.sentence, i)]
    another = told and mention not in told and cast.speaks(mention)
    unknown = own and not told and all(tree.tokens[i].upos == "PRON" for i in own)
    place = tree.tokens[mention.token]
    return bool(another or unknown) and place.deprel == "nsubj" and place.head in set(tree.ancestors(candidate.token))


def _is_fallen(mention: ActorMention, tree: Tree, rules: Grammar) -> bool:
    """ "tujuh tentara tewas ketika bom meledak": whom the sentence tells to have fallen."""
    own = (token for token in tree.tokens if mention.span.start <= token.start < mention.span.end)
    verbs = (tree.tokens[token.head].text for token in own if token.deprel == "nsubj" and token.head >= 0)
    return any(rules.plain(verb) in rules.marks.befallen for verb in verbs)


def _looks_on(mention: ActorMention, tree: Tree, rules: Grammar) -> bool:
    """ "disaksikan (oleh) X": who looked on."""
    before = [
        token.text.lower() for token in tree.tokens[: tree.token_at(mention.span)] if token.end <= mention.span.start
    ]
    return not rules.marks.witnessed.isdisjoint(word for word in before[-2:] if word not in rules.marks.agent[:1])


def _witnesses(mention: ActorMention, candidate: Candidate, tree: Tree, rules: Grammar) -> bool:
    """ "X melaporkan dua ledakan di Y", "X mengatakan lima orang tewas dalam ledakan": who reports an attack."""
    above, at = tree.tokens[candidate.token].head, tree.token_at(mention.span)
    fell = above >= 0 and rules.plain(tree.tokens[above].text) in rules.marks.befallen
    if fell and not candidate.mutual and at < above and at not in set(tree.subtree(candidate.token)):
        return True
    verb = candidate.first - 1
    while verb > 0 and tree.tokens[verb].upos in _COUNTS:
        verb -= 1
    told = verb > 0 and tree.tokens[verb].text.lower() in rules.marks.witnessing
    return told and tree.token_at(mention.span) < verb


def _only_dates(mention: ActorMention, candidate: Candidate, tree: Tree, rules: Grammar) -> bool:
    """ "warga yang tewas sejak perang pecah, kata X": whom a sentence tells of beyond an act that only tells since when
    something goes on."""
    if not candidate.first or tree.tokens[candidate.first - 1].text.lower() not in rules.marks.since:
        return False
    behind = range(candidate.last + 1, len(tree.tokens))
    end = next((i for i in behind if tree.tokens[i].upos in _ENDS), len(tree.tokens))
    return not candidate.last < mention.token < end


def _is_driven(mention: ActorMention, candidate: Candidate, tree: Tree, rules: Grammar) -> bool:
    """ "pertempuran itu memaksa ribuan warga mengungsi": civilians to whom a clash does something."""
    place = tree.tokens[candidate.token]
    civil = all(actor.sector in _CIVIL for actor in mention.actors)
    if not (candidate.clash and civil and place.deprel == "nsubj") or mention.token < place.head:
        return False
    verb = tree.tokens[place.head].text.lower()
    return verb not in rules.marks.involving and mention.token in set(tree.subtree(place.head))


def _talks_of(mention: ActorMention, candidate: Candidate, tree: Tree, rules: Grammar) -> bool:
    """ "X membahas hasil KTT Y": who talks of what came of other talks."""
    place = tree.tokens[candidate.token]
    outcome = place.deprel == "nmod" and tree.tokens[place.head].text.lower() in rules.marks.outcomes
    return outcome and mention.token not in set(tree.subtree(candidate.token))


def _is_aim(mention: ActorMention, candidate: Candidate, tree: Tree, rules: Grammar) -> bool:
    """ "komitmennya untuk menghentikan serangan X": whom the clause tells of that a promise is for."""
    at = tree.token_at(mention.span)
    if at < candidate.last:
        return False
    between = range(candidate.last + 1, at)
    opening = next((i for i in between if tree.tokens[i].text.lower() in rules.marks.purpose), None)
    return opening is not None and any(tree.tokens[i].upos == "VERB" for i in range(opening, at))


def _beyond(mention: ActorMention, candidate: Candidate, tree: Tree) -> bool:
    """ "saat gencatan senjata itu berlaku, X ...": whom the clause above tells of that the act is only the time of."""
    place = tree.tokens[candidate.token]
    clause = place.head if place.deprel == "nsubj" else -1
    if clause < 0 or tree.tokens[clause].deprel not in _CLAUSES:
        return False
    at = tree.token_at(mention.span)
    return at not in set(tree.subtree(clause)) and at > clause
