"""Datelines: the words before the first dash that say which outlet or agency wrote from which city."""

import re
from dataclasses import dataclass
from functools import cache

from saksi.clean.furniture import is_headline
from saksi.clean.sources import country_names
from saksi.languages.loader import load
from saksi.languages.shape_page import CreditWords
from saksi.world.gazetteer import Candidate, gazetteer
from saksi.world.media import known
from saksi.world.spelling import fold

_ADDRESS = r"(?:www\.)?[A-Za-z][\w-]{1,30}(?:\.(?i:com|co|id|net|org|news|tv|info|asia|press)){1,2}(?:\.(?=,))?"
_CAPITALS = r"[A-Z][A-Z'’.-]*[A-Z.](?: [A-Z][A-Z'’.-]*[A-Z.]){0,3}"
_TITLED = r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}"
_NAMED = r"[A-Z][\w.]*(?: [A-Z][\w.]*){0,2}"
_STAMP = r"(?:\s*\(\d{1,2}/\d{1,2}(?:/\d{4})?\))?"
_DASH = r"\s*(?:[-–—]{2,}|[–—]|-(?=\s)|(?<=\s)-|-(?=[A-Z\"“]))\s*"
_DAY = r"(?:,\s*\d{1,2}(?:/\d{1,2}| [A-Z][a-z]+)(?:/\d{4}| \d{4})?)?"
_FIRST = 4
"""Paragraphs among which the dateline is looked for: a deck or a caption may stand before it."""
_DECK = 25
"""Characters of the shortest deck."""
_ABBREVIATION = 5
_SPELLED = 4
"""Letters of the shortest country that is no abbreviation."""
_LARGE = 100_000
_HEAD = 16
"""Lines at the top of a page, below its menus and captions, among which one that ends with a dash is a dateline."""
_DASHES = ("-", "–", "—")
_GOES_ON = "A"
"""Stands for the sentence after a dateline on a line of its own."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """words: the dateline as it stands, dash included. agencies: media named in it beside the outlet."""

    words: str
    outlet: str | None = None
    city: str | None = None
    agencies: tuple[str, ...] = ()


class Datelines:
    """A language's outlets and cities, ready for matching at the start of a paragraph."""

    def __init__(self, words: CreditWords, countries: frozenset[str]) -> None:
        self._countries = countries
        outlets = "|".join(re.escape(name) for name in sorted(words.outlets, key=len, reverse=True))
        cities = "|".join(re.escape(name) for name in sorted(words.cities, key=len, reverse=True))
        shouted = "|".join(re.escape(name.upper()) for name in words.cities if not name.isupper())
        outlet = rf"(?:{_ADDRESS}|{outlets})"
        city = rf"(?:{cities}|{_CAPITALS})"
        place = rf"{city}(?:/{city})?(?:, (?:{cities}|{_CAPITALS}|[A-Z][a-z]+(?: [A-Z][a-z]+)?))?"
        credit = r"\s*\((?P<credit>[^()]{2,40})\)"
        forms = [
            rf"(?P<outlet>{outlet})\s*,?\s+(?P<city>{place}){_DAY}(?:{credit})?(?:{_DASH}|:\s+)",
            rf"(?P<outlet>{outlet})\s*(?:,\s*)?(?P<city>{_CAPITALS})(?:{_DASH}|:\s+)",
            rf"(?P<city>{place})\s*,\s*(?P<outlet>{outlet})(?:{_DASH}|\s+\|\s+)",
            rf"(?P<city>{cities})\s*,\s*(?P<outlet>{_NAMED}){_STAMP}{_DASH}",
            rf"(?P<outlet>{outlet}){_DASH}(?P<city>{_CAPITALS})\.\s+",
            rf"(?P<city>{place})\s*,\s*(?P<outlet>[a-z][a-z\d]{{7,24}})\s+[-–—]+\s+(?=[A-Z\"“])",
            rf"(?P<city>{place}){_DAY}\s*\((?P<outlet>(?:{outlet}|[A-Z][a-z]+News)(?: [A-Z][a-z]+)?)\){_DASH}",
            rf"(?P<city>{place}){_DAY}{credit}(?:{_DASH}|:\s+)",
            rf"(?P<city>{place}),?\s*\([A-Z]{{2,4}}\){_DASH}",
            rf"(?P<outlet>{outlet}),\s+(?P<city>{cities})\s*(?=[A-Z][a-z])",
            rf"(?P<outlet>{outlet}){_DAY}(?:{credit})?(?:{_DASH}|:\s+|\.\s+(?=[A-Z]))",
            rf"(?P<city>(?:{cities})(?:, [A-Z][a-z]+)?|{_CAPITALS}(?:, {_CAPITALS})?){_DAY}{_DASH}(?=[\"“'‘(A-Z\d])",
            rf"(?P<city>{cities}):\s+(?=[A-Z\"“])",
            rf"(?P<city>{shouted})\s+(?=[A-Z][a-z])",
            rf"(?P<house>{_NAMED})\s*,\s*(?P<city>{cities}){_DASH}(?=[A-Z\"“])",
            rf"(?P<outlet>{outlet})\s*,\s+(?P<spot>{_TITLED}){_DASH}(?=[A-Z\"“])",
            rf"(?P<spot>{_TITLED})\s*,\s*(?P<outlet>{_ADDRESS}){_DASH}(?=[A-Z\"“])",
            r"\((?P<outlet>[A-Za-z]+\w{3,24})\)\s*[-–—]+\s+(?=[A-Z\"“])",
            r"(?P<outlet>[A-Z][a-z]{2,}(?:[A-Z][a-z]{2,}|\d+[a-z]+)+)\s+[-–—]+\s+(?=[A-Z\"“])",
            rf"(?P<town>{_TITLED})(?:\s*,\s*(?P<outlet>{_NAMED}){_STAMP})?{_DASH}(?=[\"“A-Z])",
            r"(?P<outlet>[a-z][a-z\d]{3,24})\s+[-–—]+\s+(?=[A-Z\"“])",
        ]
        self._forms = tuple(re.compile(form) for form in forms)
        self._places = place
        self._signed = re.compile(rf"(?P<city>{_TITLED}|{_CAPITALS})\s*,\s*(?P<outlet>{_ADDRESS})")
        self._cities = frozenset(name.casefold() for name in words.cities)
        self._locative = "|".join(words.locative)
        self._outlets = {name.casefold(): name for name in words.outlets}

    def find(self, paragraph: str, outlet: str | None) -> Dateline | None:
        """The dateline that a paragraph begins with. outlet: the article's, where it is known from elsewhere."""
        if outlet and (own := self._own(paragraph, outlet)):
            return own
        for form in self._forms:
            if found := form.match(paragraph):
                parts = found.groupdict()
                if town := parts.get("town"):
                    house = parts["outlet"] if not self._is_place(parts["outlet"] or "") else None
                    return Dateline(found.group().strip(), house, town) if self._is_town(town) else None
                credit = [known(part) for part in re.split(r"\s*[/,]\s*|\s+dan\s+", parts.get("credit") or "") if part]
                if parts.get("credit") and not any(credit):
                    continue
                if (spot := parts.get("spot")) and not self._is_place(spot):
                    continue
                named = parts.get("outlet") or parts.get("house") or credit
                if not named and not self._is_from(parts["city"], paragraph[found.end() :]):
                    continue
                if (parts.get("outlet") or "").casefold() in self._countries:
                    continue
                if house := parts.get("house"):
                    here = self._is_place(house)
                    return Dateline(found.group().strip(), None if here else house, house if here else parts["city"])
                first, _, second = parts["city"].partition(", ") if not named else ("", "", "")
                if second.casefold() in self._cities and not self._is_place(first.title()):
                    return Dateline(found.group().strip(), first.title(), _city(second))
                if not named and self._is_house(parts["city"]):
                    return Dateline(found.group().strip(), parts["city"].title())
                names = [medium.name for medium in credit if medium]
                outlet = parts.get("outlet") or _house(parts.get("credit") or "")
                city = _city(parts.get("city") or parts.get("spot"))
                agencies = tuple(name for name in names if name != self._tidy(outlet))
                return Dateline(found.group().strip(), self._tidy(outlet), city, agencies)
        return self._before_colon(paragraph)

    def _before_colon(self, paragraph: str) -> Dateline | None:
        """A place before a colon that the paragraph goes on to tell of: "Catatumbo: Bentrokan di wilayah Catatumbo"."""
        head, colon, rest = paragraph.partition(": ")
        again = re.search(rf"\b(?:{self._locative}) {re.escape(head)}\b", rest) is not None
        if not (colon and again and re.fullmatch(_TITLED, head)) or head.casefold() in self._countries:
            return None
        return Dateline(f"{head}:", city=head) if gazetteer().named(head) else None

    def alone(self, line: str, outlet: str | None) -> Dateline | None:
        """The dateline that a line begins with, as if the article went on after its dash; or a city in capitals
        or with the address of an outlet."""
        if line.isupper() and line.casefold() in self._cities:
            return Dateline(line, city=_city(line))
        if (signed := self._signed.fullmatch(line)) and signed["city"].casefold() in self._cities:
            return Dateline(line, self._tidy(signed["outlet"]), _city(signed["city"]))
        return self.find(f"{line} {_GOES_ON}", outlet)

    def _own(self, paragraph: str, outlet: str) -> Dateline | None:
        """A dateline with the outlet's own name, which need not be on any list."""
        name = re.escape(outlet)
        city = rf"(?P<city>{self._places})"
        found = re.match(
            rf"(?:{city}\s*,\s*(?i:{name})|(?i:{name})(?:\s*,\s*{city.replace('city', 'town')})?){_DASH}", paragraph
        )
        return Dateline(found.group().strip(), outlet, _city(found["city"] or found["town"])) if found else None

    def _is_town(self, name: str) -> bool:
        """Whether a name before a dash is that of a large town or a region and of nothing else."""
        bearers = gazetteer().named(name) if name.casefold() not in self._countries else ()
        return any(_called(each, name) for each in bearers)

    def _is_city(self, name: str) -> bool:
        """Whether capitals before a dash are a city and no abbreviation, which is shorter ("AS - Rusia sepakat")."""
        first = name.split(",")[0].strip()
        return first.casefold() in self._cities or len(first) > _ABBREVIATION or self._is_town(first.title())

    def _is_place(self, name: str) -> bool:
        return name.casefold() in self._countries | self._cities or bool(gazetteer().named(name))

    def _is_from(self, name: str, after: str) -> bool:
        """Whether capitals before a dash are where a report comes from: a city, or a country but not one of two."""
        if self._is_city(name):
            return True
        spelled = len(name) >= _SPELLED and name.isupper() and name.casefold() in self._countries
        return spelled and after.split(" ")[0].strip(",").casefold() not in self._countries

    def _is_house(self, name: str) -> bool:
        """Whether capitals are an outlet called after its city ("JAKARTA INSIDER")."""
        return (
            name.isupper()
            and name.split(" ")[0].casefold() in self._cities
            and " " in name
            and not ("," in name or self._is_place(name.title()))
        )

    def _tidy(self, outlet: str | None) -> str | None:
        """An outlet's address or name in its usual case."""
        if outlet is None:
            return None
        name = outlet.removeprefix("www.").rstrip(".")
        medium = None if "." in name else known(name)
        if medium:
            return medium.name
        usual = self._outlets.get(name.casefold(), name)
        return usual.capitalize() if usual.isupper() and "." in usual else usual


