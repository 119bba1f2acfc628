"""Words that tell of no act: what somebody could do, does as a rule, or lacks; how things are; who sides are; what is
merely not so."""

from saksi.extract.draft import Draft
from saksi.extract.fillers import OF_STATE, sides
from saksi.extract.frames import NOUNS, Build
from saksi.extract.telling import points_back
from saksi.extract.tree import Tree
from saksi.extract.zones import Grammar
from saksi.languages.loader import load
from saksi.languages.shape import StatusWords
from saksi.languages.shape_places import SettingWords
from saksi.model.codes import SPOKEN, EventType, Sector, Status

_NEAR = 2
"""How many words before a verb its adverb may stand."""
_GIVEN = frozenset({EventType.AID, EventType.SUPPORT, EventType.COOPERATE})
"""What somebody may need of another."""
_SETTLED = frozenset({EventType.AGREE, EventType.RETREAT, EventType.CONCEDE})
"""What talks may be about."""
_ASIDE = frozenset({Sector.CVL, Sector.REF, Sector.IGO, Sector.NGO, Sector.MED, Sector.JRN, Sector.SOC})
_SERVING = frozenset({Sector.MIL, Sector.COP, Sector.SPY})
_PASSING = frozenset({"ADV", "AUX", "PART"})


def is_untold(draft: Draft, rules: Grammar, language: str) -> bool:
    """Whether a draft's words tell of no act."""
    words = load(language, "status", StatusWords)
    undone = (_is_state, _is_undated, _is_lacked, _is_mere_lack, _is_ended)
    if _is_scene_again(draft, rules) or _is_in_name(draft):
        return True
    told = _is_epithet(draft, rules, language) or _is_own_deed(draft, rules)
    return told or _is_way_out(draft, rules, words) or any(one(draft, words) for one in undone)


def _is_state(draft: Draft, words: StatusWords) -> bool:
    """Whether a verb that only the ear hears tells how things are: "memiliki 2.000 tentara"."""
    own = draft.candidate
    alone = own.entry is None and own.first == own.last
    return alone and draft.tree.tokens[own.token].text.lower() in words.states


def _is_undated(draft: Draft, words: StatusWords) -> bool:
    """Whether somebody could do it or does it as a rule, and no day is told: "mampu menyerang", "sering diserang"."""
    own, tree = draft.candidate, draft.tree
    if draft.time is not None or own.type in SPOKEN or own.build in NOUNS:
        return False
    governor = tree.tokens[own.token].head if tree.tokens[own.token].deprel in ("xcomp", "ccomp", "acl") else -1
    beside = {*range(max(0, own.first - _NEAR), own.first), *tree.below(own.token, "advmod")}
    if governor >= 0:
        beside.add(governor)
    told = {tree.tokens[i].text.lower() for i in beside if i < own.first}
    if own.type is EventType.MOBILIZE and not _right_before(own.first, tree).isdisjoint(words.lasting):
        return True
    return not told.isdisjoint(words.able | words.usual)


def _right_before(first: int, tree: Tree) -> set[str]:
    """The word and the two words before a token."""
    words = [token.text.lower() for token in tree.tokens[max(0, first - 2) : first]]
    return {" ".join(words), *words[-1:]}


def _is_lacked(draft: Draft, words: StatusWords) -> bool:
    """Whether a noun names what somebody needs, seeks or has lost ("memerlukan tambahan bantuan PBB"), only talks of
    ("membahas perjanjian damai"), or, where no day is told, is kept from or keeps to ("melindungi warga dari serangan
    milisi", "mematuhi kesepakatan itu")."""
    own, tree = draft.candidate, draft.tree
    verbs = words.lacking if own.type in _GIVEN else words.discussing if own.type in _SETTLED else frozenset()
    if own.type is EventType.COERCE and tree.case(own.token) in words.leaving:
        verbs = words.freeing  # "dibebaskan dari tahanan rumah"
    if draft.time is None and own.type is EventType.ASSAULT:
        verbs = words.guarding
    elif draft.time is None and own.type is EventType.AGREE:
        verbs = words.keeping | words.discussing
    above = (tree.tokens[up].text.lower() for up in tree.ancestors(own.token) if tree.tokens[up].upos == "VERB")
    before = tree.tokens[own.first - 1].text.lower() if own.first else ""
    head = tree.tokens[tree.tokens[own.token].head].text.lower() if tree.tokens[own.token].head >= 0 else ""
    return own.build in NOUNS and not verbs.isdisjoint({before, next(above, ""), head})


