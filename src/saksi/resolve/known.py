"""The names that the world's data knows, and the label under which each is kept."""

from dataclasses import replace
from functools import cache

from saksi.languages.forms import fold
from saksi.languages.loader import supported
from saksi.model.actor import Actor
from saksi.world.organisations import organisations
from saksi.world.persons import Tenure, persons


@cache
def known_names() -> dict[str, tuple[str, ...]]:
    """Every name of a body or person in the world's data, folded, with all names of that one, its label first."""
    found: dict[str, tuple[str, ...]] = {}
    listed = [body.names for language in supported() for body in organisations(language)]
    for names in (*listed, *(person.names for person in persons())):
        for name in names:
            found.setdefault(fold(name), names)
    return found


@cache
def bodies() -> frozenset[str]:
    """The folded names of all bodies in the world's data: none of them is a person."""
    return frozenset(fold(name) for language in supported() for body in organisations(language) for name in body.names)


@cache
def _tenures() -> dict[str, tuple[Tenure, ...]]:
    return {fold(person.names[0]): person.tenures for person in persons()}


def offices_on(actor: Actor, day: str | None) -> tuple[str, ...]:
    """The offices that the world's data gives a person on a day (ISO 8601)."""
    held = _tenures().get(fold(canonical(actor).name or ""), ())
    return tuple(tenure.office for tenure in held if day and tenure.covers(day))


def canonical(actor: Actor) -> Actor:
    """The actor under the label that the world's data has for its name, where the name stands for one alone."""
    names = known_names().get(fold(actor.name)) if actor.name else None
    return replace(actor, name=names[0]) if names and names[0] != actor.name else actor
