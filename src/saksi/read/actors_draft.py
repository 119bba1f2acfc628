"""What the words of a phrase for an actor say, before anything is known of its context."""

from dataclasses import dataclass, field

from saksi.model.actor import Actor
from saksi.model.codes import Sector
from saksi.read.actors_atoms import Atom
from saksi.read.actors_words import Head


@dataclass(slots=True)
class Draft:
    """A phrase [first, last] with head unit; what its words say. heads: outermost first; countries: of its own words;
    joint: bodies that a hyphen ties to one before;
    located: country of a place in it; region: the part of a country that a ministry is of; local: it is of the place
    where the text plays ("setempat"); abroad: of a part of the world ("Eropa"); league: the body of that part; harmed:
    the text says right behind it that they died or were hurt; closed: a word behind says which ("itu"), or (another)
    that it is none told before ("lainnya"); tied: to a body that it is not; qualified: by its people or who backs
    it; person: units of a personal name, or named: a known person."""

    first: int
    head: int
    last: int
    heads: list[Head] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
    located: str | None = None
    region: str | None = None
    local: bool = False
    harmed: bool = False
    bodies: list[Actor] = field(default_factory=list)
    joint: list[Actor] = field(default_factory=list)
    printed_body: tuple[int, int] | None = None
    printed_sector: Sector | None = None
    person: tuple[int, int] | None = None
    named: Actor | None = None
    closed: bool = False
    another: bool = False
    abroad: bool = False
    tied: bool = False
    qualified: bool = False
    league: str | None = None
    possessive: bool = False
    opposed: bool = False
    sided: str | None = None
    plural: bool = False
    former: bool = False

    @property
    def single(self) -> bool:
        """Whether the phrase means one person, named or not: "seorang juru bicara", "menteri itu"."""
        return not self.plural and self.heads[0].kind in ("office", "bearer", "counterpart")

    def take_place(self, atom: Atom) -> None:
        """Takes in a place: the phrase is of its country, a ministry perhaps of the part of a country that it is."""
        self.located = self.located or atom.country
        if self.heads[-1].kind == "ministry" and not self.countries:
            self.region = self.region or atom.region

    def take_person(self, atom: Atom) -> bool:
        """Takes in a personal name; always true."""
        if atom.kind == "person":
            self.named = atom.actor
        self.person = (atom.first, atom.last)
        self.last = atom.last
        return True

    def take_body(self, atom: Atom) -> None:
        """Takes in the name of a body, known or heard."""
        if atom.actor is not None:
            self.bodies.append(atom.actor)
        elif self.printed_body is None:
            self.printed_body, self.printed_sector = (atom.first, atom.last), atom.sector
        self.last = atom.last
