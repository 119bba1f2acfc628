"""Incidents of many claims may wait to be gathered; what merges moved is noted in one way; wider indexes."""

import json

from alembic import op
from sqlalchemy import Column, Connection, Integer, Text, text

revision = "s0006"
down_revision = "s0005"

_MADE = (
    "facet_incident ON facet (incident, kind, n, review)",
    "incident_place ON incident (place_key, country, merged_into, deleted, day_from, disputes, lat, lon, "
    '"precision", id, kind, type, status, step, grade, reviewed)',
)


def upgrade() -> None:
    """Adds the empty table, which an incident enters when it is gathered next, and writes merges and indexes anew."""
    bind = op.get_bind()
    op.create_table(
        "backlog",
        Column("incident", Text, primary_key=True),
        Column("gathered", Integer, nullable=False),
        Column("waiting", Integer, nullable=False),
    )
    _list_claims(bind)
    for made in _MADE:
        bind.exec_driver_sql(f"DROP INDEX {made.split()[0]}")
        bind.exec_driver_sql(f"CREATE INDEX {made}")


def _list_claims(bind: Connection) -> None:
    """The claims that a merge moved as a JSON list, in place of words with spaces between."""
    rows = bind.execute(text("SELECT id, compared FROM judgement WHERE about = 'merge'")).all()
    for number, compared in rows:
        values = json.loads(compared)
        for value in values:
            if value["field"] == "claims":
                value["right"] = json.dumps((value["right"] or "").split(), separators=(",", ":"))
        told = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
        bind.execute(text("UPDATE judgement SET compared = :told WHERE id = :id"), {"told": told, "id": number})
