"""Clauses behind the head of a phrase for an actor: who backs, leads or appoints somebody, what he is taken for."""

from dataclasses import replace

from saksi.languages.shape_actors import ActorWords
from saksi.model.codes import Sector
from saksi.read.actors_atoms import Atom, Line
from saksi.read.actors_draft import Draft

_NAMES = frozenset({"country", "organisation", "body", "person", "name"})
_REBELS = frozenset({Sector.REB, Sector.UAF})
_AGAINST = frozenset({Sector.REB, Sector.OPP, Sector.UAF})
_LONGEST_CLAUSE = 9
"""Units from "yang" to a pointing word at the end of its clause."""
_FORCES = ("pasukan", "milisi", "pemberontak")
_UNKNOWN = frozenset({Sector.CVL, Sector.UAF})
"""Sectors of people of whom the text goes on to say what they are taken for."""


class Clause:
    """Takes the clauses of one sentence into drafts."""

    def __init__(self, line: Line, words: ActorWords) -> None:
        self._line = line
        self._words = words

    def follow(self, draft: Draft, number: int) -> bool:
        """ "yang didukung Turki", "yang terkait dengan X": who backs a group, not whose it is; number: of "yang"."""
        row, at, after = self._line.units, number + 1, self._words.after
        if at + 1 >= len(row):
            return False
        if row[at].folded in after.appointed:
            return self._appointed(draft, at + 1)
        if row[at].folded in after.tied:
            return self.tied(draft, at)
        if row[at].folded in after.suspected:
            return self._suspected(draft, at + 1)
        if row[at].folded not in after.backed:
            return self._pointing(draft, at)
        at += 1
        if row[at].folded in after.by and at + 1 < len(row):
            at += 1
        leads = row[at - 1].folded in after.leading or row[at - 2].folded in after.leading
        if leads and at + 1 < len(row) and self._line.at[at + 1].kind == "organisation":
            at += self._line.at[at].kind in ("head", "word")  # "yang dipimpin kelompok X"
        atom = self._line.at[at]
        if atom.kind == "word":
            return False
        if leads:
            self.led(draft, atom)
        elif draft.heads[0].sector is Sector.PTY and atom.kind == "country":
            draft.heads[0] = replace(draft.heads[0], sector=Sector.REB)  # "faksi yang didukung Turki"
        draft.last, draft.qualified = atom.last, True
        return True

    def _pointing(self, draft: Draft, first: int) -> bool:
        """ "kelompok yang berbasis di Lebanon itu": one told before; behind a name "itu" belongs to the phrase."""
        row, pointers = self._line.units, self._words.reference.demonstrative
        if draft.plural or draft.countries or draft.bodies or len(draft.heads) > 1:
            return False
        if draft.heads[0].word not in (*self._words.reference.body, *self._words.reference.state, *_FORCES):
            return False
        for number in range(first + 1, min(first + _LONGEST_CLAUSE, len(row))):
            if not row[number].text[0].isalnum():
                return False
            if row[number].folded in pointers:
                named = self._line.at[number - 1].kind in (*_NAMES, "place")
                draft.last, draft.closed = (number, True) if named else (draft.last, draft.closed)
                return named
        return False

    def tied(self, draft: Draft, number: int) -> bool:
        """ "terkait dengan Al-Qaeda": the body that a group is tied to is not the group."""
        at = number + 1
        while at + 1 < len(self._line.units) and self._line.units[at].folded in self._words.after.tying:
            at += 1
        at = self._behind_office(at)
        if at >= len(self._line.units) or self._line.at[at].kind not in _NAMES:
            return False
        other, head = self._line.at[at].actor, draft.heads[0]
        if other is not None and other.sector is not None and head.sector is Sector.UAF:
            draft.heads[0] = replace(head, sector=other.sector)  # friends of rebels are such
        elif other is not None and other.sector in _AGAINST and head.sector is Sector.MIL:
            draft.heads[0] = replace(head, sector=Sector.REB)  # "pasukan yang setia kepada X", a rebel
        draft.last, draft.tied = self._line.at[at].last, True
        return True

    def _behind_office(self, at: int) -> int:
        """The unit of a name behind an office and its country: "Presiden Palestina | X"."""
        row = self._line.at
        while at < len(row) and row[at].kind in ("head", "country") and row[at].last + 1 < len(row):
            if row[row[at].last + 1].kind not in (*_NAMES, "head"):
                break
            at = row[at].last + 1
        return at

    def led(self, draft: Draft, atom: Atom) -> None:
        """ "koalisi pimpinan AS", "pemberontak pimpinan M23" fight for who leads them; "pemerintah pimpinan Hamas" is
        where Hamas is."""
        if draft.heads[-1].sector in _REBELS and atom.kind == "organisation" and atom.actor is not None:
            draft.bodies.append(atom.actor)
        elif draft.heads[-1].sector is Sector.MIL and not draft.countries:
            if atom.kind == "country" and atom.country:
                draft.countries.append(atom.country)
            elif atom.kind == "organisation" and atom.actor is not None:
                draft.bodies.append(atom.actor)
        elif atom.actor is not None:
            draft.located = draft.located or atom.actor.country

    def _suspected(self, draft: Draft, number: int) -> bool:
        """ "28 orang yang diduga anggota geng": they count as what they are taken for."""
        at = number
        while at + 1 < len(self._line.units) and self._line.units[at].folded in self._words.after.being:
            at += 1
        atom = self._line.at[at]
        if len(draft.heads) > 1 or draft.heads[0].sector not in _UNKNOWN:
            return False
        if atom.head is not None and atom.head.kind in ("group", "bearer"):
            draft.heads = [atom.head]
        elif atom.kind == "organisation" and atom.actor is not None:
            draft.take_body(atom)
        else:
            return False
        draft.last = atom.last
        return True

    def _appointed(self, draft: Draft, number: int) -> bool:
        """ "yang diangkat junta Myanmar": who appoints an officer is of the country that he serves."""
        row = self._line.units
        while number + 1 < len(row) and (
            row[number].folded in self._words.after.by or self._line.at[number].kind == "head"
        ):
            number += 1
        atom = self._line.at[number]
        if atom.kind != "country" or not atom.country or draft.countries:
            return False
        draft.countries.append(atom.country)
        draft.last = atom.last
        return True
