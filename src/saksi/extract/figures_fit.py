"""Whether a group can be counted by a measure: whom a word of flight, of protest or of service can mean."""

from saksi.extract.figures_phrase import Counted, Line
from saksi.extract.figures_words import Lexicon
from saksi.model.codes import Measure

HARMS = frozenset({Measure.KILLED, Measure.WOUNDED, Measure.KILLED_OR_WOUNDED})
PERSONAL = HARMS | {Measure.NEUTRALISED, Measure.MISSING, Measure.DETAINED, Measure.CAPTURED, Measure.DISPLACED}
ARMED = frozenset({"MIL", "COP", "REB", "UAF"})
_FORCES = frozenset({"MIL", "COP"})
_OFFICIAL = frozenset({"LEG", "JUD"})
_PLAIN = frozenset({None, "CVL", "REF", "EDU", "REL"})
_CROWD = 5
_FORCE = 10


def fits(line: Line, here: Counted, measure: Measure, lexicon: Lexicon, at: int) -> bool:
    """Whether a group can be counted so by the word at a token: civilians are not personnel, soldiers take part in
    raids as personnel, only civilians are displaced. A noun of no known group is a man where the word is of men."""
    if measure is Measure.WEAPONS:
        return here.named and line.bare[here.head] in lexicon.marks.craft
    if here.named and here.sector is None and not here.proper:
        return measure in PERSONAL and _is_person(line, here, lexicon)
    if measure is Measure.PERSONNEL:
        served = line.bare[here.head] in lexicon.marks.classifiers if here.named else False
        return here.sector in ARMED | {"ANY"} or (served and line.row[at] in lexicon.marks.service)
    if measure is Measure.PARTICIPANTS:
        return _takes_part(line, here, lexicon, line.row[at])
    if measure in {Measure.DISPLACED, Measure.MIGRANTS}:
        words = line.bare[here.head : here.end + 1]
        plain = here.sector in _PLAIN or not lexicon.marks.rest.isdisjoint(words)
        return plain and lexicon.marks.captives.isdisjoint(words)
    return True


def _takes_part(line: Line, here: Counted, lexicon: Lexicon, word: str) -> bool:
    """Whether a group of that kind takes part in what a word tells: not members of a parliament in its session, nor
    three men, nor the inhabitants of a town; of the armed, fighters in raids and all in protests."""
    size = here.quantity.low or here.quantity.high or 0
    if size < _CROWD or here.sector in _OFFICIAL or line.row[min(here.head, len(line.row) - 1)] in lexicon.marks.souls:
        return False
    if here.sector in _FORCES:
        return word in lexicon.marks.protests
    return here.sector not in ARMED or word not in lexicon.marks.gatherings


def _is_person(line: Line, here: Counted, lexicon: Lexicon) -> bool:
    noun = lexicon.unowned(line.bare[here.head])
    unit = line.row[here.first] if here.quantity.rule == "one" else here.quantity.unit
    if unit is not None and unit not in lexicon.marks.person:
        return False  # "sebuah rekaman", "20 ekor babi"
    return noun.isalpha() and noun not in lexicon.marks.things and line.upos(here.head) in {"NOUN", "ADJ", "X"}


def is_force(line: Line, here: Counted, lexicon: Lexicon) -> bool:
    """Whether so many may be a force: not a team of five people, nor a committee of 14 ministers."""
    size = here.quantity.low or here.quantity.high or 0
    plain = not here.named or line.bare[here.head] in lexicon.marks.classifiers
    return size >= _FORCE and (plain or here.sector in ARMED | {"ANY"})
