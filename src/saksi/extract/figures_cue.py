"""Words beside a number that tell what it measures: verbs and nouns before it, predicates behind it, totals."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from saksi.extract.figures_fit import ARMED, HARMS, PERSONAL, fits, is_force
from saksi.extract.figures_phrase import Counted, Line, among
from saksi.extract.figures_words import Lexicon
from saksi.model.codes import Measure

_WEAK = frozenset({Measure.PARTICIPANTS, Measure.DISPLACED, Measure.MIGRANTS, Measure.PERSONNEL})
_BACK = 4
_GAP = 8
_COMPANY = 10
_TOTAL_GAP = 18
_ON = 24
_NEAR = 5
_OPEN, _CLOSED = frozenset("(["), frozenset(")]")
_JOINED = {frozenset({Measure.KILLED, Measure.WOUNDED}): Measure.KILLED_OR_WOUNDED}


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that tell a measure. first, last: tokens, inclusive; rule: where they stand to the number."""

    measure: Measure
    first: int
    last: int
    rule: str


def before(line: Line, here: Counted, lexicon: Lexicon) -> Cue | None:
    """A verb or noun right before the number, of which the counted group is the object."""
    at = here.first - 1
    while at >= 0 and here.first - at <= _BACK and line.row[at] in lexicon.marks.fillers:
        at -= 1
    if at < 0:
        return None
    for phrases, rule in ((lexicon.verbs, "verb"), (lexicon.nouns, "noun")):
        for words, measure in phrases.all_ending(line.row, at):
            if fits(line, here, measure, lexicon, at + 1 - words):
                return Cue(measure, at + 1 - words, at, rule)
    return None


def behind(line: Line, found: Sequence[Counted], number: int, lexicon: Lexicon) -> Cue | None:
    """A predicate behind the number and its noun, in the same clause. What a relative clause tells of people counts
    less than what then befalls them: "dua ratus orang yang memprotes ditahan". Of seven of whom two died only a
    relative clause tells."""
    first: Cue | None = None
    whole = is_whole(line, found, number, lexicon)
    for cue in _predicates(line, found, number, lexicon):
        related = line.row[cue.first - 1] in lexicon.marks.relative
        if whole and not related:
            continue
        if first is None and (cue.measure in HARMS or not related):
            return cue
        if first is not None and (cue.measure in HARMS or (first.measure in _WEAK and cue.measure not in _WEAK)):
            return cue
        first = first or cue
    return first


def is_whole(line: Line, found: Sequence[Counted], number: int, lexicon: Lexicon) -> bool:
    """Whether the number is the whole of which the one before it is a part: "dua dari tujuh terdakwa"."""
    here = found[number]
    part = number > 0 and found[number - 1].last == here.first - 2
    return part and line.row[here.first - 1] in lexicon.marks.origins


def _predicates(line: Line, found: Sequence[Counted], number: int, lexicon: Lexicon) -> Iterator[Cue]:
    here, marks = found[number], lexicon.marks
    blocked = _own_clauses(line, found, number, lexicon)
    start = max(here.end, here.last) + 1
    closed = _is_object(line, here, lexicon) or (here.named and here.sector is None and not here.proper)
    acted = aside = most = False
    for at in range(start, min(start + _ON, len(line.row))):
        word = line.row[at]
        if word in marks.stops or at in blocked or _is_of_some(line, start, at, lexicon):
            return
        most = most or (at + 1 < len(line.row) and line.row[at + 1] in marks.most)  # "..., banyak dari mereka"
        if word in marks.joiners and not most and (closed or (acted and not _goes_on(line, at, lexicon))):
            return
        aside = word != "," and (aside or word in marks.relative)
        cue = _predicate(line, here, at, lexicon)
        if cue is not None:
            yield cue
        elif lexicon.verbs.starting(line.row, at) or (word in marks.clauses and line.upos(at) == "VERB"):
            return
        acted = acted or (line.upos(at) == "VERB" and word not in marks.bridges and not aside)


