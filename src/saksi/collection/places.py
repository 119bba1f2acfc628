"""Words for countries and their people, as the texts of a language use them."""

from collections.abc import Callable
from functools import cache

from saksi.languages.forms import fold
from saksi.world.countries import countries, local_names


@cache
def country_of(language: str | None) -> Callable[[str], str | None]:
    """A look-up from words to the code of the country that they mean, None where they mean none."""
    table: dict[str, str] = {}
    for code, country in countries().items():
        for name in (*country.names, *local_names(language or "id").get(code, ()), code):
            table.setdefault(fold(name), code)
    return lambda words: table.get(fold(words))
