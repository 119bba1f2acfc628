"""Headlines of other articles: "read also" lines, lists of them, and those that stand inside a paragraph."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from saksi.languages.shape_page import FurnitureWords

_END = (".", "!", '."', '!"', ".”", "!”", ".'", ".’", ".)", "…")
_LONGEST = 24
_LIST = 12
_SPREAD = 3
"""Lines that a headline fills in a list, with its section and its age."""
_SMALL = re.compile(r"[a-zà-ÿ][\w'’/-]*")
_VERB = re.compile(r"me(?!lalui|nurut|njelang|ngapa)[a-z]{5,}\b")
"""A verb as running text has it; titles in capitals leave none of them small."""
_SUBJECT = 9
"""Words of the longest subject of the sentence after a headline."""
_BULLET = " \t•·*-–—|»›>0123456789.)"


@dataclass(frozen=True, slots=True)
class Taken:
    """Headlines and the number of lines that they and their heading fill."""

    headlines: tuple[str, ...]
    lines: int


class Related:
    """A language's ways of pointing to other articles. is_furniture: whether a line is no headline but furniture."""

    def __init__(self, words: FurnitureWords, is_furniture: Callable[[str], bool]) -> None:
        self._is_furniture = is_furniture
        heads = "|".join(re.escape(head) for head in sorted(words.related, key=len, reverse=True))
        several = "|".join(re.escape(head) for head in sorted(words.related, key=len, reverse=True) if " " in head)
        inline = "|".join(re.escape(head) for head in words.inline)
        self._head = re.compile(rf"[({{\[•*>»| -]*(?P<head>{heads})\s*[:;]?\s*[)\]]?\s*$", re.IGNORECASE)
        self._line = re.compile(
            rf"[({{\[•*>»| -]*(?:(?P<head>{heads})\s*:|(?P<bare>{several})\b)\s*[-–]?\s*(?P<rest>\S.*)$", re.IGNORECASE
        )
        self._bracket = re.compile(rf"\s*[(\[](?:{inline})\s*:?\s*(?P<rest>[^()\[\]]+)[)\]]", re.IGNORECASE)
        self._inside = re.compile(
            rf"(?:(?:(?<=[.!?\"”)])\s*|\s+)(?:{inline})\s*:|(?<=[.!?\"”)])\s*(?:{inline})\b(?=\s+(?-i:[A-Z])))\s*(?P<rest>\S.*)$",
            re.IGNORECASE,
        )
        self._between = re.compile("|".join(f"(?:{each})" for each in words.between), re.IGNORECASE)
        self._lists = words.lists
        self._openers = words.openers

    def take(self, lines: list[str], at: int) -> Taken | None:
        """The headlines that a line names or heads, None where the line points to no other article."""
        line = lines[at].strip()
        if _pointed(line):
            return Taken((line.lstrip("•- "),), 1)
        if head := self._head.match(line):
            most = _LIST if head["head"].casefold() in self._lists else 1
            below, used = self._below(lines[at + 1 :], most)
            return Taken(below, 1 + used)
        found = self._line.match(line)
        if not found:
            return None
        rest = found["rest"].strip(" )]|")
        if found["bare"] and not _short(rest.rstrip("!")):
            return None  # a sentence that happens to begin so
        headline, left = split_headline(rest, self._openers)
        return None if left else Taken((headline,), 1)

    def _below(self, lines: list[str], most: int) -> tuple[tuple[str, ...], int]:
        """The headlines under a heading, up to the first line that reads like a sentence; the lines used."""
        found: list[str] = []
        used = 0
        for at, line in enumerate(lines[: most * _SPREAD]):
            if most > 1 and self._between.fullmatch(line.strip()):
                continue
            headline = line.strip(_BULLET) if line[:1] in _BULLET else line.strip()
            pointer = self._line.match(line) or self._head.match(line)
            if not _short(headline) or len(headline.split()) < 3 or pointer or self._is_furniture(line):
                break
            found.append(headline)
            used = at + 1
            if len(found) == most:
                break
        return tuple(found), used

    def inside(self, paragraph: str) -> tuple[str, list[str], list[str]]:
        """A paragraph without the headlines inside it; the headlines; what was cut out."""
        headlines: list[str] = []
        cut: list[str] = []
        for found in self._bracket.finditer(paragraph):
            headlines.append(found["rest"].strip())
            cut.append(found.group().strip())
        paragraph = self._bracket.sub("", paragraph)
        found_at_start = self._line.match(paragraph)
        found_later = self._inside.search(paragraph)
        hit = found_at_start if found_at_start and found_at_start["head"] else found_later
        if hit:
            headline, left = split_headline(hit["rest"], self._openers)
            headlines.append(headline)
            cut.append(paragraph[hit.start() : len(paragraph) - len(left)].strip())
            paragraph = f"{paragraph[: hit.start()].rstrip()} {left}".strip()
        return paragraph, headlines, cut


def _pointed(line: str) -> bool:
    """Whether a line is a bullet with a headline, told from a list of the article's by the capitals of its words."""
    words = [word for word in line.strip(_BULLET).split() if len(word) > 3]
    capitals = sum(not word[0].islower() for word in words)
    return line.startswith(("•", "- ")) and len(words) >= 5 and _short(line) and capitals >= 0.7 * len(words)


def _short(text: str) -> bool:
    return len(text.split()) <= _LONGEST and not text.endswith(_END)


def _opens(words: list[str], openers: frozenset[str]) -> bool:
    """Whether a sentence can begin with the first of two words, or with both."""
    return words[0].casefold() in openers or " ".join(words).casefold() in openers


def split_headline(text: str, openers: frozenset[str] = frozenset()) -> tuple[str, str]:
    """A headline and the text that goes on after it without a break, empty where nothing does.

    In a title in capitals the first run of plain small words, or a verb in them, shows that the text goes on: from
    the last of its openers on, such as the title of who speaks, or one word before. Other titles end with the first
    full stop.
    """
    if _short(text):
        return text, ""
    words = text.split(" ")
    capitals = sum(not _SMALL.match(word) for word in words[:6])
    if capitals >= 4:
        for at in range(3, len(words) - 2):
            running = all(_SMALL.match(word) and len(word) > 3 for word in words[at : at + 2])
            if (running or _VERB.match(words[at])) and not _SMALL.match(words[at - 1]):
                near = range(at - 1, max(2, at - _SUBJECT), -1)
                begin = next((back for back in near if _opens(words[back : back + 2], openers)), at - 1)
                return " ".join(words[:begin]), " ".join(words[begin:])
    stop = re.search(r"[.!?][\"”]?\s+(?=[\"“A-Z0-9])", text)
    if not stop:
        return text, ""
    return text[: stop.end()].strip(), text[stop.end() :]
