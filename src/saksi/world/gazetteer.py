"""The gazetteer: places by name. Source: GeoNames (CC BY 4.0), ISO 3166-2 and a table of our own; see training/world.

The file is loaded on first use (about 0.05 s) and searched where it lies: names are kept as sorted text.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import zstandard

from saksi.model.errors import ModelError
from saksi.model.place import Place
from saksi.world.spelling import fold, skeleton


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean. population: 0 where not known; curated: from the table made by hand."""

    place: Place
    population: int
    curated: bool


class Gazetteer:
    """Sorted names with the places that bear them."""

    def __init__(self, packed: bytes) -> None:
        try:
            body = zstandard.ZstdDecompressor().decompress(packed)
        except zstandard.ZstdError as error:
            raise ModelError(f"world table gazetteer: {error}; reinstall saksi") from error
        middle = body.index(b"\n\n")
        self._places = body[: middle + 1]
        self._names = body[middle + 1 :]

    def named(self, name: str) -> tuple[Candidate, ...]:
        """All places called so, in any case, with or without marks; empty where there is none."""
        return self._found(fold(name))

    def sounding(self, name: str) -> tuple[Candidate, ...]:
        """Places whose name, transcribed otherwise, may be this one."""
        return self._found("~" + skeleton(name))

    def _found(self, key: str) -> tuple[Candidate, ...]:
        start = self._line(key.encode())
        if start < 0:
            return ()
        line = self._names[start : self._names.index(b"\n", start)]
        return tuple(self._candidate(int(offset)) for offset in line.rpartition(b"\t")[2].split())

    def _line(self, key: bytes) -> int:
        """Where the line of a key starts, -1 where there is none: binary search over the text itself."""
        names, low, high = self._names, 1, len(self._names)
        wanted = key + b"\t"
        while low < high:
            middle = names.rfind(b"\n", 0, (low + high) // 2 + 1) + 1
            middle = max(middle, low)
            end = names.find(b"\n", middle)
            if names.startswith(wanted, middle):
                return middle
            if names[middle : names.find(b"\t", middle)] < key:
                low = end + 1
            else:
                high = middle
        return -1

    def _candidate(self, offset: int) -> Candidate:
        line = self._places[offset : self._places.index(b"\n", offset)].decode()
        name, country, lat, lon, population, precision, source = line.split("\t")
        place = Place(name, country or None, float(lat), float(lon), precision)
        return Candidate(place, int(population), source == "hand")


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer that ships."""
    try:
        return Gazetteer((files("saksi.world") / "data" / "gazetteer.zst").read_bytes())
    except OSError as error:
        raise ModelError(f"world table gazetteer: {error}; reinstall saksi") from error
