"""Incidents whose claimants give different numbers for one and the same thing."""

from sqlalchemy import func, select

from saksi.keep.gather_rows import incidents_by_id
from saksi.keep.shown import IncidentRow
from saksi.keep.tables import incident, ledger
from saksi.keep.view_base import Base


class RivalsView(Base):
    """The part of the view that finds rival figures."""

    def rivals(self, size: int = 20) -> list[IncidentRow]:
        """Incidents with rival figures of one measure, the latest told first; running totals are left out."""
        line = ledger.c
        latest = (line.latest.is_(True), line.running.is_(False), line.claimant != "")
        rival = (func.count(line.claimant.distinct()) > 1, func.min(line.low) != func.max(line.low))
        query = (
            select(line.incident, func.max(line.told).label("told"))
            .join(incident, incident.c.id == line.incident)
            .where(*latest, incident.c.merged_into.is_(None), incident.c.deleted.is_(False))
            .group_by(line.incident, line.measure)
            .having(*rival)
            .order_by(func.max(line.told).desc(), line.incident)
            .limit(size * 2)
        )
        with self.store.reading() as connection:
            ids = list(dict.fromkeys(row.incident for row in connection.execute(query)))[:size]
            found = incidents_by_id(connection, ids)
        return [found[key] for key in ids if key in found]
