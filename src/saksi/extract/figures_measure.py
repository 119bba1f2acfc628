"""What a number measures: the surest of the words that tell it, and whether the count is one worth keeping."""

from collections.abc import Sequence

from saksi.extract.figures_cue import Cue, afar, along, apposed, before, behind, is_whole, total
from saksi.extract.figures_fit import ARMED, HARMS
from saksi.extract.figures_phrase import Counted, Line
from saksi.extract.figures_shared import changed, joined, of_those, part_of
from saksi.extract.figures_words import Lexicon
from saksi.model.codes import Measure, Qualifier

_THINGS = frozenset({Measure.STRIKES, Measure.WEAPONS})
_MANY = 10
_SOME = 5


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
    if any(bound is not None and bound != int(bound) for bound in (here.quantity.low, here.quantity.high)):
        return None  # "berkekuatan 7,6"
    if here.first and line.row[here.first - 1] in lexicon.marks.kin:
        return None  # "ayah dua anak"
    head = _head(line, here, lexicon)
    if here.quantity.unit and here.quantity.unit not in lexicon.marks.classifiers:
        return head  # so many tons of something
    if head and head.measure in _THINGS:
        return head if (here.quantity.low or 0) != 1 and not _is_game(line, lexicon) else None
    cue = (
        _told_beside(line, found, number, lexicon, head)
        or head
        or along(line, here, lexicon)
        or afar(line, here, lexicon)
        or part_of(line, found, number, lexicon, earlier)
        or total(line, found, number, lexicon)
        or apposed(line, here, lexicon)
        or changed(line, found, number, lexicon, earlier, told)
        or joined(line, found, number, lexicon, earlier)
        or of_those(line, here, lexicon, told)
        or (None if is_whole(line, found, number, lexicon) else _default(line, here, lexicon))
    )
    if cue and cue.measure not in HARMS and _is_game(line, lexicon):
        return None
    return cue if cue and _allowed(line, found, number, cue, lexicon, earlier) else None


def _told_beside(line: Line, found: Sequence[Counted], number: int, lexicon: Lexicon, head: Cue | None) -> Cue | None:
    """What the verb, noun or total before the number or the predicate behind it tells. To drive migrants or
    demonstrators off displaces nobody, and hostages set free are hostages; head: what the counted noun itself tells."""
    here = found[number]
    first = before(line, here, lexicon)
    if head and first and first.measure is Measure.DISPLACED:
        first = None
    cue = first or total(line, found, number, lexicon, tied=True) or behind(line, found, number, lexicon)
    if head and cue and (line.row[cue.first] in lexicon.marks.releases or _brought_away(head, cue)):
        return head
    if cue and cue.measure is Measure.DISPLACED and line.row[cue.first] in lexicon.marks.crossings:
        moved = Measure.DISPLACED if lexicon.marks.migration.isdisjoint(line.bare) else Measure.MIGRANTS
        return Cue(moved, cue.first, cue.last, cue.rule)
    return cue


def _brought_away(head: Cue, cue: Cue) -> bool:
    """Whether the dead or the wounded are brought away, who are no displaced ones."""
    return head.measure in HARMS and cue.measure is Measure.DISPLACED


def _is_game(line: Line, lexicon: Lexicon) -> bool:
    """Whether the sentence tells of sport, where attacks and shots are no attacks and shots."""
    return not lexicon.marks.games.isdisjoint(line.bare)


def _money(line: Line, here: Counted, lexicon: Lexicon) -> Cue | None:
    after = line.row[here.last + 1] if here.last + 1 < len(line.row) else ""
    previous = line.row[here.first - 1] if here.first else ""
    if after in lexicon.marks.per or previous == "(":
        return None  # a price, or the sum before in another currency
    return Cue(Measure.MONEY, here.first, here.last, "money")


def _head(line: Line, here: Counted, lexicon: Lexicon) -> Cue | None:
    if not here.named:
        return None
    told = lexicon.heads.starting(line.bare, here.head)
    return Cue(told[1], here.head, here.head + told[0] - 1, "head") if told else None


def _default(line: Line, here: Counted, lexicon: Lexicon) -> Cue | None:
    """A count that no word near it measures: of the armed it counts personnel; of many others it is kept as it is."""
    number = max(here.quantity.low or 0, here.quantity.high or 0)
    if not here.named or here.sector is None or here.quantity.rule == "definite":
        return None
    words = line.bare[here.head : here.end + 1]
    body = here.sector == "ANY" and lexicon.marks.followers.isdisjoint(words[:1])
    body = body and any(line.is_capital(at) for at in range(here.head + 1, here.end + 1))
    body = body and lexicon.marks.assemblies.isdisjoint(words)
    if number >= _MANY and (here.sector in ARMED or body):
        return Cue(Measure.PERSONNEL, here.head, here.head, "default")
    if number < _SOME or here.sector in {"ANY", "GOV", "LEG", "JUD"} or _inhabitants(line, here, lexicon):
        return None
    return Cue(Measure.OTHER, here.head, here.head, "default")


def _inhabitants(line: Line, here: Counted, lexicon: Lexicon) -> bool:
    """Whether the number tells how many live somewhere: "berpenduduk 10 juta orang"."""
    near = line.row[max(0, here.first - 1) : here.end + 1]
    return not (lexicon.marks.inhabitants | lexicon.marks.souls).isdisjoint(near)


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
    previous = earlier.get(number - 1)
    if cue.rule == "joined" or (previous is not None and previous.first == cue.first):
        return True
    if cue.measure not in HARMS:
        return False
    return cue.rule == "predicate" or (cue.rule == "verb" and line.row[cue.last] in lexicon.marks.tolls)
