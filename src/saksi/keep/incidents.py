"""Incidents, talks and agreements as they stand: written anew whenever a claim joins or leaves."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import msgspec
from sqlalchemy import BindParameter, Connection, Table, bindparam, delete, func, insert, select, update

from saksi.keep.backlog import forget
from saksi.keep.rivals import rivals
from saksi.keep.rows import add, batches, put, trace_of
from saksi.keep.store import now
from saksi.keep.tables import contact, echo, facet, incident, incident_actor, judgement, ledger, step
from saksi.keep.weights import weigh
from saksi.model.gathered import Contact, Entry, Gathered, LifeStep
from saksi.model.judgement import About, Judgement
from saksi.model.trace import Trace

_json = msgspec.json.Encoder()


# Statements that run for the incidents of every article are made once: making one takes longer than running it.
_OF: BindParameter[list[str]] = bindparam("homes", expanding=True)
_OWN = select(facet.c.incident, facet.c.trace).where(facet.c.incident.in_(_OF), facet.c.trace.is_not(None))
_ECHOES = select(echo.c.incident, echo.c.trace).where(echo.c.incident.in_(_OF))
_IN_ORDER = (_OWN.order_by(facet.c.n), _ECHOES.order_by(echo.c.n))
_CLEARING = [delete(table).where(table.c.incident.in_(_OF)) for table in (incident_actor, step, ledger, contact)]
_KNOWN = select(incident.c.id).where(incident.c.id.in_(_OF))
_SIZES = (
    select(facet.c.incident, func.min(facet.c.n), func.count(), func.count(facet.c.review))
    .where(facet.c.incident.in_(_OF))
    .group_by(facet.c.incident)
)
_UNDISPUTE = delete(judgement).where(
    judgement.c.about == About.DISPUTE,
    judgement.c.reason.in_(_OF),
    judgement.c.by.like("saksi %"),
    judgement.c.undone_at.is_(None),
)
_UNDONE = select(judgement.c.left, judgement.c.right).where(
    judgement.c.about == About.DISPUTE, judgement.c.reason.in_(_OF), judgement.c.undone_at.is_not(None)
)


def members(connection: Connection, homes: Sequence[str]) -> dict[str, list[Trace]]:
    """The traces of each incident's claims in the order in which they were kept, with echoes after."""
    found: dict[str, list[Trace]] = {home: [] for home in homes}
    for batch in batches(homes):
        for query in _IN_ORDER:
            for home, raw in connection.execute(query, {"homes": batch}):
                found[home].append(trace_of(raw))
    return found


@dataclass(frozen=True, slots=True)
class Moved:
    """What a merge has moved. claims: those of the incident; echoes: those that only tell of it."""

    claims: list[str]
    echoes: list[str]


def move(connection: Connection, source: str, target: str) -> Moved:
    """Moves all claims of an incident into another and leaves the first as a sign."""
    claims = connection.scalars(select(facet.c.claim).where(facet.c.incident == source).order_by(facet.c.n)).all()
    echoes = connection.scalars(select(echo.c.claim).where(echo.c.incident == source).order_by(echo.c.n)).all()
    connection.execute(update(facet).where(facet.c.incident == source).values(incident=target))
    connection.execute(update(echo).where(echo.c.incident == source).values(incident=target))
    connection.execute(update(incident).where(incident.c.merged_into == source).values(merged_into=target))
    close(connection, source, target)
    return Moved(list(claims), list(echoes))


def close(connection: Connection, home: str, merged_into: str | None) -> None:
    """Marks an incident as merged or, where no claim is left, as deleted; its id stays known."""
    _clear(connection, [home])
    forget(connection, [home])
    connection.execute(
        update(incident)
        .where(incident.c.id == home)
        .values(
            merged_into=merged_into,
            deleted=merged_into is None,
            claims=0,
            articles=0,
            sources=0,
            disputes=0,
            updated_at=now(),
        )
    )


def _clear(connection: Connection, homes: Sequence[str]) -> None:
    for statement in _CLEARING:
        connection.execute(statement, {"homes": homes})


def write(connection: Connection, made: Mapping[str, Gathered]) -> None:
    """Writes incidents, by id, as their claims now have them."""
    for batch in batches(made):
        _write(connection, {home: made[home] for home in batch})


