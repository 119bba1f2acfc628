"""Names of persons and bodies as the ear hears them in a sentence, cut to what is a name."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from saksi.model.codes import Sector
from saksi.model.span import Span
from saksi.model.syntax import Name
from saksi.read.actors_words import Lexicon
from saksi.read.naming import Known
from saksi.world.phrases import Match, PhraseIndex, Unit


def heard_names(
    names: Sequence[Name], row: Sequence[Unit], known: PhraseIndex[Known], words: Lexicon
) -> dict[int, Name]:
    """The persons and bodies heard, by first token. A country before a person and a known body before a further known
    name are names of their own: "Yaman | Ali Abdullah Saleh", "Fatah | Palestina"."""
    starts = {unit.token: number for number, unit in reversed(list(enumerate(row)))}
    heard: dict[int, Name] = {}
    for spoken in names:
        if spoken.label not in ("PER", "ORG"):
            continue
        if (name := _cut(spoken, row, starts, words)) is None:
            continue
        match = known.at(row, starts[name.first])
        after = row[match.last].token + 1 if match is not None else name.first
        if match is None or after > name.last:
            heard[name.first] = name
        elif _governed(row, match, words) and (
            name.label == "PER" or ((own := known.at(row, starts[after])) and own.entry.kind == "person")
        ):  # "Rusia | Sergei Lavrov", whatever the whole was heard as
            heard[after] = replace(name, label="PER", first=after, span=Span(row[starts[after]].start, name.span.end))
        elif match.entry.kind != "organisation" or known.at(row, match.last + 1) is None:
            heard[name.first] = name
    return heard


def _cut(name: Name, row: Sequence[Unit], starts: Mapping[int, int], words: Lexicon) -> Name | None:
    """A name without small words, verbs and ranks that were heard with it; None for what is no name."""
    while name.first < name.last and not _opens(row, starts[name.first]):
        name = replace(name, first=name.first + 1)
    while name.first < name.last and not _opens(row, starts[name.last]):
        name = replace(name, last=name.last - 1)  # "Trump mengumumkan", "AS membekukan"
    if name.first < name.last and row[starts[name.first]].folded in words.words.after.kin:
        name = replace(name, first=name.first + 1)  # "Kaum | Alawi"
    ranks = [at for at in range(name.first, name.last + 1) if row[starts[at]].folded in words.titles.forms.address]
    if name.label == "PER" and ranks and ranks[0] > name.first:  # "Yahukimo Letkol Inf | X"
        if ranks[-1] == name.last:
            return None
        name = replace(name, first=ranks[-1] + 1)
    if name.label == "ORG" and row[starts[name.first]].folded in words.words.after.papers:
        return None
    if not _opens(row, starts[name.first]) or _is_people(row, starts, name, words):
        return None
    reference = words.words.reference
    if name.first == name.last and row[starts[name.first]].folded in reference.person | reference.group:
        return None  # "Ia dipenjara ..."
    return None if name.label == "PER" and _is_command(row, starts[name.first], words) else name


def _opens(row: Sequence[Unit], first: int) -> bool:
    """Whether a word is written as a name is, also behind a particle in lower case: "al-Mismari"."""
    token = row[first].token
    pieces = takewhile(lambda unit: unit.token == token, row[first:])
    return any(piece.text[:1].isupper() for piece in pieces)


def _is_people(row: Sequence[Unit], starts: Mapping[int, int], name: Name, words: Lexicon) -> bool:
    """Whether what was heard as a name is a people that says of what kind others are: "pejuang Druze", "kaum Alawi"."""
    first, last = starts[name.first], starts[name.last]
    if not first or any(unit.text not in words.words.after.peoples for unit in row[first : last + 1]):
        return False
    head = words.head(row, first - 1)
    group = head is not None and head.last == first - 1 and head.entry.kind in ("group", "unit")
    return group or row[first - 1].folded in words.words.after.kin


def _is_command(row: Sequence[Unit], first: int, words: Lexicon) -> bool:
    """Whether what was heard as a person opens with a part of an army: "Satgas Yonif 432 Kostrad"."""
    head = words.head(row, first)
    return head is not None and head.entry.kind in ("organ", "unit") and head.entry.sector in (Sector.MIL, Sector.COP)


def _governed(row: Sequence[Unit], match: Match[Known], words: Lexicon) -> bool:
    """Whether a name that a personal name opens with is the place or body of an office before it: "ketua Hamas X"."""
    if match.entry.kind == "country":
        return True
    if match.entry.kind == "organisation":
        before = (words.head(row, at) for at in range(max(0, match.first - 2), match.first))
        return any(one and one.last == match.first - 1 and one.entry.kind in ("office", "bearer") for one in before)
    return match.entry.kind == "region" and match.first > 0 and row[match.first - 1].folded in words.office_ends
