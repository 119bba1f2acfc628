"""One event for one act: joins candidates that tell of the same act in other words or in a later sentence."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from saksi.extract.draft import Draft
from saksi.extract.zones import Grammar
from saksi.model.actor import Actor
from saksi.model.claim import Event
from saksi.model.codes import SPOKEN, EventType

_REPEATED = SPOKEN - {EventType.CONCEDE}
"""Acts of speech that who speaks again in another sentence does again."""
_ARMED = frozenset({"REB", "UAF", "PRM"})
_CIVIL = frozenset({"CVL", "REF", "MED", "JRN", "EDU", "SOC"})


@dataclass(frozen=True, slots=True)
class Telling:
    """An event as told in one sentence. lexemes: what names the act; another: told as one more of its kind."""

    event: Event
    lexemes: frozenset[str]
    another: bool = False


def telling(draft: Draft, event: Event, rules: Grammar) -> Telling:
    """The event that a draft tells of, with the words that name it."""
    own, tree = draft.candidate, draft.tree
    words = {rules.plain(tree.tokens[own.token].text)} | ({own.entry.lexeme} if own.entry else set())
    around = [own.token, *tree.below(own.token, "obl")]
    another = any(tree.tokens[child].text.lower() in rules.marks.another for i in around for child in tree.children[i])
    return Telling(event, frozenset(words), another)


def merge(tellings: Iterable[Telling]) -> list[Event]:
    """The events in order, those of one act made one; evidence adds up, the fuller version's values stay."""
    out: list[Telling] = []
    for telling in tellings:
        for i, earlier in enumerate(out):
            if _same_act(earlier, telling):
                out[i] = Telling(_joined(earlier.event, telling.event), earlier.lexemes | telling.lexemes)
                break
        else:
            out.append(telling)
    return [telling.event for telling in out]


def _same_act(one: Telling, other: Telling) -> bool:
    a, b = one.event, other.event
    if a.type != b.type or a.status != b.status or (a.claimants != b.claimants and a.claimants and b.claimants):
        return False
    if a.date and b.date and a.date != b.date:
        return False
    if a.place and b.place and a.place.precision != "country" != b.place.precision and a.place.name != b.place.name:
        return False
    if a.evidence[0].start == b.evidence[0].start:
        return _agree(a.actors, b.actors) and _agree(a.recipients, b.recipients)
    return a.type not in _REPEATED and not other.another and (_told_again(a, b) or _named_again(one, other))


def _told_again(a: Event, b: Event) -> bool:
    """Whether another sentence tells of the same act: one dated alike whose sides agree, or the very same sides."""
    if (a.actors, a.recipients) == (b.actors, b.recipients):
        return True
    return a.date == b.date and _agree(a.actors, b.actors) and _agree(a.recipients, b.recipients)


def _named_again(one: Telling, other: Telling) -> bool:
    """Whether another sentence names the act by the same word, with somebody of the same group in it."""
    groups = [{group(side) for side in (*t.event.actors, *t.event.recipients)} for t in (one, other)]
    return bool(one.lexemes & other.lexemes) and not groups[0].isdisjoint(groups[1])


def _agree(one: Sequence[Actor], other: Sequence[Actor]) -> bool:
    """Whether the sides may be the same: one is not told, or each group of one is one of the other's."""
    left, right = {group(x) for x in one}, {group(x) for x in other}
    return not left or not right or _within(left, right) or _within(right, left)


def _within(some: Collection[tuple[str, str]], others: Collection[tuple[str, str]]) -> bool:
    """Whether each group is one of the others; of a country's somebody nobody knows whether he fights or rules."""
    return all(any(a == c and (b == d or "" in (b, d)) for c, d in others) for a, b in some)


def group(actor: Actor) -> tuple[str, str]:
    """What tells one side from another: an organisation's name, or the country with civilian, armed or state."""
    sector = actor.sector or ""
    family = "armed" if sector in _ARMED else "civil" if sector in _CIVIL else "state" if sector else ""
    if actor.country is None:
        return (actor.organisation or actor.name or "", sector)
    return (actor.country, family)


def _joined(a: Event, b: Event) -> Event:
    full, other = (a, b) if _weight(a) >= _weight(b) else (b, a)
    words = {**other.words, **full.words}
    evidence = tuple(sorted({*a.evidence, *b.evidence}))
    return replace(
        full,
        evidence=evidence,
        words=words,
        date=full.date or other.date,
        place=full.place or other.place,
        modes=tuple(dict.fromkeys((*full.modes, *other.modes))),
        actors=_sharper(full.actors, other.actors) or _apart(other.actors, full.recipients),
        recipients=_sharper(full.recipients, other.recipients) or _apart(other.recipients, full.actors),
        claimants=full.claimants or other.claimants,
        rule=f"{full.rule} & {other.rule}",
    )


def _sharper(some: Sequence[Actor], others: Sequence[Actor]) -> tuple[Actor, ...]:
    """The actors, where somebody of a country gives way to those of it whom the other telling knows better."""
    return tuple(dict.fromkeys(better for actor in some for better in _better_known(actor, others)))


def _better_known(actor: Actor, others: Sequence[Actor]) -> Sequence[Actor]:
    if actor.sector is not None:
        return (actor,)
    return [other for other in others if other.country == actor.country and other.sector] or (actor,)


def _apart(some: Sequence[Actor], others: Sequence[Actor]) -> tuple[Actor, ...]:
    """Those that do not stand on the other side already."""
    return tuple(actor for actor in some if actor not in others)


def _weight(event: Event) -> tuple[int, float]:
    return len(event.actors) + len(event.recipients), event.score or 0.0
