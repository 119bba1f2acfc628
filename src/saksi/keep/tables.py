"""The tables of the store.

Kept for good: article, version, claim (as read), judgement. Worked out from them and rewritten as they grow: facet,
facet_actor, block, band, echo, incident, incident_actor, backlog, step, ledger,
contact, office, actor, alias, search. Ids are texts that never change. The indexes that lists need stand in
`saksi.keep.orders`.
"""

from sqlalchemy import BigInteger, Boolean, Column, Float, Index, Integer, LargeBinary, MetaData, Table, Text

metadata = MetaData()
_serial = BigInteger().with_variant(Integer, "sqlite")

setting = Table("setting", metadata, Column("key", Text, primary_key=True), Column("value", Text, nullable=False))

article = Table(
    "article",
    metadata,
    Column("id", Text, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("digest", Text, nullable=False),
    Column("outlet", Text),
    Column("published", Text),
    Column("language", Text),
    Column("url", Text),
    Column("title", Text),
    Column("agency", Text),
    Column("family", Text, nullable=False),
    Column("claims", Integer, nullable=False, server_default="0"),
    Column("kept_at", Text, nullable=False),
    Column("sketch", LargeBinary),
)

version = Table(
    "version",
    metadata,
    Column("article", Text, primary_key=True),
    Column("n", Integer, primary_key=True),
    Column("digest", Text, nullable=False),
    Column("document", LargeBinary, nullable=False),
    Column("program", Text, nullable=False),
    Column("kept_at", Text, nullable=False),
)

claim = Table(
    "claim",
    metadata,
    Column("id", Text, primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("article", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("local", Text, nullable=False),
    Column("data", LargeBinary, nullable=False),
)
Index("claim_article", claim.c.article, claim.c.version)

facet = Table(
    "facet",
    metadata,
    Column("n", _serial, primary_key=True, autoincrement=True),
    Column("claim", Text, nullable=False, unique=True),
    Column("version", Integer, nullable=False),
    Column("article", Text, nullable=False),
    Column("incident", Text),
    Column("kind", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("status", Text),
    Column("day_from", Integer),
    Column("day_to", Integer),
    Column("date", Text),
    Column("published", Text),
    Column("place", Text),
    Column("place_key", Text),
    Column("country", Text),
    Column("lat", Float),
    Column("lon", Float),
    Column("low", Float),
    Column("high", Float),
    Column("score", Float),
    Column("review", Text),
    Column("weight", Integer, nullable=False, server_default="0"),
    Column("sentence", Text),
    Column("start", Integer),
    Column("trace", LargeBinary),
)
Index("facet_article", facet.c.article)
Index("facet_incident", facet.c.incident, facet.c.kind, facet.c.n, facet.c.review)
Index("facet_place", facet.c.place_key, facet.c.n)

facet_actor = Table(
    "facet_actor",
    metadata,
    Column("actor", Text, primary_key=True),
    Column("n", _serial, primary_key=True),
    Column("role", Text, primary_key=True),
    sqlite_with_rowid=False,
)
Index("facet_actor_n", facet_actor.c.n)

block = Table(
    "block",
    metadata,
    Column("key", BigInteger, primary_key=True),
    Column("n", _serial, primary_key=True),
    sqlite_with_rowid=False,
)
Index("block_n", block.c.n)

band = Table(
    "band",
    metadata,
    Column("key", BigInteger, primary_key=True),
    Column("article", Text, primary_key=True),
    sqlite_with_rowid=False,
)
Index("band_article", band.c.article)

incident = Table(
    "incident",
    metadata,
    Column("id", Text, primary_key=True),
    Column("n", _serial, nullable=False),
    Column("kind", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("status", Text),
    Column("step", Text),
    Column("due", Text),
    Column("date", Text),
    Column("day_from", Integer),
    Column("day_to", Integer),
    Column("place", Text),
    Column("place_key", Text),
    Column("country", Text),
    Column("lat", Float),
    Column("lon", Float),
    Column("precision", Text),
    Column("modes", Text),
    Column("contexts", Text),
    Column("topics", Text),
    Column("grade", Text),
    Column("grade_reason", Text),
    Column("claims", Integer, nullable=False),
    Column("articles", Integer, nullable=False),
    Column("sources", Integer, nullable=False),
    Column("disputes", Integer, nullable=False),
    Column("first_published", Text),
    Column("last_published", Text),
    Column("updated_at", Text, nullable=False),
    Column("merged_into", Text),
    Column("deleted", Boolean, nullable=False),
    Column("reviewed", Boolean, nullable=False),
    Column("rival", Text),
)
Index("incident_n", incident.c.n)

incident_actor = Table(
    "incident_actor",
    metadata,
    Column("actor", Text, primary_key=True),
    Column("incident", Text, primary_key=True),
    Column("role", Text, primary_key=True),
    Column("day_from", Integer),
)
Index("incident_actor_incident", incident_actor.c.incident)
Index("incident_actor_day", incident_actor.c.actor, incident_actor.c.day_from)

echo = Table(
    "echo",
    metadata,
    Column("n", _serial, primary_key=True, autoincrement=False),
    Column("claim", Text, nullable=False),
    Column("incident", Text, nullable=False),
    Column("trace", LargeBinary, nullable=False),
)
Index("echo_incident", echo.c.incident)
Index("echo_claim", echo.c.claim)

backlog = Table(
    "backlog",
    metadata,
    Column("incident", Text, primary_key=True),
    Column("gathered", Integer, nullable=False),
    Column("waiting", Integer, nullable=False),
)

step = Table(
    "step",
    metadata,
    Column("incident", Text, primary_key=True),
    Column("pos", Integer, primary_key=True),
    Column("step", Text, nullable=False),
    Column("date", Text),
    Column("told", Text),
    Column("claims", Text, nullable=False),
)

ledger = Table(
    "ledger",
    metadata,
    Column("incident", Text, primary_key=True),
    Column("pos", Integer, primary_key=True),
    Column("measure", Text, nullable=False),
    Column("claimant", Text, nullable=False),
    Column("counted", Text),
    Column("cause", Text),
    Column("low", Float),
    Column("high", Float),
    Column("qualifier", Text, nullable=False),
    Column("running", Boolean, nullable=False),
    Column("period", Text),
    Column("told", Text),
    Column("revision", Integer, nullable=False),
    Column("latest", Boolean, nullable=False),
    Column("sources", Integer, nullable=False),
    Column("claims", Text, nullable=False),
)

contact = Table(
    "contact",
    metadata,
    Column("incident", Text, primary_key=True),
    Column("left", Text, primary_key=True),
    Column("right", Text, primary_key=True),
    Column("channel", Text, nullable=False),
    Column("level", Text, nullable=False),
    Column("status", Text),
    Column("day_from", Integer),
)
Index("contact_left", contact.c.left, contact.c.day_from)
Index("contact_right", contact.c.right, contact.c.day_from)

actor = Table(
    "actor",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text),
    Column("country", Text),
    Column("sector", Text),
    Column("organisation", Text),
    Column("merged_into", Text),
    Column("claims", Integer, nullable=False, server_default="0"),
)
alias = Table(
    "alias",
    metadata,
    Column("fold", Text, primary_key=True),
    Column("actor", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("skeleton", Text, nullable=False),
)
Index("alias_skeleton", alias.c.skeleton)
Index("alias_actor", alias.c.actor)

office = Table(
    "office",
    metadata,
    Column("id", Text, primary_key=True),
    Column("actor", Text, nullable=False),
    Column("office", Text, nullable=False),
    Column("of", Text, nullable=False),
    Column("seen", Text),
    Column("former", Boolean, nullable=False),
    Column("article", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("text", Text, nullable=False),
)
Index("office_of", office.c.of, office.c.office, office.c.seen)
Index("office_actor", office.c.actor, office.c.seen)
Index("office_article", office.c.article)

judgement = Table(
    "judgement",
    metadata,
    Column("id", _serial, primary_key=True, autoincrement=True),
    Column("about", Text, nullable=False),
    Column("left", Text, nullable=False),
    Column("right", Text),
    Column("verdict", Text, nullable=False),
    Column("score", Float),
    Column("compared", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("reason", Text),
    Column("undone_by", Text),
    Column("undone_at", Text),
    Column("undone_reason", Text),
)
Index("judgement_left", judgement.c.left, judgement.c.about)
Index("judgement_right", judgement.c.right, judgement.c.about)
Index("judgement_reason", judgement.c.reason, judgement.c.about)
Index("judgement_by", judgement.c.by, judgement.c.id)
Index("judgement_about", judgement.c.about, judgement.c.verdict, judgement.c.id)
