"""Accounts, sessions, tokens and the audit log of the reading room."""

from alembic import op

from saksi.keep.tables_people import people

revision = "s0002"
down_revision = "s0001"


def upgrade() -> None:
    """Makes the tables of accounts."""
    people.create_all(op.get_bind())
