"""Where incidents lie: one line for each place, so that the map stays small however many articles are kept."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import case, func, select

from saksi.keep.filters import Filter
from saksi.keep.narrow import incidents_near
from saksi.keep.rows import batches
from saksi.keep.tables import incident
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


_MOST = 3000


class MapView(Base):
    """The part of the view that the map shows."""

    def spots(self, wanted: Filter | None = None, size: int = _MOST) -> list[Spot]:
        """Places with incidents, those with most first."""
        if not wanted or wanted == Filter():
            return self.once("spots", lambda: self._spots(Filter(), _MOST))[:size]
        return self._spots(wanted, size)

    def _spots(self, wanted: Filter, size: int) -> list[Spot]:
        i = incident.c
        disputed = func.sum(case((i.disputes > 0, 1), else_=0)).label("disputed")
        told = (func.max(i.lat).label("lat"), func.max(i.lon).label("lon"), func.max(i.precision).label("precision"))
        days = (func.min(i.day_from).label("first"), func.max(i.day_from).label("last"))
        number = func.count().label("incidents")
        query = select(i.place_key.label("key"), i.country, *told, number, disputed, *days, func.max(i.id).label("one"))
        names: dict[str, str] = {}
        with self.store.reading() as connection:
            met = (*incidents_near(connection, wanted), i.place_key.is_not(None))
            grouped = query.where(*met).group_by(i.place_key, i.country).order_by(number.desc(), i.place_key)
            rows = connection.execute(grouped.limit(size)).all()
            for batch in batches(row.one for row in rows):
                names |= dict(connection.execute(select(i.id, i.place).where(i.id.in_(batch))).all())
        return [_spot(row, names[row.one]) for row in rows]

    def span(self, wanted: Filter | None = None) -> tuple[str, str] | None:
        """The first and the last day of incidents, ISO 8601; None where none has a day."""
        day = incident.c.day_from
        with self.store.reading() as connection:
            met = incidents_near(connection, wanted or Filter())
            first, last = connection.execute(select(func.min(day), func.max(day)).where(*met)).one()
        return None if first is None else (iso(first) or "", iso(last) or "")


def _spot(row: Any, name: str) -> Spot:
    lat, lon = (row.lat, row.lon) if row.precision != "country" else (None, None)
    return Spot(
        row.key, name, row.country, lat, lon, row.precision, row.incidents, int(row.disputed or 0), iso(row.first),
        iso(row.last),
    )  # fmt: skip
