"""What a number measures: the word beside it that tells, and how sure that word is."""

from collections.abc import Sequence
from dataclasses import dataclass

from saksi.extract.figures_phrase import Counted, Line
from saksi.extract.figures_words import Lexicon
from saksi.model.codes import Measure, Qualifier

_ARMED = frozenset({"MIL", "COP", "REB", "UAF", "ANY"})
_THINGS = frozenset({Measure.STRIKES, Measure.WEAPONS})
_HARMS = frozenset({Measure.KILLED, Measure.WOUNDED, Measure.KILLED_OR_WOUNDED})
_MANY = 10
_SOME = 5
_BACK = 4
_GAP = 8
_TOTAL_GAP = 18
_ON = 18
_JOINED = {frozenset({Measure.KILLED, Measure.WOUNDED}): Measure.KILLED_OR_WOUNDED}


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that tell a measure. first, last: tokens, inclusive; rule: where they stand to the number."""

    measure: Measure
    first: int
    last: int
    rule: str


def find_cue(
    line: Line,
    found: Sequence[Counted],
    number: int,
    lexicon: Lexicon,
    earlier: dict[int, Cue],
    told: Measure | None = None,
) -> Cue | None:
    """The cue of a number of the sentence. earlier: the cues of the numbers before it; told: what the last number of
    the sentences before measured."""
    here = found[number]
    if here.quantity.rule == "money":
        return _money(line, here, lexicon)
    head = _head(line, here, lexicon)
    if here.quantity.unit and here.quantity.unit not in lexicon.marks.classifiers:
        return head  # so many tons of something
    if head and head.measure in _THINGS:
        return head if (here.quantity.low or 0) != 1 and not _is_game(line, lexicon) else None
    before = _before(line, here, lexicon)
    if head and before and before.measure is Measure.DISPLACED:
        before = None  # to drive migrants or demonstrators off displaces nobody
    cue = (
        before
        or _behind(line, here, lexicon, _own_clauses(line, found, number, lexicon))
        or head
        or _afar(line, here, lexicon)
        or _total(line, here, lexicon)
        or _changed(line, found, number, lexicon, earlier)
        or _joined(line, found, number, lexicon, earlier)
        or _of_those(line, here, lexicon, told)
        or _default(line, here, lexicon)
    )
    if cue and cue.measure not in _HARMS and _is_game(line, lexicon):
        return None
    return cue if cue and _allowed(line, found, number, cue, lexicon, earlier) else None


def _is_game(line: Line, lexicon: Lexicon) -> bool:
    """Whether the sentence tells of sport, where attacks and shots are no attacks and shots."""
    return not lexicon.marks.games.isdisjoint(line.bare)


def _money(line: Line, here: Counted, lexicon: Lexicon) -> Cue | None:
    after = line.row[here.last + 1] if here.last + 1 < len(line.row) else ""
    before = line.row[here.first - 1] if here.first else ""
    if after in lexicon.marks.per or before == "(":
        return None  # a price, or the sum before in another currency
    return Cue(Measure.MONEY, here.first, here.last, "money")


def _head(line: Line, here: Counted, lexicon: Lexicon) -> Cue | None:
    if not here.named:
        return None
    told = lexicon.heads.starting(line.bare, here.head)
    return Cue(told[1], here.head, here.head + told[0] - 1, "head") if told else None


def _before(line: Line, here: Counted, lexicon: Lexicon) -> Cue | None:
    at = here.first - 1
    while at >= 0 and here.first - at <= _BACK and line.row[at] in lexicon.marks.fillers:
        at -= 1
    for phrases, rule in ((lexicon.verbs, "verb"), (lexicon.nouns, "noun")):
        told = phrases.ending(line.row, at) if at >= 0 else None
        if told and _fits(told[1], here):
            return Cue(told[1], at + 1 - told[0], at, rule)
    return None


def _fits(measure: Measure, here: Counted) -> bool:
    """Whether a group can be counted so: civilians are not personnel, nor soldiers participants of a rally, and what
    is no known group is nobody unless its noun is left out or a name ("3 tewas", "60 Palestina")."""
    if here.named and here.sector is None and not here.proper:
        return False
    if measure is Measure.PERSONNEL:
        return here.sector in _ARMED
    if measure is Measure.PARTICIPANTS:
        return here.sector not in _ARMED
    return True


def _behind(line: Line, here: Counted, lexicon: Lexicon, blocked: frozenset[int]) -> Cue | None:
    start = max(here.end, here.last) + 1
    for at in range(start, min(start + _ON, len(line.row))):
        if line.row[at] in lexicon.marks.stops or at in blocked:
            return None
        told = lexicon.predicates.starting(line.row, at)
        if told and _fits(told[1], here) and line.row[at - 1] not in lexicon.marks.negations:
            return _twofold(line, Cue(told[1], at, at + told[0] - 1, "predicate"), lexicon)
        if lexicon.verbs.starting(line.row, at):
            return None
    return None


def _own_clauses(line: Line, found: Sequence[Counted], number: int, lexicon: Lexicon) -> frozenset[int]:
    """The first words of later numbers that are not joined to this one: what stands behind those is said of them."""
    tied = lexicon.marks.joiners | lexicon.marks.prepositions
    return frozenset(other.first for other in found[number + 1 :] if line.row[other.first - 1] not in tied)


def _twofold(line: Line, cue: Cue, lexicon: Lexicon) -> Cue:
    """Takes in a second predicate joined to the first: "tewas dan luka-luka"."""
    at = cue.last + 2
    if at >= len(line.row) or line.row[at - 1] not in lexicon.marks.joiners:
        return cue
    told = lexicon.predicates.starting(line.row, at)
    both = _JOINED.get(frozenset({cue.measure, told[1]})) if told else None
    return Cue(both, cue.first, at + told[0] - 1, cue.rule) if both and told else cue


def _total(line: Line, here: Counted, lexicon: Lexicon) -> Cue | None:
    """A noun of totals right before the number, or far off where a linking word ties the number to it."""
    linked = here.quantity.span.start < here.quantity.number.start  # "melampaui 30.000"
    linked = linked or (here.first > 0 and line.row[here.first - 1] in lexicon.marks.links)
    for at in range(here.first - 1, max(-1, here.first - 1 - (_TOTAL_GAP if linked else 1)), -1):
        if line.row[at] in lexicon.marks.stops:
            return None
        told = lexicon.totals.ending(line.row, at)
        if told and (not here.named or here.sector):
            return Cue(told[1], at + 1 - told[0], at, "total")
    return None


def _afar(line: Line, here: Counted, lexicon: Lexicon) -> Cue | None:
    """A noun further off, with its object or its time between: "penangkapan X dan puluhan pendukungnya"."""
    link = line.row[here.first - 1] if here.first else ""
    if not here.named or (link not in lexicon.marks.joiners and link not in lexicon.marks.towards) or link == ",":
        return None
    for at in range(here.first - 2, max(-1, here.first - 2 - _GAP), -1):
        if line.row[at] in lexicon.marks.stops or lexicon.predicates.starting(line.row, at):
            return None
        told = lexicon.nouns.ending(line.row, at) or lexicon.verbs.ending(line.row, at)
        if told:
            return Cue(told[1], at + 1 - told[0], at, "noun") if _fits(told[1], here) else None
    return None


def _changed(
    line: Line, found: Sequence[Counted], number: int, lexicon: Lexicon, earlier: dict[int, Cue]
) -> Cue | None:
    """The cue of another size of the same group: "menjadi 13.000 personel, dari jumlah sebelumnya 2.000"."""
    here, cue = found[number], earlier.get(number - 1)
    if here.named or cue is None or cue.measure in _THINGS or cue.rule == "money" or not here.first:
        return None
    return Cue(cue.measure, cue.first, cue.last, "part") if line.row[here.first - 1] in lexicon.marks.changes else None


def _joined(line: Line, found: Sequence[Counted], number: int, lexicon: Lexicon, earlier: dict[int, Cue]) -> Cue | None:
    """The cue of the number before, where the two are joined: "3 tentara dan 2 warga", "termasuk 5 anak"."""
    here, before = found[number], found[number - 1] if number else None
    cue = earlier.get(number - 1)
    if before is None or cue is None or here.first == 0 or cue.measure in _THINGS or cue.rule in {"money", "default"}:
        return None
    link = here.first - 1
    part = lexicon.parts.ending(line.row, link) or among(line, here, lexicon)
    gap = link - max(before.end, before.last, cue.last)
    if part and gap <= _GAP:
        return Cue(cue.measure, cue.first, cue.last, "part")
    if line.row[link] not in lexicon.marks.joiners or gap > _BACK:
        return None
    if cue.rule in {"verb", "noun", "joined"} or (cue.rule == "part" and here.sector is not None):
        return Cue(cue.measure, cue.first, cue.last, "joined")
    return None


def among(line: Line, here: Counted, lexicon: Lexicon) -> int:
    """How many words behind a number make it one of a part of those counted before, 0 where none do."""
    for at in {here.last + 1, max(here.end, here.last) + 1}:
        found = lexicon.among.starting(line.row, at) if at < len(line.row) else None
        if found:
            return found[0]
    return 0


def _of_those(line: Line, here: Counted, lexicon: Lexicon, told: Measure | None) -> Cue | None:
    """The measure of the sentence before: "32 tewas. Empat belas di antaranya tentara"."""
    words = among(line, here, lexicon)
    if not words or told not in _HARMS:
        return None
    return Cue(told, here.last + 1, here.last + words, "part")


def _default(line: Line, here: Counted, lexicon: Lexicon) -> Cue | None:
    """A count that no word near it measures: of the armed it counts personnel; of many others it is kept as it is."""
    number = max(here.quantity.low or 0, here.quantity.high or 0)
    if not here.named or here.sector is None or here.quantity.rule == "definite":
        return None
    body = here.sector == "ANY" and any(token.text[:1].isupper() for token in line.tokens(here.head + 1, here.end))
    if number >= _MANY and (here.sector in _ARMED - {"ANY"} or body):
        return Cue(Measure.PERSONNEL, here.head, here.head, "default")
    if number < _SOME or here.sector in {"ANY", "GOV", "LEG", "JUD"} or _inhabitants(line, here, lexicon):
        return None
    return Cue(Measure.OTHER, here.head, here.head, "default")


def _inhabitants(line: Line, here: Counted, lexicon: Lexicon) -> bool:
    """Whether the number tells how many live somewhere: "berpenduduk 10 juta orang"."""
    near = line.row[max(0, here.first - 1) : here.end + 1]
    return not lexicon.marks.inhabitants.isdisjoint(near)


def _allowed(
    line: Line, found: Sequence[Counted], number: int, cue: Cue, lexicon: Lexicon, earlier: dict[int, Cue]
) -> bool:
    """Whether the count is one worth keeping: not "beberapa tentara"; one man only where an attack killed or hurt him,
    or where he is counted along with others."""
    here = found[number]
    if here.quantity.qualifier is Qualifier.SEVERAL:
        return False
    if here.quantity.rule != "one":
        return cue.rule != "head" or (here.quantity.low or 0) != 1
    if here.first and lexicon.parts.ending(line.row, here.first - 1):
        return False
    before = earlier.get(number - 1)
    if cue.rule == "joined" or (before is not None and before.first == cue.first):
        return True
    if cue.measure not in _HARMS:
        return False
    return cue.rule == "predicate" or (cue.rule == "verb" and line.row[cue.last] in lexicon.marks.tolls)
