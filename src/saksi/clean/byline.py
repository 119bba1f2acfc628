"""Bylines: lines that say who wrote, edited, translated or supplied the article, and when it was published."""

import re
from dataclasses import dataclass, field
from functools import cache

from saksi.clean.days import days_of
from saksi.clean.furniture import furniture_of, plain
from saksi.languages.loader import load
from saksi.languages.shape_page import CreditWords
from saksi.world.media import known

_NAME_WORDS = 7
_TOP, _BOTTOM = 10, 8
_MENU = 40
"""Lines at the top of a page of which menus and log-in forms do not count."""
_NAME = re.compile(r"[A-Z][\w'’.-]*(?: (?:[A-Z][\w'’.-]*|bin|binti|van|de|al)){0,4}")
_DESK = r"(?:Tim|Redaksi)(?: \w+)?"
"""What signs for an author where none is named."""
_SIGNED = re.compile(
    rf"(?:{_DESK}|(?P<name>{_NAME.pattern}))\s*[-–—|,]\s*(?P<outlet>\w[\w-]*(?:\.(?i:com|co|id|net|org|news|tv)){{1,2}}|detik(?:com|[A-Z][A-Za-z]+))"
)
_INITIALS = re.compile(r"^[a-z]{2,3}(?:/[a-z]{2,3}){0,3}\s+(?=\()")
_SIGN = re.compile(r"\(?(?P<names>(?:[A-Z]{2,5}|[A-Z]?[a-z]+)(?:/(?:[a-z]{2,8}|[A-Z]{1,2}-\d+|[A-Z]{2,5}))*)\)?")
_FONT = "aa"
"""The sizes of letters that a page offers, not Anadolu Agency."""
_NAMED = re.compile(r"\([Ss]umber ?: ?(?P<name>[^()]+)\)")
_BY = re.compile(rf"(?:{_NAME.pattern} )?by (?P<name>{_NAME.pattern})")
_PARTS = re.compile(r"\s*(?:[,;/&]|\bdan\b)\s*")


def _person(line: str) -> bool:
    """Whether a line is two to four capitalised words: a name by itself."""
    return bool(_NAME.fullmatch(line)) and 2 <= len(line.split()) <= 4 and not known(line)


@dataclass(slots=True)
class Byline:
    """What the lines around an article say about it."""

    authors: list[str] = field(default_factory=list)
    editors: list[str] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)
    outlet: str | None = None
    published: str | None = None


