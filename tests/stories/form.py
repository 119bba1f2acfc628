"""The written form of an expected claim and how a claim that was read is compared with it (see README.md)."""

from __future__ import annotations

from typing import Any
from unicodedata import normalize

from saksi.model.actor import Actor
from saksi.model.claim import Event, Figure, NamedPlace, Record, Statement
from saksi.model.codes import Sector

_SECTORS = {sector.value for sector in Sector}


def _fields(line: str, count: int) -> list[str]:
    fields = [field.strip() for field in line.split("|")]
    if len(fields) > count:
        raise ValueError(f"too many fields: {line}")
    return fields + ["?"] * (count - len(fields))


def _folded(name: str) -> str:
    """Letters and digits alone, without their marks: "Sana'a" is "Sanaa"."""
    return "".join(c for c in normalize("NFKD", name).casefold() if c.isalnum())


def _any(want: str) -> list[str]:
    return [part.strip() for part in want.split(" or ")]


def _value(want: str, got: str | None) -> bool:
    return any(part in ("?", "") or (part == "-" and got is None) or part == got for part in _any(want))


def _place(want: str, got: str | None) -> bool:
    return _value(want, got) or (got is not None and any(_folded(part) == _folded(got) for part in _any(want)))


def _same_actor(want: str, got: Actor) -> bool:
    if got.name == want:
        return True
    country, _, sector = want.partition(" ")
    return sector in _SECTORS and country in ("?", got.country or "-") and got.sector == sector


def _one_side(want: str, got: tuple[Actor, ...]) -> bool:
    if want in ("?", ""):
        return True
    if want == "-":
        return not got
    names = [name.strip() for name in want.split(" + ")]
    return len(names) == len(got) and all(any(_same_actor(name, actor) for actor in got) for name in names)


def _side(want: str, got: tuple[Actor, ...]) -> bool:
    return any(_one_side(part, got) for part in _any(want))


def _sides(want: str, got: Event) -> bool:
    """Actors and recipients; "A > B or C > D" are alternatives of both."""
    pairs = _any(want) if want.count(">") > 1 else [want]
    for pair in pairs:
        actors, _, recipients = pair.partition(">")
        if _side(actors.strip(), got.actors) and _side(recipients.strip(), got.recipients):
            return True
    return False


def _single(want: str, got: Actor | None) -> bool:
    return _side(want, (got,) if got else ())


def _type(want: str, got: Event) -> bool:
    type_, _, mode = want.partition("/")
    return got.type == type_ and (not mode or mode in got.modes)


def event(line: str, got: Event) -> bool:
    """type/mode | actors > recipients | status | date | place | claimants."""
    type_, sides, status, date, place, claimants = _fields(line, 6)
    return (
        any(_type(part, got) for part in _any(type_))
        and _sides(sides, got)
        and _value(status, got.status)
        and _value(date, got.date)
        and _place(place, got.place.name if got.place else None)
        and _side(claimants, got.claimants)
    )


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:g}" if value < 1e6 else str(int(value))


def _figure_number(want: str, got: Figure) -> bool:
    have = _number(got.low) if got.low == got.high else f"{_number(got.low)}..{_number(got.high)}"
    return want in ("?", have)


def figure(line: str, got: Figure) -> bool:
    """measure | low..high | of | claimants | by | place | period | definition."""
    measure, number, of, claimants, by, place, period, definition = _fields(line, 8)
    return (
        got.measure in _any(measure)
        and _figure_number(number, got)
        and _single(of, got.of)
        and _side(claimants, got.claimants)
        and _single(by, got.by)
        and _place(place, got.place.name if got.place else None)
        and _value(period, got.period)
        and (definition == "?" or definition in (got.definition or ""))
    )


def statement(line: str, got: Statement) -> bool:
    """kind | speaker | some of its words | via."""
    kind, speaker, words, via = _fields(line, 4)
    told = " ".join(evidence.text for evidence in got.evidence)
    return (
        _value(kind, got.kind)
        and _single(speaker, got.speaker)
        and (words == "?" or words in told)
        and _value(via, " + ".join(got.via) or None)
    )


def place(line: str, got: NamedPlace) -> bool:
    """name, or name and country: "Tripoli, LBN"."""
    name, _, country = line.partition(", ")
    return _place(name, got.name) and country in ("", got.country)


def times(want: Any, record: Record) -> bool:
    """A list of values that must be found, or a mapping from words to their value, null where it is not to have one."""
    if isinstance(want, dict):
        got = {time.text: time.value for time in record.times}
        return all(got.get(words) == (None if value is None else str(value)) for words, value in want.items())
    return {str(value) for value in want or ()} <= {time.value for time in record.times}


def unwanted(want: str, record: Record) -> bool:
    """Whether the record holds what it must not: "any" event, an event type, a measure, "figures", "statements"."""
    if want == "any":
        return bool(record.events)
    if want in ("figures", "statements"):
        return bool(getattr(record, want))
    return want in {event.type for event in record.events} | {figure.measure for figure in record.figures}


def count(type_: str, record: Record) -> int:
    """How many events of a type the record holds, or how many "figures" or "statements"."""
    if type_ in ("figures", "statements"):
        return len(getattr(record, type_))
    return sum(event.type == type_ for event in record.events)
