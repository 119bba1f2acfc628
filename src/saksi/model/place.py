"""Where something happened."""

from dataclasses import dataclass


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
