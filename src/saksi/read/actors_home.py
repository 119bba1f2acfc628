"""The country of a group: that of its own words, of its like before it, of the scene or of the article."""

from collections.abc import Sequence

from saksi.model.codes import Sector
from saksi.read.actors_atoms import Atom, Line
from saksi.read.actors_draft import Draft
from saksi.read.actors_words import OPEN, Lexicon
from saksi.read.coreference import Memory
from saksi.world.phrases import Unit

OFFICIAL = frozenset({Sector.GOV, Sector.MIL, Sector.COP, Sector.JUD, Sector.LEG, Sector.SPY})
ARMED = frozenset({Sector.REB, Sector.PRM, Sector.UAF})
_OWN = 3
"""Words before a country among which the attack stands that is its own."""
_LANDS = frozenset({"country", "place"})
_AIM = 4
"""Words before a country among which there is what is made on it: "serangan udara Israel terhadap Lebanon"."""
_LIKE = frozenset({"group", "organ", "office", "bearer"})
"""Kinds of heads that share the country of their like: officers that of their troops."""
_RIVALS = ARMED | {Sector.OPP, Sector.PTY}
_PEOPLE = frozenset({Sector.CVL, Sector.REF, Sector.MED, Sector.EDU, Sector.SOC})
"""Sectors of people who are of the country where their sentence plays."""


