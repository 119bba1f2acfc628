"""Incidents of many claims, which are not gathered anew with every claim that joins them.

A run that keeps many articles lets each of them grow by a sixteenth before it is gathered again, so that what an
article costs does not rise with the length of a process; when the run ends, whatever still waits is gathered. What
waits is remembered with the claims, in one transaction: after a run that was cut off, the next one does it.
"""

from collections.abc import Mapping, Sequence

from sqlalchemy import BindParameter, Connection, bindparam, delete, select

from saksi.keep.rows import put
from saksi.keep.tables import backlog

MANY = 64
"""Claims, with those that only tell of it, from which on an incident may wait."""
_SHARE = 16

_OF: BindParameter[list[str]] = bindparam("homes", expanding=True)
_LONG = select(backlog.c.incident, backlog.c.gathered, backlog.c.waiting).where(backlog.c.incident.in_(_OF))
_SHORT = delete(backlog).where(backlog.c.incident.in_(_OF))
_WAITING = select(backlog.c.incident).where(backlog.c.waiting > 0).order_by(backlog.c.incident).limit(bindparam("most"))


def put_off(connection: Connection, grown: Mapping[str, int]) -> set[str]:
    """Notes by how many claims incidents have grown; those that may wait until they have grown by more."""
    rows = [
        {"incident": home, "gathered": gathered, "waiting": waiting + grown[home]}
        for home, gathered, waiting in connection.execute(_LONG, {"homes": list(grown)})
        if (waiting + grown[home]) * _SHARE <= gathered
    ]
    put(connection, backlog, rows)
    return {str(row["incident"]) for row in rows}


def gathered(connection: Connection, sizes: Mapping[str, int]) -> None:
    """Notes incidents that were gathered, with the number of their claims: nothing of them waits."""
    long = [{"incident": home, "gathered": size, "waiting": 0} for home, size in sizes.items() if size >= MANY]
    put(connection, backlog, long)
    forget(connection, [home for home, size in sizes.items() if size < MANY])


def forget(connection: Connection, homes: Sequence[str]) -> None:
    """Takes out incidents that have no claims, or few."""
    if homes:
        connection.execute(_SHORT, {"homes": homes})


def waiting(connection: Connection, most: int) -> list[str]:
    """Incidents that wait to be gathered, at most so many."""
    return list(connection.scalars(_WAITING, {"most": most}))
