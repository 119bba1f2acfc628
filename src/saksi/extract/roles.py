"""Who did it and to whom: the actor mentions that fill a candidate's roles."""

from collections.abc import Sequence

from saksi.extract.addressed import ADDRESSED, PETITIONED, SUMMONED, addressed, petitioned, summoned
from saksi.extract.blamed import BLAMED, blamed
from saksi.extract.candidates import Candidate
from saksi.extract.cast import Cast
from saksi.extract.casting import Seat, find_seats
from saksi.extract.claiming import claiming, is_claimed
from saksi.extract.clashed import fell_on_both, may_take_part
from saksi.extract.clitics import clitic_object, owner_of_object
from saksi.extract.fillers import AGENT, BY, SUBJECT, SURE, Filler, Roles
from saksi.extract.frames import NOUNS, Build
from saksi.extract.joined import complete, name_listed, widen
from saksi.extract.logistic import Logistic
from saksi.extract.offers import OFFERED, offered
from saksi.extract.oneself import by_grammar, not_to_oneself, without_others_objects, without_own_state
from saksi.extract.outsiders import is_not_hit, is_of_another_noun, is_outside, without_tellers
from saksi.extract.pairs import asked_of, brokers, is_called, joined_by, paired
from saksi.extract.tree import Tree
from saksi.extract.urged import URGED, urged
from saksi.extract.voiced import voiced
from saksi.extract.vows import VOWED, vowed
from saksi.extract.zones import ACTOR, RECIPIENT, Grammar
from saksi.model.codes import SPOKEN, EventType
from saksi.model.mention import PAIR, ActorMention

_SIDES_AT_MOST = 6
_JOINED = 3
"""How many signs and words may stand between two who are coordinated: ") , dan"."""
_STRIKING = frozenset({EventType.ASSAULT, EventType.THREATEN})
"""Types whose verbs name as their object whom they hit, or whom they are to hit."""
_FREEING = frozenset({"release", "deport"})
"""Modes of acts whose verbs name as their object whom they set free or send away."""
_TIED = 0.5
"""How sure a side of a clash is that the grammar or the ear ties to it."""
_CONTROLS = "zone.actor.controller"
_FELL = {"zone.recipient.subject", "zone.recipient.head"}
_OBJECT = {"zone.recipient.object", "zone.recipient.head", "adjacent"}
_PLAIN = {
    "zone.recipient.within": RECIPIENT,
    "zone.recipient.given": RECIPIENT,
    "zone.recipient.answered": RECIPIENT,
    "zone.actor.giver": ACTOR,
    _CONTROLS: ACTOR,
}
"""What grammar alone decides, against the ear: who receives an act from whom, who falls in one, whose the clause
behind a noun is."""
_OUTRIGHT = (
    (URGED, urged), (BLAMED, blamed), (VOWED, vowed), (SUMMONED, summoned), (PETITIONED, petitioned), (OFFERED, offered)
)  # fmt: skip


def cast_roles(candidate: Candidate, trees: Sequence[Tree], cast: Cast, rules: Grammar, model: Logistic) -> Roles:
    """The fillers of a candidate's roles. A mention stands in one role only; in a mutual event all are actors."""
    tree, seats = trees[candidate.sentence], find_seats(candidate, trees, cast, rules)
    if (told := _told(candidate, seats, tree, cast, rules)) is not None:
        return told
    found: dict[str, list[Filler]] = {ACTOR: [], RECIPIENT: []}
    given = voiced(candidate, seats, tree, rules)
    for seat in seats:
        role, score = (given[seat.mention], _TIED) if seat.mention in given else _role(candidate, seat, model)
        if score >= model.threshold:
            found[role].append(Filler(seat.mention, score, seat.how))
    here = [seat for seat in seats if seat.mention.sentence == candidate.sentence]
    complete(found, here, tree)
    name_listed(found, here, tree, rules)
    widen(found, seats, asked_of(candidate, seats, tree, rules))
    _ask(found, candidate, here, tree)
    if is_claimed(candidate, rules) and not found[ACTOR]:
        found[ACTOR] = claiming(candidate, seats, found[RECIPIENT], tree, cast)
    _leave_out(found, candidate, seats, tree, cast, rules)
    found[ACTOR] = _sent(found[ACTOR], candidate, seats) or found[ACTOR]
    found[RECIPIENT] = found[RECIPIENT] or _struck(candidate, seats, found[ACTOR], rules)
    if not (candidate.mutual or any(f.score >= SURE or "zone.recipient" in f.how for f in found[RECIPIENT])):
        surest = sorted(found[ACTOR], key=lambda filler: -filler.score)[:1]
        meant = _meant(candidate, trees, cast, rules, [filler.mention for filler in surest])
        found[RECIPIENT] = meant or found[RECIPIENT]
    found[ACTOR] = found[ACTOR] or _subject(candidate, seats, found[RECIPIENT])
    between = brokers(candidate, seats, tree, rules)
    found[ACTOR] = [filler for filler in found[ACTOR] if filler.mention not in between]
    if candidate.mutual:
        found[ACTOR] = _of_pair(found[ACTOR], candidate, seats, tree, rules)
    if candidate.mutual and len({f.mention.actors for f in found[ACTOR]}) > 1:
        found[RECIPIENT] = []  # those whom a clash hits are no side of it
    needed = 2 if candidate.mutual else 1
    if candidate.type is EventType.AGREE and candidate.build not in NOUNS and _give_to(found, seats, model):
        needed = 1
    return Roles(*(_kept(found[role], candidate, tree, needed) for role in (ACTOR, RECIPIENT)))


