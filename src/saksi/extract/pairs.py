"""Acts whose sentence names both sides: what is "between A and B", or what A does "with B", has no others but those who
bring them together."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from saksi.extract.candidates import Candidate
from saksi.extract.casting import Seat
from saksi.extract.charged import charged
from saksi.extract.frames import NOUNS
from saksi.extract.tree import Tree
from saksi.extract.zones import Grammar
from saksi.model.codes import EventType
from saksi.model.mention import ActorMention

_REACH = 6
"""How many words may stand between two sides of an act."""
_OPENS = 12
"""How many words may stand between an act and "between": "bentrokan di kota X, Y selatan, hari Rabu antara"."""
_PLAIN = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "DET", "X"})
_BEFORE = _PLAIN | {"ADP", "ADV", "PART"}
_LISTING = frozenset({",", "/"})
_NOMINAL = frozenset({"NOUN", "DET", "NUM"})
_FAR = 10
"""How many words may stand between what asks for something and "between"."""
_REACHED = frozenset({EventType.AGREE, EventType.RETREAT})
_WISHED = frozenset({EventType.REQUEST, EventType.SUPPORT})
_STEPS = 3
_LIST = 3
_SHORT = 2
_NAMED = frozenset({"actor.state", "actor.name"})
"""Rules of mentions of a state or a named body."""
_VERBAL = frozenset({"VERB", "AUX", "PART"})


def paired(candidate: Candidate, seats: Sequence[Seat], tree: Tree, rules: Grammar) -> frozenset[ActorMention]:
    """All sides of an act that stand behind "between", with its mediators; none where it names fewer than two."""
    here = _in_order(candidate, seats)
    between = list(_between(_opening(candidate, tree, rules), here, tree, rules))
    if len({actor for mention in between for actor in mention.actors}) < 2:
        return frozenset()
    if candidate.type is EventType.CONSULT:
        between += _mediating(candidate, here, tree, rules)
    return frozenset(between)


def asked_of(candidate: Candidate, seats: Sequence[Seat], tree: Tree, rules: Grammar) -> frozenset[ActorMention]:
    """Between whom there is what an act asks for or welcomes: "menyerukan gencatan senjata antara A dan B"."""
    if candidate.type not in _WISHED:
        return frozenset()
    here = _in_order(candidate, seats)
    ahead = range(candidate.last + 1, min(candidate.last + 1 + _FAR, len(tree.tokens)))
    at = next((i for i in ahead if tree.tokens[i].text.lower() in rules.marks.between), None)
    between = frozenset(_between(at, here, tree, rules))
    return between if len(between) > 1 else frozenset()


def joined_by(seats: Sequence[Seat]) -> frozenset[ActorMention]:
    """The subject of an act and with whom it does it; none where grammar gives one of the two only."""
    doing = {seat.mention for seat in seats if "zone.actor.subject" in seat.features}
    with_whom = {
        seat.mention for seat in seats if {"zone.recipient.partner", "zone.recipient.head"} <= {*seat.features}
    }
    return frozenset(doing | with_whom) if doing and with_whom else frozenset()


def is_called(mention: ActorMention, candidate: Candidate, tree: Tree, rules: Grammar) -> bool:
    """Whether somebody stands right behind a verb of meeting or calling: "menelepon kedua pihak"."""
    calls = candidate.entry is not None and candidate.entry.lexeme in rules.marks.contacting
    here = mention.sentence == candidate.sentence and candidate.build not in NOUNS
    return calls and here and tree.token_at(mention.span) == candidate.last + 1


def brokers(candidate: Candidate, seats: Sequence[Seat], tree: Tree, rules: Grammar) -> frozenset[ActorMention]:
    """Who brought the sides of an agreement together and is none of them: "gencatan senjata yang ditengahi X"."""
    if candidate.type not in _REACHED and not candidate.clash:
        return frozenset()
    words = range(len(tree.tokens))
    return frozenset(_by_agents(words, _in_order(candidate, seats), tree, rules))


def lists(seats: Iterable[Seat], tree: Tree) -> Iterator[list[Seat]]:
    """The seats of each list of at least three in a sentence ("A (AA), B dan C", "A, B, dan negara lain"), in order;
    behind the word that closes the list nothing more belongs to it."""
    group: list[Seat] = []
    closed, end = False, 0
    for seat in sorted(seats, key=lambda s: s.mention.span):
        first = tree.token_at(seat.mention.span)
        gap = list(tree.tokens[end:first]) if group else []
        end = _end(tree, seat.mention)
        if group and gap and gap[-1].text == "(" and seat.mention.actors == group[-1].mention.actors:
            continue  # "Uni Afrika (AU)"
        gap = [token for token in gap if token.text != ")"]
        words = [token.upos == "CCONJ" for token in gap if token.text not in _LISTING]
        if 0 < len(gap) <= _SHORT and all(words) and (words or not closed):
            group.append(seat)
            closed = closed or bool(words) or _goes_on(tree, end)
            continue
        if closed and len(group) >= _LIST:
            yield group
        group, closed = [seat], False
    if closed and len(group) >= _LIST:
        yield group


def twins(seats: Iterable[Seat], tree: Tree) -> Iterator[tuple[Seat, Seat]]:
    """The states and bodies of a sentence that nothing but "and" joins, two by two: "mengecam X dan Y"; not where the
    second may be the subject of a verb behind it, as "menyerang X dan Y mendukungnya", but "X dan Y mengecam"."""
    states = sorted((seat for seat in seats if seat.mention.rule in _NAMED), key=lambda seat: seat.mention.span)
    for one, other in pairwise(states):
        between = tree.tokens[_end(tree, one.mention) : tree.token_at(other.mention.span)]
        place, end = tree.tokens[other.mention.token], _end(tree, other.mention)
        opens = not any(token.upos in _VERBAL for token in tree.tokens[: tree.token_at(one.mention.span)])
        free = opens or end >= len(tree.tokens) or tree.tokens[end].upos not in _VERBAL
        joined = free and place.deprel == "conj" and place.head == one.mention.token
        if joined and [token.upos for token in between] == ["CCONJ"]:
            yield one, other


def _goes_on(tree: Tree, end: int) -> bool:
    """Whether more who is nobody known closes a list there: ", dan negara-negara lain"."""
    behind = [token.upos for token in tree.tokens[end : end + _SHORT + 1] if token.text not in _LISTING]
    return behind[:1] == ["CCONJ"] and not _NOMINAL.isdisjoint(behind[1:])


def _in_order(candidate: Candidate, seats: Sequence[Seat]) -> list[ActorMention]:
    """The mentions of the candidate's own sentence as they stand in the text."""
    return sorted((s.mention for s in seats if s.mention.sentence == candidate.sentence), key=lambda m: m.span)


