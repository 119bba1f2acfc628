"""What readers of the store are given of actors, places, contacts and sources: frozen objects."""

from dataclasses import dataclass, field

from saksi.keep.shown import Decision


@dataclass(frozen=True, slots=True)
class ActorRow:
    """An actor in a list."""

    id: str
    name: str | None
    country: str | None
    sector: str | None
    organisation: str | None
    claims: int

    @property
    def label(self) -> str:
        """How it is shown."""
        return self.name or " ".join(filter(None, (self.organisation, self.country, self.sector))) or "?"


@dataclass(frozen=True, slots=True)
class OfficeRow:
    """A text's own words that somebody held an office. of: ISO country or folded organisation; seen: ISO day."""

    actor: str
    label: str
    office: str
    of: str
    seen: str | None
    former: bool
    article: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class ActorView:
    """An actor whole. merged: ids that stand for the same actor."""

    row: ActorRow
    names: tuple[str, ...]
    offices: tuple[OfficeRow, ...]
    merged: tuple[str, ...]
    roles: dict[str, int] = field(default_factory=dict)
    decisions: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place with the number of claims placed there."""

    key: str
    name: str
    country: str | None
    lat: float | None
    lon: float | None
    claims: int


@dataclass(frozen=True, slots=True)
class ContactRow:
    """Two parties in touch. left, right: country codes or actor ids."""

    incident: str
    left: str
    right: str
    left_label: str
    right_label: str
    channel: str
    level: str
    status: str | None
    date: str | None
    day_from: int | None
    place: str | None
    sources: int


@dataclass(frozen=True, slots=True)
class TieRow:
    """How often two parties were in touch at one level."""

    left: str
    right: str
    left_label: str
    right_label: str
    level: str
    times: int


@dataclass(frozen=True, slots=True)
class SourceRow:
    """An outlet or agency. copies: articles of it that share a family with an article of another outlet."""

    outlet: str
    articles: int
    families: int
    copies: int
    agencies: tuple[tuple[str, int], ...] = ()
