"""The words under which claims are found: stems of their sentences, and their place, people, type and year as words.

Words of filters begin with 0 and a letter, as no word of a text does.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from saksi.languages.forms import fold, stem, stems
from saksi.model.days import iso

_LONGEST = 60


def tokens(sentence: str, facet: Mapping[str, Any], actors: Iterable[str], near: Iterable[str] = ()) -> list[str]:
    """The words of a facet. near: folded names of places around it."""
    found = [word for word in stems(sentence) if len(word) > 1 or word.isdigit()]
    if facet["place"]:
        found += [*stems(facet["place"]), filter_word("p", facet["place"])]
    found += [word for place in near for word in stems(place)]
    found += [filter_word("a", actor) for actor in actors]
    values = (("c", facet["country"]), ("t", facet["type"]), ("k", facet["kind"]), ("s", facet["status"]))
    found += [filter_word(mark, value) for mark, value in values if value]
    if day := iso(facet["day_from"]):
        found.append(filter_word("y", day[:4]))
    return list(dict.fromkeys(word[:_LONGEST] for word in found))


def filter_word(mark: str, value: str) -> str:
    """The word that stands for a value of a filter."""
    return f"0{mark}{fold(value).replace(' ', '').replace('_', '')}"


def wanted(word: str) -> str:
    """The stem under which a word of a question is found."""
    return stem(fold(word))[:_LONGEST]
