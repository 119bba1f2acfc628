"""Names in phrases for actors: behind a comma, a trade or a word of naming, and what only looks like a name."""

import re
from dataclasses import replace

from saksi.model.actor import Actor
from saksi.model.codes import Sector
from saksi.read.actors_atoms import Atom, Line
from saksi.read.actors_draft import Draft
from saksi.read.actors_words import OPEN, Lexicon

_ROMAN = re.compile(r"[IVX]{1,5}(?:/\w+)?")
_NUMBER = re.compile(r"\d{3,4}")
_COMMANDS = frozenset({Sector.MIL, Sector.COP})
_SOON = 6
"""Words after "yang" among which a name is said to be somebody's."""
_LONGEST_NAME = 5
_LONGEST_BODY = 7
_LONGEST_SHORT = 5
"""Letters of the longest word in capitals that is no personal name."""
_MOST_RANKS = 2
_ENDS = frozenset({"country", "place", "organisation", "body"})
"""Kinds of names that say where an office is, behind words of its own name: "Menteri Transformasi Digital Ukraina"."""
_ARMED = frozenset({Sector.REB, Sector.UAF, Sector.PRM, Sector.CRM})
_MOVEMENTS = frozenset({Sector.REB, Sector.UAF, Sector.PRM, Sector.PTY, Sector.OPP})
"""Sectors of groups that one article calls armed, another a movement."""
_TRADES = frozenset({Sector.CVL, Sector.JRN, Sector.MED, Sector.EDU, Sector.REL, Sector.SOC})
"""Sectors of people whose names are set off behind what they are: "wartawan itu, X,"."""
SINGLE = frozenset({"office", "bearer", "counterpart"})
"""Kinds of heads that mean one person, whose name may follow."""


