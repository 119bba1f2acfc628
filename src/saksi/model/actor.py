"""Who acts, suffers, speaks or is counted."""

from dataclasses import dataclass

from saksi.model.codes import Sector


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, organ, organisation, armed group or generic group.

    name: English name (Wikidata's label), None for a generic group or a state acting as such.
    country: ISO 3166-1 alpha-3, None where there is none or it is not known.
    organisation: for a person of an armed group or international body, that body's English name.
    """

    name: str | None = None
    country: str | None = None
    sector: Sector | None = None
    organisation: str | None = None

    @classmethod
    def state(cls, country: str) -> "Actor":
        """A country acting as a state."""
        return cls(None, country, Sector.GOV)
