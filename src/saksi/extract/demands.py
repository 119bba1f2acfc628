"""Demands that nobody hears as such: one side says that another ought to do something."""

from saksi.extract.draft import Draft
from saksi.extract.urged import URGED, modal_of, urged_verb
from saksi.extract.zones import Grammar
from saksi.model.codes import Sector

_MAIN = frozenset({"root", "ccomp", "parataxis", "conj"})
_OF_STATE = frozenset({Sector.GOV, Sector.MIL, Sector.COP, Sector.LEG, Sector.JUD, Sector.SPY})
_ASKED = _OF_STATE | {Sector.REB, Sector.PRM, Sector.UAF, Sector.PTY, Sector.OPP, Sector.IGO, None}

_BYSTANDERS = frozenset({Sector.CVL, Sector.JRN, Sector.MED, Sector.REF})


def demanding(odds: float, threshold: float, draft: Draft, rules: Grammar) -> float:
    """The odds of a draft's being an event: of a plain demand at least the threshold, of no demand where the ear hears
    nothing in "ought" none."""
    entry = draft.candidate.entry
    if entry is None or entry.lexeme not in rules.marks.ought:
        return odds
    if _is_demand(draft, rules):
        return max(odds, threshold)
    return odds if draft.candidate.heard else 0.0


def _is_demand(draft: Draft, rules: Grammar) -> bool:
    """Whether a draft is plainly what one side says that another ought to do, though the ear hears no demand."""
    candidate, tree = draft.candidate, draft.tree
    verb, modal = urged_verb(candidate, tree, rules), modal_of(candidate, tree, rules)
    sides = (*draft.roles.actors[:1], *draft.roles.recipients[:1])
    if verb is None or modal is None or len(sides) < 2 or any(side.how != URGED for side in sides):
        return False
    denied = modal > 0 and tree.tokens[modal - 1].text.lower() in rules.marks.needless
    held = tree.tokens[verb].deprel not in _MAIN or any(
        tree.tokens[i].text.lower() not in rules.marks.contents for i in tree.below(verb, "mark")
    )
    speaker, asked = (side.mention.actors[0] for side in sides)
    own = speaker.country is not None and speaker.country == asked.country
    at_home = own and (speaker.sector in _OF_STATE) == (asked.sector in _OF_STATE)
    bystander = speaker.name is None and speaker.sector in _BYSTANDERS
    return not (denied or held or at_home or bystander) and speaker != asked and asked.sector in _ASKED
