"""The filters that every list takes, from the address of the request."""

import re
from dataclasses import asdict, replace
from typing import Annotated, Literal, get_args

from fastapi import HTTPException, Query, Request

from saksi.keep.view import Filter, View
from saksi.world.countries import country_code

_DAY = re.compile(r"[12]\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
Kind = Literal["event", "figure", "statement", "incident", "talks", "agreement", "promise", ""]
Status = Literal["actual", "future", "hypothetical", "negated", ""]
Grade = Literal["confirmed", "fair", "weak", "contested", "discounted", ""]
Review = Literal["accepted", "corrected", "rejected", ""]
YesNo = Literal["yes", "no", "true", "false", "1", "0", ""]
Text = Annotated[str | None, Query(max_length=300)]
Code = Annotated[str | None, Query(max_length=60)]


def wanted(
    request: Request,
    text: Annotated[str | None, Query(max_length=300, description="Words of the claims, or names.")] = None,
    kind: Annotated[Kind | None, Query(description="Kind of claim or of incident.")] = None,
    type: Annotated[str | None, Query(max_length=40, description="PLOVER type, measure or voice.")] = None,  # noqa: A002
    status: Annotated[Status | None, Query(description="Whether it happened or is planned, supposed, denied.")] = None,
    actor: Annotated[str | None, Query(max_length=200, description="Id or any name of an actor.")] = None,
    claimant: Annotated[str | None, Query(max_length=200, description="Id or any name of who says so.")] = None,
    place: Annotated[str | None, Query(max_length=200, description="Name of a place.")] = None,
    country: Annotated[str | None, Query(max_length=60, description="ISO 3166 alpha-3, or a country's name.")] = None,
    box: Annotated[str | None, Query(max_length=100, description="west,south,east,north in degrees.")] = None,
    since: Annotated[str | None, Query(max_length=10, description="First day, month or year.")] = None,
    until: Annotated[str | None, Query(max_length=10, description="Last day, month or year.")] = None,
    grade: Annotated[Grade | None, Query(description="How well an incident is confirmed.")] = None,
    step: Annotated[str | None, Query(max_length=20, description="Where talks, agreements, promises stand.")] = None,
    outlet: Annotated[str | None, Query(max_length=200, description="Who published it.")] = None,
    reviewed: Annotated[YesNo | None, Query(description="Whether a person has looked at it.")] = None,
    disputed: Annotated[YesNo | None, Query(description="Whether accounts contradict each other.")] = None,
    rival: Annotated[YesNo | None, Query(description="Whether voices give different numbers.")] = None,
    review: Annotated[Review | None, Query(description="What the review said.")] = None,
) -> Filter:
    """The filter of a request. Raises 400 with a sentence where a value does not fit."""
    return Filter(
        _plain(text), kind or None, _plain(type), status or None, _actor(request, "actor", actor),
        _actor(request, "claimant", claimant), _plain(place), _country(country), _box(box), _day("since", since),
        _day("until", until), grade or None, _plain(step), _plain(outlet), _yes(reviewed), _yes(disputed), _yes(rival),
        review or None,
    )  # fmt: skip


def named(filter_: Filter, **values: str | None) -> Filter:
    """The filter with some fields set."""
    return replace(filter_, **values)  # type: ignore[arg-type]


def given(filter_: Filter) -> dict[str, str]:
    """The filter's fields that are set, as they stand in an address."""
    found = {}
    for name, value in asdict(filter_).items():
        if isinstance(value, bool):
            found[name] = "yes" if value else "no"
        elif isinstance(value, tuple):
            found[name] = ",".join(f"{part:g}" for part in value)
        elif value:
            found[name] = value
    return found


def _plain(value: str | None) -> str | None:
    value = (value or "").replace("\x00", "").strip()
    return value.encode("utf-8", "replace").decode() or None


def _day(name: str, value: str | None) -> str | None:
    if not value:
        return None
    if not _DAY.fullmatch(value):
        raise HTTPException(400, f"{name} is not a day: write it as 2024, 2024-05 or 2024-05-13.")
    if len(value) == 10:
        from datetime import date

        try:
            date.fromisoformat(value)
        except ValueError as error:
            raise HTTPException(400, f"{name}: the calendar has no such day.") from error
    return value


def _country(value: str | None) -> str | None:
    """The code of a country that is named or told by its code. Raises 400 where there is none."""
    value = _plain(value)
    if value is None:
        return None
    code = country_code(value)
    if code is None:
        raise HTTPException(
            400, "country: there is none of that name; write a name or a code of three letters, as SDN."
        )
    return code


def _box(value: str | None) -> tuple[float, float, float, float] | None:
    if not value:
        return None
    try:
        west, south, east, north = (float(part) for part in value.split(","))
    except ValueError as error:
        raise HTTPException(400, "box is four numbers: west,south,east,north, as 20,8,40,23.") from error
    if not (-180 <= west <= 180 and -180 <= east <= 180 and -90 <= south <= north <= 90):
        raise HTTPException(
            400, "box lies outside the world: longitudes -180 to 180, latitudes -90 to 90, south first."
        )
    return west, south, east, north


def _yes(value: str | None) -> bool | None:
    return None if not value else value in ("yes", "true", "1")


def _actor(request: Request, name: str, value: str | None) -> str | None:
    """The actor's id; what it is called is left on the request for the page."""
    view: View = request.app.state.view
    value = _plain(value)
    if value is None:
        return None
    found = view.actor(value)
    if found is None:
        raise HTTPException(404, f"{name}: nobody in the store is called that; look under /actors.")
    request.state.asked_for = {**getattr(request.state, "asked_for", {}), name: found.row.label}
    return found.row.id


def cursor_of(
    after: Annotated[str | None, Query(max_length=400, description="The cursor `after` of the page before.")] = None,
) -> str | None:
    """The cursor of a request."""
    return _plain(after)


KINDS = get_args(Kind)
