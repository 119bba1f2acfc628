"""Keys of neighbours that lie together in time, in tables of one tree each.

What is found under the old keys has to be entered anew; `saksi.collection.rekey` does so before the next article.
"""

from alembic import op
from sqlalchemy import text

revision = "s0003"
down_revision = "s0002"

_ONE_TREE = (
    (
        "facet_actor",
        "CREATE TABLE facet_actor (actor TEXT NOT NULL, n INTEGER NOT NULL, role TEXT NOT NULL, "
        "PRIMARY KEY (actor, n, role)) WITHOUT ROWID",
        "CREATE INDEX facet_actor_n ON facet_actor (n)",
    ),
    (
        "block",
        "CREATE TABLE block (key BIGINT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (key, n)) WITHOUT ROWID",
        "CREATE INDEX block_n ON block (n)",
    ),
    (
        "band",
        "CREATE TABLE band (key BIGINT NOT NULL, article TEXT NOT NULL, PRIMARY KEY (key, article)) WITHOUT ROWID",
        "CREATE INDEX band_article ON band (article)",
    ),
)


def upgrade() -> None:
    """Rebuilds the tables where SQLite kept them twice, empties the keys, and notes that they are to be made anew."""
    bind = op.get_bind()
    bind.execute(text("DELETE FROM block"))
    bind.execute(text("DELETE FROM band"))
    if bind.dialect.name == "sqlite":
        for name, table, index in _ONE_TREE:
            bind.execute(text(f"ALTER TABLE {name} RENAME TO former"))
            bind.execute(text(f"DROP INDEX {name}_{'article' if name == 'band' else 'n'}"))
            bind.execute(text(table))
            bind.execute(text(f"INSERT INTO {name} SELECT * FROM former"))  # noqa: S608 - our own names
            bind.execute(text("DROP TABLE former"))
            bind.execute(text(index))
    bind.execute(text("INSERT INTO setting (key, value) VALUES ('keys', 'stale')"))
