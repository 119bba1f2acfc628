"""Alembic's entry: runs the steps on the connection that the store hands over."""

from alembic import context
from sqlalchemy import Connection

from saksi.keep.tables import metadata


def run(connection: Connection) -> None:
    """All steps in one transaction."""
    context.configure(connection=connection, target_metadata=metadata, transaction_per_migration=False)
    with context.begin_transaction():
        context.run_migrations()


# Outside of a migration the module is only imported, by tests and tools, and has nothing to run on.
if hasattr(context, "_proxy") and context._proxy is not None:
    run(context.config.attributes["connection"])
