"""Articles on the shelf: versions and claims as they were read, families of copies, actors. One open transaction."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import msgspec
import zstandard
from sqlalchemy import BindParameter, Connection, bindparam, delete, func, select, update

from saksi.keep.gather_rows import decisions
from saksi.keep.overlay import corrected, state
from saksi.keep.rows import add, batches, newest, packed, put, sketch_of
from saksi.keep.shown import Decision
from saksi.keep.store import now
from saksi.keep.tables import actor, alias, article, band, claim, facet, judgement, office, version
from saksi.model.article import Document
from saksi.model.claim import Event, Figure, NamedPlace, NamedTime, Record, Statement
from saksi.model.judgement import About, Verdict
from saksi.model.trace import Sketch

_json = msgspec.json.Encoder()
_NEAR, _MOST = 6, 20

# Made once: making a statement takes longer than running it.
_KEYS: BindParameter[list[Any]] = bindparam("keys", expanding=True)
_KEPT = select(article.c.version, article.c.digest, article.c.family).where(article.c.id == bindparam("key"))
_SKETCHES = select(article.c.sketch, article.c.family).where(article.c.id.in_(_KEYS))
_UNBAND = delete(band).where(band.c.article == bindparam("key"))
_UNSEAT = delete(office).where(office.c.article == bindparam("key"))
_ROOTS = select(actor.c.id, func.coalesce(actor.c.merged_into, actor.c.id)).where(actor.c.id.in_(_KEYS))
_TOLD = (
    select(judgement.c.right, judgement.c.verdict, article.c.family)
    .outerjoin(article, article.c.id == judgement.c.right)
    .where(
        judgement.c.left == bindparam("key"), judgement.c.about == About.COPY, judgement.c.undone_at.is_(None),
        judgement.c.by.not_like("saksi %"),
    )
    .order_by(judgement.c.id)
)  # fmt: skip
_NAMESAKES = (
    select(alias.c.actor, alias.c.name, alias.c.skeleton, actor.c.country, actor.c.sector, actor.c.merged_into)
    .join(actor, actor.c.id == alias.c.actor)
    .where(alias.c.skeleton.in_(_KEYS))
    .limit(60)
)


@dataclass(frozen=True, slots=True)
class Kept:
    """What is on the shelf of an article. digest: of the whole record."""

    version: int
    digest: str
    family: str


class Leaf(msgspec.Struct, frozen=True):
    """What a version keeps beside its claims."""

    document: Document
    places: tuple[NamedPlace, ...]
    times: tuple[NamedTime, ...]
    related: tuple[str, ...]


_leaf = msgspec.json.Decoder(Leaf)
_event = msgspec.json.Decoder(Event)
_figure = msgspec.json.Decoder(Figure)
_statement = msgspec.json.Decoder(Statement)


def kept(connection: Connection, article_id: str) -> Kept | None:
    """What is on the shelf of an article, None where nothing is."""
    row = connection.execute(_KEPT, {"key": article_id}).first()
    return Kept(*row) if row else None


def shelve(
    connection: Connection, record: Record, digest: str, number: int, ids: Mapping[str, str], program: str
) -> None:
    """Writes a version of an article with its claims as they were read."""
    leaf = Leaf(record.document, record.places, record.times, record.related)
    document = zstandard.compress(_json.encode(leaf), 3)
    add(
        connection,
        version,
        [
            {
                "article": record.id,
                "n": number,
                "digest": digest,
                "document": document,
                "program": program,
                "kept_at": now(),
            }
        ],
    )
    kinds = (("event", record.events), ("figure", record.figures), ("statement", record.statements))
    add(
        connection,
        claim,
        [
            {
                "id": ids[one.id],
                "version": number,
                "article": record.id,
                "kind": kind,
                "local": one.id,
                "data": _json.encode(one),
            }
            for kind, claims in kinds
            for one in claims
        ],
    )


def register(connection: Connection, record: Record, digest: str, number: int, drawn: Sketch) -> None:
    """Enters an article, or its new version, in the catalogue."""
    document = record.document
    size = len(record.events) + len(record.figures) + len(record.statements)
    put(
        connection,
        article,
        [
            {
                "id": record.id,
                "version": number,
                "digest": digest,
                "outlet": document.outlet,
                "published": document.published,
                "language": document.language,
                "url": document.url,
                "title": document.title or _title(document.text),
                "agency": document.credited[0] if document.credited else None,
                "family": drawn.family,
                "claims": size,
                "kept_at": now(),
                "sketch": packed(drawn),
            }
        ],
    )


def _title(text: str) -> str:
    """The beginning of the text, where an article has no title."""
    line = text.strip().split("\n", 1)[0]
    return line if len(line) <= 120 else line[:119].rsplit(" ", 1)[0] + "…"


def decode_claim(kind: str, raw: bytes) -> Event | Figure | Statement:
    """A claim as it was read."""
    if kind == "event":
        return _event.decode(raw)
    return _figure.decode(raw) if kind == "figure" else _statement.decode(raw)


def decode_leaf(raw: bytes) -> Leaf:
    """What a version keeps beside its claims."""
    return _leaf.decode(zstandard.decompress(raw, max_output_size=1 << 30))


@dataclass(frozen=True, slots=True)
class Current:
    """An article as it stands: its record with corrections. ids: permanent ones by id in the record; homes: the
    incident, reviews: the last word of a reviewer, by permanent id."""

    record: Record
    version: int
    family: str
    ids: dict[str, str]
    homes: dict[str, str]
    reviews: dict[str, str]


def current(connection: Connection, article_id: str) -> Current:
    """An article as it stands with what people have said of its claims."""
    row = connection.execute(select(article.c.version, article.c.family).where(article.c.id == article_id)).one()
    raw = connection.scalar(
        select(version.c.document).where(version.c.article == article_id, version.c.n == row.version)
    )
    leaf = decode_leaf(raw or b"")
    met = (claim.c.article == article_id, claim.c.version == row.version)
    claims = connection.execute(select(claim.c.id, claim.c.kind, claim.c.local, claim.c.data).where(*met)).all()
    told = reviews(connection, [one.id for one in claims])
    now_ = [(one.kind, corrected(decode_claim(one.kind, one.data), told.get(one.id, []))) for one in claims]
    homes = connection.execute(select(facet.c.claim, facet.c.incident).where(facet.c.article == article_id))
    states = {key: state(each) for key, each in told.items()}
    record = Record(
        article_id,
        leaf.document,
        tuple(one for _, one in now_ if isinstance(one, Event)),
        tuple(one for _, one in now_ if isinstance(one, Figure)),
        tuple(one for _, one in now_ if isinstance(one, Statement)),
        leaf.places,
        leaf.times,
        leaf.related,
    )
    return Current(
        record,
        row.version,
        row.family,
        {one.local: one.id for one in claims},
        {key: home for key, home in homes if home},
        {key: each for key, each in states.items() if each},
    )


def reviews(connection: Connection, claims: Sequence[str]) -> dict[str, list[Decision]]:
    """What reviewers said of each claim, newest first."""
    found: dict[str, list[Decision]] = {}
    for batch in batches(claims):
        met = (judgement.c.left.in_(batch), judgement.c.about == About.REVIEW)
        for one in decisions(connection, *met, most=5000):
            found.setdefault(one.left, []).append(one)
    return found


def neighbours(connection: Connection, keys: Sequence[int], near: Sequence[str]) -> list[Sketch]:
    """The sketches of articles that share a key, those that share most first, at most 20, and of those near."""
    shares: dict[str, int] = {}
    for articles in newest(connection, "band", "article", keys, _NEAR).values():
        for each in articles:
            shares[each] = shares.get(each, 0) + 1
    chosen = sorted(shares, key=lambda each: (-shares[each], each))[:_MOST]
    chosen += [each for each in near if each not in chosen]
    rows = connection.execute(_SKETCHES, {"keys": chosen}).all()
    return [replace(sketch_of(raw), family=family) for raw, family in rows if raw]


def every_sketch(connection: Connection) -> Iterator[Sketch]:
    """The sketches of all articles."""
    raws = connection.scalars(select(article.c.sketch).where(article.c.sketch.is_not(None))).all()
    return (sketch_of(raw) for raw in raws)


def set_bands(connection: Connection, article_id: str, keys: Sequence[int]) -> None:
    """Enters the keys under which an article's neighbours find it."""
    connection.execute(_UNBAND, {"key": article_id})
    add(connection, band, [{"key": key, "article": article_id} for key in keys])


