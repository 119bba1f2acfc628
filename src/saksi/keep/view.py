"""The store as its readers see it. Every method opens, reads and closes; nothing here writes."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from sqlalchemy import Connection, case, func, select

from saksi.keep.filters import LIVE, Filter
from saksi.keep.gather_rows import (
    article_query,
    article_rows,
    claim_query,
    claim_rows,
    decisions,
    decisions_touching,
    incident_rows,
    incidents_by_id,
    ledger_rows,
    step_rows,
)
from saksi.keep.narrow import articles_near, claims_near, incidents_near
from saksi.keep.orders import ARTICLES, INCIDENTS, beyond, cursor
from saksi.keep.overlay import corrected
from saksi.keep.shelf import decode_claim, decode_leaf
from saksi.keep.shown import (
    ArticleRow,
    ArticleView,
    ClaimRow,
    ClaimView,
    Decision,
    IncidentRow,
    IncidentView,
    LedgerRow,
    Page,
    Range,
)
from saksi.keep.store import Store
from saksi.keep.tables import article, claim, facet, incident, judgement, ledger, version
from saksi.keep.view_actors import ActorsView
from saksi.keep.view_ask import AskView
from saksi.keep.view_lists import ListsView
from saksi.keep.view_map import MapView
from saksi.keep.view_rivals import RivalsView

__all__ = ["Filter", "View"]


class View(ActorsView, AskView, ListsView, MapView, RivalsView):
    """A reader of one store. Lists take a Filter, a cursor (`after`) and a size; they give a Page."""

    def __init__(self, store: Store) -> None:
        super().__init__(store)

    def counts(self) -> dict[str, int]:
        """How many articles, sources, claims, incidents, disputes and overdue promises the store holds."""
        today = datetime.now(UTC).date().isoformat()
        day, found = self.once("counts", lambda: (today, self._counts(today)))
        return found if day == today else self._counts(today)

    def _counts(self, today: str) -> dict[str, int]:
        live = select(
            func.count().label("incidents"),
            func.sum(case((incident.c.disputes > 0, 1), else_=0)).label("disputed"),
            func.sum(case((incident.c.due < today, 1), else_=0)).label("overdue"),
        ).where(*LIVE)
        with self.store.reading() as connection:
            found = {
                "articles": connection.scalar(select(func.count()).select_from(article)),
                "sources": connection.scalar(select(func.count(article.c.family.distinct()))),
                "claims": connection.scalar(select(func.count()).select_from(facet)),
                **connection.execute(live).one()._mapping,
            }
        return {name: int(number or 0) for name, number in found.items()}

    def articles(self, wanted: Filter | None = None, after: str | None = None, size: int = 50) -> Page[ArticleRow]:
        """Articles, the newest published first. since, until: of publication; text: of title or claims."""
        query = article_query().where(*beyond(ARTICLES, after)).order_by(*(part.desc() for part in ARTICLES))
        with self.store.reading() as connection:
            rows = connection.execute(query.where(*articles_near(connection, wanted or Filter())).limit(size + 1)).all()
            shown = article_rows(connection, rows[:size])
        last = shown[-1] if len(rows) > size else None
        return Page(tuple(shown), cursor(last.published, last.id) if last else None)

    def article(self, article_id: str, number: int | None = None) -> ArticleView | None:
        """An article with its claims, of its newest version or another; None where it is not in the store."""
        with self.store.reading() as connection:
            row = connection.execute(article_query().where(article.c.id == article_id)).first()
            if row is None:
                return None
            wanted = number or row.version
            raw = connection.scalar(
                select(version.c.document).where(version.c.article == article_id, version.c.n == wanted)
            )
            if raw is None:
                return None
            leaf = decode_leaf(raw)
            versions = connection.execute(select(version.c.n, version.c.kept_at).where(version.c.article == article_id))
            kin = connection.execute(article_query().where(article.c.family == row.family).limit(200)).all()
            about = decisions_touching(connection, [article_id], judgement.c.about == "copy")
            return ArticleView(
                article_rows(connection, [row])[0],
                leaf.document,
                leaf.places,
                leaf.times,
                leaf.related,
                tuple(_claims_of(connection, article_id, wanted)),
                tuple(sorted((n, at) for n, at in versions)),
                tuple(article_rows(connection, kin)),
                tuple(about),
            )

    def claims(self, wanted: Filter | None = None, after: str | None = None, size: int = 50) -> Page[ClaimRow]:
        """Claims, the last kept first."""
        order = (facet.c.n,)
        with self.store.reading() as connection:
            met = claims_near(connection, wanted or Filter())
            query = select(facet.c.n).where(*met, *beyond(order, after)).order_by(facet.c.n.desc()).limit(size + 1)
            numbers = connection.scalars(query).all()
            rows = connection.execute(claim_query().where(facet.c.n.in_(numbers[:size]))).all()
            shown = claim_rows(connection, sorted(rows, key=lambda row: -int(row.n)))
        return Page(tuple(shown), cursor(numbers[size - 1]) if len(numbers) > size else None)

    def every_claim(self, wanted: Filter | None = None, size: int = 500) -> Iterator[ClaimRow]:
        """All claims that meet the filter, page after page."""
        after: str | None = None
        while True:
            page = self.claims(wanted, after, size)
            yield from page.items
            after = page.after
            if after is None:
                return

    def claim(self, claim_id: str) -> ClaimView | None:
        """A claim with what was decided about it; None where it is not in the store, or not in its stored article."""
        with self.store.reading() as connection:
            row = connection.execute(
                claim_query().add_columns(facet.c.version).where(facet.c.claim == claim_id)
            ).first()
            if row is None:
                return None
            told = _claims_of(connection, row.article, row.version)
            return next((one for one in told if one.row.id == claim_id), None)

    def incidents(self, wanted: Filter | None = None, after: str | None = None, size: int = 50) -> Page[IncidentRow]:
        """Incidents, talks, agreements and promises, the latest day first."""
        with self.store.reading() as connection:
            met = [*incidents_near(connection, wanted or Filter()), *beyond(INCIDENTS, after)]
            query = select(incident).where(*met).order_by(*(part.desc() for part in INCIDENTS))
            rows = connection.execute(query.limit(size + 1)).all()
            shown = incident_rows(connection, rows[:size])
        last = shown[-1] if len(rows) > size else None
        return Page(tuple(shown), cursor(last.day_from or 0, last.id) if last else None)

    def every_incident(self, wanted: Filter | None = None, size: int = 500) -> Iterator[IncidentRow]:
        """All incidents that meet the filter, page after page."""
        after: str | None = None
        while True:
            page = self.incidents(wanted, after, size)
            yield from page.items
            after = page.after
            if after is None:
                return

    def incident(self, incident_id: str) -> IncidentView | None:
        """An incident whole; of a merged one, that into which it was merged."""
        with self.store.reading() as connection:
            row = incidents_by_id(connection, [incident_id]).get(incident_id)
            if row and row.merged_into:
                row = incidents_by_id(connection, [row.merged_into]).get(row.merged_into)
            if row is None:
                return None
            found = connection.execute(
                claim_query().where(facet.c.incident == row.id).order_by(facet.c.n).limit(1000)
            ).all()
            claims = claim_rows(connection, found)
            lines = ledger_rows(connection, ledger.c.incident == row.id)
            ids = [one.id for one in claims]
            about = decisions(connection, judgement.c.about.in_(("incident", "split")), judgement.c.left.in_(ids[:900]))
            about += decisions_touching(connection, [row.id], judgement.c.about.in_(("merge", "split")))
            clashes = decisions(
                connection,
                judgement.c.about == "dispute",
                judgement.c.reason == row.id,
                judgement.c.undone_at.is_(None),
            )
            return IncidentView(
                row,
                tuple(claims),
                tuple(lines),
                tuple(ranges(lines)),
                tuple(step_rows(connection, row.id)),
                tuple(clashes),
                tuple(_sources(connection, claims)),
                tuple(about),
            )

    def decisions_on(self, thing: str) -> list[Decision]:
        """Every judgement in which a claim, incident, article or actor is a side, newest first."""
        with self.store.reading() as connection:
            return decisions_touching(connection, [thing])

    def find(self, thing: str) -> str | None:
        """What an id names: claim, incident, actor or article; None where it names nothing."""
        with self.store.reading() as connection:
            for name, column in (("claim", facet.c.claim), ("incident", incident.c.id), ("article", article.c.id)):
                if connection.scalar(select(column).where(column == thing)):
                    return name
        return "actor" if self.actor(thing) else None


def ranges(ledger: Sequence[LedgerRow]) -> list[Range]:
    """For each measure the range over independent claimants' latest numbers, running totals apart."""
    found = []
    for measure in dict.fromkeys(row.measure for row in ledger):
        latest = [row for row in ledger if row.measure == measure and row.latest and not row.running]
        if latest:
            highs = [row.high for row in latest]
            high = None if None in highs else max(value for value in highs if value is not None)
            found.append(
                Range(measure, min(row.low or 0 for row in latest), high, len({row.claimant for row in latest}))
            )
    return found