class Named:
    """Takes the names of one sentence into drafts."""

    def __init__(self, line: Line, lexicon: Lexicon) -> None:
        self._line = line
        self._words = lexicon.words
        self._common = lexicon.around.common
        self._ranks = lexicon.titles.forms.address

    def called(self, draft: Draft, number: int) -> bool:
        """ "bernama X", "yang mengaku bernama X", "yang mengidentifikasi dirinya sebagai X": the name."""
        row = self._line.units
        if draft.plural:
            return False
        for at in range(number, min(number + _SOON, len(row) - 1)):
            atom = self._line.at[at + 1]
            if row[at].folded in self._words.after.named and atom.kind in ("person", "name"):
                return draft.take_person(atom)
            if row[at].folded == self._words.after.named[0] and row[at + 1].text[:1].isupper():
                draft.person, draft.last = (at + 1, at + 1), at + 1
                return True
            if row[at].text == ",":
                return False
        return False

    def numbered(self, draft: Draft, number: int) -> bool:
        """The number of a command and its name: "Kapendam XVII/Cenderawasih", "Dandim 1715/Yahukimo"."""
        text = self._line.units[number].text
        command = draft.heads[-1].sector in _COMMANDS and _NUMBER.fullmatch(text)
        if not command and not _ROMAN.fullmatch(text):
            return False
        draft.last = number
        row = self._line.units
        if number + 2 < len(row) and row[number + 1].text == "/":
            draft.last = number + 2
        for at in range(draft.last + 1, min(draft.last + 1 + _LONGEST_NAME, len(row))):
            if row[at].folded in self._ranks:
                draft.last = at - 1  # "Kapendam XVII Cenderawasih Kol Inf X"
                break
            if not row[at].text[:1].isupper():
                break
        return True

    def apposed(self, draft: Draft, number: int) -> bool:
        """A name after a comma: "Kanselir Jerman, Angela Merkel"."""
        if number + 1 >= len(self._line.units) or draft.plural or self._line.units[number].text != ",":
            return False
        atom = self._line.at[number + 1]
        if self._member(draft, atom):
            return True
        if not self.single(draft):
            return self._set_off(draft, atom)
        for _ in range(_MOST_RANKS):  # ", Mayor Jenderal X"
            if atom.head is not None and atom.head.kind == "office" and atom.last + 1 < len(self._line.units):
                atom = self._line.at[atom.last + 1]
        group = draft.heads[0].word in self._words.reference.body or draft.heads[0].kind in ("group", "unit")
        if atom.kind in ("organisation", "body") and group and not draft.bodies:
            if atom.kind == "body" and not self._ends_aside(atom):
                return False
            draft.take_body(atom)
            draft.closed = atom.kind == "organisation"
            return True
        if atom.kind not in ("person", "name") or (draft.closed and not self._set_apart(draft, atom)):
            return False
        return draft.take_person(atom)

    def ranked(self, draft: Draft, number: int) -> bool:
        """ "Kasatgas Humas Madago Raya, Kombes X": behind the capitals of a body that only this article names, and a
        comma, the rank and name of its head."""
        row, end = self._line.units, number
        if not self.single(draft) or draft.heads[0].office or draft.plural:
            return False
        while end < min(number + _LONGEST_BODY, len(row)) and self._unknown(end):
            end += 1
        at = end + 1
        while at < len(row) and row[at].folded in self._ranks:
            at += 1
        if end == number or at == end + 1 or at >= len(row) or row[end].text != "," or not self._is_name(at):
            return False
        return draft.take_person(self._line.at[at])

    def _unknown(self, number: int) -> bool:
        """Whether a unit is a word in capitals or a number, of no name that is known."""
        opening = self._line.units[number].text[:1]
        return (opening.isupper() or opening.isdigit()) and self._line.at[number].kind in ("word", "name", "body")

    def _set_apart(self, draft: Draft, atom: Atom) -> bool:
        """Whether a mark follows a name: "menteri itu, X," but not "menurut sumber itu, X berangkat"; or the phrase
        opens its sentence: "Menteri itu, X mengatakan"."""
        row = self._line.units
        return draft.first == 0 or atom.last + 1 >= len(row) or not row[atom.last + 1].text[:1].isalnum()

    def _member(self, draft: Draft, atom: Atom) -> bool:
        """ "anggota NATO, Turki, ...": the state that is a member of a body."""
        within = [body for body in draft.bodies if body.sector is Sector.IGO]
        if not within or draft.heads[0].kind != "bearer" or atom.kind != "country" or not atom.country:
            return False
        ends = self._ends_aside(atom) or self._verb_follows(atom)
        if draft.heads[0].sector is not Sector.CVL or draft.countries or not ends:
            return False
        draft.heads, draft.bodies = [replace(draft.heads[0], kind="organ", sector=Sector.GOV)], []
        draft.countries, draft.last, draft.closed = [atom.country], atom.last, True
        return True

    def _verb_follows(self, atom: Atom) -> bool:
        """Whether the predicate follows at once: "anggota NATO, Turki membeli ..." """
        row, end = self._line.units, atom.last + 1
        return end < len(row) and self._line.sentence.tokens[row[end].token].upos in ("VERB", "AUX")

    def _ends_aside(self, atom: Atom) -> bool:
        """Whether a mark that closes an apposition follows: a bracket, or a comma that goes on with no further name."""
        row, end = self._line.units, atom.last + 1
        if end >= len(row) or row[end].text not in (",", "("):
            return False
        return end + 1 >= len(row) or row[end + 1].folded not in self._words.after.joining

    def _set_off(self, draft: Draft, atom: Atom) -> bool:
        """A name set off behind a group: "media pemerintah Korea Utara, KCNA,", "warga setempat, X (45),"."""
        if draft.heads[0].kind not in ("group", "unit") or draft.bodies or not self._ends_aside(atom):
            return False
        if atom.kind in ("person", "name"):
            return draft.heads[0].sector in _TRADES and draft.take_person(atom)
        if draft.closed:
            return False
        armed = draft.heads[0].sector in _MOVEMENTS and atom.kind == "body"
        if not armed and (atom.actor is None or atom.kind != "organisation" or not _alike(atom.actor, draft)):
            return False
        draft.take_body(atom)
        draft.closed = True
        return True

    def single(self, draft: Draft) -> bool:
        """Whether a phrase means one person, whose name may follow."""
        return draft.heads[0].kind in SINGLE or self._line.units[draft.first].folded in self._words.before.single

    def printed_name(self, draft: Draft, number: int) -> bool:
        """A run of capitalised words after an office is a name, even where the ear has not heard one."""
        if draft.heads[0].kind not in SINGLE and draft.heads[-1].kind not in SINGLE:
            return False
        civil = draft.heads[-1].kind == "unit" and draft.heads[-1].sector is Sector.GOV
        part = civil and self._line.units[number - 1].text[:1].isupper()
        last = number - 1
        local = draft.heads[-1].local
        for end in range(number, min(number + _LONGEST_NAME, len(self._line.units))):
            atom, unit = self._line.at[end], self._line.units[end]
            if atom.kind != "word" or not (
                unit.text[:1].isupper() or (end > number and unit.folded in self._words.reference.particles)
            ):
                break
            if unit.folded in self._words.after.stopping or unit.folded in self._words.after.attributes:
                break  # "Menteri Keamanan Nasional X": still the office
            last = end
        if last < number or self._line.units[last].start == self._line.sentence.start:
            return False
        if self._line.units[number].text.isupper() and len(self._line.units[number].text) <= _LONGEST_SHORT:
            draft.last = number  # "Kepala HAM PBB X"
            return True
        set_off = number == last and self._line.at[last].kind == "word" and self._set_off_name(last + 1)
        if self._goes_on(last + 1) or (local and self._is_name(last + 1)) or set_off or part:
            draft.last = (
                last  # "Kapolres Jayawijaya AKBP X", "Gubernur Kaduna X", "Kepala polisi Noshki, X,", "Dewan Laut"
            )
            return True
        if number == last and self._is_name(last + 1):
            last = self._line.at[last + 1].last  # "Presiden Roch | Marc Christian Kaboré"
        draft.person, draft.last = (number, last), last
        return True

    def group_name(self, draft: Draft, number: int) -> bool:
        """Takes in capitalised words right behind an armed group's noun, its name though nobody has heard it: "milisi
        X", "kelompok bersenjata X"."""
        row, head = self._line.units, draft.heads[-1]
        armed = head.kind == "group" and head.sector in _ARMED and head.word in self._words.reference.body
        if not armed or len(draft.heads) > 1 or row[number - 1].folded != head.word.split()[-1]:
            return False
        peoples, last = self._words.after.peoples, number - 1
        while last + 1 < len(row) and self._line.at[last + 1].kind == "word" and row[last + 1].text[:1].isupper():
            last += 1
        name = row[number : last + 1]
        if not name or any(unit.text in peoples for unit in name) or name[0].folded in self._common:
            return False  # "milisi Syiah", "milisi Senin menyerang X"
        draft.printed_body, draft.last = (number, last), last
        return True

    def _is_name(self, number: int) -> bool:
        return number < len(self._line.units) and self._line.at[number].kind in ("name", "person")

    def _goes_on(self, number: int) -> bool:
        """Whether a further office or organ in capitals or the place of one follows: what is before it is no name."""
        if number >= len(self._line.units) or not self._line.units[number].text[:1].isupper():
            return False
        atom = self._line.at[number]
        return atom.kind == "head" or (atom.kind in _ENDS and self._named_behind(atom.last + 1))

    def _set_off_name(self, number: int) -> bool:
        """Whether a name stands between commas here."""
        row = self._line.units
        if number + 1 >= len(row) or row[number].text != "," or not self._is_name(number + 1):
            return False
        return self._ends_aside(self._line.at[number + 1])

    def _named_behind(self, number: int) -> bool:
        """Whether a personal name follows, behind a comma or none."""
        row = self._line.units
        return self._is_name(number + (number < len(row) and row[number].text == ","))


def _alike(body: Actor, draft: Draft) -> bool:
    """Whether a named body can be the group that a phrase describes."""
    sector = draft.heads[0].sector
    same = body.sector is sector or {body.sector, sector} <= _MOVEMENTS or draft.heads[-1].kind in OPEN
    return same and (not draft.countries or body.country in (None, *draft.countries))