def _mediating(
    candidate: Candidate, here: Sequence[ActorMention], tree: Tree, rules: Grammar
) -> Iterator[ActorMention]:
    """Who mediates or holds the talks: "Qatar menengahi perundingan", "perundingan yang ditengahi Qatar"."""
    heads: list[int] = []
    for _, at in zip(range(_STEPS), (candidate.token, *tree.ancestors(candidate.token)), strict=False):
        word, verb = tree.tokens[at].text.lower(), tree.tokens[at].head
        if word in rules.mediating:
            heads += tree.below(at, "nsubj") or charged(at, tree, rules)
        elif word in rules.marks.mediators:
            heads += tree.below(verb if verb >= 0 else at, "nsubj")
    yield from _of_heads(heads, here, tree)
    yield from _by_agents(range(candidate.first, len(tree.tokens)), here, tree, rules)


def _by_agents(
    words: Iterable[int], here: Sequence[ActorMention], tree: Tree, rules: Grammar
) -> Iterator[ActorMention]:
    """Who mediates by the agents of passives among some words: "ditengahi Qatar"."""
    for at in words:
        if tree.tokens[at].text.lower() in rules.mediated:
            agents = [agent for agent in tree.below(at, "obl", "obj", "nsubj", "nmod") if agent > at]
            bare = [agent for agent in agents if tree.case(agent) in ("", *rules.marks.agent)]
            yield from _of_heads(bare, here, tree)


def _of_heads(heads: Iterable[int], here: Sequence[ActorMention], tree: Tree) -> Iterator[ActorMention]:
    """The mentions that cover some words or those coordinated with them."""
    for word in (joined for head in heads for joined in tree.with_conjuncts(head)):
        yield from (m for m in here if m.span.start <= tree.tokens[word].start < m.span.end)


def _between(at: int | None, here: Sequence[ActorMention], tree: Tree, rules: Grammar) -> Iterator[ActorMention]:
    """The mentions of "antara A, B dan C", opened by a token, by their order: the model errs on what joins them."""
    if at is None:
        return
    last, closing = at + 1, False
    for mention in here:
        first = tree.token_at(mention.span)
        if first < last:
            continue
        gap = range(last, first)
        joins = any(_joins(tree, i, rules) for i in gap)
        if len(gap) > _REACH or not all(_passes(tree, i, rules) for i in gap) or (closing and not joins):
            return
        listed = last == at + 1 or joins or any(tree.tokens[i].text in _LISTING for i in gap)
        if listed:
            yield mention
        closing, last = closing or joins, _end(tree, mention)


def _opening(candidate: Candidate, tree: Tree, rules: Grammar) -> int | None:
    """The token of "antara" close behind the act in its clause, or behind the one of who mediates it."""
    for i in range(candidate.last + 1, min(candidate.last + 1 + _OPENS, len(tree.tokens))):
        if tree.tokens[i].text.lower() in rules.marks.between:
            return i
        brought = any(tree.tokens[j].text.lower() in rules.mediated for j in range(i, min(i + 2, len(tree.tokens))))
        if tree.tokens[i].upos not in _BEFORE and tree.tokens[i].text != "," and not brought:
            return None
    return None


def _joins(tree: Tree, token: int, rules: Grammar) -> bool:
    return tree.tokens[token].upos == "CCONJ" or tree.tokens[token].text.lower() in rules.marks.partner


def _passes(tree: Tree, token: int, rules: Grammar) -> bool:
    """Whether a word may stand between two sides of a list."""
    place = tree.tokens[token]
    return place.upos in _PLAIN or place.text in _LISTING or _joins(tree, token, rules)


def _end(tree: Tree, mention: ActorMention) -> int:
    """The first token behind a mention."""
    return next((i for i, t in enumerate(tree.tokens) if t.start >= mention.span.end), len(tree.tokens))
