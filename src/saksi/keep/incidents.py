"""Incidents, talks and agreements as they stand: written anew whenever a claim joins or leaves."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import BindParameter, Connection, bindparam, delete, func, insert, select, update

from saksi.keep.rows import add, put, trace_of
from saksi.keep.store import now
from saksi.keep.tables import contact, echo, facet, incident, incident_actor, judgement, ledger, step
from saksi.model.gathered import Contact, Entry, Gathered, LifeStep
from saksi.model.judgement import About, Judgement
from saksi.model.trace import Trace

_json = msgspec.json.Encoder()


# Statements that run for every incident of every article are made once: making one takes longer than running it.
_OF: BindParameter[str] = bindparam("home")
_OWN = select(facet.c.trace).where(facet.c.incident == _OF, facet.c.trace.is_not(None)).order_by(facet.c.n)
_ECHOES = select(echo.c.trace).where(echo.c.incident == _OF).order_by(echo.c.n)
_CLEARING = [delete(table).where(table.c.incident == _OF) for table in (incident_actor, step, ledger, contact)]
_KNOWN = select(incident.c.id).where(incident.c.id == _OF)
_SIZE = select(func.min(facet.c.n), func.count(), func.count(facet.c.review)).where(facet.c.incident == _OF)
_UNDISPUTE = delete(judgement).where(
    judgement.c.about == About.DISPUTE,
    judgement.c.reason == _OF,
    judgement.c.by.like("saksi %"),
    judgement.c.undone_at.is_(None),
)


_UNDONE = select(judgement.c.left, judgement.c.right).where(
    judgement.c.about == About.DISPUTE, judgement.c.reason == _OF, judgement.c.undone_at.is_not(None)
)


def members(connection: Connection, home: str) -> list[Trace]:
    """The traces of an incident's claims in the order in which they were kept, with echoes after."""
    own = connection.scalars(_OWN, {"home": home}).all()
    echoes = connection.scalars(_ECHOES, {"home": home}).all()
    return [trace_of(raw) for raw in (*own, *echoes) if raw]


def move(connection: Connection, source: str, target: str) -> list[str]:
    """Moves all claims of an incident into another and leaves the first as a sign; the claims that moved."""
    claims = list(connection.scalars(select(facet.c.claim).where(facet.c.incident == source).order_by(facet.c.n)))
    connection.execute(update(facet).where(facet.c.incident == source).values(incident=target))
    connection.execute(update(echo).where(echo.c.incident == source).values(incident=target))
    connection.execute(update(incident).where(incident.c.merged_into == source).values(merged_into=target))
    close(connection, source, target)
    return claims


def close(connection: Connection, home: str, merged_into: str | None) -> None:
    """Marks an incident as merged or, where no claim is left, as deleted; its id stays known."""
    _clear(connection, home)
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


def _clear(connection: Connection, home: str) -> None:
    for statement in _CLEARING:
        connection.execute(statement, {"home": home})


def write(connection: Connection, home: str, made: Gathered) -> None:
    """Writes an incident as its claims now have it."""
    if connection.scalar(_KNOWN, {"home": home}):
        _clear(connection, home)
        connection.execute(_UNDISPUTE, {"home": home})
    put(connection, incident, [_row(connection, home, made)])
    add(
        connection,
        incident_actor,
        [{"actor": key, "incident": home, "role": role, "day_from": made.first_day} for role, key in made.sides],
    )
    add(connection, step, [_step(home, number, one) for number, one in enumerate(made.steps)])
    add(connection, ledger, [_line(home, number, one) for number, one in enumerate(made.ledger)])
    add(connection, contact, [_contact(home, made, one) for one in made.contacts])
    gone = connection.execute(_UNDONE, {"home": home}).all() if made.disputes else []
    judge(connection, [one for one in made.disputes if (one.left, one.right) not in gone], home)


def _row(connection: Connection, home: str, made: Gathered) -> dict[str, Any]:
    first, claims, reviewed = connection.execute(_SIZE, {"home": home}).one()
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
    }


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


def judge(connection: Connection, made: Iterable[Judgement], reason: str | None = None) -> None:
    """Writes judgements; reason: what those without their own are filed under."""
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
            "reason": one.reason or reason,
        }
        for one in made
    ]
    if rows:
        connection.execute(insert(judgement), list(rows))


def root(connection: Connection, home: str) -> str:
    """The incident that stands for this one after merges."""
    into = connection.scalar(select(incident.c.merged_into).where(incident.c.id == home))
    return into or home
