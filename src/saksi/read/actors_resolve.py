"""Turns drafts of phrases into actors: by their own words, then by what was named before, then by where it plays."""

from saksi.model.actor import Actor
from saksi.model.codes import Sector
from saksi.read.actors_atoms import Line
from saksi.read.actors_draft import Draft
from saksi.read.actors_home import ARMED, OFFICIAL, Home
from saksi.read.actors_offices import Offices
from saksi.read.actors_owned import FACTIONS, Owned, is_made
from saksi.read.actors_words import OPEN, Head, Lexicon
from saksi.read.coreference import Memory
from saksi.world.countries import countries
from saksi.world.organisations import body_called
from saksi.world.persons import like, offices_of

_SPECIFIC = frozenset({Sector.REB, Sector.PRM, Sector.COP})
"""Sectors that a further head gives to troops: "pasukan milisi", "personel kepolisian"."""
_OFFICES = frozenset({*OFFICIAL, Sector.REB, Sector.REL, Sector.PTY, Sector.OPP, Sector.IGO, Sector.PRM})
"""Sectors of persons who are no lawyers or relatives by trade."""
_PEOPLE = frozenset({Sector.CVL, Sector.JRN, Sector.MED, Sector.EDU, Sector.REF, Sector.LAB})
"""Sectors of nouns that mean people, though a body may be called by them."""
_TRADES = frozenset({Sector.JRN, Sector.MED, Sector.EDU})
"""Sectors of people whose noun says what one of them is: "wartawan itu", not "warga itu"."""
_REBELS = frozenset({Sector.REB, Sector.PRM})
_PARTISAN = frozenset({Sector.PTY, Sector.OPP})
"""Sectors that supporters share."""
_OWN_KIND = frozenset({Sector.JRN, Sector.NGO, Sector.BUS})
"""Sectors whose heads refer to a body of that sector alone: "stasiun televisi itu", "perusahaan itu"."""