def _leave_out(
    found: dict[str, list[Filler]], candidate: Candidate, seats: Sequence[Seat], tree: Tree, cast: Cast, rules: Grammar
) -> None:
    """Takes those out of the roles who cannot fill them, however surely they are heard."""
    found[ACTOR] = [filler for filler in found[ACTOR] if may_take_part(filler, candidate)]
    for role, outside in ((ACTOR, is_outside), (RECIPIENT, is_of_another_noun)):
        found[role] = [f for f in found[role] if not outside(f.mention, candidate, tree, rules)]
    told = found[RECIPIENT]
    found[RECIPIENT] = [f for f in told if not is_not_hit(f.mention, candidate, tree, cast, rules)]
    if candidate.build is Build.UNDERGOER and candidate.type is EventType.ASSAULT:
        # whom something befell did not do it
        struck = {actor for filler in found[RECIPIENT] for actor in filler.mention.actors}
        found[ACTOR] = [filler for filler in found[ACTOR] if not struck.issuperset(filler.mention.actors)]
    if any(_CONTROLS in filler.how for filler in found[ACTOR]):
        found[ACTOR] = [filler for filler in found[ACTOR] if "zone.actor" in filler.how]
    found[ACTOR] = without_tellers(found[ACTOR], candidate, tree, cast, rules)
    found[ACTOR] = by_grammar(found[ACTOR], candidate, tree, rules)
    found[ACTOR] = not_to_oneself(found[ACTOR], found[RECIPIENT], seats)
    found[RECIPIENT] = without_own_state(
        without_others_objects(found[RECIPIENT], candidate, tree), found[ACTOR], candidate
    )


def _ask(found: dict[str, list[Filler]], candidate: Candidate, here: Sequence[Seat], tree: Tree) -> None:
    """Makes the object right behind a verb of asking the one who is asked, with those coordinated with it: "mendesak X
    menerima tawaran Y"."""
    if candidate.type is not EventType.REQUEST or candidate.build is not Build.ACTIVE:
        return
    asked = [Filler(seat.mention, SURE, seat.how) for seat in here if seat.features.keys() >= _OBJECT]
    if not asked or any(filler.mention == asked[0].mention for filler in found[ACTOR]):
        return
    others = [filler for filler in found[RECIPIENT] if filler.mention != asked[0].mention]
    found[RECIPIENT] = _with_coordinated(asked, others, tree)


def _sent(doing: Sequence[Filler], candidate: Candidate, seats: Sequence[Seat]) -> list[Filler]:
    """The troops that a verb of sending names as its object, where grammar gives it no subject: "rencana untuk mengirim
    pasukan X"."""
    if candidate.type is not EventType.MOBILIZE or any("zone.actor" in filler.how for filler in doing):
        return []
    objects = (seat for seat in seats if seat.mention.span.overlaps(candidate.span))
    named = [seat for seat in objects if seat.mention.rule == "actor.body"][:1]
    known = {filler.mention: filler for filler in doing}
    return [known.get(seat.mention) or Filler(seat.mention, _TIED, seat.how) for seat in named]


