"""Launches that hit nobody: what a state fires into the air or the sea is a test, no attack."""

from dataclasses import replace

from saksi.extract.draft import Draft
from saksi.extract.setting import precision_of
from saksi.extract.zones import Grammar
from saksi.model.codes import EventType, Sector, Status

_STATE = frozenset({Sector.GOV, Sector.MIL})
_WEAPONS = ("weapons",)
"""The mode of a mobilisation that shows weapons (PLOVER)."""


def as_test(draft: Draft, rules: Grammar) -> Draft:
    """The draft; of a launch by a state that neither strikes somebody nor comes down on land a test of weapons:
    "menembakkan rudal yang melintas di atas Jepang", not "menembakkan rudal ke Israel"."""
    own, actors = draft.candidate, [actor for f in draft.roles.actors for actor in f.mention.actors]
    if own.entry is None or own.type is not EventType.ASSAULT or own.entry.lexeme not in rules.marks.launching:
        return draft
    over = not rules.marks.overflying.isdisjoint(token.text.lower() for token in draft.tree.tokens)
    lands = draft.place is not None and precision_of(draft.place) != "sea"
    hits = (lands or bool(draft.roles.recipients)) and not over
    denied = draft.verdict.status is Status.NEGATED  # "menyangkal telah menembakkan rudal itu": told to have hit before
    salvo = any("drone" in draft.tree.tokens[i].text.lower() for i in draft.tree.subtree(own.token))
    if hits or salvo or denied or not actors or any(actor.sector not in _STATE for actor in actors):
        return draft
    entry = replace(own.entry, type=EventType.MOBILIZE, modes=_WEAPONS)
    roles = replace(draft.roles, recipients=())
    return replace(draft, candidate=replace(own, type=EventType.MOBILIZE, entry=entry), roles=roles)
