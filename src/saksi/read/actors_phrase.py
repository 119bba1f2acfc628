"""Reads a phrase for an actor: words before, head, and what follows it, into a draft that knows no context yet.

"74 tentara pemerintah Suriah", "Menteri Luar Negeri Turki Mevlut Cavusoglu", "juru bicara kelompok pemberontak itu",
"pejuang yang didukung Turki", "para pemimpin Israel dan Palestina", "panglima pasukan PBB di Lebanon".
"""

from saksi.model.codes import Sector
from saksi.read.actors_atoms import Atom, Line
from saksi.read.actors_draft import Draft
from saksi.read.actors_named import SINGLE
from saksi.read.actors_tail import Tail
from saksi.read.actors_topics import FIGHTING
from saksi.read.actors_words import Head, Lexicon

_REBELS = frozenset({Sector.REB, Sector.PRM, Sector.UAF})


class PhraseReader:
    """Reads the phrases of one sentence."""

    def __init__(self, line: Line, lexicon: Lexicon) -> None:
        self._line = line
        self._words = lexicon.words
        self._forms = lexicon.titles.forms
        self._tail = Tail(line, lexicon)

    def read(self, first: int) -> Draft | None:
        """The phrase that starts at a unit; None where no head of one does."""
        start, plural, former = self._before(first)
        if start is None:
            return self._national(first)
        atom = self._line.at[start]
        if atom.head is None:
            return None
        draft = Draft(first, atom.first, atom.last, [atom.head], plural=plural, former=former)
        self._own(draft, atom, atom.head)
        self._tail.follow(draft)
        self._serve(draft)
        behind = draft.last + 1
        draft.harmed = behind < len(self._line.units) and self._line.units[behind].folded in self._words.after.harmed
        return draft

    def _serve(self, draft: Draft) -> None:
        """Takes in for whom a named officer fights: "Jenderal X dari kelompok pemberontak Y"."""
        number = draft.last + 1
        known = draft.person is None or draft.bodies or draft.countries or draft.heads[0].kind != "office"
        if known or number + 1 >= len(self._line.units) or self._line.units[number].folded not in self._words.after.of:
            return
        inner = self.read(number + 1)
        if inner is None or not any(head.sector in _REBELS and head.kind == "group" for head in inner.heads):
            return
        draft.bodies += inner.bodies
        draft.heads += inner.heads
        draft.last = inner.last

    def _national(self, first: int) -> Draft | None:
        """ "seorang Lebanon": one of that country's people; "kaum Alawi": a people."""
        if first + 1 >= len(self._line.units):
            return None
        word, atom = self._line.units[first].folded, self._line.at[first + 1]
        if word in self._words.after.kin and atom.kind == "people":
            return Draft(first, atom.first, atom.last, [Head("group", Sector.CVL, word)], plural=True)
        if word not in self._words.before.single or atom.kind != "country" or not atom.country:
            return None
        return Draft(first, atom.first, atom.last, [Head("group", Sector.CVL, word)], [atom.country])

    def _before(self, first: int) -> tuple[int | None, bool, bool]:
        """The head unit after the words before it, whether these say several, and whether they say former."""
        number, last_head = first, None
        plural = former = False
        while number < len(self._line.units):
            unit, atom = self._line.units[number], self._line.at[number]
            is_head = atom.kind == "head" and atom.first == number
            if is_head:
                last_head = number
            counts = self._counts(number)
            if is_head and not (counts and self._goes_on(atom.last + 1)):
                break
            if not counts:
                break
            former = former or unit.folded in self._forms.former
            plural = plural or (unit.folded not in self._forms.former and unit.folded not in self._words.before.single)
            number += 1
        return last_head, plural, former

    def _counts(self, number: int) -> bool:
        """Whether a word before a head belongs to its phrase: "puluhan", "74", "lebih dari"."""
        before, folded = self._words.before, self._line.units[number].folded
        if folded == before.than:
            return number > 0 and self._line.units[number - 1].folded in before.comparing
        return folded in before.words or folded[:1].isdigit()

    def _goes_on(self, number: int) -> bool:
        return number < len(self._line.units) and self._line.at[number].kind == "head"

    def _own(self, draft: Draft, atom: Atom, head: Head) -> None:
        unit = self._line.units[atom.last]
        ending = self._words.reference.possessive
        behind = self._line.units[atom.last + 1].folded if atom.last + 1 < len(self._line.units) else ""
        leads = head.kind in SINGLE and head.sector is not Sector.CVL  # "pemimpin mereka, X"
        theirs = behind in self._words.reference.group and (head.sector in FIGHTING or leads)  # "pasukan mereka"
        draft.last += theirs and leads
        draft.possessive = theirs or (unit.folded.endswith(ending) and not head.word.endswith(ending))
        draft.plural = draft.plural or "-" in self._line.units[atom.first].text
        quality = head.word.split()[-1]  # "mitra internasionalnya", "sekutu Baratnya"
        draft.abroad = quality in self._words.after.foreign or quality.capitalize() in self._words.blocs
