"""What a number measures where another number tells it: parts, groups joined to it, other sizes of the same group."""

from collections.abc import Sequence

from saksi.extract.figures_cue import Cue
from saksi.extract.figures_fit import HARMS
from saksi.extract.figures_phrase import Counted, Line, among
from saksi.extract.figures_words import Lexicon
from saksi.model.codes import Measure

_BACK = 4
_GAP = 14
_THINGS = frozenset({Measure.STRIKES, Measure.WEAPONS})


def changed(
    line: Line,
    found: Sequence[Counted],
    number: int,
    lexicon: Lexicon,
    earlier: dict[int, Cue],
    told: Measure | None,
) -> Cue | None:
    """The cue of another size of the same group: "menjadi 13.000 personel, dari jumlah sebelumnya 2.000", or a rival
    one, also of a toll of the sentence before (told): "kementerian memberikan angka 461"."""
    here, cue = found[number], earlier.get(number - 1)
    if here.named or not here.first or line.row[here.first - 1] not in lexicon.marks.changes:
        return None
    if line.row[here.first - 1] in lexicon.marks.rivals:
        if here.first > 1 and line.row[here.first - 2] in lexicon.marks.relative:
            return None  # "para pengawal, yang jumlahnya ratusan"
        rival = next((each for _, each in sorted(earlier.items(), reverse=True) if each.measure in HARMS), None)
        measure = rival.measure if rival else told
        return Cue(measure, here.first - 1, here.first - 1, "part") if measure in HARMS else None
    if cue is None or cue.measure in _THINGS or cue.rule == "money":
        return None
    return Cue(cue.measure, cue.first, cue.last, "part")


def part_of(line: Line, found: Sequence[Counted], number: int, lexicon: Lexicon, earlier: dict[int, Cue]) -> Cue | None:
    """The cue of the number before, of which this one is a part: "termasuk 5 anak", "terdiri dari 270 tentara"."""
    here, last = found[number], max((n for n in earlier if n < number), default=None)
    if last is None or not _is_shared(line, here, earlier[last], lexicon):
        return None  # numbers of things between the two ("di dua desa") are passed
    before, cue = found[last], earlier[last]
    link = here.first - 1
    of_all = bool(before.first and lexicon.of_all.ending(line.row, before.first - 1))
    of_all = of_all and line.row[link] in lexicon.marks.there
    part = lexicon.parts.ending(line.row, link) or among(line, here, lexicon) or of_all
    near = link - max(before.end, before.last, cue.last) <= _GAP
    return Cue(cue.measure, cue.first, cue.last, "part") if part and near else None


def joined(line: Line, found: Sequence[Counted], number: int, lexicon: Lexicon, earlier: dict[int, Cue]) -> Cue | None:
    """The cue of the number before, where the two are joined: "3 tentara dan 2 warga"."""
    here, before = found[number], found[number - 1] if number else None
    cue = earlier.get(number - 1)
    if before is None or cue is None or not _is_shared(line, here, cue, lexicon):
        return None
    link = here.first - 1
    if line.row[link] not in lexicon.marks.joiners or link - max(before.end, before.last, cue.last) > _BACK:
        return None
    if cue.rule in {"verb", "noun", "joined"} or (cue.rule == "part" and here.sector is not None):
        return Cue(cue.measure, cue.first, cue.last, "joined")
    return None


def _is_shared(line: Line, here: Counted, cue: Cue, lexicon: Lexicon) -> bool:
    """Whether a number can be measured by the cue of the one before: people by what befell people."""
    if here.first == 0 or cue.measure in _THINGS or cue.rule in {"money", "default"}:
        return False
    return not (here.named and here.sector is None and line.bare[here.head] in lexicon.marks.things)


def of_those(line: Line, here: Counted, lexicon: Lexicon, told: Measure | None) -> Cue | None:
    """The measure of the sentence before: "32 tewas. Empat belas di antaranya tentara"."""
    words = among(line, here, lexicon)
    after = here.last + words + 1
    while after < len(line.row) and line.row[after] in lexicon.marks.bridges:
        after += 1
    if not words or told not in HARMS or (after < len(line.row) and line.upos(after) == "VERB"):
        return None
    return Cue(told, here.last + 1, here.last + words, "part")