def _called(bearer: Candidate, name: str) -> bool:
    """Whether a large town is called so, or a region by the head of its name ("Yahukimo Regency")."""
    place, said = fold(bearer.place.name), fold(name)
    if bearer.place.precision == "region":
        return place == said or place.startswith(f"{said} ")
    return bearer.place.precision == "city" and bearer.population >= _LARGE and place == said


def _house(credit: str) -> str | None:
    """The outlet among the agencies of a dateline: its own house, or a name that the world does not list."""
    names = [part.strip() for part in re.split(r"\s*[/,]\s*", credit) if part.strip()]
    unknown = next((name for name in names if not known(name) and name[0].isupper() and len(names) > 1), None)
    media = [medium for name in names if (medium := known(name))]
    house = next((medium.name for medium in media if medium.name == "ANTARA"), unknown)
    # a station or paper alone in the brackets wrote the article itself; an agency alone supplied it
    return house or (media[0].name if len(names) == 1 and media and media[0].kind != "agency" else None)


def _city(name: str | None) -> str | None:
    """A city's name, capitals reduced to initials; what follows a comma is its country, what follows a slash a
    second one, and left off."""
    if name is None:
        return None
    city = re.split("[,/]", name)[0].strip()
    return city.title() if city.isupper() and len(city) > 3 else city


