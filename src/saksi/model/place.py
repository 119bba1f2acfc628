"""Where something happened."""

from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from typing import Protocol

_EARTH = 6371.0


@dataclass(frozen=True, slots=True)
class Place:
    """A place on the map.

    name: English name. country: ISO 3166-1 alpha-3. lat, lon: WGS 84 degrees.
    precision: how much ground the point stands for: "country", "region", "city", "site" or "sea".
    """

    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: str | None = None


class Pointed(Protocol):
    """Anything with a point. lat, lon: WGS 84 degrees, None where not known."""

    @property
    def lat(self) -> float | None: ...

    @property
    def lon(self) -> float | None: ...


def kilometres(left: Pointed, right: Pointed) -> float | None:
    """Great-circle distance in kilometres between two points, None where one is missing."""
    if left.lat is None or left.lon is None or right.lat is None or right.lon is None:
        return None
    a, b, c, d = map(radians, (left.lat, left.lon, right.lat, right.lon))
    half = sin((c - a) / 2) ** 2 + cos(a) * cos(c) * sin((d - b) / 2) ** 2
    return 2 * _EARTH * asin(sqrt(half))
