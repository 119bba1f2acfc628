"""How much hangs on each claim, and the queue of review in the order of doubt and weight."""

from alembic import op
from sqlalchemy import Column, Integer, text

revision = "s0005"
down_revision = "s0004"

_WEIGHT = """
UPDATE facet SET weight = CASE WHEN type = 'killed' AND incident IS NOT NULL THEN 1 ELSE 0 END + coalesce((
  SELECT CASE WHEN disputes > 0 THEN 1 ELSE 0 END + CASE WHEN articles >= 2 THEN 1 ELSE 0 END
    + CASE WHEN articles >= 8 THEN 1 ELSE 0 END + CASE WHEN articles >= 32 THEN 1 ELSE 0 END
  FROM incident WHERE incident.id = facet.incident
), 0)
"""
_FIRST = "coalesce(score, 1.0) - weight * 0.1"
_MADE = (
    f"facet_waits ON facet (({_FIRST}), n) WHERE review IS NULL",
    f"facet_waits_kind ON facet (kind, ({_FIRST}), n) WHERE review IS NULL",
)


def upgrade() -> None:
    """Weighs the claims that are kept and rebuilds the indexes of the queue."""
    bind = op.get_bind()
    op.add_column("facet", Column("weight", Integer, nullable=False, server_default="0"))
    for name in ("facet_waits", "facet_waits_kind"):
        bind.exec_driver_sql(f"DROP INDEX {name}")
    bind.execute(text(_WEIGHT))
    for made in _MADE:
        bind.exec_driver_sql(f"CREATE INDEX {made}")
