"""Who holds the office that a phrase names, as the article or the world tables tell: "Sekjen PBB", "presiden Iran"."""

from saksi.model.actor import Actor
from saksi.model.codes import Sector
from saksi.read.actors_draft import Draft
from saksi.read.coreference import Memory
from saksi.world.persons import holder
from saksi.world.spelling import fold


class Offices:
    """Finds office holders for the phrases of one article. day: of its publication, ISO 8601."""

    def __init__(self, day: str | None, memory: Memory) -> None:
        self._day = day
        self._memory = memory

    def holder(self, draft: Draft) -> Actor | None:
        """Who held the office of a country on the day of the article: "presiden Iran" where nobody names him."""
        office = _office_of_one(draft)
        return self._known(draft.countries[0], office) if office and len(draft.countries) == 1 else None

    def note(self, draft: Draft, person: Actor) -> None:
        """Notes who speaks for or leads the country or body that a phrase names."""
        if (key := _voice_of(draft)) is not None and not draft.former:
            self._memory.voices[key] = person

    def voice(self, draft: Draft) -> Actor | None:
        """Whom the article named before with the same words: "juru bicara Gedung Putih" after his name."""
        key = _voice_of(draft)
        return self._memory.voices.get(key) if key is not None and not draft.former else None

    def bearer(self, draft: Draft, printed: str, country: str | None) -> Actor | None:
        """Who held the office, where the printed surname is his: "Menteri Luar Negeri Ukraina Dmitry Kuleba"."""
        office = _office_of_one(draft)
        known = self._known(country, office) if office else None
        same = known is not None and fold(known.name or "").split()[-1:] == fold(printed).split()[-1:]
        return known if same else None

    def head(self, draft: Draft) -> Actor | None:
        """Who heads a body, as the article or the world knows: "Sekjen PBB"."""
        office = _office_of_one(draft)
        return self._held(draft.bodies[0].name, office) if office and len(draft.bodies) == 1 else None

    def of(self, draft: Draft, country: str) -> Actor | None:
        """Whom a phrase of several countries means for one of them: "presiden X dan Y"."""
        office = _office_of_one(draft)
        return self._held(country, office) if office else None

    def counterpart(self, country: str) -> Actor | None:
        """Who holds in a country the office of the person named last in the sentence: "mitranya dari AS". Of an office
        that nobody is known to hold there, the person of the country named last, if he is not known by another."""
        owner = next((actor for actor in reversed(self._memory.told) if actor.name), None)
        offices = {person: office for (_, office), person in self._memory.offices.items()}
        same = self._held(country, offices[owner]) if owner in offices else None
        last = self._memory.last_person(country)
        other = last in offices and owner in offices and not {last, owner} <= set(self._memory.leaders)
        return same or (None if other else last)

    def _held(self, where: str | None, office: str) -> Actor | None:
        """Who holds an office of a country or body, as the article names him or else the world knows."""
        return self._memory.offices.get((where, office)) or self._known(where, office)

    def _known(self, where: str | None, office: str) -> Actor | None:
        held = holder(where, office, self._day)
        return held.actor if held is not None else None


def _office_of_one(draft: Draft) -> str:
    """The office that a phrase names where it means who holds it now, "" for any other phrase."""
    return "" if draft.plural or draft.former or len(draft.heads) > 1 else draft.heads[0].office


def _voice_of(draft: Draft) -> tuple[str, str | None] | None:
    """The words and the country or body of a phrase for who heads or speaks for it; None for any other phrase."""
    where = draft.bodies[0].name if draft.bodies else draft.countries[0] if draft.countries else None
    if draft.heads[0].kind != "bearer" or draft.heads[0].sector is not Sector.GOV or where is None:
        return None
    return " ".join(head.portfolio or head.word for head in draft.heads), where
