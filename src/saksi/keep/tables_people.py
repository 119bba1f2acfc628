"""The tables of accounts: who may read, review and administer, and what they did with it."""

from sqlalchemy import BigInteger, Column, Index, Integer, MetaData, Table, Text

people = MetaData()
_serial = BigInteger().with_variant(Integer, "sqlite")

account = Table(
    "account",
    people,
    Column("name", Text, primary_key=True),
    Column("role", Text, nullable=False),
    Column("hash", Text, nullable=False),
    Column("made_at", Text, nullable=False),
    Column("closed_at", Text),
)
session = Table(
    "session",
    people,
    Column("digest", Text, primary_key=True),
    Column("account", Text, nullable=False),
    Column("ends_at", Text, nullable=False),
)
Index("session_account", session.c.account)
token = Table(
    "token",
    people,
    Column("digest", Text, primary_key=True),
    Column("account", Text, nullable=False),
    Column("scopes", Text, nullable=False),
    Column("made_at", Text, nullable=False),
    Column("withdrawn_at", Text),
)
audit = Table(
    "audit",
    people,
    Column("id", _serial, primary_key=True, autoincrement=True),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("act", Text, nullable=False),
    Column("thing", Text, nullable=False),
    Column("address", Text, nullable=False),
)
Index("audit_act", audit.c.act, audit.c.at)
