"""The place and day of the dead and wounded of an attack whose count tells neither: those of the attack."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from saksi.extract.figures_setting import told_apart
from saksi.extract.figures_words import lexicon_of
from saksi.model.claim import Event, Figure, Words
from saksi.model.codes import EventType, Measure, Status
from saksi.model.mention import Reading

_FALLEN = frozenset({Measure.KILLED, Measure.WOUNDED, Measure.KILLED_OR_WOUNDED})

_OPEN = "/.."
"""How a date ends whose end nobody tells: those counted fell until now, in no such time."""
_SOON = 2
"""How many sentences behind an attack may count those who fell in it."""


def settle(reading: Reading, events: Sequence[Event], figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """The figures; one of dead or wounded without a place or a day of its own, or with no more than the country, has
    those of the attack told in its sentence, else of the only one told in the two sentences before it in its
    paragraph."""
    return tuple(_settled(figure, reading, events) if figure.measure in _FALLEN else figure for figure in figures)


def _settled(figure: Figure, reading: Reading, events: Sequence[Event]) -> Figure:
    vague = figure.place is None or figure.place.precision == "country"
    if not vague and figure.period is not None:
        return figure
    attack = next((event for event in _attacks(figure, reading, events) if _fits(event, figure)), None)
    if attack is None:
        return figure
    words: Words = {**figure.words}
    place, period = figure.place, figure.period
    if vague and attack.place is not None:
        place, words["place"] = attack.place, attack.words["place"]
    if period is None and attack.date is not None and not attack.date.endswith(_OPEN):
        period, words["period"] = attack.date, attack.words["date"]
    return replace(figure, place=place, period=period, words=words)


def _attacks(figure: Figure, reading: Reading, events: Sequence[Event]) -> Iterator[Event]:
    """The attacks that a count may be of, likeliest first."""
    real = [event for event in events if event.type is EventType.ASSAULT and event.status is Status.ACTUAL]
    number, at = _sentence(reading, figure.evidence[0].start), figure.evidence[0].start
    told = [(event, {_sentence(reading, part.start) for part in event.evidence}) for event in real]
    here = [event for event, sentences in told if number in sentences]
    if here:
        alone = (event for event, sentences in told if sentences == {number})
        yield from (event for event in alone if not _is_apart(figure, event, reading))
        return
    before = [event for event, sentences in told if sentences & set(range(number - _SOON, number))]
    if len(before) == 1 and "\n" not in reading.article.document.text[before[0].evidence[0].start : at]:
        yield before[0]


def _is_apart(figure: Figure, event: Event, reading: Reading) -> bool:
    """Whether the sentence sets the attack and those who fell apart: "20 tewas, tiga hari setelah serangan di X"."""
    document = reading.article.document
    one, other = sorted((figure.evidence[0].span, event.words["trigger"][0].span))
    between = document.text[one.start : other.end].lower().split()
    return told_apart(between, lexicon_of(document.language or "id"))


def _sentence(reading: Reading, at: int) -> int:
    return bisect_right(reading.parse.sentences, at, key=lambda sentence: sentence.start) - 1


def _within(event: Event, figure: Figure) -> bool:
    """Whether the attack's place lies in the country that the figure names: "kota X di Haiti"."""
    whole, part = figure.place, event.place
    return whole is not None and part is not None and whole.precision == "country" and whole.country == part.country


def _fits(event: Event, figure: Figure) -> bool:
    """Whether the two name no different place or day."""
    place = figure.place is None or event.place is None or figure.place == event.place or _within(event, figure)
    return place and (figure.period is None or event.date is None or figure.period == event.date)
