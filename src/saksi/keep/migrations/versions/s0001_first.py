"""The first form of the store.

Tables are written out by `saksi.keep.tables` as it stood at this step; a later step may only add to or alter them.
"""

from alembic import op
from sqlalchemy import text

from saksi.keep.tables import metadata

revision = "s0001"
down_revision = None


def upgrade() -> None:
    """Makes all tables, and the full-text index in the manner of the database."""
    bind = op.get_bind()
    metadata.create_all(bind)
    if bind.dialect.name == "sqlite":
        bind.execute(text("CREATE VIRTUAL TABLE search USING fts5(tokens, tokenize='unicode61', detail=none)"))
    else:
        bind.execute(text("CREATE TABLE search (rowid bigint PRIMARY KEY, tokens tsvector NOT NULL)"))
        bind.execute(text("CREATE INDEX search_tokens ON search USING gin (tokens)"))
