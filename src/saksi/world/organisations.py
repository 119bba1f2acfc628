"""Named bodies, armed groups, monitors, media, parties, firms and organs of state, with their many names."""

from dataclasses import dataclass
from functools import cache

from saksi.model.actor import Actor
from saksi.model.codes import Sector
from saksi.world.tables import listed, rows


@dataclass(frozen=True, slots=True)
class Organisation:
    """A body. names: its English label first, then other names in any language and those of the language asked for."""

    actor: Actor
    names: tuple[str, ...]


@cache
def organisations(language: str) -> tuple[Organisation, ...]:
    """All organisations with their names in a language (ISO 639-1)."""
    return tuple(_organisation(row, language) for row in rows("organisations"))


@cache
def _called() -> dict[str, Actor]:
    return {name: body.actor for body in reversed(organisations("en")) for name in body.names}


def body_called(name: str) -> Actor | None:
    """The body that bears exactly this English name or alias; None where no body does."""
    return _called().get(name)


def _organisation(row: dict[str, str], language: str) -> Organisation:
    names = (row["name"], *listed(row["aliases"]), *listed(row.get(language, "")))
    return Organisation(Actor(row["name"], row["country"] or None, Sector(row["sector"])), tuple(dict.fromkeys(names)))
