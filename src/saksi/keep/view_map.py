"""Where incidents lie: one line for each place, so that the map stays small however many articles are kept."""

from dataclasses import dataclass

from sqlalchemy import Integer, func, select

from saksi.keep.filters import Filter, incidents_where
from saksi.keep.search import found_by_words
from saksi.keep.tables import article, facet, incident, judgement
from saksi.keep.view_base import Base
from saksi.model.days import iso


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with its incidents. lat, lon: None where only the country is known, which has no point."""

    key: str
    name: str
    country: str | None
    lat: float | None
    lon: float | None
    precision: str | None
    incidents: int
    disputed: int
    first: str | None
    last: str | None


class MapView(Base):
    """The part of the view that the map shows."""

    def spots(self, wanted: Filter | None = None, size: int = 3000) -> list[Spot]:
        """Places with incidents, those with most first."""
        wanted = wanted or Filter()
        i = incident.c
        columns = (i.place_key, func.max(i.place), i.country, func.max(i.lat), func.max(i.lon), func.max(i.precision))
        told = (func.count(), func.sum((i.disputes > 0).cast(Integer)), func.min(i.day_from), func.max(i.day_from))
        query = select(*columns, *told).where(*incidents_where(wanted), i.place_key.is_not(None))
        with self.store.reading() as connection:
            if wanted.text:
                hits = found_by_words(connection, wanted.text, most=2000)
                query = query.where(i.id.in_(select(facet.c.incident).where(facet.c.n.in_(hits))))
            grouped = query.group_by(i.place_key, i.country).order_by(func.count().desc(), i.place_key).limit(size)
            rows = connection.execute(grouped).all()
        return [_spot(*row) for row in rows]

    def stamp(self) -> str:
        """A mark that changes whenever something is kept, judged or undone."""
        with self.store.reading() as connection:
            parts = (
                select(func.max(facet.c.n)),
                select(func.max(article.c.kept_at)),
                select(func.max(judgement.c.id)),
                select(func.count()).where(judgement.c.undone_at.is_not(None), ~judgement.c.by.startswith("saksi ")),
            )
            return "-".join(str(connection.scalar(part) or 0) for part in parts)


def _spot(
    key: str,
    name: str,
    country: str | None,
    lat: float | None,
    lon: float | None,
    precision: str | None,
    incidents: int,
    disputed: int | None,
    first: int | None,
    last: int | None,
) -> Spot:
    point = precision != "country"
    where = (lat if point else None, lon if point else None)
    return Spot(key, name, country, *where, precision, incidents, int(disputed or 0), iso(first), iso(last))