def told_of_copies(connection: Connection, article_id: str) -> tuple[set[str], str | None]:
    """What people have said of an article: the families that it is kept out of, and the one that it belongs to."""
    apart: set[str] = set()
    fixed: str | None = None
    for right, verdict, family in connection.execute(_TOLD, {"key": article_id}):
        if verdict == Verdict.DIFFERENT:
            apart.add(right)
            fixed = None
        else:
            fixed = family
    return apart - {fixed or ""}, fixed


def unite(connection: Connection, family: str, others: Iterable[str]) -> list[str]:
    """Moves whole families into one; the articles that moved."""
    moved: list[str] = []
    for other in others:
        moved += connection.scalars(select(article.c.id).where(article.c.family == other)).all()
        connection.execute(update(article).where(article.c.family == other).values(family=family))
    return moved


def roots(connection: Connection, keys: Iterable[str]) -> dict[str, str]:
    """For each actor id that is in the store the one that stands for it: its own, unless it was merged."""
    return {key: root for batch in batches(keys) for key, root in connection.execute(_ROOTS, {"keys": batch})}


def namesakes(connection: Connection, skeletons: Sequence[str]) -> list[dict[str, Any]]:
    """The actors that bear a name of one of these sounds, or one whose last word sounds alike."""
    rows = connection.execute(_NAMESAKES, {"keys": list(skeletons)}).all()
    return [dict(row._mapping) for row in rows]


def add_actors(connection: Connection, actors: Sequence[Mapping[str, Any]], names: Sequence[Mapping[str, str]]) -> None:
    """Enters new actors and names."""
    add(connection, actor, actors)
    add(connection, alias, names)


_COUNT = update(actor).where(actor.c.id == bindparam("key")).values(claims=actor.c.claims + bindparam("times"))


def count_actors(connection: Connection, uses: Mapping[str, int]) -> None:
    """Adds to the number of claims that name each actor."""
    if uses:
        connection.execute(_COUNT, [{"key": key, "times": times} for key, times in sorted(uses.items())])


def set_offices(connection: Connection, article_id: str, rows: Sequence[Mapping[str, Any]]) -> None:
    """Enters the offices that an article names, in place of those that an older version named."""
    connection.execute(_UNSEAT, {"key": article_id})
    add(connection, office, rows)


def size(connection: Connection) -> int:
    """The number of articles."""
    return int(connection.scalar(select(func.count()).select_from(article)) or 0)
