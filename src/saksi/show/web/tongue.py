"""The interface in two tongues: messages from gettext catalogues, dates and numbers in the manner of each."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from pathlib import Path

from babel import Locale
from babel.dates import format_date
from babel.messages.pofile import read_po
from babel.numbers import format_decimal, format_percent

from saksi.world.countries import countries, local_names

TONGUES = ("id", "en")
CATALOGUES = Path(__file__).parent / "locale"

_SHAPES = {"id": {1: "y", 2: "MMM y", 3: "d MMM y"}, "en": {1: "y", 2: "MMM y", 3: "d MMM y"}}


class Tongue:
    """One language of the interface. code: ISO 639-1. Built once by `tongue`."""

    def __init__(self, code: str) -> None:
        self.code = code
        self.locale = Locale.parse(code)
        self._messages = _messages(code)

    def say(self, message: str, **values: object) -> str:
        """The message in this tongue, its {names} filled in; English where the catalogue has none."""
        told = self._messages.get(message) or message
        return told.format_map({key: str(value) for key, value in values.items()}) if values else told

    def count(self, one: str, many: str, number: int) -> str:
        """A number with its noun: "1 source", "2 sources"; Indonesian has one form for both."""
        message = one if number == 1 and self.code == "en" else many
        return self.say(message).replace("{n}", self.number(number))

    def number(self, value: float | None) -> str:
        """A number with the separators of the tongue; empty for None."""
        if value is None:
            return ""
        return str(format_decimal(value, locale=self.locale))

    def share(self, value: float) -> str:
        """A share as a percentage."""
        return str(format_percent(value, locale=self.locale))

    def decimal(self, value: float) -> str:
        """A number with two decimals."""
        return str(format_decimal(value, format="0.00", locale=self.locale))

    def country(self, code: str | None) -> str:
        """What the tongue calls a country; the code itself where it has no name."""
        if not code:
            return ""
        here = local_names(self.code).get(code, ()) if self.code != "en" else ()
        if here:
            return here[0]
        known = countries().get(code)
        return known.name if known else code

    def day(self, value: str | None) -> str:
        """An EDTF value or ISO day as it is read, with the precision that it has."""
        if not value:
            return ""
        first, slash, last = value.partition("/")
        if not slash:
            return self._point(first)
        if last in ("..", ""):
            return self.say("since {day}", day=self._point(first))
        if first in ("..", ""):
            return self.say("until {day}", day=self._point(last))
        return f"{self._point(first)} – {self._point(last)}"

    def moment(self, value: str | None) -> str:
        """A time of the store (ISO 8601, UTC) to the minute."""
        return f"{self.day(value[:10])} {value[11:16]}" if value else ""

    def _point(self, value: str) -> str:
        plain = value.rstrip("~?%")
        if plain.startswith("XXXX"):
            return plain.removeprefix("XXXX-")
        parts = plain[:10].split("-")
        try:
            at = date(*(int(part) for part in (*parts, "1", "1")[:3]))
        except ValueError:
            return value
        told = format_date(at, _SHAPES[self.code][min(len(parts), 3)], locale=self.locale)
        return f"± {told}" if plain != value else told


@cache
def tongue(code: str) -> Tongue:
    """The tongue of a code."""
    return Tongue(code)


def chosen(cookie: str | None, accepted: str | None) -> Tongue:
    """The tongue that a visitor chose, else the first that the browser asks for, else English."""
    if cookie in TONGUES:
        return tongue(cookie)
    for part in (accepted or "").lower().split(","):
        code = part.split(";")[0].strip()[:2]
        if code in (*TONGUES, "ms"):
            return tongue("en" if code == "en" else "id")
    return tongue("en")


def _messages(code: str) -> Mapping[str, str]:
    with (CATALOGUES / code / "saksi.po").open("rb") as stream:
        catalogue = read_po(stream, locale=code)
    return {str(entry.id): str(entry.string) for entry in catalogue if entry.id and entry.string}


Say = Callable[..., str]
