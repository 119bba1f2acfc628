"""One event for one act: joins candidates that tell of the same act in other words or in a later sentence."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from saksi.extract.apart import elsewhere, of_other_kinds, opposed, who
from saksi.extract.telling import REPEATED, Telling
from saksi.model.actor import Actor
from saksi.model.claim import Event
from saksi.model.codes import MUTUAL, EventType

_MOST = 0.6
"""Share of the words of what is asked for that makes it the same."""
_SOON = 2
"""How many sentences behind an attack more of those whom it hit may be counted: "melukai 70 orang lainnya"."""
_ARMED = frozenset({"REB", "UAF", "PRM", "CRM"})
_PAIR, _MANY = 2, 5
"""Sides of what two do together, and those from which many do it."""
_CIVIL = frozenset({"CVL", "REF", "MED", "JRN", "EDU", "SOC"})


def merge(tellings: Iterable[Telling]) -> list[Event]:
    """The events in order, those of one act made one, talks of one side and acts of nobody left out; evidence adds up,
    the values of the fuller version stay."""
    out: list[Telling] = []
    for telling in tellings:
        ways = list(enumerate(out))
        for i, earlier in reversed(ways) if telling.result else ways:
            if _fell_in(earlier, telling):
                hit = earlier.event.recipients or telling.event.recipients
                where = telling.event.place or earlier.event.place
                joined = replace(_joined(telling.event, earlier.event), recipients=hit, place=where)
            elif earlier.sentence == telling.sentence and _is_said_on(earlier, telling):
                day = telling.event.date or earlier.event.date
                joined = replace(_joined(earlier.event, telling.event), date=day)
            elif _hit_before(earlier, telling):
                joined = _joined(earlier.event, replace(telling.event, recipients=()))
            elif _same_act(earlier, telling):
                joined = _joined(earlier.event, replace(telling.event, actors=()) if telling.result else telling.event)
            else:
                continue
            lone = earlier.lone and telling.lone
            lexemes, content = earlier.lexemes | telling.lexemes, earlier.content | telling.content
            out[i] = replace(telling, event=joined, lexemes=lexemes, content=content, lone=lone)
            break
        else:
            out.append(telling)
    return [telling.event for telling in out if not telling.lone and (telling.event.actors or telling.event.recipients)]


def _fell_in(fall: Telling, act: Telling) -> bool:
    """Whether those of whom its sentence tells before fell in the act: "dua orang tewas setelah X menyerang"."""
    together = (fall.sentence, fall.event.type, fall.event.status) == (act.sentence, act.event.type, act.event.status)
    return together and fall.fallen and not act.fallen and act.blow is not None and fall.last < act.blow


def _same_act(one: Telling, other: Telling) -> bool:
    a, b = one.event, other.event
    if a.type != b.type or a.status != b.status or (a.claimants != b.claimants and a.claimants and b.claimants):
        return False
    if other.result and one.sentence == other.sentence:
        return True
    if a.date and b.date and a.date != b.date:
        return False
    if a.date != b.date and not other.pointing and any(event.date and event.date.endswith("/..") for event in (a, b)):
        return False  # what goes on since a day is no single deed of a day that is not told
    if a.place and b.place and elsewhere(a.place, b.place):
        return False
    if opposed(a, b) or of_other_kinds(a, b):
        return False
    doers = _agree(a.actors, b.actors) or (other.pointing and _owned_up(a.actors, b.actors))
    agreed = doers and _agree(a.recipients, b.recipients)
    if one.sentence == other.sentence and _apart_here(one, other):
        return False
    if one.sentence == other.sentence:
        return agreed or _is_subject(one, other) or _is_subject(other, one)
    if a.type in REPEATED:
        return agreed and bool(a.recipients and b.recipients) and _says_again(one, other)
    if other.another or (one.taking != other.taking and not other.pointing):
        return False
    shared = not _groups(a).isdisjoint(_groups(b))
    alike = a.date == b.date and (shared or a.date is not None)
    pointed_at = other.pointing and other.sentence == one.sentence + 1 and doers
    same = {who(x) for x in a.actors} == {who(x) for x in b.actors}
    alike_in_kind = shared and not set(a.modes).isdisjoint(b.modes)
    again = other.pointing and (
        (same and (a.type in MUTUAL or (agreed and bool(a.actors)))) or (agreed and alike_in_kind)
    )
    again = again or (other.mentioned and b.date is None and alike_in_kind and agreed and bool(b.recipients))
    if pointed_at or again or (agreed and (alike or _counts_on(one, other) or (shared and _is_detail(one, other)))):
        return True
    named_again = shared and not one.lexemes.isdisjoint(other.lexemes)
    named_again = named_again and not _with_others(one, other)
    return (a.actors, a.recipients) == (b.actors, b.recipients) or named_again


def _apart_here(one: Telling, other: Telling) -> bool:
    """Whether one sentence tells of two acts: what one is about or answers, some days before, a town taken in one."""
    fought = one.taking != other.taking and (one.clash or other.clash)  # "merebut X setelah pertempuran sengit"
    begun = one.begun != other.begun and not (one.fallen or other.fallen)
    return one.topic != other.topic or one.later != other.later or fought or begun


def _is_detail(one: Telling, other: Telling) -> bool:
    """Whether a verb tells of what was hit before, without a day: "sebuah jet mengebom sekolah itu pada Senin"."""
    return other.target and other.sentence - one.sentence <= _SOON and one.event.date is None


def _counts_on(one: Telling, other: Telling) -> bool:
    """Whether what is told soon behind an attack counts others who fell in it."""
    a, b = one.event, other.event
    counts = other.more and bool(a.recipients) and not (b.actors or b.date or b.place)
    return counts and other.sentence - one.sentence <= _SOON


def _hit_before(one: Telling, other: Telling) -> bool:
    """Whether a verb tells once more how those were hit who were told of just before: "korban ditembak saat tidur"."""
    a, b = one.event, other.event
    same = (a.type, a.status) == (b.type, b.status) and not (a.date and b.date and a.date != b.date)
    return other.victims and same and bool(a.recipients) and 0 < other.sentence - one.sentence <= _SOON


def _says_again(one: Telling, other: Telling) -> bool:
    """Whether most of what is said in the shorter way was said in the other."""
    fewer = min(len(one.content), len(other.content))
    shared = len(one.content & other.content)
    return shared >= _PAIR and shared >= _MOST * fewer


def _with_others(one: Telling, other: Telling) -> bool:
    """Whether what two sides do together is something else than what others do: a call of A and B, and of A and C."""
    a, b = one.event, other.event
    if a.type not in MUTUAL or other.pointing or (a.date and a.date == b.date):
        return False
    some, others = _groups(a), _groups(b)
    return some != others and min(len(some), len(others)) >= _PAIR


def _is_said_on(one: Telling, other: Telling) -> bool:
    """Whether the second verb stands right behind the first, but for what joins them: "menyerang dan membunuh X"."""
    a, b = one.event, other.event
    alike = not a.modes or not b.modes or not set(a.modes).isdisjoint(b.modes)
    act = (a.type, a.status) == (b.type, b.status) and a.type is EventType.ASSAULT and not one.fallen
    return act and other.first == one.last + 2 and alike and _agree(a.actors, b.actors)


def _is_subject(one: Telling, other: Telling) -> bool:
    """Whether the act is the subject of the other's verb: "serangan itu menghantam X"."""
    return other.subject is not None and one.first <= other.subject <= one.last


