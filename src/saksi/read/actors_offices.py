"""Who holds the office that a phrase names, as the article or the world tables tell: "Sekjen PBB", "presiden Iran"."""

from saksi.model.actor import Actor
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

    def _held(self, where: str | None, office: str) -> Actor | None:
        """Who holds an office of a country or body, as the article names him or else the world knows."""
        return self._memory.offices.get((where, office)) or self._known(where, office)

    def _known(self, where: str | None, office: str) -> Actor | None:
        held = holder(where, office, self._day)
        return held.actor if held is not None else None


def _office_of_one(draft: Draft) -> str:
    """The office that a phrase names where it means who holds it now, "" for any other phrase."""
    return "" if draft.plural or draft.former or len(draft.heads) > 1 else draft.heads[0].office
