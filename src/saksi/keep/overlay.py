"""Corrections laid over claims: what was read stays, what holds now is worked out."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

import msgspec

from saksi.keep.shown import Decision
from saksi.model.claim import Event, Figure, Statement

AnyClaim = TypeVar("AnyClaim", Event, Figure, Statement, Event | Figure | Statement)


def corrected(claim: AnyClaim, decisions: Sequence[Decision]) -> AnyClaim:
    """The claim with all corrections that hold, the oldest laid first; decisions come newest first."""
    reviews = [one for one in reversed(decisions) if one.about == "review" and one.undone_at is None]
    changes = [change for one in reviews for change in one.compared]
    if not changes:
        return claim
    values = msgspec.to_builtins(claim)
    for change in changes:
        if change["field"] in values and change["right"] is not None:
            values[change["field"]] = msgspec.json.decode(change["right"])
    return msgspec.convert(values, type(claim))


def state(decisions: Iterable[Decision]) -> str | None:
    """What the last review that holds says of a claim: accepted, corrected, rejected; None where there is none."""
    for one in decisions:
        if one.about == "review" and one.undone_at is None:
            if one.verdict == "different":
                return "rejected"
            return "corrected" if one.compared else "accepted"
    return None
