"""The headline: given, on the page, or the first line where that reads like one. It is kept apart from the text."""

import re

from rapidfuzz import fuzz

from saksi.clean.furniture import furniture_of, is_headline

_TOP = 4
_NAVIGATION = 8
"""Lines at the top of a page among which the first longer one may be the headline."""
_SECTION = 2
"""Words of the longest name of a section."""
_KICKER = 5
"""Words of the longest name of a topic above a headline."""
_MENU = 24
"""Lines at the top of a page among which its menus, log-in forms and captions stand."""
_SAME = 92
_PARTS = re.compile(r"(?P<head>.*\S)\s+(?P<mark>[|–—-])\s+(?P<tail>\S.*)$")


def take_title(
    lines: list[str], given: str | None, outlet: str | None, language: str
) -> tuple[list[str], str | None, list[str]]:
    """The lines without the headline, the headline, and what stands above it: the names of sections.

    A first line is taken for one where it does not end like a sentence and a longer paragraph follows.
    """
    if given:
        title = _bare(given, outlet)
        same = [at for at, line in enumerate(lines[:_TOP]) if fuzz.ratio(line.casefold(), title.casefold()) >= _SAME]
        return [line for at, line in enumerate(lines) if at not in same], title, []
    rules = furniture_of(language)
    pointers = {at for at in range(min(_MENU, len(lines))) if rules.related.take(lines, at)}
    others = {at for at, line in enumerate(lines[:_MENU]) if rules.is_furniture(line) or line.startswith("•")}
    top = [at for at in range(min(_MENU, len(lines))) if at not in pointers | others]
    longer = [at for at in top[:_NAVIGATION] if len(lines[at].split()) > _SECTION]
    first = longer[0] if longer else 0
    if len(longer) > 1 and len(lines[first].split()) <= _KICKER and _in_capitals(lines[longer[1]]):
        first = longer[1]
    if len(lines) > first + 1 and is_headline(lines[first]) and any(_sentence(line) for line in lines[first + 1 :]):
        title = _bare(lines[first], outlet)
        below = [line for at, line in enumerate(lines[first + 1 :]) if not _repeats(line, lines[first], at < _TOP)]
        return below, title, lines[:first]
    return lines, None, []


def _repeats(line: str, title: str, near: bool) -> bool:
    """Whether a line says the headline again; right below it a few characters may differ, as in a caption."""
    alike = near and not line.endswith(".") and fuzz.ratio(line.casefold(), title.casefold()) >= _SAME
    return alike or line == title


def _in_capitals(line: str) -> bool:
    """Whether a line is a headline whose words have capitals, which a section's name above it is not confused with."""
    words = [word for word in line.split() if len(word) > 3]
    return is_headline(line) and len(words) > _KICKER and sum(word[0].isupper() for word in words) >= 0.7 * len(words)


def _bare(title: str, outlet: str | None) -> str:
    """A page's title without the outlet's name after the last bar or dash."""
    parts = _PARTS.match(title)
    if not parts:
        return title
    of_outlet = outlet and fuzz.partial_ratio(outlet.casefold(), parts["tail"].casefold()) >= _SAME
    return parts["head"] if parts["mark"] == "|" or of_outlet else title


def _sentence(line: str) -> bool:
    return len(line.split()) >= 8 and line.rstrip("\"”')").endswith((".", "!", "?"))
