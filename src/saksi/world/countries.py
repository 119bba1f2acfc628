"""Countries and territories: codes, English names, what they are called, which seats stand for their governments."""

from dataclasses import dataclass
from functools import cache

from saksi.model.place import Place
from saksi.world.spelling import fold
from saksi.world.tables import listed, rows


@dataclass(frozen=True, slots=True)
class Country:
    """A country. code: ISO 3166-1 alpha-3 (3166-3 for former ones); names: English ones, the label first;
    seats: buildings and quarters that stand for its government."""

    code: str
    name: str
    lat: float
    lon: float
    capitals: tuple[str, ...]
    names: tuple[str, ...]
    seats: tuple[str, ...]

    @property
    def place(self) -> Place:
        """The country as a place."""
        return Place(self.name, self.code, self.lat, self.lon, "country")


@cache
def countries() -> dict[str, Country]:
    """All countries by code."""
    return {row["code"]: _country(row) for row in rows("countries")}


@cache
def local_names(language: str) -> dict[str, tuple[str, ...]]:
    """What a language (ISO 639-1) calls the countries and their people, by code; empty where the table has none."""
    return {row["code"]: listed(row.get(language, "")) for row in rows("countries")}


def country_called(name: str) -> str | None:
    """The code of the country with this English or local name, None where there is none."""
    return _codes().get(fold(name))


def country_code(said: str) -> str | None:
    """The code of the country that is meant by its code or any of its names, None where there is none."""
    return said.upper() if said.upper() in countries() else country_called(said)


@cache
def _codes() -> dict[str, str]:
    table: dict[str, str] = {}
    for row in rows("countries"):
        for name in (row["name"], *listed(row["aliases"]), *listed(row["id"])):
            table.setdefault(fold(name), row["code"])
    return table


def _country(row: dict[str, str]) -> Country:
    return Country(
        code=row["code"],
        name=row["name"],
        lat=float(row["lat"]),
        lon=float(row["lon"]),
        capitals=listed(row["capital"]),
        names=(row["name"], *listed(row["aliases"])),
        seats=listed(row["seats"]),
    )