def _meant(
    candidate: Candidate, trees: Sequence[Tree], cast: Cast, rules: Grammar, doing: Sequence[ActorMention]
) -> list[Filler]:
    """The recipients that only the words around an act or an ending tell."""
    tree = trees[candidate.sentence]
    ways = (
        ("clitic", clitic_object(candidate, trees, cast, rules.marks.clitic, doing)),
        (ADDRESSED, addressed(candidate, tree, cast, rules, doing)),
        ("clitic", owner_of_object(candidate, tree, cast, rules, doing)),
    )
    return next(([Filler(mention, _TIED, how) for mention in meant] for how, meant in ways if meant), [])


def _told(candidate: Candidate, seats: Sequence[Seat], tree: Tree, cast: Cast, rules: Grammar) -> Roles | None:
    """The roles that a construction gives outright: "antara A dan B", what a speaker asks or says of another."""
    whole = paired(candidate, seats, tree, rules) if candidate.mutual else frozenset()
    whole = whole or fell_on_both(candidate, seats, tree)
    if whole:
        return Roles(tuple(Filler(seat.mention, 1.0, seat.how) for seat in seats if seat.mention in whole))
    for how, said in _OUTRIGHT:
        if (both := said(candidate, tree, cast, rules)) is not None:
            return Roles(*(tuple(Filler(mention, 1.0, how) for mention in side) for side in both))
    return None


def _give_to(found: dict[str, list[Filler]], seats: Sequence[Seat], model: Logistic) -> bool:
    """Makes those recipients to whom a promise or consent is given ("menjanjikan bantuan kepada X"), and tells whether
    there are any."""
    odds = {seat.mention: model.odds(seat.features) for seat in seats if "zone.recipient.partner" not in seat.features}
    given = [f for f in found[ACTOR] if f.mention in odds and odds[f.mention][RECIPIENT] > odds[f.mention][ACTOR]]
    told = bool(given) and len(given) < len(found[ACTOR])
    if told:
        found[ACTOR], found[RECIPIENT] = [filler for filler in found[ACTOR] if filler not in given], given
    return told


def _subject(candidate: Candidate, seats: Sequence[Seat], others: Sequence[Filler]) -> list[Filler]:
    """The subject of the verb of an act of speech and of a phrase that can mean but one act, and the agent of a
    passive, however softly they are heard."""
    entry, build = candidate.entry, candidate.build
    speech = build is Build.ACTIVE and candidate.type in SPOKEN
    deed = entry is not None and entry.outright and build in (Build.ACTIVE, Build.INTRANSITIVE)
    deed = deed or (build is Build.ACTIVE and candidate.heard >= SURE)
    if entry is None or not (speech or deed or build is Build.PASSIVE):
        return []
    taken = {filler.mention for filler in others}
    marks = {AGENT if build is Build.PASSIVE else "zone.actor.subject", "zone.actor.head"}
    doing = [s for s in seats if marks <= s.features.keys() and s.mention not in taken]
    if build is Build.PASSIVE:  # "dituding oleh X", "dituding X"
        doing = [s for s in doing if BY in s.features or s.mention.span.start == candidate.span.end + 1]
    return [Filler(seat.mention, _TIED, seat.how) for seat in doing][:1]


def _struck(candidate: Candidate, seats: Sequence[Seat], doing: Sequence[Filler], rules: Grammar) -> list[Filler]:
    """The object of an attack's own verb or its passive's subject, heard or not, where somebody else is told to have
    done it; of a verb of taking those from whom it takes ("merebut X dari Y", "merebut pos militer")."""
    if candidate.entry is None or not doing:
        return []
    if candidate.type not in _STRIKING and _FREEING.isdisjoint(candidate.entry.modes):
        return []
    others = {actor for filler in doing for actor in filler.mention.actors}
    taking = candidate.entry.lexeme in rules.marks.taking
    marks = {f"after.{word}" for word in rules.marks.taken_from} if taking else {"zone.recipient.head"}
    told = {"zone.recipient.object", "zone.recipient.subject"}
    here = (s for s in seats if not told.isdisjoint(s.features))
    hit = (s for s in here if not marks.isdisjoint(s.features) or (taking and s.is_force))
    return [Filler(s.mention, _TIED, s.how) for s in hit if others.isdisjoint(s.mention.actors)][:1]


