"""Reads what follows the head of a phrase for an actor: names, countries, further heads, small words and brackets."""

from saksi.model.codes import Sector
from saksi.read.actors_atoms import Atom, Line
from saksi.read.actors_clause import Clause
from saksi.read.actors_draft import Draft
from saksi.read.actors_named import SINGLE, Named
from saksi.read.actors_words import OPEN, Head, Lexicon

_NOMINAL = frozenset({"NOUN", "ADJ", "PROPN", "X", "NUM", "DET"})
_MOST_PLAIN = 3
_LONGEST_BRACKET = 5
_NAMES = ("country", "place", "organisation", "body", "person", "name")
_LEAVES = 4
"""Words from a verb of leaving to who leaves."""
_LONGEST_CHARGE = 6
"""Words from "untuk" to the name of the official who is in charge of what they say."""


class Tail:
    """Takes into drafts what follows their heads in one sentence."""

    def __init__(self, line: Line, lexicon: Lexicon) -> None:
        self._line = line
        self._words = lexicon.words
        self._address = lexicon.titles.forms.address
        self._named = Named(line, lexicon)
        self._clause = Clause(line, lexicon.words)

    def follow(self, draft: Draft) -> None:
        """Takes in what follows the head, step by step."""
        plain = 0
        while draft.last + 1 < len(self._line.units) and draft.person is None and draft.named is None:
            number = draft.last + 1
            atom = self._line.at[number]
            if self._named.ranked(draft, number) or self._named.numbered(draft, number):
                continue
            taken = self._word(draft, number) if atom.kind in ("word", "people", "bloc") else self._atom(draft, atom)
            if taken is None:
                plain += 1
                if plain > _MOST_PLAIN or not self._nominal(number):
                    return
                draft.last = number
            elif not taken:
                return
            if draft.closed and not self._name_follows(draft.last):
                return

    def _name_follows(self, last: int) -> bool:
        number = last + 1
        return number < len(self._line.units) and self._line.at[number].kind in ("name", "person", "word")

    def _belongs(self, last: int) -> bool:
        """Whether "dari" follows: "sumber lain dari militer"."""
        return last + 1 < len(self._line.units) and self._line.units[last + 1].folded in self._words.after.of

    def _atom(self, draft: Draft, atom: Atom) -> bool:
        """Takes in a name, place or further head; False where the phrase ends before it."""
        if atom.kind == "country" and atom.country:
            return self._country(draft, atom)
        if atom.kind == "place":
            draft.take_place(atom)
        elif atom.kind in ("organisation", "body"):
            units = self._line.units
            if draft.bodies and atom.actor is not None and units[atom.first].token == units[draft.last].token:
                draft.joint.append(atom.actor)  # "pasukan PBB-Uni Afrika"
            draft.take_body(atom)
        elif atom.kind in ("person", "name"):
            owned = draft.heads[0].kind == "unit" and bool(draft.bodies)  # "kelompok Fatah | Abbas"
            return not owned and draft.take_person(atom)
        elif atom.head is not None:
            return self._further(draft, atom, atom.head)
        draft.last = atom.last
        return True

    def _country(self, draft: Draft, atom: Atom) -> bool:
        if draft.person is not None or not atom.country:
            return False
        draft.countries.append(atom.country)
        draft.last = atom.last
        while (more := self._joined(draft)) is not None:
            draft.countries.append(more.country or "")
            draft.last = more.last
        return draft.last == atom.last

    def _joined(self, draft: Draft) -> Atom | None:
        """A further country after "dan", a comma or a hyphen where the head belongs to several: "para menteri X dan Y";
        "Menteri Luar Negeri X dan Y" where the tree joins Y to the phrase."""
        number = draft.last + 1
        row = self._line.units
        if number < len(row) and row[number].token == row[draft.last].token and self._line.at[number].kind == "country":
            return self._line.at[number]
        at = number + (number < len(row) and row[number].text == ",")
        at += at < len(row) and row[at].folded in self._words.after.joining
        if at == number or at >= len(row):
            return None
        atom = self._line.at[at]
        if atom.kind != "country" or not atom.country:
            return None
        return atom if draft.plural or self._shares(draft, at) else None

    def _shares(self, draft: Draft, number: int) -> bool:
        token = self._line.sentence.tokens[self._line.units[number].token]
        return token.deprel == "conj" and (
            self._line.units[draft.head].token <= token.head <= self._line.units[draft.last].token
        )

    def _further(self, draft: Draft, atom: Atom, head: Head) -> bool:
        outer = draft.heads[-1]
        if draft.closed or (outer.kind in ("group", "office") and head.kind == "group" and draft.countries):
            return False
        draft.heads.append(head)
        draft.last = atom.last
        ending = self._words.reference.possessive  # "negara anggotanya"
        theirs = self._line.units[atom.last].folded.endswith(ending) and not head.word.endswith(ending)
        draft.possessive = draft.possessive or theirs
        return True

    def _word(self, draft: Draft, number: int) -> bool | None:
        """Takes in a small word and what it governs; None for a word of no kind known here."""
        unit, after = self._line.units[number], self._words.after
        if unit.folded in after.closing:
            draft.last, draft.another = number, unit.folded in after.others
            draft.closed = not (draft.another and self._belongs(number))
            return True
        if unit.text == "(":
            return self._bracket(draft, number)
        if unit.text == ",":
            return self._named.apposed(draft, number)
        if draft.closed:
            return self._named.printed_name(draft, number)
        if unit.folded in self._words.sides.for_ or unit.folded in self._words.sides.against:
            return self._side(draft, number, unit.folded in self._words.sides.for_)
        if unit.folded in (*after.linking, *after.named):
            return self._named.called(draft, number) or self._clause.follow(draft, number)
        if unit.folded in (*after.of, *after.location, *after.led, *after.made):
            return self._governed(draft, number)
        if unit.folded in (*after.towards, *after.tied):
            tied = unit.folded in after.tied
            return self._clause.tied(draft, number) if tied else self._towards(draft, number)
        if self._qualifies(draft, number):
            return True
        if unit.folded in self._address and self._name_follows(number):
            draft.last = number  # "Kolonel Inf X"
            return True
        single = draft.heads[0].kind in SINGLE or draft.heads[-1].kind in SINGLE
        if unit.text[:1].isupper() and single and not self._in_place(number):
            return self._named.printed_name(draft, number)
        return self._named.group_name(draft, number) or (False if unit.folded in after.stopping else None)

    def _qualifies(self, draft: Draft, number: int) -> bool:
        """Takes in a word that says of what kind or part of the world somebody is."""
        unit, kind = self._line.units[number], self._line.at[number].kind
        if "-" in self._line.sentence.tokens[unit.token].text and kind == "word":
            return False  # "baru-baru ini"
        before = self._line.units[number - 1].folded  # "pemimpin regional Afrika Barat"
        behind = self._line.at[number - 1].kind == "head" or before in self._words.after.attributes
        of_states = draft.heads[0].sector is Sector.GOV and behind
        league, last = self._league(number) if of_states else (None, number)
        west = draft.heads[-1].word in self._words.reference.state and unit.text.capitalize() in self._words.blocs
        named = kind in ("people", "bloc") or west
        if league is None and unit.folded not in self._words.after.attributes and not named:
            return False
        draft.league = league or draft.league
        draft.qualified = draft.qualified or kind == "people"
        home = self._words.homes.get(unit.text) if draft.heads[0].sector is Sector.REF else None
        draft.countries += [home] if home and not draft.countries else []
        draft.local = draft.local or unit.folded in self._words.local.attributes
        draft.abroad = draft.abroad or kind == "bloc" or west or unit.folded in self._words.after.foreign
        draft.last = last
        return True

    def _league(self, number: int) -> tuple[str | None, int]:
        """The league of a part of the world of one or two words, and the last of them."""
        row = self._line.units
        two = " ".join(unit.text for unit in row[number : number + 2])
        if two in self._words.leagues:
            return self._words.leagues[two], number + 1
        return self._words.leagues.get(row[number].text), number

    def _in_place(self, number: int) -> bool:
        """Whether a word goes on with the name of a place where somebody is: "di kota Gaza | City"."""
        row, atom = self._line.units, self._line.at[number - 1]
        before = [unit.folded for unit in row[max(0, atom.first - 2) : atom.first]]
        return atom.kind == "place" and any(word in self._words.after.location for word in before)

    def _bracket(self, draft: Draft, number: int) -> bool:
        for end in range(number + 1, min(number + 1 + _LONGEST_BRACKET, len(self._line.units))):
            if self._line.units[end].text == ")":
                inner = self._line.at[number + 1]
                if inner.kind == "country" and not draft.countries and inner.country:
                    draft.countries.append(inner.country)
                if inner.kind == "organisation" and inner.actor and not draft.countries:
                    draft.bodies[-1:] = [inner.actor]  # "badan bantuan PBB (UNRWA)"
                draft.last = end
                return True
        return False

    def _side(self, draft: Draft, number: int, for_: bool) -> bool:
        if number + 1 >= len(self._line.units):
            return False
        atom = self._line.at[number + 1]
        draft.last = max(atom.last, number + 1)
        draft.opposed = draft.opposed or not for_
        draft.sided = atom.country if for_ else draft.sided
        return True

    def _towards(self, draft: Draft, number: int) -> bool:
        """ "untuk X", whatever an official is charged with."""
        charge = self._charge(draft, number + 1)
        of_name = draft.heads[0].kind == "office" and number + 1 < len(self._line.units)
        if charge is None and of_name and self._line.at[number + 1].kind in _NAMES:
            charge = self._line.at[number + 1].last
        draft.last = charge or draft.last
        return charge is not None

    def _governed(self, draft: Draft, number: int) -> bool:
        """ "dari X", "di X", "pimpinan X", "buatan X": what the small word governs, where that is a name."""
        row, after = self._line.units, self._words.after
        if number + 1 >= len(row):
            return False
        word, atom = row[number].folded, self._line.at[number + 1]
        if word in after.of and atom.kind in ("organisation", "body") and draft.heads[0].kind in ("organ", "weapon"):
            return False  # "merebut istana dari RSF"
        if word in after.of and self._leaves(draft):
            return False
        if word in after.of and atom.kind in ("country", "place", "organisation", "body"):
            return self._atom(draft, atom)
        if word in after.of and atom.head is not None:
            return self._from(draft, atom)
        if atom.kind not in (*_NAMES, "head") and not (word in after.led and atom.kind == "people"):
            return False
        if word in after.location and atom.head is not None and atom.head.kind in ("organ", "ministry"):
            return self._further(draft, atom, atom.head)
        if atom.kind == "head":
            return False
        if word in after.location:
            if atom.kind not in ("country", "place") and not self._accredited(draft, atom):
                return False
            draft.take_place(atom)
        if word in after.led:
            self._clause.led(draft, atom)
        draft.last = atom.last
        return True

    def _leaves(self, draft: Draft) -> bool:
        """Whether somebody leaves whence the small word tells: "menarik 500 prajurit dari X"."""
        before = self._line.units[max(0, draft.head - _LEAVES) : draft.head]
        return any(unit.folded in self._words.after.leaving for unit in before)

    def _charge(self, draft: Draft, first: int) -> int | None:
        """The last word of what a named official is for: "utusan China untuk Urusan Eurasia X"; None before no name."""
        if draft.plural or draft.heads[0].kind not in SINGLE:
            return None
        for at in range(first, min(first + _LONGEST_CHARGE, len(self._line.units))):
            if self._line.at[at].kind in ("name", "person"):
                return at - 1 if at > first else None
            if self._line.at[at].kind == "word" and not self._nominal(at):
                return None
        return None

    def _accredited(self, draft: Draft, atom: Atom) -> bool:
        """Whether a named envoy is the one at a body: "utusan Ukraina di PBB X"."""
        return draft.heads[0].kind == "office" and bool(draft.countries) and self._name_follows(atom.last)

    def _from(self, draft: Draft, atom: Atom) -> bool:
        """ "anggota dari kelompok itu" is of that group; "pemberontak dari suku kecil" stays what it is."""
        if atom.head is not None and draft.heads[-1].kind in OPEN:
            return self._further(draft, atom, atom.head)
        draft.last = atom.last
        return True

    def _nominal(self, number: int) -> bool:
        unit = self._line.units[number]
        token = self._line.sentence.tokens[unit.token]
        if not unit.text.isalpha() or token.upos not in _NOMINAL or unit.folded in self._words.after.stopping:
            return False
        return not unit.folded.startswith(self._words.after.verbal)  # the ear may take a verb for a noun
