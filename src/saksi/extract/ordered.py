"""Deeds that somebody orders: who "memerintahkan pembekuan aset X" freezes them, and asks nobody for it."""

from collections.abc import Sequence
from dataclasses import replace

from saksi.extract.draft import Draft
from saksi.extract.fillers import Roles
from saksi.extract.frames import NOUNS
from saksi.extract.telling import points_back
from saksi.extract.zones import Grammar
from saksi.model.codes import SPOKEN, EventType

Weighed = tuple[float, Draft]


def with_orders(weighed: Sequence[Weighed], rules: Grammar) -> list[Weighed]:
    """The drafts and their odds; a deed that an order names by a noun is as likely as the order, which it replaces."""
    pairs = [(odds, order, deed) for odds, order in weighed if (deed := _ordered(order, weighed, rules)) is not None]
    orders = {id(deed): (odds, order) for odds, order, deed in pairs}
    replaced = {id(order) for _, order, _ in pairs}
    out = []
    for odds, draft in weighed:
        given, order = orders.get(id(draft), (odds, None))
        if id(draft) not in replaced:
            out.append((max(odds, given), _done_by(draft, order) if order else draft))
    return out


def _ordered(order: Draft, weighed: Sequence[Weighed], rules: Grammar) -> Draft | None:
    """The likeliest deed that the object of an order's verb names and that was not told before."""
    own, entry = order.candidate, order.candidate.entry
    if own.type is not EventType.REQUEST or entry is None or entry.lexeme not in rules.marks.ordering:
        return None
    objects = set(order.tree.below(own.token, "obj"))
    named = [
        (odds, draft)
        for odds, draft in weighed
        if draft.candidate.sentence == own.sentence and draft.candidate.token in objects
        and draft.candidate.build in NOUNS and draft.candidate.type not in SPOKEN
        and not points_back(draft, rules)
    ]  # fmt: skip
    return max(named, key=lambda one: one[0])[1] if named else None


def _done_by(deed: Draft, order: Draft) -> Draft:
    """The deed, done by who gives the order and as actual as that."""
    doers = {filler.mention for filler in order.roles.actors}
    hit = tuple(filler for filler in deed.roles.recipients if filler.mention not in doers)
    return replace(deed, roles=Roles(order.roles.actors, hit), verdict=order.verdict, unreal=order.unreal)