def _kept(fillers: list[Filler], candidate: Candidate, tree: Tree, needed: int) -> tuple[Filler, ...]:
    """The best fillers of a role: as many as it needs, then those that are sure or coordinated with one of them; other
    sentences only fill gaps."""
    fillers.sort(key=lambda filler: (filler.mention.sentence != candidate.sentence, -filler.score))
    kept: list[Filler] = []
    alone = candidate.type is EventType.AGREE and candidate.build not in NOUNS  # one may promise by oneself
    for filler in fillers:
        far = filler.mention.sentence != candidate.sentence
        if far and kept and alone:
            break
        own = filler.score >= SURE or (candidate.mutual and set(filler.how.split()) >= SUBJECT)
        tied = not far and any(_coordinated(filler, o, tree) or _joint(filler.mention, o.mention, tree) for o in kept)
        beside = not far and (own or tied)
        both = any(one.mention.rule == PAIR for one in kept)  # "kedua pihak"
        if (len(kept) < needed and not both) or beside:
            kept.append(filler)
    return tuple(kept[:_SIDES_AT_MOST])


def _joint(one: ActorMention, other: ActorMention, tree: Tree) -> bool:
    """Whether a hyphen ties two names: "perundingan AS-Iran"."""
    if one.sentence != other.sentence:
        return False
    first, last = sorted((one.span, other.span))
    return first.end + 1 == last.start and tree.tokens[tree.token_at(last)].start < last.start


def _of_pair(
    fillers: list[Filler], candidate: Candidate, seats: Sequence[Seat], tree: Tree, rules: Grammar
) -> list[Filler]:
    """The fillers of an act that one does with another: those two, where at least one fills it, and who is coordinated
    or hyphened with them; whom the sentence names besides does something else."""
    filling = {filler.mention for filler in fillers}
    others = [seat for seat in seats if seat.mention not in filling]
    tied = [s for s in others if any(_joint(s.mention, f.mention, tree) for f in fillers)]
    tied += [s for s in others if fillers and is_called(s.mention, candidate, tree, rules)]
    fillers = fillers + [Filler(seat.mention, _TIED, seat.how) for seat in tied]
    pair = joined_by(seats)
    known = [filler for filler in fillers if filler.mention in pair]
    if not known:
        return fillers
    alone = len({filler.mention.actors for filler in fillers}) < 2
    if len(known) < len(pair) and not alone:
        return fillers
    told = {filler.mention for filler in known}
    both = known + [Filler(s.mention, _TIED, s.how) for s in seats if s.mention in pair and s.mention not in told]
    return _with_coordinated(both, [filler for filler in fillers if filler not in known], tree)


def _with_coordinated(chosen: Sequence[Filler], others: Sequence[Filler], tree: Tree) -> list[Filler]:
    """Some fillers and those of others that are coordinated with one of them, one after another: "A, B dan C"."""
    joined = list(chosen)
    for filler in sorted(others, key=lambda filler: filler.mention.span):
        if any(_coordinated(filler, other, tree) for other in joined):
            joined.append(filler)
    return joined


def _coordinated(one: Filler, other: Filler, tree: Tree) -> bool:
    """Whether nothing but "and" or a comma, and how the one is called besides, stands between the two."""
    if one.mention.sentence != other.mention.sentence:
        return False
    first, last = sorted((one.mention.span, other.mention.span))
    between = [token for token in tree.tokens if first.end <= token.start and token.end <= last.start]
    if between and between[0].text == "(":  # "Uni Afrika (AU), Kenya"
        between = between[next((i for i, token in enumerate(between) if token.text == ")"), 0) :]
    return 0 < len(between) <= _JOINED and all(token.upos in {"CCONJ", "PUNCT"} for token in between)


def _role(candidate: Candidate, seat: Seat, model: Logistic) -> tuple[str, float]:
    odds = model.odds(seat.features)
    if seat.features["clash.fell"]:
        return RECIPIENT, _TIED
    fights = {"zone.recipient.partner", "zone.recipient.head"} <= seat.features.keys()  # "bentrok dengan demonstran"
    hit = not fights and seat.features["clash.civil"] and odds[RECIPIENT] > odds[ACTOR]  # civilians whom it befalls
    if candidate.mutual and not hit:
        return ACTOR, max(sum(odds.values()), _TIED * seat.features["clash.side"])
    told = next((role for zone, role in _PLAIN.items() if zone in seat.features), None)
    theirs = seat.mention.rule == "reference.pronoun" and "zone.recipient.subject" in seat.features  # "konvoi mereka"
    if candidate.build is Build.UNDERGOER and (theirs or seat.features.keys() >= _FELL):
        told = RECIPIENT
    if told is None and candidate.type is EventType.ASSAULT and seat.strikes:
        told = ACTOR
    role = told or max(odds, key=lambda name: odds[name])
    return role, max(sum(odds.values()), SURE) if told else odds[role]
