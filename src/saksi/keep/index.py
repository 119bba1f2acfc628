"""Facets: what of each current claim is looked up, filtered, blocked and searched. Written with the article."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import BindParameter, Connection, TextClause, bindparam, delete, func, select, text, update

from saksi.keep.rows import add, batches, is_sqlite, newest, packed, trace_of
from saksi.keep.tables import actor, block, echo, facet, facet_actor, incident, judgement, setting
from saksi.model.judgement import About, Verdict
from saksi.model.trace import Trace

_PER_KEY = 16
_PER_CLAIM = 32

# Made once: making a statement takes longer than running it.
_KEYS: BindParameter[list[Any]] = bindparam("keys", expanding=True)
_STALE = select(setting.c.value).where(setting.c.key == "keys")
_LAST = select(func.max(facet.c.n))
_FACETS = select(facet.c.n, facet.c.incident, facet.c.trace).where(facet.c.n.in_(_KEYS))
_ECHOES = select(-echo.c.n, echo.c.incident, echo.c.trace).where(echo.c.n.in_(_KEYS))
_ROOT = func.coalesce(incident.c.merged_into, judgement.c.right)
_DECIDED = (
    select(judgement.c.left, _ROOT, judgement.c.verdict, judgement.c.reason)
    .outerjoin(incident, incident.c.id == judgement.c.right)
    .where(judgement.c.left.in_(_KEYS), judgement.c.about == About.SPLIT, judgement.c.undone_at.is_(None))
    .order_by(judgement.c.id)
)
_PARTED = (
    select(_ROOT, facet.c.incident)
    .join(facet, facet.c.claim == judgement.c.left)
    .outerjoin(incident, incident.c.id == judgement.c.right)
    .where(
        judgement.c.right.in_(_KEYS), judgement.c.about == About.SPLIT, judgement.c.verdict == Verdict.DIFFERENT,
        judgement.c.undone_at.is_(None), facet.c.incident != _ROOT,
    )
)  # fmt: skip
_SPLITS = select(judgement.c.id).where(judgement.c.id.in_(_KEYS), judgement.c.about == About.SPLIT)


@dataclass(frozen=True, slots=True)
class Decided:
    """What people have decided of claims; incidents are those that stand for them after merges.

    apart: for each claim the incidents it is kept out of; fixed: the one it was put into last, alone or with all of an
    incident; put: the one it was put into last by an act on the claim alone.
    """

    apart: Mapping[str, set[str]]
    fixed: Mapping[str, str]
    put: Mapping[str, str]


def next_number(connection: Connection) -> int:
    """The number of the next facet."""
    return int(connection.scalar(_LAST) or 0) + 1


def add_facets(
    connection: Connection, rows: Sequence[Mapping[str, Any]], people: Iterable[tuple[int, str, str]]
) -> None:
    """Enters facets and the actors of each, as (facet number, role, actor id)."""
    add(connection, facet, rows)
    add(connection, facet_actor, [{"n": n, "role": role, "actor": key} for n, role, key in people])


def add_blocks(connection: Connection, keys: Mapping[int, Sequence[int]]) -> None:
    """Enters blocking keys by facet number; a negative number is that of an echo."""
    add(connection, block, [{"key": key, "n": n} for n, each in keys.items() for key in each])


_WORDS: dict[str, TextClause] = {
    "sqlite": text("INSERT INTO search (rowid, tokens) VALUES (:n, :tokens)"),
    "postgresql": text("INSERT INTO search (rowid, tokens) VALUES (:n, array_to_tsvector(CAST(:tokens AS text[])))"),
}


def add_words(connection: Connection, tokens: Mapping[int, Sequence[str]]) -> None:
    """Enters the words under which each facet is found."""
    if not tokens:
        return
    if is_sqlite(connection):
        rows: list[dict[str, Any]] = [{"n": n, "tokens": " ".join(each)} for n, each in tokens.items()]
    else:
        rows = [{"n": n, "tokens": sorted(set(each))} for n, each in tokens.items()]
    connection.execute(_WORDS[connection.dialect.name], rows)


def stale(connection: Connection) -> bool:
    """Whether the keys of neighbours have to be made anew, because the store's form was changed."""
    return connection.scalar(_STALE) is not None


def renewed(connection: Connection) -> None:
    """Notes that the keys were made anew."""
    connection.execute(delete(setting).where(setting.c.key == "keys"))


