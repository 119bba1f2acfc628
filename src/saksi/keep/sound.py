"""What a correction must hold to: the fields of the record, the codes of the codebook, the words of the article."""

import re
from collections.abc import Iterable
from typing import Any

import msgspec
from sqlalchemy import Connection, and_, select

from saksi.keep.shelf import decode_leaf
from saksi.keep.tables import facet, version
from saksi.model.actor import Actor
from saksi.model.claim import Event, Figure, Statement
from saksi.model.days import days
from saksi.model.place import Place
from saksi.world.codebook import codebook
from saksi.world.countries import countries

_FIXED = frozenset({"id", "rule"})
_POINT = r"(\d{4}|XXXX)(-(0[1-9]|1[0-2]|2[1-4]|XX)(-(\d\d|XX))?)?[~?%]?"
_EDTF = re.compile(rf"{_POINT}(/({_POINT}|\.\.))?|\.\./{_POINT}")


def sound(connection: Connection, claim_id: str, claim: Event | Figure | Statement, fields: dict[str, Any]) -> None:
    """Raises ValueError, which names the field and the remedy, where a claim cannot be given these fields."""
    values = msgspec.to_builtins(claim)
    fixed = sorted(_FIXED & set(fields) or set(fields) - set(values))
    if fixed:
        raise ValueError(f"cannot change {', '.join(fixed)}")
    try:
        made = msgspec.convert(values | fields, type(claim))
    except msgspec.ValidationError as error:
        raise ValueError(str(error)) from error
    given = {name: getattr(made, name) for name in fields}
    _words(connection, claim_id, given)
    _codes(given)
    for name in ("date", "period"):
        _day(name, given.get(name))
    for part in _parts(given.values()):
        _on_earth(part)
    low, high = getattr(made, "low", None), getattr(made, "high", None)
    if {"low", "high"} & set(given) and low is not None and high is not None and low > high:
        raise ValueError("low: is above high; the lowest number comes first")


def _words(connection: Connection, claim_id: str, given: dict[str, Any]) -> None:
    """Every value rests on words: there are some, and they are those of the text."""
    if "evidence" in given and not given["evidence"]:
        raise ValueError("evidence: a claim rests on words; mark some")
    marked = [*given.get("evidence", ()), *(one for found in given.get("words", {}).values() for one in found)]
    if not marked:
        return
    its = and_(version.c.article == facet.c.article, version.c.n == facet.c.version)
    raw = connection.scalar(select(version.c.document).join(facet, its).where(facet.c.claim == claim_id))
    text = decode_leaf(raw).document.text if raw else ""
    for one in marked:
        if not 0 <= one.start < one.end or text[one.start : one.end] != one.text:
            raise ValueError(f"evidence: the text has other words at {one.start}; mark them in it")


def _codes(given: dict[str, Any]) -> None:
    modes = {mode for entry in codebook().types.values() for mode in entry.modes}
    for name, known in (("modes", modes), ("contexts", set(codebook().contexts))):
        for one in given.get(name, ()):
            if one not in known:
                raise ValueError(f"{name}: {one!r} is not in the codebook; look under /method")


def _day(name: str, value: str | None) -> None:
    """An EDTF value that stands for days: the calendar has them."""
    if not value:
        return
    parts = [part for part in value.split("/") if part != ".."]
    if not _EDTF.fullmatch(value) or any(days(part).first is None for part in parts if "X" not in part):
        raise ValueError(
            f"{name}: {value[:40]!r} is not a date; write 2024, 2024-05, 2024-05-13 or 2024-05-13/2024-05-20"
        )


def _parts(values: Iterable[Any]) -> list[Actor | Place]:
    """The actors and places among the values."""
    found: list[Actor | Place] = []
    for value in values:
        found += [one for one in (value if isinstance(value, tuple) else (value,)) if isinstance(one, Actor | Place)]
    return found


def _on_earth(part: Actor | Place) -> None:
    if part.country and part.country not in countries():
        raise ValueError(f"country: {part.country[:20]!r} is not a code; write three letters of ISO 3166, as IDN")
    if isinstance(part, Place) and not (-90 <= (part.lat or 0) <= 90 and -180 <= (part.lon or 0) <= 180):
        raise ValueError("place: lies outside the world; latitudes go from -90 to 90, longitudes from -180 to 180")