def _goes_on(line: Line, at: int, lexicon: Lexicon) -> bool:
    """Whether a joining word is followed by a further predicate of the same subject."""
    after = at + 1
    while after < len(line.row) - 1 and line.row[after] in lexicon.marks.joiners | lexicon.marks.bridges:
        after += 1
    return after < len(line.row) and (
        line.upos(after) == "VERB" or lexicon.predicates.starting(line.row, after) is not None
    )


def _predicate(line: Line, here: Counted, at: int, lexicon: Lexicon) -> Cue | None:
    negated = lexicon.marks.negations | lexicon.marks.sentences
    denied = line.row[at - 1] in negated or (line.row[at - 1] in lexicon.marks.modals and line.row[at - 2] in negated)
    housed = _shelter(line, here, at, lexicon)
    if denied or housed:
        return housed
    for words, measure in lexicon.predicates.all_starting(line.row, at):
        if fits(line, here, measure, lexicon, at):
            return _twofold(line, Cue(measure, at, at + words - 1, "predicate"), lexicon)
    return None


def _is_object(line: Line, here: Counted, lexicon: Lexicon) -> bool:
    """Whether the group is the object of a verb, so that what another clause tells is not of it."""
    at = here.first - 1
    while at > 0 and line.row[at] in lexicon.marks.fillers:
        at -= 1
    told = lexicon.marks.clauses | lexicon.marks.bridges | lexicon.marks.links | lexicon.marks.changes
    told |= lexicon.marks.causes
    acting = here.named and line.sentence.tokens[here.head].deprel == "nsubj"
    return at >= 0 and not acting and line.upos(at) == "VERB" and line.row[at] not in told


def _is_of_some(line: Line, start: int, at: int, lexicon: Lexicon) -> bool:
    """Whether a word speaks of some of those counted, without a number: "banyak di antaranya"."""
    some = at > start and line.row[at - 1][0].isalpha() and lexicon.among.starting(line.row, at) is not None
    return some and line.row[at - 1] in lexicon.marks.some


def _shelter(line: Line, here: Counted, at: int, lexicon: Lexicon) -> Cue | None:
    """People who live in a camp, or who leave a town or country, are displaced."""
    marks = lexicon.marks
    after = line.row[at + 1 : at + 1 + _NEAR]
    if line.row[at] in marks.dwelling and (found := [n for n, word in enumerate(after) if word in marks.shelters]):
        last = at + 1 + found[0]
    elif line.row[at] in marks.leaving and after and (after[0] in marks.homes or line.is_capital(at + 1)):
        last = at + 1
    else:
        return None
    return Cue(Measure.DISPLACED, at, last, "predicate") if fits(line, here, Measure.DISPLACED, lexicon, at) else None


def _own_clauses(line: Line, found: Sequence[Counted], number: int, lexicon: Lexicon) -> frozenset[int]:
    """The first words of later numbers that are not joined to this one: what stands behind those is said of them."""
    return frozenset(other.first for other in found[number + 1 :] if not _is_tied(line, found[number], other, lexicon))


def _is_tied(line: Line, here: Counted, other: Counted, lexicon: Lexicon) -> bool:
    """Whether a later number shares the predicate of this one: "3 tentara dan 2 warga", "20 orang, termasuk 5 anak",
    or stands in a phrase about it: "68 orang, penganut sebuah sekte"."""
    marks, link = lexicon.marks, other.first - 1
    if _bracketed(line.row[here.last + 1 : other.first]):
        return True
    while link > here.last and line.row[link] in marks.fillers and line.row[link] not in marks.prepositions:
        link -= 1
    if here.named and not other.named:
        return False
    if lexicon.parts.ending(line.row, link) or line.row[link] in marks.prepositions:
        return True
    if other.quantity.rule == "one" and other.sector is None:
        return True
    between = range(max(here.end, here.last) + 1, link)
    if among(line, here, lexicon) and between:
        return False
    return line.row[link] in marks.joiners and not any(line.upos(at) == "VERB" for at in between)


def _bracketed(between: Sequence[str]) -> bool:
    """Whether a bracket opens and does not close: what follows breaks a number down, "tujuh orang (dua anak)"."""
    return sum(word in _OPEN for word in between) > sum(word in _CLOSED for word in between)


