"""What stands around an article and is told by its shape alone: menus above it, lines in another language."""

from saksi.clean.furniture import furniture_of, plain
from saksi.clean.language import detect

_ENTRY = 3
"""Words of the longest entry of a menu."""
_ENTRIES = 8
"""Entries of the shortest menu: fewer short lines may be a byline."""
_SENTENCE = 8
"""Words of the shortest sentence."""
_PICTURES = "en"
"""The language in which picture agencies write their captions, and sites their notices."""
_TELLING = 12
"""Words of the shortest line whose language can be told."""
_END = (".", "!", "?", ":", "-", "–", "—")
_QUOTES = ('"', "“", "'", "‘")


def without_menu(lines: list[str], labels: frozenset[str], language: str) -> tuple[list[str], list[str]]:
    """The lines without the menus above the article, and these. labels: words of bylines, which end a menu."""
    rules = furniture_of(language)
    first = next((at for at, line in enumerate(lines) if _sentence(line)), 0)
    menus: set[int] = set()
    run: list[int] = []
    for at, line in enumerate(lines[: first + 1]):
        short = len(line.split()) <= _ENTRY and not line.endswith(_END)
        if at < first and plain(line) not in labels and (short or (run and rules.is_furniture(line))):
            run.append(at)
            continue
        menus |= set(run) if len(run) >= _ENTRIES else set()
        run = []
    return [line for at, line in enumerate(lines) if at not in menus], [lines[at] for at in sorted(menus)]


def without_captions(lines: list[str], language: str) -> tuple[list[str], list[str]]:
    """The lines without those in the language of picture agencies, and these. What is quoted in it stays."""
    foreign = [line for line in lines if language != _PICTURES and _is_foreign(line)]
    if sum(map(len, foreign)) * 2 > sum(map(len, lines)):
        return lines, []
    return [line for line in lines if line not in foreign], foreign


def _is_foreign(line: str) -> bool:
    return len(line.split()) >= _TELLING and not line.startswith(_QUOTES) and detect(line) == _PICTURES


def _sentence(line: str) -> bool:
    return len(line.split()) >= _SENTENCE and line.rstrip("\"”')").endswith((".", "!", "?"))