def _is_epithet(draft: Draft, rules: Grammar, language: str) -> bool:
    """Whether a clause only says who the sides are that fight each other: "kedua pihak yang berperang"."""
    own, tree = draft.candidate, draft.tree
    if not own.clash or own.build is not Build.INTRANSITIVE or draft.time is not None or own.first == 0:
        return False
    behind = [i for i in tree.children[own.token] if i > own.last]
    opened = tree.tokens[own.first - 1].text.lower() in rules.marks.relative
    where = {*load(language, "setting", SettingWords).prepositions, *rules.marks.within}
    return opened and all(tree.tokens[i].upos == "PUNCT" or tree.case(i) in where for i in behind)


def _is_ended(draft: Draft, words: StatusWords) -> bool:
    """Whether a fight that is told as one to come is what somebody means to end: "sepakat menghentikan pertempuran"."""
    own, tree = draft.candidate, draft.tree
    real = draft.verdict.status not in (Status.FUTURE, Status.HYPOTHETICAL)
    if real or own.type is not EventType.ASSAULT or own.build not in (*NOUNS, Build.INTRANSITIVE):
        return False
    above = next((up for up in tree.ancestors(own.token) if tree.tokens[up].upos == "VERB"), own.token)
    return tree.tokens[above].text.lower() in words.ending


def _is_mere_lack(draft: Draft, words: StatusWords) -> bool:
    """Whether a refusal that only the ear hears is a negation of something else: "belum membayar", "tidak ada"."""
    own, tree = draft.candidate, draft.tree
    if own.type is not EventType.REJECT or own.entry is not None or draft.verdict.status is Status.NEGATED:
        return False
    start = own.first - (own.first > 0 and tree.tokens[own.first - 1].upos in _PASSING)
    said = {token.text.lower() for token in tree.tokens[start : own.last + 2]}
    return not said.isdisjoint(words.negated) and said.isdisjoint({*words.willing, *words.not_only})


def _is_own_deed(draft: Draft, rules: Grammar) -> bool:
    """Whether somebody claims a deed of his own side, and accuses nobody: "juru bicara M23 mengklaim M23 merebut X"."""
    own = draft.candidate
    actors, recipients = sides(draft.roles)
    verb = own.entry.lexeme if own.entry is not None else ""
    called = bool(recipients) and draft.tree.tokens[own.token].text.lower() in rules.marks.naming
    if own.type is not EventType.ACCUSE or not (called or verb in rules.marks.claiming):
        return False
    bodies = {actor.organisation or actor.name for actor in actors} - {None}
    states = {actor.country for actor in actors if actor.sector in OF_STATE}
    return bool(actors) and all(
        (one.organisation or one.name) in bodies or (one.sector in _SERVING and one.country in states)
        for one in recipients
    )


def _is_way_out(draft: Draft, rules: Grammar, words: StatusWords) -> bool:
    """Whether talks are only the way in which something is to be settled ("meminta X mengatasinya lewat dialog"), or
    what somebody is ready to help with ("bersedia memfasilitasi dialog")."""
    own, tree = draft.candidate, draft.tree
    if own.type is not EventType.CONSULT or own.build not in NOUNS or draft.time is not None or draft.place is not None:
        return False
    above = {tree.tokens[up].text.lower() for up in tree.ancestors(own.token)}
    if draft.verdict.status is Status.ACTUAL and not above.isdisjoint(rules.marks.ready):
        return True
    return tree.case(own.token) in rules.marks.means and not above.isdisjoint(words.unreal)


def _is_scene_again(draft: Draft, rules: Grammar) -> bool:
    """Whether a clash that was told before only is where others fell or what they tell of: "mengungsi akibat bentrokan
    itu", kata PBB."""
    actors, _ = sides(draft.roles)
    return draft.candidate.clash and points_back(draft, rules) and all(one.sector in _ASIDE for one in actors)


def _is_in_name(draft: Draft) -> bool:
    """Whether a word only stands in the name of a side: "TENTARA Pembebasan Nasional ..."."""
    own = draft.candidate
    capital = draft.tree.tokens[own.token].text[:1].isupper()
    named = (
        one.mention for one in draft.roles.actors if one.mention.sentence == own.sentence and one.mention.actors[0].name
    )
    return capital and any(m.span.start < own.span.start and own.span.end <= m.span.end for m in named)
