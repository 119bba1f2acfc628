"""The first form of the store, written out as it was: later forms of `saksi.keep.tables` do not change it."""

import re
from typing import Any

from alembic import op
from sqlalchemy import BigInteger, Boolean, Column, Float, Index, Integer, LargeBinary, MetaData, Table, Text, text

revision = "s0001"
down_revision = None

# "name type marks": key, filled (not null), unique, zero (by default)
FORM = """
table setting: key text key, value text filled
table article: id text key, version int filled, digest text filled, outlet text, published text, language text, url
    text, title text, agency text, family text filled, claims int filled zero, kept_at text filled, sketch bytes
index article_family: family
index article_outlet: outlet
index article_published: published, id
table version: article text key, n int key, digest text filled, document bytes filled, program text filled, kept_at
    text filled
table claim: id text key, version int key, article text filled, kind text filled, local text filled, data bytes
    filled
index claim_article: article, version
table facet: n serial key, claim text filled unique, version int filled, article text filled, incident text, kind
    text filled, type text filled, status text, day_from int, day_to int, date text, published text, place text,
    place_key text, country text, lat float, lon float, low float, high float, score float, review text, sentence
    text, start int, trace bytes
index facet_article: article
index facet_doubt: review, score, n
index facet_incident: incident
index facet_place: place_key, n
index facet_published: published, n
index facet_type: kind, type, n
table facet_actor: actor text key, n big key, role text key
index facet_actor_n: n
table block: key big key, n big key
index block_n: n
table band: key big key, article text key
index band_article: article
table incident: id text key, n big filled, kind text filled, type text filled, status text, step text, due text,
    date text, day_from int, day_to int, place text, place_key text, country text, lat float, lon float, precision
    text, modes text, contexts text, topics text, grade text, grade_reason text, claims int filled, articles int
    filled, sources int filled, disputes int filled, first_published text, last_published text, updated_at text
    filled, merged_into text, deleted bool filled, reviewed bool filled
index incident_country: country, day_from
index incident_day: day_from, id
index incident_disputes: disputes, n
index incident_grade: grade, n
index incident_kind: kind, type, day_from
index incident_merged: merged_into
index incident_n: n
index incident_place: place_key, day_from
index incident_step: kind, step, due
table incident_actor: actor text key, incident text key, role text key, day_from int
index incident_actor_day: actor, day_from
index incident_actor_incident: incident
table echo: n big key, claim text filled, incident text filled, trace bytes filled
index echo_claim: claim
index echo_incident: incident
table step: incident text key, pos int key, step text filled, date text, told text, claims text filled
table ledger: incident text key, pos int key, measure text filled, claimant text filled, counted text, cause text,
    low float, high float, qualifier text filled, running bool filled, period text, told text, revision int filled,
    latest bool filled, sources int filled, claims text filled
index ledger_measure: measure, told
table contact: incident text key, left text key, right text key, channel text filled, level text filled, status
    text, day_from int
index contact_day: day_from
index contact_left: left, day_from
index contact_right: right, day_from
table actor: id text key, name text, country text, sector text, organisation text, merged_into text, claims int
    filled zero
index actor_claims: claims
table alias: fold text key, actor text key, name text filled, skeleton text filled
index alias_actor: actor
index alias_skeleton: skeleton
table office: id text key, actor text filled, office text filled, of text filled, seen text, former bool filled,
    article text filled, start int filled, end int filled, text text filled
index office_actor: actor, seen
index office_article: article
index office_of: of, office, seen
table judgement: id serial key, about text filled, left text filled, right text, verdict text filled, score float,
    compared text filled, by text filled, at text filled, reason text, undone_by text, undone_at text, undone_reason
    text
index judgement_about: about, verdict, id
index judgement_by: by, id
index judgement_left: left, about
index judgement_reason: reason, about
index judgement_right: right, about
"""

_BIG = BigInteger().with_variant(Integer, "sqlite")
_TYPES: dict[str, Any] = {"big": _BIG, "serial": _BIG, "int": Integer(), "text": Text(), "float": Float(),
                          "bytes": LargeBinary(), "bool": Boolean()}  # fmt: skip


def upgrade() -> None:
    """Makes all tables, and the full-text index in the manner of the database."""
    bind = op.get_bind()
    _metadata().create_all(bind)
    if bind.dialect.name == "sqlite":
        bind.execute(text("CREATE VIRTUAL TABLE search USING fts5(tokens, tokenize='unicode61', detail=none)"))
    else:
        bind.execute(text("CREATE TABLE search (rowid bigint PRIMARY KEY, tokens tsvector NOT NULL)"))
        bind.execute(text("CREATE INDEX search_tokens ON search USING gin (tokens)"))


def _metadata() -> MetaData:
    """The tables and indexes that FORM lists; an index stands after its table."""
    made, table = MetaData(), None
    for line in FORM.strip().replace("\n    ", " ").splitlines():
        what, name, parts = re.split(r":? ", line, maxsplit=2)
        if what == "table":
            table = Table(name, made, *(_column(part.split()) for part in parts.split(", ")))
        elif table is not None:
            Index(name, *(table.c[part] for part in parts.split(", ")))
    return made


def _column(words: list[str]) -> Column[Any]:
    name, kind, *marks = words
    return Column(
        name,
        _TYPES[kind],
        primary_key="key" in marks,
        nullable=not {"key", "filled"} & set(marks),
        unique="unique" in marks or None,
        server_default="0" if "zero" in marks else None,
        autoincrement=kind == "serial" or (False if "key" in marks else "auto"),
    )
