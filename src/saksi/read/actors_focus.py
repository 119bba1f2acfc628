"""The country that an article is about."""

from collections import Counter
from collections.abc import Sequence

from saksi.model.codes import Sector
from saksi.read.actors_atoms import Atom, Line

_LEAD = 3
"""How many times a name in the first sentence counts."""


def focus(lines: Sequence[Line]) -> str | None:
    """The country that an article is about: the one most named, by itself, its places, bodies and persons; of two
    named as often the one whose towns it names."""
    counts: Counter[str] = Counter()
    towns: Counter[str] = Counter()
    for line in lines:
        for number, atom in enumerate(line.at):
            country = atom.country or (atom.actor.country if atom.actor else None)
            if country and atom.first == number and not _foreign(atom):
                counts[country] += _LEAD if line.number == 0 else 1
                towns[country] += atom.kind == "place" and not atom.acting
    return max(counts, key=lambda country: (counts[country], towns[country]), default=None)


def _foreign(atom: Atom) -> bool:
    """Whether a body tells nothing of where the article plays: media are quoted everywhere."""
    return atom.actor is not None and atom.actor.sector is Sector.JRN