def _groups(event: Event) -> set[tuple[str, str]]:
    return {group(side) for side in (*event.actors, *event.recipients)}


def _agree(one: Sequence[Actor], other: Sequence[Actor]) -> bool:
    """Whether the sides may be the same: one is not told, or each group of one is one of the other's."""
    left, right = {group(x) for x in one}, {group(x) for x in other}
    return not left or not right or _within(left, right) or _within(right, left)


def _owned_up(some: Sequence[Actor], others: Sequence[Actor]) -> bool:
    """Whether those of whom nothing but that they fight was told are a group that is named then: "ISIS mengaku
    bertanggung jawab atas serangan itu"."""
    unknown = all(actor.name is None and actor.sector in _ARMED for actor in some)
    named = all(actor.name is not None and actor.sector in _ARMED for actor in others)
    homes = {actor.country for actor in others} - {None}
    return bool(some) and bool(others) and unknown and named and homes <= {actor.country for actor in some}


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
        actors=_who_did_it(full.actors, other.actors) or _apart(other.actors, full.recipients),
        recipients=_sharper(full.recipients, other.recipients) or _apart(other.recipients, full.actors),
        claimants=full.claimants or other.claimants,
        rule=f"{full.rule} & {other.rule}",
    )


def _who_did_it(some: Sequence[Actor], others: Sequence[Actor]) -> tuple[Actor, ...]:
    return tuple(others) if _owned_up(some, others) else _sharper(some, others)


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


def _weight(event: Event) -> tuple[bool, int, float]:
    """Who did it to whom is more than who took part, and more sides are more than fewer; of what two do together the
    surer telling knows best who they are, unless many take part."""
    directed = bool(event.actors and event.recipients)
    told = len(event.actors) + len(event.recipients)
    if event.type in MUTUAL and not directed and told < _MANY:
        told = min(told, _PAIR)
    return directed, told, event.score or 0.0
