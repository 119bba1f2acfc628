"""Words of many meanings that their own sentence leaves but one: who strikes, at whom one aims, what a state leaves,
who said the quotation before."""

from collections.abc import Sequence

from saksi.extract.draft import Draft
from saksi.extract.fillers import Filler
from saksi.extract.frames import Build
from saksi.extract.zones import Grammar
from saksi.model.codes import SPOKEN, EventType, Sector, Status

_HEARD = 0.3
"""How surely a verb that no frame knows must be heard."""
_CLOSING = frozenset('"”»')
_ARMED = frozenset({Sector.MIL, Sector.REB, Sector.PRM, Sector.UAF})
_PARTIES = frozenset({Sector.PTY})
"""Armed parties, where an army aims at them."""
_AIMING = _ARMED | {Sector.GOV, Sector.COP}


def is_unmistakable(draft: Draft, rules: Grammar) -> bool:
    """Whether a verb, in the article's own voice, can but tell of the act by what stands beside it."""
    if draft.verdict.status is not Status.ACTUAL or draft.unreal or draft.quoted:
        return False
    return _closes_quotation(draft) or any(told(draft, rules) for told in (_by_weapon, _is_aimed, _leaves))


def _by_weapon(draft: Draft, rules: Grammar) -> bool:
    """Whether a weapon does it to somebody: "sebuah drone menabrak apartemen, melukai tiga orang"."""
    own, tree = draft.candidate, draft.tree
    heard = own.entry is not None or own.heard >= _HEARD
    if own.type is not EventType.ASSAULT or own.build is not Build.ACTIVE or not heard or not draft.roles.recipients:
        return False
    subject = tree.subject(own.token, rules.marks.relative)
    if subject is None or rules.plain(tree.tokens[subject].text) not in rules.marks.weapons:
        return False
    return rules.marks.again.isdisjoint(tree.tokens[i].text.lower() for i in tree.children[subject])  # "rudal itu"


def _is_aimed(draft: Draft, rules: Grammar) -> bool:
    """Whether those who bear arms are aimed at: "menyasar posisi PKK", not "menargetkan Hizbullah dengan sanksi"."""
    own, roles = draft.candidate, draft.roles
    if own.entry is None or own.entry.lexeme not in rules.marks.aiming or not (roles.actors and roles.recipients):
        return False
    words = {rules.plain(token.text) for token in draft.tree.tokens}
    struck = _is(_ARMED, roles.recipients) or (_is(_ARMED, roles.actors) and _is(_PARTIES, roles.recipients))
    return struck and _is(_AIMING, roles.actors) and words.isdisjoint(rules.marks.bloodless)


def _leaves(draft: Draft, rules: Grammar) -> bool:
    """Whether a state or an armed side leaves what has a name: "Burundi keluar dari Mahkamah Pidana Internasional"."""
    own, actors, behind = draft.candidate, draft.roles.actors, draft.candidate.last + 1
    if own.entry is None or own.entry.lexeme not in rules.marks.leaving or behind >= len(draft.tree.tokens):
        return False
    named = draft.tree.tokens[behind].upos == "PROPN"
    return named and _is(_AIMING, actors) and all(a.name is None for f in actors for a in f.mention.actors)


def _closes_quotation(draft: Draft) -> bool:
    """Whether a bare stem behind a quotation tells who said it: '"Kami akan membalas," ancam X'."""
    own, tokens, actors = draft.candidate, draft.tree.tokens, draft.roles.actors
    word = tokens[own.first].text.lower()
    bare = own.first == own.last and own.entry is not None and own.entry.lexeme == word and own.type in SPOKEN
    if not bare or own.first < 2 or own.last + 1 >= len(tokens) or not actors:
        return False
    closed = any(tokens[own.first - step].text in _CLOSING for step in (1, 2))
    return closed and actors[0].mention.span.start == tokens[own.last + 1].start


def _is(sectors: frozenset[Sector], fillers: Sequence[Filler]) -> bool:
    return any(actor.sector in sectors for filler in fillers[:1] for actor in filler.mention.actors)