class Home:
    """Finds the countries of the groups of one article, in the order of its text. here: the country it is about."""

    def __init__(self, memory: Memory, here: str | None, lexicon: Lexicon) -> None:
        self._memory = memory
        self._here = here
        words, self._around, self._striking = lexicon.words, lexicon.around, lexicon.striking
        self._reference = words.reference
        self._citizens = words.citizens
        self._location = words.after.location
        self._peace = words.peace.heads
        self._houses = words.reference.houses
        self._armies = words.armies
        self._scene: str | None = None
        self._stage: str | None = None
        self._told: str | None = None
        self._teller: str | None = None
        self._scenes: set[str] = set()
        self._attackers: set[str | None] = set()
        self._joining = words.after.joining
        self._opened: dict[int, str] = {}
        self._units: Sequence[Unit] = ()

    def enter(self, line: Line) -> None:
        """Notes where a sentence plays: the one country that it names as a place ("di Somalia", "di Sana'a"), and which
        of its phrases say first where they are ("di Jerman, kementerian luar negeri"). The stage is the country of the
        town or region named last, in it or in the one before it; the teller the only country that it names, if
        something happened there before."""
        row = self._units = line.units
        self._opened = {
            atom.last + 2: atom.country
            for number, atom in enumerate(line.at)
            if atom.country is not None and atom.first == number and number and row[number - 1].folded in self._location
            and atom.last + 1 < len(row) and row[atom.last + 1].text == ","
        }  # fmt: skip
        spots = [
            atom.country
            for number, atom in enumerate(line.at)
            if atom.country is not None and atom.first == number and not atom.seat
            and (self._is_struck(line, atom) if atom.acting else atom.kind == "place" or self._is_within(line, atom))
        ]  # fmt: skip
        self._scene = spots[0] if len(set(spots)) == 1 else None
        told = {atom.country for atom in line.at if atom.country and atom.kind in _LANDS}
        self._teller = told.pop() if len(told) == 1 and told <= self._scenes else None
        self._scenes |= set(spots)
        self._attackers = {atom.country for atom in line.at if self._strikes(line, atom)}
        towns = [
            atom.country for atom in line.at if atom.kind == "place" and atom.country and not (atom.acting or atom.seat)
        ]
        self._stage, self._told = (towns[-1] if towns else self._told), (towns[-1] if towns else None)

    def _is_within(self, line: Line, atom: Atom) -> bool:
        """Whether a country is named as a place: "di Somalia", "di wilayah Somalia", or what is done is done to it."""
        return not self._location.isdisjoint(self._before(line, atom)[-1:]) or self._is_struck(line, atom)

    def _before(self, line: Line, atom: Atom) -> list[str]:
        """The words before a name but for words of area right before it."""
        words = [unit.folded for unit in line.units[: atom.first]]
        while words and words[-1] in self._around.areas:
            words.pop()
        return words[-1 - _AIM :]

    def _is_struck(self, line: Line, atom: Atom) -> bool:
        """Whether an attack is made on a country: "serangan Israel ke Lebanon", "menyerang Lebanon"."""
        before = self._before(line, atom)
        if atom.kind != "country" or not before:
            return False
        strike = before[-1] in self._around.aims and not self._around.strikes.isdisjoint(before)
        return strike or before[-1] in self._striking

    def _strikes(self, line: Line, atom: Atom) -> bool:
        """Whether an attack is told to be a state's: "serangan udara balasan Israel"."""
        before = [unit.folded for unit in line.units[max(atom.first - _OWN, 0) : atom.first]]
        aimed = not {*self._around.aims, *self._location}.isdisjoint(before)
        return atom.kind == "country" and not aimed and not self._around.strikes.isdisjoint(before)

    def of(self, draft: Draft) -> str | None:
        """The country of a phrase, None for one of no country."""
        own = self._citizens.get(draft.heads[-1].word)
        if own is not None or draft.countries:
            abroad = draft.located is not None and draft.heads[0].word in self._houses
            return own or (draft.located if abroad else draft.countries[0])  # "Rumah Sakit Indonesia di Gaza"
        if draft.heads[-1].word in self._reference.state and self._memory.states and not draft.abroad:
            if draft.possessive and len(draft.heads) == 1:
                speaker = next((actor.country for actor in self._memory.told if actor.country), None)
                return speaker or self._memory.owner or self._memory.states[-1]
            return self._memory.states[-1]
        if draft.sided and draft.heads[0].sector in ARMED:
            return draft.located or draft.sided
        if draft.abroad or draft.league or draft.heads[0].word in self._peace:
            return None  # "pejabat Eropa", "pekerja asing", "pasukan penjaga perdamaian di Kongo"
        if draft.possessive and self._memory.owner:
            return self._memory.owner  # "pasukannya dari Irak", "duta besarnya di Moskow"
        if draft.heads[0].sector is Sector.NGO and not (draft.possessive or draft.local or draft.heads[0].local):
            return draft.located  # "organisasi bantuan" work in many countries
        owned = self._memory.owner if draft.possessive else None  # "kedutaannya di Washington"
        return owned or draft.located or self.context(draft)

    def context(self, draft: Draft) -> str | None:
        """The country of a group that names none; soldiers in a land that another state's army holds are of that."""
        country = self._opened.get(draft.first) or self._context(draft)
        soldiers = draft.heads[0].word in self._armies.words
        return self._armies.holding.get(country or "", country) if soldiers else country

    def of_officer(self, draft: Draft, name: str) -> str | None:
        """The country of somebody with an office that the text leaves open; where another holds it there, the one named
        last of the others: "Presiden Hollande mengunjungi Mali dan bertemu Presiden Traore"."""
        country = self.context(draft)
        holder = self._memory.offices.get((country, draft.heads[0].office))
        if holder is None or draft.former or holder.name == name:
            return country
        return next((code for code in reversed(self._memory.states) if code != country), country)

    def _rivalled(self, draft: Draft) -> str | None:
        """The country of the government or force named right before "and": "pemerintah Suriah dan oposisi"."""
        joined = draft.first > 1 and self._units[draft.first - 1].folded in self._joining
        last = self._memory.mentions[-1] if self._memory.mentions else None
        if not joined or last is None or last.span.end != self._units[draft.first - 2].end:
            return None
        return last.actors[0].country if last.actors[0].sector in OFFICIAL else None

    def _of_victims(self) -> str | None:
        """The country of those who fell: of the scene, of the state that tells of them ("Pakistan mengatakan 26 orang
        tewas"), of the stage or of the article, not of the state whose attack it was."""
        known = [country for country in (self._scene, self._teller, self._stage, self._here) if country]
        return next((country for country in known if country not in self._attackers), next(iter(known), None))

    def _context(self, draft: Draft) -> str | None:
        """The country of a group that names none: that of the same word before it ("tentara Mali ... tentara"), of its
        like, of the article. A government is that of the article: officials of many are quoted in one. Who is local is
        of the country of the place told of last: "kata gubernur", "polisi setempat"; so are victims of an attack."""
        inner = (head for head in draft.heads if head.kind not in OPEN and head.sector is not Sector.GOV)
        head = next(inner, draft.heads[0])
        if draft.possessive and self._memory.owner:
            return self._memory.owner
        if head.sector in _RIVALS and (beside := self._rivalled(draft)):
            return beside
        if (draft.local or head.local) and (stage := self._scene or self._stage):
            return stage
        if head.word in self._reference.roaming:
            return None  # the crew of a ship
        before = self._memory.heads.get(head.portfolio or head.word)
        if before is not None and head.sector in OFFICIAL:
            return before
        if draft.harmed and head.kind == "group" and head.sector not in OFFICIAL:
            return self._of_victims()
        like = head.kind in _LIKE and head.sector in OFFICIAL and head.sector is not Sector.GOV
        if head.sector in _PEOPLE:
            return self._scene or self._here
        roaming = head.sector in ARMED or head.sector is Sector.CRM
        here = (self._scene or self._stage or self._here) if roaming else self._here
        return self._memory.sectors.get(head.sector, here) if like else here
