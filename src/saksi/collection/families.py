"""A person's word on copies: two reports are one source, or an article is no copy after all."""

from collections.abc import Sequence

from sqlalchemy import Connection

from saksi.collection.relate import reindex
from saksi.keep import acts
from saksi.keep.shown import Decision
from saksi.model.judgement import About, Judgement, Verdict


def unite(connection: Connection, into: str, other: str, by: str, reason: str | None) -> int:
    """Makes the families of two articles one; the judgement's number."""
    old, new = acts.family_of(connection, other) or other, acts.family_of(connection, into) or into
    articles = acts.family(connection, old)
    noted = acts.moving("articles", old, articles)
    made = acts.judged(connection, Judgement(About.COPY, other, into, Verdict.SAME, by, None, (noted,), reason))
    for each in articles:
        if each != other:
            acts.judged(connection, Judgement(About.COPY, each, into, Verdict.SAME, by, None, (), f"#{made}"))
    _move(connection, articles, new)
    return made


def part(connection: Connection, article: str, by: str, reason: str | None) -> int:
    """Takes an article out of its family into one of its own; the judgement's number."""
    old = acts.family_of(connection, article) or article
    noted = acts.moving("articles", old, [article])
    made = acts.judged(connection, Judgement(About.COPY, article, old, Verdict.DIFFERENT, by, None, (noted,), reason))
    _move(connection, [article], article if article != old else f"{article}~{made}")
    return made


def put_back(connection: Connection, made: Decision, by: str) -> None:
    """Undoes what a judgement on copies did: a person's, or the program's, which then counts as a person's split."""
    old, articles = acts.moved(made.compared, "articles")
    if articles and old is not None:
        _move(connection, articles, old)
    elif made.verdict == Verdict.SAME and made.right:
        same = acts.family_of(connection, made.left) == acts.family_of(connection, made.right)
        if same:
            part(connection, made.left, by, f"undone #{made.id}")


def _move(connection: Connection, articles: Sequence[str], family: str) -> None:
    acts.set_family(connection, articles, family)
    for each in articles:
        reindex(connection, each)