def _claims_of(connection: Connection, article_id: str, number: int) -> list[ClaimView]:
    """The claims of a version with their rows; of an older version those that still stand."""
    raw = connection.execute(
        select(claim.c.id, claim.c.kind, claim.c.data).where(claim.c.article == article_id, claim.c.version == number)
    ).all()
    query = claim_query().where(facet.c.article == article_id).order_by(facet.c.n)
    shown = {row.id: row for row in claim_rows(connection, connection.execute(query).all())}
    ids = [row.id for row in raw]
    told: dict[str, list[Decision]] = {}
    for one in decisions(connection, judgement.c.left.in_(ids), judgement.c.about != "dispute", most=2000):
        told.setdefault(one.left, []).append(one)
    read = {row.id: decode_claim(row.kind, row.data) for row in raw}
    return [
        ClaimView(shown[key], read[key], corrected(read[key], told.get(key, [])), number, tuple(told.get(key, ())))
        for key in shown
        if key in read
    ]


def _sources(connection: Connection, claims: list[ClaimRow]) -> list[tuple[ArticleRow, ...]]:
    families: dict[str, list[ArticleRow]] = {}
    ids = list(dict.fromkeys(one.article for one in claims))[:900]
    for row in article_rows(connection, connection.execute(article_query().where(article.c.id.in_(ids))).all()):
        families.setdefault(row.family, []).append(row)
    return [tuple(sorted(rows, key=lambda row: (row.published or "", row.id))) for rows in families.values()]