def every_trace(connection: Connection) -> Iterator[list[tuple[int, Trace]]]:
    """All traces with their facets' numbers, and all echoes with negative ones, in lists that are written at once."""
    own = select(facet.c.n, facet.c.trace).where(facet.c.trace.is_not(None))
    for query in (own, select(-echo.c.n, echo.c.trace)):
        for rows in connection.execute(query).partitions(1000):
            yield [(n, trace_of(raw)) for n, raw in rows]


def add_echoes(connection: Connection, echoes: Mapping[int, tuple[str, Trace]]) -> None:
    """Enters the claims that tell of a process beside their own incident, as facet number -> (process, trace)."""
    add(
        connection,
        echo,
        [
            {"n": n, "claim": trace.claim, "incident": home, "trace": packed(trace)}
            for n, (home, trace) in echoes.items()
        ],
    )


def around(connection: Connection, keys: Mapping[str, Sequence[int]]) -> dict[str, list[tuple[str, Trace]]]:
    """For each claim with its blocking keys, the incidents and traces of the claims that share most of them."""
    every = list(dict.fromkeys(key for each in keys.values() for key in each))
    found = newest(connection, "block", "n", every, _PER_KEY)
    chosen = {
        claim: [n for n, _ in Counter(n for key in each for n in found.get(key, [])).most_common(_PER_CLAIM)]
        for claim, each in keys.items()
    }
    traces = _traces(connection, {n for each in chosen.values() for n in each})
    return {claim: [traces[n] for n in sorted(each) if n in traces] for claim, each in chosen.items()}


def _traces(connection: Connection, numbers: set[int]) -> dict[int, tuple[str, Trace]]:
    found: dict[int, tuple[str, Trace]] = {}
    for query, chosen in ((_FACETS, [n for n in numbers if n > 0]), (_ECHOES, [-n for n in numbers if n < 0])):
        for batch in batches(sorted(chosen)):
            rows = connection.execute(query, {"keys": batch})
            found |= {n: (home, trace_of(raw)) for n, home, raw in rows if home and raw}
    return found


def withdraw(connection: Connection, article_id: str) -> set[str]:
    """Takes an article's current claims out of the index (a new version follows); the incidents that they were in."""
    rows = connection.execute(select(facet.c.n, facet.c.incident).where(facet.c.article == article_id)).all()
    numbers = [n for n, _ in rows]
    homes = {home for _, home in rows if home}
    for batch in batches(numbers):
        uses = connection.execute(
            select(facet_actor.c.actor, func.count()).where(facet_actor.c.n.in_(batch)).group_by(facet_actor.c.actor)
        ).all()
        for key, times in uses:
            connection.execute(update(actor).where(actor.c.id == key).values(claims=actor.c.claims - times))
        homes |= set(connection.scalars(select(echo.c.incident).where(echo.c.n.in_(batch))))
        connection.execute(delete(echo).where(echo.c.n.in_(batch)))
        connection.execute(delete(facet_actor).where(facet_actor.c.n.in_(batch)))
        connection.execute(delete(block).where(block.c.n.in_([*batch, *(-n for n in batch)])))
        connection.execute(text(f"DELETE FROM search WHERE rowid IN ({', '.join(str(int(n)) for n in batch)})"))  # noqa: S608
        connection.execute(delete(facet).where(facet.c.n.in_(batch)))
    return homes


def decided(connection: Connection, claims: Sequence[str]) -> Decided:
    """What people have decided of claims: of two acts on one claim the later holds."""
    apart: dict[str, set[str]] = {}
    fixed: dict[str, str] = {}
    carrying: list[tuple[str, str, int]] = []
    for batch in batches(claims):
        for claim, home, verdict, reason in connection.execute(_DECIDED, {"keys": batch}):
            if verdict == Verdict.DIFFERENT:
                apart.setdefault(claim, set()).add(home)
            else:
                fixed[claim] = home
                carrying.append((claim, home, int((reason or "#0")[1:])))
    splits = _splits(connection, {act for _, _, act in carrying})
    return Decided(apart, fixed, {claim: home for claim, home, act in carrying if act in splits})


def _splits(connection: Connection, numbers: Iterable[int]) -> set[int]:
    """Those of the acts that moved one claim; the others merged incidents."""
    return {n for batch in batches(sorted(numbers)) for n in connection.scalars(_SPLITS, {"keys": batch})}


def parted(connection: Connection, homes: Iterable[str]) -> set[frozenset[str]]:
    """Pairs of incidents, one of them among these, of which a person has taken a claim of one out of the other."""
    return {
        frozenset(pair) for batch in batches(sorted(homes)) for pair in connection.execute(_PARTED, {"keys": batch})
    }