def bare_dateline(lines: list[str], outlet: str | None, language: str) -> tuple[list[str], Dateline | None]:
    """The lines of a page without a dateline that stands on a line of its own near the top, and that dateline."""
    for at, line in enumerate(lines[:_HEAD]):
        open_ended = line.rstrip().endswith(_DASHES)
        found = _datelines(language).alone(line, outlet) if open_ended or at < _FIRST else None
        if found and len(found.words) >= len(line.rstrip()):
            return [*lines[:at], *lines[at + 1 :]], found
    return lines, None


def take_dateline(body: list[str], outlet: str | None, language: str) -> tuple[list[str], Dateline | None]:
    """The paragraphs of an article without its dateline, and the dateline."""
    for at, paragraph in enumerate(body[:_FIRST]):
        found = _datelines(language).find(paragraph, outlet)
        rest = paragraph[len(found.words) :].lstrip() if found else ""
        if found and len(rest.split()) >= 4:
            return [*body[:at], rest, *body[at + 1 :]], found
    return body, None


def without_deck(body: list[str]) -> tuple[list[str], list[str]]:
    """The paragraphs without a deck that says no more than the lead begins with, and that deck."""
    for at, line in enumerate(body[:_FIRST]):
        said = line.rstrip(" .").casefold()
        if len(said) >= _DECK and any(below.casefold().startswith(said) for below in body[at + 1 : at + _FIRST]):
            return [*body[:at], *body[at + 1 :]], [line]
    return body, []


def next_article(body: list[str], dateline: Dateline | None, language: str) -> int:
    """Where another article of the same outlet begins below the first: at its dateline, or the headline above that."""
    if not dateline or not dateline.outlet:
        return len(body)
    for at, line in enumerate(body[_FIRST:], _FIRST):
        found = _datelines(language).find(line, None)
        if found and found.city and (found.outlet or "").casefold() == dateline.outlet.casefold():
            return at - 1 if body[at - 1].endswith("...") or is_headline(body[at - 1]) else at
    return len(body)


@cache
def _datelines(language: str) -> Datelines:
    return Datelines(load(language, "credits", CreditWords), country_names(language))
