"""Deeds that somebody orders or decides on: who "memerintahkan pembekuan aset X" freezes them, and asks nobody for it;
who "setuju menjatuhkan sanksi atas X" punishes him."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from saksi.extract.draft import Draft
from saksi.extract.fillers import Roles
from saksi.extract.frames import NOUNS
from saksi.extract.telling import points_back
from saksi.extract.zones import Grammar
from saksi.model.codes import SPOKEN, EventType

Weighed = tuple[float, Draft]


def with_orders(weighed: Sequence[Weighed], rules: Grammar) -> list[Weighed]:
    """The drafts and their odds; a deed that an order names by a noun, or a decision by a verb, is as likely as the
    order, which it replaces."""
    named = (
        (odds, order, _ordered(order, weighed, rules) or _decided(order, weighed, rules)) for odds, order in weighed
    )
    pairs = [(odds, order, deed) for odds, order, deed in named if deed is not None]
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
    named = _told_at(order.tree.below(own.token, "obj"), order, weighed)
    deeds = ((odds, draft) for odds, draft in named if draft.candidate.build in NOUNS)
    deeds = ((odds, draft) for odds, draft in deeds if draft.candidate.type not in SPOKEN)
    return _likeliest((odds, draft) for odds, draft in deeds if not points_back(draft, rules))


def _decided(decision: Draft, weighed: Sequence[Weighed], rules: Grammar) -> Draft | None:
    """The likeliest punishment that a clause behind a word of deciding tells of."""
    own, tree = decision.candidate, decision.tree
    if own.type is not EventType.AGREE or tree.tokens[own.token].text.lower() not in rules.marks.deciding:
        return None
    named = _told_at(tree.below(own.token, "advcl", "xcomp", "ccomp"), decision, weighed)
    known = ((odds, draft) for odds, draft in named if draft.candidate.entry and draft.roles.recipients)
    return _likeliest((odds, draft) for odds, draft in known if draft.candidate.type is EventType.SANCTION)


def _told_at(tokens: Collection[int], order: Draft, weighed: Sequence[Weighed]) -> Iterator[Weighed]:
    """The drafts that some words of an order's sentence tell of."""
    here = ((odds, draft) for odds, draft in weighed if draft.candidate.sentence == order.candidate.sentence)
    yield from ((odds, draft) for odds, draft in here if draft.candidate.token in tokens)


def _likeliest(named: Iterable[Weighed]) -> Draft | None:
    best = max(named, key=lambda one: one[0], default=None)
    return None if best is None else best[1]


def _done_by(deed: Draft, order: Draft) -> Draft:
    """The deed, done by who gives the order and as actual as that."""
    doers = {filler.mention for filler in order.roles.actors}
    hit = tuple(filler for filler in deed.roles.recipients if filler.mention not in doers)
    roles, time = Roles(order.roles.actors, hit), deed.time or order.time
    return replace(deed, roles=roles, verdict=order.verdict, unreal=order.unreal, time=time)
