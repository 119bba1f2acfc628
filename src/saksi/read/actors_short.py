"""Short forms that an article gives to bodies itself: "Wartawan Tanpa Batas (RSF)"."""

from collections.abc import Sequence

from saksi.model.actor import Actor
from saksi.model.codes import Sector
from saksi.model.syntax import Sentence
from saksi.read.naming import Known, units
from saksi.world.phrases import Match, PhraseIndex, Unit

_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})
_WHOSE = frozenset({"nmod", "compound", "flat"})
_LONGEST = 8
"""Words of the longest name that a short form is looked for behind."""


def short_forms(sentences: Sequence[Sentence], known: PhraseIndex[Known]) -> dict[str, Actor]:
    """The short forms in brackets behind the whole names of known bodies, with these: they hold in their article."""
    found: dict[str, Actor] = {}
    for sentence in sentences:
        row = units(sentence)
        for at in range(2, len(row) - 2):
            short = row[at + 1].text
            if row[at].text != "(" or row[at + 2].text != ")" or not (short.isupper() and short.isalpha()):
                continue
            for first in range(max(0, at - _LONGEST), at - 1):
                match = known.at(row, first)
                if match is not None and match.last == at - 1 and match.entry.kind == "organisation":
                    own = known.at(row, at + 1)
                    if match.entry.actor is not None and not _own_name(own) and not _belongs(row, first, sentence):
                        found[short] = match.entry.actor
                    break
    return found


def _own_name(short: Match[Known] | None) -> bool:
    """Whether a short form is the name of a country or an international body whatever stands before it: "Departemen
    Luar Negeri Amerika Serikat (AS)", "badan bantuan PBB (UNRWA)"."""
    if short is None:
        return False
    return short.entry.kind == "country" or (short.entry.actor is not None and short.entry.actor.sector is Sector.IGO)


def _belongs(row: Sequence[Unit], first: int, sentence: Sentence) -> bool:
    """Whether a name only says whose something is: "badan bantuan PBB (UNRWA)"."""
    if not first:
        return False
    before, word = row[first - 1].token, sentence.tokens[row[first].token]
    return sentence.tokens[before].upos in _NOMINAL or (word.deprel in _WHOSE and word.head == before)
