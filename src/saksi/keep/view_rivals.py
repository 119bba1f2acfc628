"""Incidents whose claimants give different numbers for one and the same thing."""

from sqlalchemy import select

from saksi.keep.filters import LIVE
from saksi.keep.gather_rows import incident_rows
from saksi.keep.orders import RIVALS
from saksi.keep.shown import IncidentRow
from saksi.keep.tables import incident
from saksi.keep.view_base import Base


class RivalsView(Base):
    """The part of the view that finds rival figures."""

    def rivals(self, size: int = 20) -> list[IncidentRow]:
        """Incidents with rival figures of one measure, the latest told first (`keep.rivals`)."""
        query = select(incident).where(*LIVE, incident.c.rival.is_not(None))
        with self.store.reading() as connection:
            found = connection.execute(query.order_by(*(part.desc() for part in RIVALS)).limit(size)).all()
            return incident_rows(connection, found)