def _twofold(line: Line, cue: Cue, lexicon: Lexicon) -> Cue:
    """Takes in a second predicate joined to the first: "tewas dan luka-luka"."""
    at = cue.last + 2
    if at >= len(line.row) or line.row[at - 1] not in lexicon.marks.joiners:
        return cue
    told = lexicon.predicates.starting(line.row, at)
    both = _JOINED.get(frozenset({cue.measure, told[1]})) if told else None
    return Cue(both, cue.first, at + told[0] - 1, cue.rule) if both and told else cue


def total(line: Line, found: Sequence[Counted], number: int, lexicon: Lexicon, *, tied: bool = False) -> Cue | None:
    """A noun of totals right before the number, or far off where a linking word ties the number to it; tied: only
    where a verb of amounting stands right between: "korban tewas mencapai 50"."""
    here, marks = found[number], lexicon.marks
    amounts = here.first > 0 and line.row[here.first - 1] in marks.amounts
    linked = amounts or here.quantity.span.start < here.quantity.number.start  # "melampaui 30.000"
    linked = linked or (here.first > 0 and line.row[here.first - 1] in marks.links)
    if (tied and not amounts) or (here.named and not here.sector):
        return None
    others = {other.last for other in found[:number]}
    for at in range(here.first - 1, max(-1, here.first - 1 - (_TOTAL_GAP if linked else 1)), -1):
        if line.row[at] in marks.stops - marks.sources or (at in others and not tied):
            return None
        told = lexicon.totals.ending(line.row, at)
        if told and told[1] is Measure.PERSONNEL and not is_force(line, here, lexicon):
            return None
        if told:
            return Cue(told[1], at + 1 - told[0], at, "total")
        if line.upos(at) == "VERB" and not amounts and line.row[at] not in marks.links:
            return None
    return None


def apposed(line: Line, here: Counted, lexicon: Lexicon) -> Cue | None:
    """The strength of the force named right before the number: "tentaranya, sekitar 150 orang,"."""
    if here.named and line.bare[here.head] not in lexicon.marks.classifiers:
        return None
    if here.first < 2 or line.row[here.first - 1] != "," or among(line, here, lexicon):
        return None
    for at in range(here.first - 2, max(-1, here.first - 2 - _BACK), -1):
        if not line.row[at][0].isalnum() or line.upos(at) == "VERB":
            return None
        told = lexicon.groups.starting(line.bare, at)
        if told:
            return Cue(Measure.PERSONNEL, at, at + told[0] - 1, "total") if told[1] in ARMED else None
    return None


def afar(line: Line, here: Counted, lexicon: Lexicon) -> Cue | None:
    """A noun further off, with its object or its time between: "penangkapan X dan puluhan pendukungnya"."""
    link = line.row[here.first - 1] if here.first else ""
    if not here.named or (link not in lexicon.marks.joiners and link not in lexicon.marks.towards) or link == ",":
        return None
    for at in range(here.first - 2, max(-1, here.first - 2 - _GAP), -1):
        if line.row[at] in lexicon.marks.stops or lexicon.predicates.starting(line.row, at):
            return None
        told = lexicon.nouns.ending(line.row, at) or lexicon.verbs.ending(line.row, at)
        if told:
            first = at + 1 - told[0]
            return Cue(told[1], first, at, "noun") if fits(line, here, told[1], lexicon, first) else None
    return None


def along(line: Line, here: Counted, lexicon: Lexicon) -> Cue | None:
    """The fate that the group shares with somebody named before: "tewas bersama 16 pengikutnya"."""
    if not here.named or here.first == 0 or line.row[here.first - 1] not in lexicon.marks.company:
        return None
    for at in range(here.first - 2, max(-1, here.first - 2 - _COMPANY), -1):
        if line.row[at] in lexicon.marks.stops:
            return None
        told = lexicon.predicates.ending(line.row, at)
        if told and told[1] in PERSONAL:
            return Cue(told[1], at + 1 - told[0], at, "noun")
    return None
