"""Demands and blame that nobody hears as such: one side says that another ought to do something, or is to blame."""

from saksi.extract.blamed import BLAMED
from saksi.extract.draft import Draft
from saksi.extract.fillers import OF_STATE
from saksi.extract.frames import Build
from saksi.extract.tree import Tree
from saksi.extract.urged import URGED, modal_of, urged_verb
from saksi.extract.vows import is_vow
from saksi.extract.zones import Grammar
from saksi.model.codes import EventType, Sector, Status

_MAIN = frozenset({"root", "ccomp", "parataxis", "conj"})
_ASKED = OF_STATE | {Sector.REB, Sector.PRM, Sector.UAF, Sector.PTY, Sector.OPP, Sector.IGO, None}

_FORCES = frozenset({Sector.GOV, Sector.MIL, Sector.COP, Sector.REB, Sector.PRM, Sector.UAF, Sector.PTY, Sector.SPY})
_BYSTANDERS = frozenset({Sector.CVL, Sector.JRN, Sector.MED, Sector.REF})
_PRESSED = 0.85
"""How likely it is, over annotated news, that one side asks something of another where both are told with what for."""
_SURE = 0.5
"""How surely either side must be cast."""


def demanding(odds: float, threshold: float, draft: Draft, rules: Grammar) -> float:
    """The odds of a draft's being an event: of a plain demand and of plain blame at least the threshold, of no demand
    where the ear hears nothing in "ought" none."""
    entry = draft.candidate.entry
    if _is_vow(draft, rules):
        return max(odds, threshold)
    if _is_pressed(draft, rules):
        return max(odds, _PRESSED)
    if draft.candidate.build is Build.BLAME:
        return max(odds, threshold) if _is_blame(draft, rules) else 0.0
    if entry is None or entry.lexeme not in rules.marks.ought:
        return odds
    if _is_demand(draft, rules):
        return max(odds, threshold)
    return odds if draft.candidate.heard else 0.0


def _is_demand(draft: Draft, rules: Grammar) -> bool:
    """Whether a draft is plainly what one side says that another ought to do, though the ear hears no demand."""
    candidate, tree = draft.candidate, draft.tree
    verb, modal = urged_verb(candidate, tree, rules), modal_of(candidate, tree, rules)
    if verb is None or modal is None or not _between_sides(draft, URGED):
        return False
    denied = modal > 0 and tree.tokens[modal - 1].text.lower() in rules.marks.needless
    return not denied and _is_said_outright(verb, tree, rules)


def _is_pressed(draft: Draft, rules: Grammar) -> bool:
    """Whether a verb of asking stands between who asks and who is asked, with what for behind it: "menekan Putin untuk
    kembali ke perundingan", whatever else the ear hears in such a verb."""
    own, tree = draft.candidate, draft.tree
    between = all(side and side[0].score >= _SURE for side in (draft.roles.actors, draft.roles.recipients))
    if own.type is not EventType.REQUEST or own.entry is None or own.build is not Build.ACTIVE or not between:
        return False
    asked = draft.roles.recipients[0].mention.token
    clauses = (i for i in tree.children[own.token] if i > asked > own.last)
    return any(tree.tokens[i].upos == "VERB" and tree.case(i) in rules.marks.contents for i in clauses)


def _is_vow(draft: Draft, rules: Grammar) -> bool:
    """Whether one who has forces says in a quotation what these will do to others."""
    if not draft.quoted or not is_vow(draft.candidate, draft.tree, rules):
        return False
    speaker = next((actor for side in draft.roles.actors for actor in side.mention.actors), None)
    return speaker is not None and speaker.sector in _FORCES and draft.verdict.status is Status.ACTUAL


def _is_blame(draft: Draft, rules: Grammar) -> bool:
    """Whether a draft is plainly what one side says that another has done."""
    outright = not draft.unreal or _is_said_outright(draft.candidate.token, draft.tree, rules)
    return outright and draft.verdict.status is Status.ACTUAL and _between_sides(draft, BLAMED)


def _is_said_outright(verb: int, tree: Tree, rules: Grammar) -> bool:
    """Whether a verb is what a sentence says or reports, under no other and no condition."""
    marks = (tree.tokens[i].text.lower() for i in tree.below(verb, "mark"))
    return tree.tokens[verb].deprel in _MAIN and all(mark in rules.marks.contents for mark in marks)


def _between_sides(draft: Draft, how: str) -> bool:
    """Whether one side says something of another that can be asked and blamed, not a state of its own."""
    sides = (*draft.roles.actors[:1], *draft.roles.recipients[:1])
    if len(sides) < 2 or any(side.how != how for side in sides):
        return False
    speaker, asked = (side.mention.actors[0] for side in sides)
    own = speaker.country is not None and speaker.country == asked.country
    at_home = own and (speaker.sector in OF_STATE) == (asked.sector in OF_STATE)
    bystander = speaker.name is None and speaker.sector in _BYSTANDERS
    return not (at_home or bystander) and speaker != asked and asked.sector in _ASKED
