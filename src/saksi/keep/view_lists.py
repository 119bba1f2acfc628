"""Lists across the store: time, contacts, agreements, figures, sources, what waits for review."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, case, exists, func, or_, select

from saksi.keep.filters import Condition, Filter, FilterError, printed_where
from saksi.keep.gather_rows import (
    claim_query,
    claim_rows,
    decisions,
    incident_rows,
    incidents_by_id,
    label,
    ledger_line,
    ledger_rows,
)
from saksi.keep.narrow import claims_near, incidents_near, ways_to_incidents
from saksi.keep.orders import BY_PEOPLE, CONTACTS, INCIDENTS, LEDGER, REVIEW, beyond, cursor
from saksi.keep.rows import batches
from saksi.keep.shown import ClaimRow, Decision, IncidentRow, LedgerRow, Page
from saksi.keep.shown_lists import ContactRow, SourceRow, TieRow
from saksi.keep.tables import actor, article, contact, facet, incident, judgement, ledger
from saksi.keep.view_base import Base
from saksi.model.days import iso

PROCESSES = ("talks", "agreement", "promise")
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


def _between(party: str | None, other: str | None, channel: str | None, level: str | None) -> list[Condition]:
    """The conditions on contacts."""
    found = [or_(contact.c.left == side, contact.c.right == side) for side in (party, other) if side]
    return found + [
        column == value for column, value in ((contact.c.channel, channel), (contact.c.level, level)) if value
    ]


def _labels(connection: Connection, rows: Sequence[Any]) -> dict[str, str]:
    """What the actors among the parties are called."""
    found: dict[str, str] = {}
    named = (actor.c.id, actor.c.name, actor.c.country, actor.c.sector, actor.c.organisation)
    for batch in batches(sorted({key for row in rows for key in (row.left, row.right)})):
        for row in connection.execute(select(*named).where(actor.c.id.in_(batch))):
            found[row.id] = label(row.name, row.country, row.sector, row.organisation)
    return found


class ListsView(Base):
    """The part of the view that lists."""

    def timeline(self, wanted: Filter | None = None, by: str = "month") -> list[tuple[str, str, int]]:
        """How many incidents lie in each period: period, PLOVER type, number; by: day, month or year."""
        if not wanted or wanted == Filter():
            return self.once(f"timeline {by}", lambda: self._timeline(Filter(), by))
        return self._timeline(wanted, by)

    def _timeline(self, wanted: Filter, by: str) -> list[tuple[str, str, int]]:
        query = select(incident.c.day_from, incident.c.type, func.count()).where(incident.c.day_from.is_not(None))
        found: dict[tuple[str, str], int] = {}
        with self.store.reading() as connection:
            met = incidents_near(connection, wanted)
            for day, type_, times in connection.execute(
                query.where(*met).group_by(incident.c.day_from, incident.c.type)
            ):
                key = ((iso(day) or "")[: _PERIODS[by]], type_)
                found[key] = found.get(key, 0) + times
        return [(*key, times) for key, times in sorted(found.items())]

    def number(self, wanted: Filter | None = None) -> int:
        """How many incidents, talks, agreements and promises meet the filter."""
        wanted = wanted or Filter()
        with self.store.reading() as connection:
            met = incidents_near(connection, wanted)
            met += [incident.c.id.in_(way) for way in ways_to_incidents(wanted)]
            return connection.scalar(select(func.count()).select_from(incident).where(*met)) or 0

    def processes(
        self,
        wanted: Filter | None = None,
        after: str | None = None,
        size: int = 500,
        *,
        kinds: Sequence[str] = PROCESSES,
        overdue: bool = False,
        day: str | None = None,
    ) -> Page[IncidentRow]:
        """Talks, agreements and promises, the latest first; overdue: those whose day passed unkept.

        day: the ISO day on which that is asked, today where left out.
        """
        met = [*beyond(INCIDENTS, after), incident.c.kind.in_(kinds)]
        if overdue:
            met.append(incident.c.due < (day or datetime.now(UTC).date().isoformat()))
        query = select(incident).where(*met).order_by(*(part.desc() for part in INCIDENTS)).limit(size + 1)
        with self.store.reading() as connection:
            rows = connection.execute(query.where(*incidents_near(connection, wanted or Filter()))).all()
            shown = incident_rows(connection, rows[:size])
        last = shown[-1] if len(rows) > size else None
        return Page(tuple(shown), cursor(last.day_from or 0, last.id) if last else None)

    def contacts(
        self,
        party: str | None = None,
        other: str | None = None,
        wanted: Filter | None = None,
        after: str | None = None,
        size: int = 500,
        *,
        channel: str | None = None,
        level: str | None = None,
    ) -> Page[ContactRow]:
        """Who was in touch with whom, the latest first; party, other: country codes or actor ids.

        wanted: what must hold for the incident that tells of it; channel, level: how they talked, and who.
        """
        query = select(contact, incident.c.date, incident.c.place, incident.c.sources)
        query = query.join(incident, incident.c.id == contact.c.incident)
        query = query.where(*_between(party, other, channel, level), *beyond(CONTACTS, after))
        with self.store.reading() as connection:
            met = incidents_near(connection, wanted) if wanted and wanted != Filter() else ()
            ordered = query.where(*met).order_by(*(part.desc() for part in CONTACTS))
            rows = connection.execute(ordered.limit(size + 1)).all()
            labels = _labels(connection, rows)
        last = rows[size - 1] if len(rows) > size else None
        mark = cursor(last.day_from or 0, last.incident, last.left, last.right) if last else None
        return Page(tuple(_contact(row, labels) for row in rows[:size]), mark)

    def ties(
        self,
        party: str | None = None,
        other: str | None = None,
        wanted: Filter | None = None,
        size: int = 500,
        *,
        channel: str | None = None,
        level: str | None = None,
    ) -> list[TieRow]:
        """How often any two parties were in touch, by level, those most in touch first; the same filters."""
        sides, times = (contact.c.left, contact.c.right, contact.c.level), func.count().label("times")
        query = select(*sides, times).where(*_between(party, other, channel, level))
        with self.store.reading() as connection:
            if wanted and wanted != Filter():
                query = query.join(incident, incident.c.id == contact.c.incident)
                query = query.where(*incidents_near(connection, wanted))
            rows = connection.execute(query.group_by(*sides).order_by(times.desc(), *sides).limit(size)).all()
            labels = _labels(connection, rows)
        return [
            TieRow(row.left, row.right, labels.get(row.left, row.left), labels.get(row.right, row.right), row.level,
                   row.times)
            for row in rows
        ]  # fmt: skip

    def figures(
        self, wanted: Filter | None = None, measure: str | None = None, after: str | None = None, size: int = 100
    ) -> Page[LedgerRow]:
        """The ledger across incidents, the latest told first."""
        query = select(ledger).where(*beyond(LEDGER, after)).order_by(*(part.desc() for part in LEDGER))
        if measure:
            query = query.where(ledger.c.measure == measure)
        with self.store.reading() as connection:
            if wanted and wanted != Filter():  # an incident that was merged or left has no lines
                met = incidents_near(connection, wanted)
                query = query.where(exists(select(1).where(incident.c.id == ledger.c.incident, *met)))
            rows = connection.execute(query.limit(size + 1)).all()
        last = rows[size - 1] if len(rows) > size else None
        mark = cursor(last.told, last.incident, last.pos) if last else None
        return Page(tuple(ledger_line(row) for row in rows[:size]), mark)

    def ledger(self, home: str) -> list[LedgerRow]:
        """The ledger of one incident."""
        with self.store.reading() as connection:
            return ledger_rows(connection, ledger.c.incident == home)

    def sources(self, wanted: Filter | None = None) -> list[SourceRow]:
        """Outlets with the number of their articles, and how many of them are shared with others.

        wanted: outlet and days of publication of the articles that count. Raises FilterError for anything else.
        """
        wanted = wanted or Filter()
        if replace(wanted, outlet=None, since=None, until=None) != Filter():
            raise FilterError("sources are narrowed by outlet, since and until only; leave the other filters out")
        return self._sources(wanted) if wanted != Filter() else self.once("sources", lambda: self._sources(Filter()))

    def _sources(self, wanted: Filter) -> list[SourceRow]:
        sizes = func.count().over(partition_by=article.c.family).label("size")
        kin = select(article.c.outlet, article.c.published, article.c.family, sizes).subquery()
        shared = func.sum(case((kin.c.size > 1, 1), else_=0))
        numbers = (kin.c.outlet, func.count(), func.count(kin.c.family.distinct()), shared)
        query = select(*numbers).where(*printed_where(kin.c, wanted)).group_by(kin.c.outlet)
        agencies = select(article.c.outlet, article.c.agency, func.count()).where(article.c.agency.is_not(None))
        agencies = agencies.where(*printed_where(article.c, wanted)).group_by(article.c.outlet, article.c.agency)
        credited: dict[str | None, list[tuple[str, int]]] = {}
        with self.store.reading() as connection:
            rows = connection.execute(query.order_by(func.count().desc(), kin.c.outlet)).all()
            for outlet, agency, times in connection.execute(agencies):
                credited.setdefault(outlet, []).append((agency, times))
        return [
            SourceRow(
                outlet or "", times, families, int(copies or 0),
                tuple(sorted(credited.get(outlet, ()), key=lambda pair: -pair[1])),
            )
            for outlet, times, families, copies in rows
        ]  # fmt: skip

    def queue(self, after: str | None = None, size: int = 50, wanted: Filter | None = None) -> Page[ClaimRow]:
        """Claims that wait for review, by doubt and weight (`orders.REVIEW`)."""
        query = select(facet.c.n, REVIEW[0].label("first")).where(facet.c.review.is_(None))
        query = query.where(*beyond(REVIEW, after, rising=True)).order_by(*REVIEW).limit(size + 1)
        with self.store.reading() as connection:
            rows = connection.execute(query.where(*claims_near(connection, wanted or Filter()))).all()
            bare = connection.execute(claim_query().where(facet.c.n.in_([row.n for row in rows[:size]]))).all()
            order = {row.n: place for place, row in enumerate(rows)}
            shown = claim_rows(connection, sorted(bare, key=lambda row: order[row.n]))
        last = rows[size - 1] if len(rows) > size else None
        return Page(tuple(shown), cursor(last.first, last.n) if last else None)

    def unsure(self, size: int = 50) -> list[Decision]:
        """Judgements that a person should look at, newest first."""
        with self.store.reading() as connection:
            return decisions(connection, judgement.c.verdict == "unsure", judgement.c.undone_at.is_(None), most=size)

    def history(
        self, by: str | None = None, after: str | None = None, size: int = 200, wanted: Filter | None = None
    ) -> Page[Decision]:
        """What people decided, newest first; by: one person; wanted: the claims that it must be about."""
        met = [judgement.c.by == by if by else BY_PEOPLE, *beyond((judgement.c.id,), after)]
        with self.store.reading() as connection:
            if wanted and wanted != Filter():
                near = claims_near(connection, wanted)
                met.append(exists(select(1).where(facet.c.claim == judgement.c.left, *near)))
            found = decisions(connection, *met, most=size + 1)
        return Page(tuple(found[:size]), cursor(found[size - 1].id) if len(found) > size else None)

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