class Bylines:
    """A language's labels of bylines."""

    def __init__(self, words: CreditWords, language: str) -> None:
        self._days = days_of(language)
        kinds = {"authors": words.authors, "editors": words.editors, "sources": words.sources, "others": words.others}
        self._kind = {label: kind for kind, labels in kinds.items() for label in labels}
        self.labels = frozenset(self._kind)
        labels = "|".join(re.escape(label) for label in sorted(self._kind, key=len, reverse=True))
        self._label = re.compile(rf"(?:^|(?<=[|/;,.)])|(?<=\s))\s*(?P<label>{labels})\s*[:：]\s*", re.IGNORECASE)
        self._alone = re.compile(rf"(?P<label>{labels})", re.IGNORECASE)
        self._plain = re.compile(rf"(?P<label>{labels})(?P<space>\s*)(?P<name>{_NAME.pattern})", re.IGNORECASE)
        reports = "|".join(map(re.escape, words.reports))
        self._report = re.compile(rf"(?:{reports})\s+(?P<outlet>[\w.-]+),?\s+(?P<name>.+)", re.IGNORECASE)
        self._furniture = furniture_of(language).is_furniture
        self._picture = furniture_of(language).credits.search
        self._whole = (
            self._labelled,
            self._signed,
            self._dated,
            self._reported,
            self._outlet,
            self._agencies,
            self._bracketed,
        )
        self._sections = words.sections
        self._cities = frozenset(city.casefold() for city in words.cities)
        self._outlets = {name.casefold(): name for name in words.outlets}
        self._titled = re.compile(rf"(?P<name>{_NAME.pattern}),?\s+(?P<label>{labels})", re.IGNORECASE)
        self._owners = tuple(re.compile(owner) for owner in words.owners)

    def take(self, lines: list[str], found: Byline) -> tuple[list[str], list[str]]:
        """The lines without bylines, and the bylines; what they say goes to found."""
        kept: list[str] = []
        taken: list[str] = []
        at = 0
        top = [at for at, line in enumerate(lines[:_MENU]) if not self._furniture(line)][:_TOP]
        head = max(_TOP, top[-1] + 1 if top else 0)
        while at < len(lines):
            used = 0
            if at < head or at >= len(lines) - _BOTTOM:
                before, used = self._with_neighbours(lines, at, kept, found)
                taken += [kept.pop() for _ in range(before)]
                used = used or any(rule(lines[at], found) for rule in self._whole)
            (taken if used else kept).extend(lines[at : at + max(1, used)])
            at += max(1, used)
        again = [line for line in kept[:_TOP] if line in found.authors]
        return [line for line in kept if line not in again], [*taken, *again]

    def _with_neighbours(self, lines: list[str], at: int, kept: list[str], found: Byline) -> tuple[int, int]:
        """For a byline that fills several lines: how many lines before this one, and from this one on, belong to it."""
        line, after = lines[at], lines[at + 1] if at + 1 < len(lines) else ""
        if at > 0 and _person(line) and self._days.line(after) and not self._kind.keys() & line.casefold().split():
            self._put("authors", line, found)
            return 0, 1
        label = self._alone.fullmatch(line.strip(" :|"))
        if not label:
            return 0, 0
        kind = self._kind[label["label"].casefold()]
        if _person(after) and not self._furniture(after) and not self._plain.fullmatch(after):
            self._put(kind, after, found)
            return 0, 2
        if len(kept) > 1 and _person(kept[-1]):
            self._put(kind, kept[-1], found)
            return 1, 1
        return 0, 0

    def owner(self, lines: list[str]) -> str | None:
        """The outlet that a notice of reuse or copyright names."""
        for line in lines:
            for pattern in self._owners:
                if found := pattern.search(line):
                    medium = known(found["name"])
                    return medium.name if medium else found["name"].rstrip(".,")
        return None

    def take_signs(self, tails: list[str], found: Byline) -> None:
        """Takes the agencies out of the signs at the end of paragraphs: "(AFP/Z-2)", "(reuters/dna)"."""
        for tail in tails:
            if named := _NAMED.fullmatch(tail):
                self._put("sources", named["name"], found)
                continue
            sign = _SIGN.fullmatch(tail) if plain(tail) != _FONT else None
            media = map(known, sign["names"].split("/")) if sign else ()
            found.sources += [medium.name for medium in media if medium]

    def _labelled(self, line: str, found: Byline) -> bool:
        """Whether a line is made of "label: names" and nothing else."""
        labels = list(self._label.finditer(line))
        if not labels or line[: labels[0].start()].strip(" |(-–—["):
            return False
        ends = [*(label.start() for label in labels[1:]), len(line)]
        values = [line[label.end() : end].strip(" |/;,()[]-–—") for label, end in zip(labels, ends, strict=True)]
        if any(len(value.split()) > _NAME_WORDS or not value for value in values):
            return False
        for label, value in zip(labels, values, strict=True):
            self._put(self._kind[label["label"].casefold()], value, found)
        return True

    def _reported(self, line: str, found: Byline) -> bool:
        """Lines such as "Laporan Wartawan Kabar.com, Nama" and "Editor Nama"."""
        if report := self._report.fullmatch(line):
            found.outlet = found.outlet or report["outlet"].rstrip(",")
            self._put("authors", report["name"], found)
            return True
        bare = self._plain.fullmatch(line)
        if not bare or not all(word[0].isupper() for word in bare["name"].split()):
            return False
        if not bare["space"] and not _person(bare["name"]):
            return False
        self._put(self._kind[bare["label"].casefold()], bare["name"], found)
        return True

    def _signed(self, line: str, found: Byline) -> bool:
        """Lines such as "Nama - Kabar.com"."""
        if by := _BY.fullmatch(line):
            self._put("authors", by["name"], found)
            return True
        signed = _SIGNED.fullmatch(line)
        if not signed or (signed["name"] or "").casefold() in self._cities:
            return False
        found.outlet = found.outlet or signed["outlet"]
        self._put("authors", signed["name"] or "", found)
        return True

    def _bracketed(self, line: str, found: Byline) -> bool:
        """A name in brackets on a line of its own."""
        if not (line.startswith("(") and line.endswith(")") and _person(line[1:-1].strip())):
            return False
        self._put("authors", line[1:-1].strip(), found)
        return True

    def _dated(self, line: str, found: Byline) -> bool:
        """A line with the day of publication; a name or outlet may stand in it."""
        dated = self._days.line(line)
        if not dated:
            return False
        found.published = found.published or dated[0]
        if any(self._labelled(part.strip(), found) for part in line.split("|")[1:]):
            return True
        left = dated[1].strip(" -–—|,·•")
        name = line.partition(",")[0].strip()
        if _person(name) and (medium := known(left.removeprefix(name).strip())):  # "Nama, Kabar Indonesia | hari"
            self._put("authors", name, found)
            found.outlet = found.outlet or medium.name
        elif left and known(left) and not found.outlet:
            found.outlet = left
        elif titled := self._titled.fullmatch(left):
            self._put(self._kind[titled["label"].casefold()], titled["name"], found)
        elif _person(left) and left.casefold() not in self._sections and re.match(rf"{re.escape(left)}\s*[•·|]", line):
            self._put("authors", left, found)
        return True

    def _outlet(self, line: str, found: Byline) -> bool:
        """A line of nothing but an outlet's name; that of a home agency is its supplier's."""
        name = self._outlets.get(line.strip().casefold())
        medium = known(name) if name else None
        if name is None or (medium and medium.kind == "agency" and medium.country == "IDN"):
            return False
        found.outlet = found.outlet or name
        return True

    def _agencies(self, line: str, found: Byline) -> bool:
        """A line of nothing but names of media: "REUTERS | AL JAZEERA"."""
        if plain(line) == _FONT:
            return False
        line = _INITIALS.sub("", line)
        parts = [part.strip(" ()[]*.") for part in re.split(r"\s*[|/]\s*|\s+dan\s+|,\s+", line)]
        media = [known(part) for part in parts if part]
        named = [part for part, medium in zip(filter(None, parts), media, strict=True) if not medium]
        signed = line.isupper() and "|" in line and len(named) < len(media)
        if not media or len(line.split()) > 10 or (named and not signed):
            return False
        found.authors += [name.title() for name in named if name.title() not in found.authors]
        found.sources += [medium.name for medium in media if medium]
        return True

    def _put(self, kind: str, value: str, found: Byline) -> None:
        if kind == "others":
            return
        names = [name.strip(" .()") for name in _PARTS.split(value) if name.strip(" .()")]
        names = [name for name in names if any(char.isalpha() for char in name)]
        if kind == "sources":
            if self._picture(value) and not any(known(name) for name in names):
                return
            names = [medium.name if (medium := known(name)) else name for name in names]
        names = [name.title() if name.isupper() and " " in name else name for name in names]
        into: list[str] = getattr(found, kind)
        into += [name for name in names if name not in into]


@cache
def bylines_of(language: str) -> Bylines:
    """The labels of bylines in a language."""
    return Bylines(load(language, "credits", CreditWords), language)
