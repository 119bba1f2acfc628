"""In which order lists come. Each order has an index of its own, so that a page costs the same in every long list.

The constants are written into the statements: only so does a database see that they are those of the index.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Float, Index, and_, func, literal_column, or_

from saksi.keep.tables import actor, article, contact, facet, incident, judgement, ledger
from saksi.model.errors import SaksiError

ARTICLES = (func.coalesce(article.c.published, literal_column("''")), article.c.id)
INCIDENTS = (func.coalesce(incident.c.day_from, literal_column("0")), incident.c.id)
LEDGER = (func.coalesce(ledger.c.told, literal_column("''")), ledger.c.incident, ledger.c.pos)
RIVALS = (incident.c.rival, incident.c.id)
ACTORS = (actor.c.claims, actor.c.id)
CONTACTS = (
    func.coalesce(contact.c.day_from, literal_column("0")), contact.c.incident, contact.c.left, contact.c.right,
)  # fmt: skip
REVIEW = (
    func.coalesce(facet.c.score, literal_column("1.0")) - facet.c.weight * literal_column("0.1", Float), facet.c.n,
)  # fmt: skip
"""Rising: by how likely a claim was read rightly, less a tenth for each point of its weight (`keep.weights`)."""
BY_PEOPLE = judgement.c.by.not_like(literal_column("'saksi %'"))
"""Judgements of people: the program signs with "saksi " and its version."""

_waits = facet.c.review.is_(None)
_merged = incident.c.merged_into.is_not(None)
_standing = ("day_from", "kind", "type", "status", "step", "due", "country", "place_key", "precision", "grade",
             "disputes", "reviewed", "merged_into", "deleted", "lat", "lon")  # fmt: skip
_placed = ("place_key", "country", "merged_into", "deleted", "day_from", "disputes", "lat", "lon", "precision", "id",
           "kind", "type", "status", "step", "grade", "reviewed")  # fmt: skip
_told = ("kind", "type", "status", "day_from", "country", "place_key", "review", "lat", "lon", "incident", "article")
INDEXES = (
    Index("article_newest", *ARTICLES),
    Index("article_kin", article.c.family, article.c.outlet, article.c.published),
    Index("article_credit", article.c.outlet, article.c.agency),
    Index("facet_list", facet.c.n, *(facet.c[name] for name in _told)),
    Index("facet_waits", *REVIEW, sqlite_where=_waits, postgresql_where=_waits),
    Index("facet_waits_kind", facet.c.kind, *REVIEW, sqlite_where=_waits, postgresql_where=_waits),
    Index("facet_reviewed", facet.c.review, facet.c.n, sqlite_where=~_waits, postgresql_where=~_waits),
    Index("incident_list", *INCIDENTS, *(incident.c[name] for name in _standing)),
    Index("incident_place", *(incident.c[name] for name in _placed)),
    Index("incident_country", incident.c.country, *INCIDENTS),
    Index("incident_rival", *RIVALS),
    Index("incident_merged", incident.c.merged_into, sqlite_where=_merged, postgresql_where=_merged),
    Index("ledger_told", *LEDGER),
    Index("ledger_measure", ledger.c.measure, *LEDGER),
    Index("contact_list", *CONTACTS),
    Index("actor_claims", *ACTORS),
    Index("actor_country", actor.c.country, *ACTORS),
    Index("judgement_person", judgement.c.id, sqlite_where=BY_PEOPLE, postgresql_where=BY_PEOPLE),
)
"""facet_list, incident_list and incident_place hold all that lists are narrowed by: what no other index finds is found
in them, which are a tenth of their tables."""


class CursorError(SaksiError):
    """A cursor that was not given out for this list."""

    def __init__(self, cursor: str) -> None:
        super().__init__(f"{cursor[:40]!r} is not a cursor of this list; take `after` from the page before")


def beyond(order: Sequence[Any], cursor: str | None, *, rising: bool = False) -> list[ColumnElement[bool]]:
    """The condition that a row comes after a cursor in an order of falling (or rising) columns.

    Raises CursorError where the cursor is not one of this order.
    """
    if not cursor:
        return []
    values = [_value(column, part) for column, part in zip(order, _parts(cursor, len(order)), strict=True)]
    after = _past(order[-1], values[-1], rising)
    for column, value in reversed(list(zip(order[:-1], values[:-1], strict=True))):
        after = or_(_past(column, value, rising), and_(column == value, after))
    # Said again for the first column alone, with which the index finds the place where the page begins.
    return [order[0] >= values[0] if rising else order[0] <= values[0], after]


def cursor(*values: Any) -> str:
    """The cursor that stands for a row."""
    return "~".join("" if value is None else str(value) for value in values)


def _past(column: Any, value: Any, rising: bool) -> Any:
    return column > value if rising else column < value


def _parts(cursor: str, size: int) -> list[str]:
    parts = cursor.split("~", size - 1)
    if len(parts) != size:
        raise CursorError(cursor)
    return parts


def _value(column: Any, part: str) -> Any:
    kind = column.type.python_type
    try:
        value = kind(part)
    except ValueError as error:
        raise CursorError(part) from error
    if kind is not str and not -(2**63) <= value < 2**63:
        raise CursorError(part)
    return value
