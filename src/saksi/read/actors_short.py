"""Short forms that an article gives to bodies itself: "Wartawan Tanpa Batas (RSF)"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from saksi.model.actor import Actor
from saksi.model.codes import Sector
from saksi.model.mention import ActorMention
from saksi.model.syntax import Sentence
from saksi.read.naming import Known, units
from saksi.world.phrases import Match, PhraseIndex, Unit

_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})
_WHOSE = frozenset({"nmod", "compound", "flat"})
_ARMED = frozenset({Sector.REB, Sector.UAF, Sector.PRM, Sector.CRM})
_SMALL = 4
"""Letters of the longest word in lower case within a name: "wal"."""
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


def spelled_out(row: Sequence[Unit], mentions: Sequence[ActorMention]) -> Iterator[ActorMention]:
    """The mentions of a sentence; an armed group with a name that nobody knows, and its short form in brackets that is
    known, are one: "Kelompok Jama'at Nusrat al-Islam wal-Muslimin (JNIM)"."""
    for one, other in pairwise((*mentions, None)):
        if one is None:
            continue
        unnamed = all(actor.name is None and actor.sector in _ARMED for actor in one.actors)
        known = other is not None and unnamed and other.actors[0].name is not None and _opens_short(row, one, other)
        yield replace(one, actors=other.actors) if known and other is not None else one


def _opens_short(row: Sequence[Unit], one: ActorMention, short: ActorMention) -> bool:
    """Whether nothing but the words of a name and a bracket stands between a mention and another in the brackets."""
    between = [unit.text for unit in row if one.span.end <= unit.start and unit.end <= short.span.start]
    behind = next((unit.text for unit in row if unit.start >= short.span.end), "")
    name = between[:-1]
    whole = bool(name) and len(name) <= _LONGEST and all(word[:1].isupper() or len(word) <= _SMALL for word in name)
    return whole and between[-1] == "(" and behind == ")"


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