class Resolver:
    """Resolves the drafts of an article in the order of its text. here: the country it is about.

    day: of its publication, ISO 8601.
    """

    def __init__(self, text: str, day: str | None, memory: Memory, here: str | None, lexicon: Lexicon) -> None:
        self._text = text
        self._offices = Offices(day, memory)
        self._address = lexicon.titles.forms.address
        self._reference = lexicon.words.reference
        self._owned = Owned(memory, lexicon.words.reference)
        self._peace = lexicon.words.peace
        self._before = lexicon.words.before
        self._home = Home(memory, here, lexicon)
        self.memory = memory
        self.here = here

    def enter(self, line: Line) -> None:
        """Notes where a sentence plays."""
        self._home.enter(line)

    def resolve(self, line: Line, draft: Draft) -> tuple[tuple[Actor, ...], str]:
        """The actors that a draft means and the rule that found them."""
        self._owned.settle(line, draft)
        if draft.closed and not draft.another and len(draft.heads) > 1 and not draft.bodies and not draft.countries:
            body = self.memory.last_body() if draft.heads[-1].word in self._reference.body else None
            draft.bodies += [body] if body is not None else []  # "ketua misi itu"
        if draft.person is not None or draft.named is not None:
            return self._of_person(line, draft)
        if draft.league and not draft.countries and not draft.bodies and self._means_all(draft):
            return (Actor(draft.league, None, Sector.IGO),), "actor.league"
        if (voice := self._offices.voice(draft)) is not None and not self._any_of_them(line, draft):
            return (voice,), "reference.noun"
        if (head := self._offices.head(draft)) is not None:
            return (head,), "actor.holder"
        if draft.countries and self._is_member(draft):
            return tuple(map(Actor.state, draft.countries)), "actor.state"
        if draft.countries and is_made(line, draft, self._before.making):
            return tuple(map(Actor.state, draft.countries)), "actor.state"
        if draft.bodies and (found := self._of_body(draft)) is not None:
            return (found, *draft.joint), "actor.body"
        if draft.printed_body is not None and (draft.heads[0].kind in OPEN or self._is_armed_body(line, draft)):
            printed = self.printed(line, *draft.printed_body)
            sector = draft.printed_sector or self._sector(draft)
            return (Actor(printed, self._home.of(draft), sector),), "actor.printed"
        if len(draft.countries) > 1:
            return tuple(self._one_of(draft, country) for country in draft.countries), "actor.several"
        return self._of_words(draft)

    def known(self, printed: str) -> Actor | None:
        """The person that a printed name means, in the article or in the world; words of address do not count."""
        name = self._unaddressed(printed)
        return self.memory.called(name) or like(name)

    def _unaddressed(self, printed: str) -> str:
        words = printed.split()
        while len(words) > 1 and words[0].lower() in self._address:
            words = words[1:]
        return " ".join(words)

    def printed(self, line: Line, first: int, last: int) -> str:
        """The words of units as the text has them."""
        return self._text[line.units[first].start : line.units[last].end]

    def _of_person(self, line: Line, draft: Draft) -> tuple[tuple[Actor, ...], str]:
        outer = draft.heads[0]
        printed = self.printed(line, *draft.person) if draft.person else ""
        actor = (self.memory.namesake(printed, draft.named) if draft.named else None) or self.known(printed)
        own = draft.countries[0] if draft.countries else None
        relation = outer.kind == "office" and outer.sector is Sector.CVL and not self._set_off(line, draft)
        if relation and actor is not None and actor.sector in _OFFICES:
            return (Actor(None, actor.country, Sector.CVL),), "actor.led"  # "pengacara X", who is not X
        force = outer.word.split()[0] in self._before.collective  # "pasukan loyalis Presiden X"
        ruler = actor is not None and actor.sector in _OFFICES
        against = outer.sector is Sector.OPP and ruler  # "penentang Presiden X", who is not X
        several = outer.kind == "group" and (draft.plural or force or against)
        if outer.kind in ("organ", "follower", "supporter", "unit", "weapon", "craft") or several:
            if outer.kind == "unit" and actor is not None and actor.organisation:
                return (Actor(actor.organisation, actor.country, actor.sector),), "actor.led"
            country = own or (actor.country if actor else None) or self._home.context(draft)
            if actor is not None and ruler:
                self.memory.person(actor, printed or actor.name or "")
            return (Actor(None, country, self._sector(draft, actor)),), "actor.led"
        if actor is not None and self._is_namesake(draft, actor, own):
            actor = None
        if actor is None:
            actor = self._new_person(draft, printed, own)
        elif actor.sector is None:  # named before without an office
            actor = self._new_person(draft, actor.name or printed, own)
        self.memory.person(actor, printed or actor.name or "", outer.office or outer.word, former=draft.former)
        self._offices.note(draft, actor)
        return (actor,), "actor.office"

    def _is_namesake(self, draft: Draft, actor: Actor, own: str | None) -> bool:
        """Whether a known person of that name is another: of another country, or who never held the office there."""
        if draft.former:
            return False
        if own is not None:
            return actor.country not in (own, None)
        held, office = offices_of(actor.name), draft.heads[0].office
        elsewhere = actor.country not in (self.here, None) and actor not in self.memory.whole
        return elsewhere and bool(held) and bool(office) and office not in held

    def _set_off(self, line: Line, draft: Draft) -> bool:
        """Whether a comma sets the person off from what he is: "X, adik presiden", "adik presiden, X"."""
        first = draft.person[0] if draft.person else 0
        return draft.person is not None and (first < draft.head or (first > 0 and line.units[first - 1].text == ","))

    def _is_armed_body(self, line: Line, draft: Draft) -> bool:
        """Whether a phrase gives the name of an armed group: "kelompok militan X", "geng X"."""
        head, first = draft.heads[0], draft.printed_body[0] if draft.printed_body else 0
        beside = first > 0 and line.units[first - 1].folded in {head.word.split()[-1], draft.heads[-1].word.split()[-1]}
        whole = head.word in self._reference.body and (" " in head.word or beside)
        return head.sector in {*ARMED, Sector.CRM} and (whole or (beside and head.sector is Sector.CRM))

    def _any_of_them(self, line: Line, draft: Draft) -> bool:
        """Whether a phrase means one of several: "seorang juru bicara"."""
        return draft.plural or line.units[draft.first].folded in self._before.single

    def _is_member(self, draft: Draft) -> bool:
        """Whether a phrase names a state by what it is a member of: "anggota NATO Turki", not "dua anggota UNIFIL"."""
        member = draft.heads[0].word == self._reference.member and draft.first == draft.head
        return member and len(draft.heads) == 1 and bool(draft.bodies) and draft.bodies[0].sector is Sector.IGO

    def _means_all(self, draft: Draft) -> bool:
        """Whether a phrase means the states or leaders of a part of the world, not one of them."""
        return not draft.closed and (draft.plural or draft.heads[0].word in self._reference.state)

    def _new_person(self, draft: Draft, printed: str, own: str | None) -> Actor:
        printed = self._unaddressed(printed)
        body = draft.bodies[-1] if draft.bodies else self._owned.boss(draft)
        sector = self._sector(draft)
        if body is not None and body.sector in FACTIONS and own is None:
            country = body.country if body.sector is not Sector.IGO else None
            return Actor(printed, country, body.sector, body.name)
        country = own or (body.country if body else None) or draft.located or self._home.of_officer(draft, printed)
        return self._offices.bearer(draft, printed, country) or Actor(printed, country, sector)

    def _of_body(self, draft: Draft) -> Actor | None:
        """A named body that the head belongs to: "pejuang Hizbullah", "juru bicara Kremlin", "pasukan PBB"."""
        body, outer = draft.bodies[0], draft.heads[0]
        if outer.kind == "organ" and outer.sector is Sector.GOV and draft.countries:
            return Actor(None, draft.countries[0], Sector.GOV)
        if outer.kind == "organ" and body.country in draft.countries:
            return body  # "dinas keamanan Ukraina SBU"
        if outer.kind == "ministry" or (outer.sector in OFFICIAL and body.country and body.sector in OFFICIAL):
            return body if outer.kind in ("bearer", "group") else Actor(None, body.country, outer.sector)
        if outer.kind == "organ" and outer.sector is Sector.GOV and body.country and body.sector is not Sector.REB:
            return Actor(None, body.country, Sector.GOV)
        return body

    def _of_words(self, draft: Draft) -> tuple[tuple[Actor, ...], str]:
        sector = self._sector(draft)
        known = None if draft.another or (draft.tied and not draft.closed) else self._referred(draft)
        if known is not None:
            return (known,), "reference.noun"
        country = self._home.of(draft)
        ministry = next((head.portfolio for head in draft.heads if head.portfolio), None)
        if ministry and country and country in countries():
            name = f"{ministry} of {draft.region or countries()[country].name}"
            return (body_called(name) or Actor(name, country, Sector.GOV),), "actor.ministry"
        held = self._offices.holder(draft)
        if held is not None:
            return (held,), "actor.holder"
        if sector is Sector.IGO:  # of no country, but where its own words name one: "mediator Mesir"
            body = self._one_of(draft, draft.countries[0]) if draft.countries else Actor(None, None, sector)
            return (body,), "actor.composed"
        return (Actor(None, country, sector),), "actor.composed"

    def _one_of(self, draft: Draft, country: str) -> Actor:
        """Whom a phrase of several countries means for one of them."""
        sector = self._sector(draft)
        return self._offices.of(draft, country) or Actor(None, country, Sector.GOV if sector is Sector.IGO else sector)

    def _referred(self, draft: Draft) -> Actor | None:
        """What a phrase without a name refers to: an office holder, a leader, a body named before."""
        outer, country = draft.heads[0], draft.countries[0] if draft.countries else None
        if (owner := self._owned.by(draft)) is not None:
            return owner
        whole = outer.kind in ("organ", "unit") and outer.word in self._reference.body and draft.first == draft.last
        again = self.memory.unnamed.get(outer.word) or self.memory.again.get(outer.word)
        if (draft.closed or whole) and not draft.countries and again is not None and _alike(outer, again):
            return again
        if outer.word in self._peace.heads and not draft.countries:
            return self.memory.sender(self._peace.senders)
        if outer.kind == "counterpart":
            return self._offices.counterpart(country) if country else None
        if outer.sector in ARMED and outer.kind == "group" and not draft.countries and draft.sided is None:
            return self._armed(draft, outer)
        if draft.plural or draft.former:
            return self._called_so(outer, country, former=True) if draft.closed and not draft.plural else None
        if outer.word in self._reference.monitor and not draft.countries:
            return self.memory.only_body(outer.sector)  # "kelompok pemantau", whose name may follow later
        if outer.kind == "office":
            return self._officer(draft, outer, country)
        trade = outer.sector in _TRADES and draft.closed and len(draft.heads) == 1
        if trade and (person := self._called_so(outer, country)) is not None:
            return person  # "wartawan Mesir itu"
        if outer.kind == "bearer" and draft.closed and country and len(draft.heads) == 1:
            return self.memory.last_person(country)
        if outer.word in self._reference.body and draft.closed and not country:
            return self._body_again(draft, outer)
        return None

    def _body_again(self, draft: Draft, head: Head) -> Actor | None:
        """The body named last, behind "badan itu"; the armed one behind "aliansi pemberontak itu"."""
        inner = draft.heads[-1]
        if len(draft.heads) > 1:
            armed = inner.sector in (*ARMED, Sector.CRM) and inner.kind == "group"
            return self.memory.last_body(inner.sector) if armed else None
        return self.memory.last_body(head.sector if head.sector in _OWN_KIND else None)

    def _officer(self, draft: Draft, head: Head, country: str | None) -> Actor | None:
        """The person named with an office, or behind "jenderal itu" the official named last."""
        if len(draft.heads) == 1 and (person := self._called_so(head, country, former=draft.closed)) is not None:
            return person
        last = self.memory.last_person(country) if draft.closed else None
        return last if last is not None and last.sector in OFFICIAL else None

    def _called_so(self, head: Head, country: str | None, *, former: bool = True) -> Actor | None:
        """The person named last with an office or a trade, of a country where one is given; former: or who held it."""
        for (where, office), person in reversed(self.memory.offices.items()):
            same = office == (head.office or head.word) and country in (None, where)
            if same and person.sector == head.sector and (former or person not in self.memory.former):
                return person
        return None

    def _armed(self, draft: Draft, head: Head) -> Actor | None:
        """The armed body named last, for "para pemberontak itu", or for any rebels where it is at home."""
        body = self.memory.last_body(head.sector)
        if body is None and draft.closed and head.sector in _REBELS:
            return next((one for one in reversed(self.memory.groups) if one.sector in ARMED), None)
        if body is None or len(draft.heads) > 1 or draft.former:
            return None
        militia = head.sector is Sector.PRM and body.sector is not Sector.PRM
        any_of = head.sector is Sector.UAF or draft.qualified or militia
        known = not any_of and body.country is not None and body.country == self.here
        return body if draft.closed or known else None  # "orang bersenjata" may be anybody

    def _sector(self, draft: Draft, leader: Actor | None = None) -> Sector | None:
        """The outermost head that has a side of its own; rebels on a government's side are paramilitaries. Supporters
        of a party or of its leader are of it."""
        heads = draft.heads
        if heads[0].kind == "supporter":
            owner = self.memory.latest if draft.possessive else leader
            whose = (*(head.sector for head in heads[1:]), owner.sector if owner else None)
            return next((sector for sector in whose if sector in _PARTISAN), heads[0].sector)
        own = next((head for head in heads if head.kind not in OPEN), None)
        if own is None:
            return draft.bodies[-1].sector if draft.bodies else heads[-1].sector
        if own.sector is Sector.GOV and own.kind == "group":
            inner = next((head for head in heads if head.sector is not Sector.GOV and head.kind not in OPEN), None)
            own = inner or own
        if own.kind == "office":  # "pejabat separatis"
            own = next((head for head in heads if head.sector in ARMED and head.kind == "group"), own)
        if own.sector is Sector.MIL and own.kind == "group":
            own = next((head for head in heads if head.sector in _SPECIFIC), own)
        if own.sector is Sector.REB and draft.sided is not None:
            return Sector.PRM
        return own.sector


def _alike(head: Head, body: Actor) -> bool:
    """Whether a noun can mean a body of whose name it is a word: "wartawan itu" are not Reporters Without Borders."""
    return head.sector not in _PEOPLE or body.sector in _PEOPLE
