"""Figures: what is counted, how many, of whom, by whom, where and when."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from saksi.extract.figures_around import Around
from saksi.extract.figures_cue import Cue
from saksi.extract.figures_group import Groups
from saksi.extract.figures_measure import find_cue
from saksi.extract.figures_merge import merge
from saksi.extract.figures_phrase import Counted, Line, counted_in
from saksi.extract.figures_setting import Setting
from saksi.extract.figures_words import Lexicon, lexicon_of
from saksi.model.actor import Actor
from saksi.model.claim import Figure, Words
from saksi.model.codes import Measure
from saksi.model.mention import PlaceMention, Quantity, Reading, TimeMention
from saksi.model.span import Evidence

_SOON = 2


@dataclass(frozen=True, slots=True)
class _Found:
    """What stands around a count."""

    of: Actor | None
    by: Actor | None
    place: PlaceMention | None
    period: TimeMention | None
    definition: Evidence | None


def find_figures(reading: Reading, language: str) -> tuple[Figure, ...]:
    """The figures of an article in order, each count told several times once, with all words that tell it.

    claimants are left empty: `saksi.extract.claimants` finds them by words["low"], the words of the number.
    Raises InputError for a language without a folder.
    """
    lexicon = lexicon_of(language)
    groups = Groups(Around(reading, lexicon), lexicon)
    setting = Setting(reading, lexicon)
    by_sentence: dict[int, list[Quantity]] = {}
    for quantity in reading.quantities:
        by_sentence.setdefault(quantity.sentence, []).append(quantity)
    figures: list[Figure] = []
    last = 0
    for index, quantities in by_sentence.items():
        line = Line.of(index, reading.parse.sentences[index], lexicon)
        told = figures[-1].measure if figures and index - last <= _SOON else None
        for counted, cue in _told(line, quantities, lexicon, told):
            of, by = groups.read(line, counted, cue)
            place, period = setting.place(line, counted), setting.period(line, counted, cue)
            found = _Found(of, by, place, period, setting.definition(line, cue))
            figures.append(_figure(reading.article.document.text, line, counted, cue, found))
            last = index
    return merge(figures)


def _told(
    line: Line, quantities: Sequence[Quantity], lexicon: Lexicon, told: Measure | None
) -> Iterator[tuple[Counted, Cue]]:
    found = counted_in(line, quantities, lexicon)
    cues: dict[int, Cue] = {}
    for number, counted in enumerate(found):
        cue = find_cue(line, found, number, lexicon, cues, told)
        if cue is not None:
            cues[number] = cue
            yield counted, cue


def _figure(text: str, line: Line, counted: Counted, cue: Cue, found: _Found) -> Figure:
    quantity = counted.quantity
    first, last = min(counted.first, cue.first), max(counted.last, counted.end, cue.last)
    words: Words = {
        "low": (Evidence.of(text, quantity.number),),
        "measure": (Evidence.of(text, line.span(cue.first, cue.last)),),
    }
    if counted.named:
        words["of"] = (Evidence.of(text, line.span(counted.head, counted.end)),)
    if found.place:
        words["place"] = (Evidence.of(text, found.place.span),)
    if found.period:
        words["period"] = (Evidence.of(text, found.period.span),)
    if found.definition:
        words["definition"] = (found.definition,)
    return Figure(
        id="",
        measure=cue.measure,
        low=quantity.low,
        high=quantity.high,
        qualifier=quantity.qualifier,
        evidence=(Evidence.of(text, line.span(first, last)),),
        rule=f"figure.{cue.rule}",
        of=found.of,
        by=found.by,
        place=found.place.place if found.place else None,
        period=found.period.value if found.period else None,
        definition=found.definition.text if found.definition else None,
        unit=quantity.unit,
        words=words,
    )
