"""Lists across the store: time, contacts, agreements, figures, sources, what waits for review."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import case, func, or_, select

from saksi.keep.filters import Filter, cursor, incidents_where, ordinal
from saksi.keep.gather_rows import (
    claim_query,
    claim_rows,
    decisions,
    incident_rows,
    incidents_by_id,
    label,
    ledger_rows,
)
from saksi.keep.shown import ClaimRow, Decision, IncidentRow, LedgerRow, Page
from saksi.keep.shown_lists import ContactRow, SourceRow
from saksi.keep.tables import actor, article, contact, facet, incident, judgement, ledger
from saksi.keep.view_base import Base
from saksi.model.days import iso

_PERIODS = {"day": 10, "month": 7, "year": 4}


def _contact(row: Any, labels: dict[str, str]) -> ContactRow:
    left, right = labels.get(row.left, row.left), labels.get(row.right, row.right)
    return ContactRow(
        row.incident,
        row.left,
        row.right,
        left,
        right,
        row.channel,
        row.level,
        row.status,
        row.date,
        row.day_from,
        row.place,
        row.sources,
    )


class ListsView(Base):
    """The part of the view that lists."""

    def timeline(self, wanted: Filter | None = None, by: str = "month") -> list[tuple[str, str, int]]:
        """How many incidents lie in each period: period, PLOVER type, number; by: day, month or year."""
        query = select(incident.c.day_from, incident.c.type, func.count()).where(
            *incidents_where(wanted or Filter()), incident.c.day_from.is_not(None)
        )
        found: dict[tuple[str, str], int] = {}
        with self.store.reading() as connection:
            for day, type_, times in connection.execute(query.group_by(incident.c.day_from, incident.c.type)):
                key = ((iso(day) or "")[: _PERIODS[by]], type_)
                found[key] = found.get(key, 0) + times
        return [(*key, times) for key, times in sorted(found.items())]

    def agreements(
        self, wanted: Filter | None = None, *, overdue: bool = False, day: str | None = None
    ) -> list[IncidentRow]:
        """Agreements and promises, the latest first; overdue: those, and talks, whose day passed unkept.

        day: the ISO day on which that is asked, today where left out.
        """
        conditions = incidents_where(wanted or Filter())
        if not (wanted and wanted.kind):
            conditions.append(
                incident.c.kind.in_(("talks", "agreement", "promise") if overdue else ("agreement", "promise"))
            )
        if overdue:
            conditions.append(incident.c.due < (day or datetime.now(UTC).date().isoformat()))
        query = select(incident).where(*conditions).order_by(incident.c.day_from.desc(), incident.c.id).limit(500)
        with self.store.reading() as connection:
            return incident_rows(connection, connection.execute(query).all())

    def contacts(
        self,
        party: str | None = None,
        other: str | None = None,
        since: str | None = None,
        until: str | None = None,
        size: int = 500,
    ) -> list[ContactRow]:
        """Who was in touch with whom, the latest first; party, other: country codes or actor ids."""
        query = select(contact, incident.c.date, incident.c.place, incident.c.sources).join(
            incident, incident.c.id == contact.c.incident
        )
        for side in filter(None, (party, other)):
            query = query.where(or_(contact.c.left == side, contact.c.right == side))
        if since:
            query = query.where(contact.c.day_from >= ordinal(since))
        if until:
            query = query.where(contact.c.day_from <= ordinal(until, last=True))
        with self.store.reading() as connection:
            rows = connection.execute(query.order_by(contact.c.day_from.desc(), contact.c.incident).limit(size)).all()
            keys = {key for row in rows for key in (row.left, row.right)}
            named = connection.execute(
                select(actor.c.id, actor.c.name, actor.c.country, actor.c.sector, actor.c.organisation).where(
                    actor.c.id.in_(sorted(keys))
                )
            ).all()
        labels = {row.id: label(row.name, row.country, row.sector, row.organisation) for row in named}
        return [_contact(row, labels) for row in rows]

    def figures(
        self, wanted: Filter | None = None, measure: str | None = None, after: str | None = None, size: int = 100
    ) -> Page[LedgerRow]:
        """The ledger across incidents, the latest told first."""
        near = select(incident.c.id).where(*incidents_where(wanted or Filter()))
        conditions: list[Any] = [ledger.c.incident.in_(near)]
        if measure:
            conditions.append(ledger.c.measure == measure)
        order = (func.coalesce(ledger.c.told, ""), ledger.c.incident, ledger.c.pos)
        if after:
            told, home, pos = after.split("~")
            conditions.append(
                or_(
                    order[0] < told,
                    (order[0] == told)
                    & ((ledger.c.incident < home) | ((ledger.c.incident == home) & (ledger.c.pos < int(pos)))),
                )
            )
        query = select(ledger).where(*conditions).order_by(*(part.desc() for part in order)).limit(size + 1)
        with self.store.reading() as connection:
            rows = connection.execute(query).all()
        shown = []
        for row in rows[:size]:
            values = {**row._mapping, "claims": tuple(row.claims.split())}
            values.pop("pos")
            shown.append(LedgerRow(**values))
        last = rows[size - 1] if len(rows) > size else None
        return Page(tuple(shown), cursor(last.told or "", last.incident, last.pos) if last else None)

    def ledger(self, home: str) -> list[LedgerRow]:
        """The ledger of one incident."""
        with self.store.reading() as connection:
            return ledger_rows(connection, ledger.c.incident == home)

    def sources(self) -> list[SourceRow]:
        """Outlets with the number of their articles, and how many of them are shared with other outlets."""
        sizes = select(article.c.family, func.count().label("times")).group_by(article.c.family).subquery()
        shared = func.sum(case((sizes.c.times > 1, 1), else_=0))
        query = (
            select(article.c.outlet, func.count(), func.count(article.c.family.distinct()), shared)
            .join(sizes, sizes.c.family == article.c.family)
            .group_by(article.c.outlet)
            .order_by(func.count().desc())
        )
        agencies = select(article.c.outlet, article.c.agency, func.count()).where(article.c.agency.is_not(None))
        with self.store.reading() as connection:
            rows = connection.execute(query).all()
            credited: dict[str | None, list[tuple[str, int]]] = {}
            for outlet, agency, times in connection.execute(agencies.group_by(article.c.outlet, article.c.agency)):
                credited.setdefault(outlet, []).append((agency, times))
        return [
            SourceRow(
                outlet or "",
                times,
                families,
                int(copies or 0),
                tuple(sorted(credited.get(outlet, ()), key=lambda pair: -pair[1])),
            )
            for outlet, times, families, copies in rows
        ]

    def queue(self, after: str | None = None, size: int = 50, kind: str | None = None) -> Page[ClaimRow]:
        """Claims that wait for review, the most doubtful first."""
        order = (func.coalesce(facet.c.score, 1.0), facet.c.n)
        query = claim_query().add_columns(order[0].label("doubt")).where(facet.c.review.is_(None))
        if kind:
            query = query.where(facet.c.kind == kind)
        if after:
            doubt, _, n = after.partition("~")
            query = query.where(or_(order[0] > float(doubt), (order[0] == float(doubt)) & (facet.c.n > int(n))))
        with self.store.reading() as connection:
            rows = connection.execute(query.order_by(*order).limit(size + 1)).all()
            last = rows[size - 1] if len(rows) > size else None
            bare = connection.execute(claim_query().where(facet.c.n.in_([row.n for row in rows[:size]]))).all()
            shown = {row.id: row for row in claim_rows(connection, bare)}
        return Page(tuple(shown[row.claim] for row in rows[:size]), cursor(last.doubt, last.n) if last else None)

    def unsure(self, size: int = 50) -> list[Decision]:
        """Judgements that a person should look at, newest first."""
        with self.store.reading() as connection:
            return decisions(connection, judgement.c.verdict == "unsure", judgement.c.undone_at.is_(None), most=size)

    def history(self, by: str | None = None, size: int = 200) -> list[Decision]:
        """What people decided, newest first; by: one person."""
        person = judgement.c.by == by if by else ~judgement.c.by.startswith("saksi ")
        with self.store.reading() as connection:
            return decisions(connection, person, most=size)

    def gone(self) -> list[tuple[str, str | None]]:
        """Ids of incidents that were merged, with what they were merged into, or deleted."""
        query = select(incident.c.id, incident.c.merged_into).where(
            or_(incident.c.merged_into.is_not(None), incident.c.deleted)
        )
        with self.store.reading() as connection:
            return [(row.id, row.merged_into) for row in connection.execute(query.order_by(incident.c.id))]

    def by_id(self, ids: list[str]) -> dict[str, IncidentRow]:
        """Incidents by id."""
        with self.store.reading() as connection:
            return incidents_by_id(connection, ids)