def _write(connection: Connection, made: Mapping[str, Gathered]) -> None:
    homes = {"homes": list(made)}
    known = list(connection.scalars(_KNOWN, homes))
    if known:
        _clear(connection, known)
        connection.execute(_UNDISPUTE, {"homes": known})
    sizes = {home: tuple(rest) for home, *rest in connection.execute(_SIZES, homes)}
    put(connection, incident, [_row(home, one, sizes.get(home, (0, 0, 0))) for home, one in made.items()])
    weigh(connection, made)
    for table, rows in _rows(made).items():
        add(connection, table, rows)
    clashes = [(home, clash) for home, one in made.items() for clash in one.disputes]
    gone = {tuple(row) for row in connection.execute(_UNDONE, homes)} if clashes else set()
    judge(
        connection,
        [replace(one, reason=one.reason or home) for home, one in clashes if (one.left, one.right) not in gone],
    )


def _rows(made: Mapping[str, Gathered]) -> dict[Table, list[dict[str, Any]]]:
    """The rows beside the incidents' own."""
    return {
        incident_actor: [
            {"actor": key, "incident": home, "role": role, "day_from": one.first_day}
            for home, one in made.items()
            for role, key in one.sides
        ],
        step: [_step(home, pos, each) for home, one in made.items() for pos, each in enumerate(one.steps)],
        ledger: [_line(home, pos, each) for home, one in made.items() for pos, each in enumerate(one.ledger)],
        contact: [_contact(home, one, each) for home, one in made.items() for each in one.contacts],
    }


def _row(home: str, made: Gathered, sizes: tuple[int, ...]) -> dict[str, Any]:
    first, claims, reviewed = sizes
    return {
        "id": home,
        "n": first or 0,
        "kind": made.kind,
        "type": made.type,
        "status": made.status,
        "step": made.step,
        "due": made.due,
        "date": made.date,
        "day_from": made.first_day,
        "day_to": made.last_day,
        "place": made.place,
        "place_key": made.place_key,
        "country": made.country,
        "lat": made.lat,
        "lon": made.lon,
        "precision": made.precision,
        "modes": " ".join(made.modes),
        "contexts": " ".join(made.contexts),
        "topics": " ".join(made.topics),
        "grade": made.grade,
        "grade_reason": made.grade_reason,
        "claims": claims,
        "articles": made.articles,
        "sources": made.sources,
        "disputes": len(made.disputes),
        "first_published": made.first_published,
        "last_published": made.last_published,
        "updated_at": now(),
        "merged_into": None,
        "deleted": False,
        "reviewed": bool(reviewed),
        "rival": _rival(made.ledger),
    }


def _rival(lines: Iterable[Entry]) -> str | None:
    """The day on which the last of its rival figures was told; None where there are none."""
    return max((one.told or "" for one in rivals(lines)), default=None)


def _step(home: str, number: int, one: LifeStep) -> dict[str, Any]:
    told = " ".join(one.claims)
    return {"incident": home, "pos": number, "step": one.step, "date": one.date, "told": one.told, "claims": told}


def _contact(home: str, made: Gathered, one: Contact) -> dict[str, Any]:
    what = {"left": one.left, "right": one.right, "channel": one.channel, "level": one.level}
    return {"incident": home, **what, "status": made.status, "day_from": made.first_day}


def _line(home: str, number: int, one: Entry) -> dict[str, Any]:
    return {
        "incident": home,
        "pos": number,
        "measure": one.measure,
        "claimant": one.claimant,
        "counted": one.counted,
        "cause": one.cause,
        "low": one.low,
        "high": one.high,
        "qualifier": one.qualifier,
        "running": one.running,
        "period": one.period,
        "told": one.told,
        "revision": one.revision,
        "latest": one.latest,
        "sources": one.sources,
        "claims": " ".join(one.claims),
    }


def judge(connection: Connection, made: Iterable[Judgement]) -> None:
    """Writes judgements."""
    rows: Sequence[Mapping[str, Any]] = [
        {
            "about": one.about,
            "left": one.left,
            "right": one.right,
            "verdict": one.verdict,
            "score": one.score,
            "compared": _json.encode(one.values).decode(),
            "by": one.by,
            "at": now(),
            "reason": one.reason,
        }
        for one in made
    ]
    if rows:
        connection.execute(insert(judgement), list(rows))


def root(connection: Connection, home: str) -> str:
    """The incident that stands for this one after merges."""
    into = connection.scalar(select(incident.c.merged_into).where(incident.c.id == home))
    return into or home
