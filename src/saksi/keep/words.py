"""The words under which claims are found: stems of their sentences, and their place, people, type and year as words."""

from collections.abc import Iterable, Mapping
from typing import Any

from saksi.languages.forms import fold, stem, stems
from saksi.model.days import iso


def tokens(sentence: str, facet: Mapping[str, Any], actors: Iterable[str]) -> list[str]:
    """The words of a facet. Those of filters begin with a capital Z and a letter, which no stem does."""
    found = [word for word in stems(sentence) if len(word) > 1 or word.isdigit()]
    if facet["place"]:
        found += [*fold(facet["place"]).split(), place_token(facet["place"])]
    if facet["country"]:
        found.append(f"Zc{facet['country']}")
    found += [f"Za{actor}" for actor in actors]
    found += [f"Zt{facet['type']}", f"Zk{facet['kind']}"]
    if facet["status"]:
        found.append(f"Zs{facet['status']}")
    if day := iso(facet["day_from"]):
        found.append(f"Zy{day[:4]}")
    return list(dict.fromkeys(word[:60] for word in found))


def place_token(name: str) -> str:
    """The word that stands for a place."""
    return "Zp" + fold(name).replace(" ", "")


def wanted(word: str) -> str:
    """The stem under which a word of a question is found."""
    return stem(fold(word))
