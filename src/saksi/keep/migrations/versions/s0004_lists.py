"""Indexes that give lists in their order, incidents with rival figures marked, and the stamp of the record."""

from alembic import op
from sqlalchemy import Column, Text, text

revision = "s0004"
down_revision = "s0003"

_GONE = (
    "article_family", "article_outlet", "article_published", "facet_doubt", "facet_published", "facet_type",
    "incident_country", "incident_day", "incident_disputes", "incident_grade", "incident_kind", "incident_merged",
    "incident_place", "incident_step", "ledger_measure", "contact_day", "actor_claims",
)  # fmt: skip
_DAY = "coalesce(day_from, 0)"
_MADE = (
    "article_newest ON article (coalesce(published, ''), id)",
    "article_kin ON article (family, outlet, published)",
    "article_credit ON article (outlet, agency)",
    "facet_list ON facet (n, kind, type, status, day_from, country, place_key, review, lat, lon, incident, article)",
    "facet_waits ON facet (coalesce(score, 1.0), n) WHERE review IS NULL",
    "facet_waits_kind ON facet (kind, coalesce(score, 1.0), n) WHERE review IS NULL",
    "facet_reviewed ON facet (review, n) WHERE review IS NOT NULL",
    f"incident_list ON incident ({_DAY}, id, day_from, kind, type, status, step, due, country, place_key, "
    '"precision", grade, disputes, reviewed, merged_into, deleted, lat, lon)',
    "incident_place ON incident (place_key, country, merged_into, deleted, day_from, disputes, lat, lon, "
    '"precision", id)',
    f"incident_country ON incident (country, {_DAY}, id)",
    "incident_rival ON incident (rival, id)",
    "incident_merged ON incident (merged_into) WHERE merged_into IS NOT NULL",
    "ledger_told ON ledger (coalesce(told, ''), incident, pos)",
    "ledger_measure ON ledger (measure, coalesce(told, ''), incident, pos)",
    f'contact_list ON contact ({_DAY}, incident, "left", "right")',
    "actor_claims ON actor (claims, id)",
    "judgement_person ON judgement (id) WHERE \"by\" NOT LIKE 'saksi %'",
)
_RIVAL = """
UPDATE incident SET rival = (
  SELECT max(last) FROM (
    SELECT max(coalesce(told, '')) AS last FROM ledger
    WHERE ledger.incident = incident.id AND latest AND NOT running AND claimant <> ''
    GROUP BY measure HAVING count(DISTINCT claimant) > 1 AND count(DISTINCT low) > 1
  ) AS measures
)
"""


def upgrade() -> None:
    """Rebuilds the indexes of lists and works out what later writing marks at once."""
    bind = op.get_bind()
    op.add_column("incident", Column("rival", Text))
    for name in _GONE:
        bind.exec_driver_sql(f"DROP INDEX {name}")
    bind.execute(text(_RIVAL))
    for made in _MADE:
        bind.exec_driver_sql(f"CREATE INDEX {made}".replace("%", "%%" if bind.dialect.name != "sqlite" else "%"))
