"""Incidents with rival figures marked by the one rule for them; actors by country."""

from itertools import groupby

from alembic import op
from sqlalchemy import text

from saksi.keep.rivals import rivals

revision = "s0007"
down_revision = "s0006"

_SEVERAL = """
SELECT incident, measure, running, latest, claimant, counted, low, high, told FROM ledger
WHERE incident IN (SELECT incident FROM ledger GROUP BY incident HAVING count(DISTINCT claimant) > 1) ORDER BY incident
"""
_MARK = text("UPDATE incident SET rival = :day WHERE id = :home")


def upgrade() -> None:
    """Marks incidents anew; their ledgers stay as they are."""
    bind = op.get_bind()
    bind.execute(text("UPDATE incident SET rival = NULL WHERE rival IS NOT NULL"))
    lines = bind.execute(text(_SEVERAL)).all()
    told = {home: rivals(group) for home, group in groupby(lines, key=lambda line: line.incident)}
    marks = [{"home": home, "day": max(one.told or "" for one in found)} for home, found in told.items() if found]
    if marks:
        bind.execute(_MARK, marks)
    bind.exec_driver_sql("CREATE INDEX actor_country ON actor (country, claims, id)")
