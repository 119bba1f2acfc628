"""Verifies a store: spans still give their text, nothing hangs loose, no article is lost."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, exists, func, select, text

from saksi.keep.shelf import decode_claim, decode_leaf
from saksi.keep.store import Store
from saksi.keep.tables import (
    actor,
    article,
    claim,
    facet,
    facet_actor,
    incident,
    ledger,
    office,
    step,
    version,
)
from saksi.model.ids import digest


@dataclass(frozen=True, slots=True)
class Found:
    """What a check came to: how much was looked at, and each problem in words."""

    articles: int
    claims: int
    problems: tuple[str, ...]


def check(store: Store) -> Found:
    """Looks at everything in one consistent state."""
    with store.reading() as connection:
        problems = [*_database(connection, sqlite=store.sqlite), *_loose(connection)]
        articles = int(connection.scalar(select(func.count()).select_from(article)) or 0)
        claims = 0
        for number, found in _spans(connection):
            claims += number
            problems += found
    return Found(articles, claims, tuple(problems))


def _database(connection: Connection, *, sqlite: bool) -> Iterator[str]:
    if sqlite:
        told = connection.scalar(text("PRAGMA quick_check"))
        if told != "ok":
            yield f"the file is damaged: {told}; restore the last backup"


def _loose(connection: Connection) -> Iterator[str]:
    """Rows that point at nothing."""
    no_version = ~exists(select(1).where(version.c.article == article.c.id, version.c.n == article.c.version))
    no_article = ~exists(select(1).where(article.c.id == version.c.article))
    no_claim = ~exists(select(1).where(claim.c.id == facet.c.claim, claim.c.version == facet.c.version))
    no_facet = ~exists(select(1).where(facet.c.n == facet_actor.c.n))
    no_home = facet.c.incident.is_not(None) & ~exists(
        select(1).where(
            incident.c.id == facet.c.incident, incident.c.merged_into.is_(None), incident.c.deleted.is_(False)
        )
    )
    empty = incident.c.merged_into.is_(None) & incident.c.deleted.is_(False) & (incident.c.articles == 0)
    no_incident = ~exists(select(1).where(incident.c.id == step.c.incident))
    unread = ~exists(select(1).where(facet.c.claim == claim.c.id)) & exists(
        select(1).where(article.c.id == claim.c.article, article.c.version == claim.c.version)
    )
    queries = (
        ("article without its text", select(article.c.id).where(no_version)),
        ("text without its article", select(version.c.article).where(no_article)),
        ("indexed claim that was never read", select(facet.c.claim).where(no_claim)),
        ("claim that is not indexed", select(claim.c.id).where(unread)),
        ("actor of no claim", select(facet_actor.c.actor).where(no_facet)),
        ("claim in an incident that is not there", select(facet.c.claim).where(no_home)),
        ("incident without claims", select(incident.c.id).where(empty)),
        ("step of no incident", select(step.c.incident).where(no_incident)),
    )
    for name, query in queries:
        for key in connection.scalars(query.limit(20)):
            yield f"{name}: {key}"


def _spans(connection: Connection) -> Iterator[tuple[int, list[str]]]:
    """For each version the number of its claims and those whose words are not in its text."""
    for row in connection.execution_options(yield_per=200).execute(
        select(version.c.article, version.c.n, version.c.document)
    ):
        leaf = decode_leaf(row.document)
        met = (claim.c.article == row.article, claim.c.version == row.n)
        claims = connection.execute(select(claim.c.id, claim.c.kind, claim.c.data).where(*met)).all()
        wrong = [
            f"words of claim {one.id} are not in the text of {row.article} at {each.start}"
            for one in claims
            for each in decode_claim(one.kind, one.data).evidence
            if leaf.document.text[each.start : each.end] != each.text
        ]
        yield len(claims), wrong


_TIMES = frozenset({"kept_at", "updated_at", "at", "undone_at"})


def fingerprint(store: Store) -> dict[str, str]:
    """What each table holds, apart from times and numbers given in passing, as a short digest: equal stores agree."""
    found = {}
    with store.reading() as connection:
        for table in (article, version, claim, facet, facet_actor, incident, step, ledger, actor, office):
            columns = [column for column in table.c if column.name not in _TIMES]
            rows = connection.execute(select(*columns)).all()
            found[table.name] = digest(*sorted(repr(tuple(row)) for row in rows))
    return found
