"""Names of bodies that no list knows, told by the word that founds them: "Jaringan Dokter X", "Tentara Nasional Y"."""

from collections.abc import Collection, Sequence

from saksi.languages.shape_actors import FoundedWords
from saksi.model.codes import Sector
from saksi.read.naming import Known
from saksi.world.phrases import PhraseIndex, Unit

_LONGEST = 8
_SHORTEST = 2


def founded(
    row: Sequence[Unit], first: int, known: PhraseIndex[Known], words: FoundedWords, persons: Collection[int]
) -> int | None:
    """The last unit of the name of a body that starts at a unit; None where none does.

    persons: the tokens at which personal names start, which end such a name.
    """
    unit = row[first]
    army = unit.folded in words.armies
    if not unit.text[:1].isupper() or not (army or unit.folded in words.founding):
        return None
    last = first
    while last + 1 < len(row) and last - first < _LONGEST and row[last + 1].token not in persons:
        if row[last + 1].text[:1].isupper():
            last += 1
        elif row[last + 1].folded in words.joining and last + 2 < len(row) and row[last + 2].text[:1].isupper():
            last += 2
        else:
            break
    if last - first + 1 < _SHORTEST or _known_behind(row, first, last, known):
        return None
    if army and (row[first + 1].folded not in words.causes or _of_country(row, first, last, known)):
        return None
    return last


def _known_behind(row: Sequence[Unit], first: int, last: int, known: PhraseIndex[Known]) -> bool:
    """Whether nothing but a known name stands behind the founding word: "Kelompok Houthi", "Front Polisario"."""
    match = known.at(row, first + 1)
    return match is not None and match.last >= last


def _of_country(row: Sequence[Unit], first: int, last: int, known: PhraseIndex[Known]) -> bool:
    """Whether the name holds a country, whose army it then is: "Tentara Nasional Afghanistan"."""
    found = (known.at(row, number) for number in range(first + 1, last + 1))
    return any(match is not None and match.entry.kind == "country" for match in found)


def sector_of(row: Sequence[Unit], first: int, last: int, words: FoundedWords) -> Sector | None:
    """The sector that the words of such a name tell, those behind the founding word first; None where none does."""
    for number in (*range(first + 1, last + 1), first):
        for sector, telling in words.telling.items():
            if row[number].folded in telling:
                return Sector(sector)
    return None
