"""Page furniture: sorts the lines of a page into the article's own, headlines of other articles, and all the rest."""

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cache

from saksi.clean.related import Related
from saksi.languages.loader import load
from saksi.languages.shape_page import FurnitureWords
from saksi.world.media import known

_HEAD = 6
"""Lines at the top of a page among which captions without their picture are looked for."""
_CAPTION_WORDS = 40
_CALL_WORDS = 60
_PICTURE = ("foto:", "photo:")
_JOINED = re.compile(r"[^.!?]{5,160}\((?:(?i:foto|dok|ist|sumber)\b|[\w-]+\.(?:com|co|id|org|net)/)[^()]*\)(?=[A-Z])")
"""A caption with its credit, and what follows it with no room between: the headline or a second caption."""
_CREDIT = 40
"""Characters of the longest credit that stands before a caption."""
_TAG_WORDS = 4
_TELLING = 15
"""Words from which on a caption tells something."""
_GALLERY = 3
"""Captions that tell something from which on a page may be a gallery of photos."""
_BODY_WORDS = 30
_SIGNED = re.compile(r"[.!?\"”]\s*\((?:[A-Z]{2,4}|[A-Z][a-z]+)(?P<more>(?:/[A-Z][\w ]+)*)\)$")
_TWICE = re.compile(r"(?P<said>.{20,}?)(?:\W{0,3}[\w /.-]{0,50}?)(?P=said)")
_OPENING = re.compile(r"[\w-]+(?:\.[A-Za-z]{2,4}){1,2}\s*(?:,|[-–—])")
_WORD = re.compile(r"\w+")
_QUOTES = ('"', "“", "'", "‘")
_EDGE = " \t:;.!…»›>-–—•|"
_END = (".", "!", "?", '."', '!"', '?"', ".”", "!”", "?”", ".'", ".’", ".)", "…")


@dataclass(slots=True)
class Sorted:
    """The lines of a page by what they are, each kind in order."""

    body: list[str] = field(default_factory=list)
    related: list[str] = field(default_factory=list)
    furniture: list[str] = field(default_factory=list)


def sort_lines(lines: list[str], language: str) -> Sorted:
    """What is article, what are headlines of others, what is furniture."""
    return furniture_of(language).sort(lines)


@cache
def furniture_of(language: str) -> "Rules":
    """A language's furniture."""
    return Rules(load(language, "furniture", FurnitureWords))


def plain(line: str) -> str:
    """A line in lower case without the marks around it, as the lists of furniture are written."""
    return line.casefold().strip(_EDGE)


def _any(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


class Rules:
    """A language's furniture, ready for matching."""

    def __init__(self, words: FurnitureWords) -> None:
        self.lines = frozenset(plain(line) for line in words.lines)
        self.starts = words.starts
        self.calls = words.calls
        self.channels = words.channels
        self.inviting = words.inviting
        self.ends = words.ends
        self.patterns = _any(words.patterns)
        self.credits = re.compile(rf"(?:{_any(words.credits).pattern})$", re.IGNORECASE)
        self.credit_lines = _any(words.credit_lines)
        # initials are told by being in lower case, so here case counts
        self.tails = re.compile(rf"\s*(?:{'|'.join(f'(?:{tail})' for tail in words.tails)})\s*$")
        self.cuts = re.compile(rf"\s*(?:{'|'.join(words.cuts)})\s*")
        self.tags = words.tags
        self.caption_labels = words.caption_labels
        self.related = Related(words, self.is_furniture)

    def sort(self, lines: list[str]) -> Sorted:
        """Walks the page once. Each line is of one kind, but a paragraph may give off a headline or initials."""
        out = Sorted()
        captions = self._captions(lines)
        told = self._told(lines)
        at = 0
        while at < len(lines):
            line = lines[at]
            if self._is_end(line):
                if _words(out.body) >= _BODY_WORDS:
                    out.furniture += lines[at:]
                    break
                out.furniture.append(line)
            elif not self.is_furniture(line) and (taken := self.related.take(lines, at)):
                out.furniture += [each for each in lines[at : at + taken.lines] if each not in taken.headlines]
                out.related += taken.headlines
                at += taken.lines
                continue
            elif plain(line) in self.tags:
                filed = self._filed(lines, at)
                out.furniture += lines[at:filed]
                at = filed
                continue
            elif at in told:
                credit = self.credits.search(line)
                out.furniture.append(line[credit.start() :].strip() if credit else "")
                self._paragraph(line[: credit.start()].rstrip() if credit else line, out)
            elif at in captions or (self.is_furniture(line) and not self._signs(lines, at, out.body)):
                out.furniture.append(line)
            else:
                self._paragraph(line, out)
            at += 1
        while out.body and _is_tag(out.body[-1]) and out.body[-1].islower() and _words(out.body) > _BODY_WORDS:
            out.furniture.append(out.body.pop())
        return out

    def _told(self, lines: list[str]) -> set[int]:
        """The captions that tell the article: the most of the page, as in a gallery of photos."""
        texts = {at: self.credits.sub("", line).rstrip() for at, line in enumerate(lines) if self.credits.search(line)}
        told = {at for at, text in texts.items() if len(text.split()) >= _TELLING and text.endswith(".")}
        rest = [line for at, line in enumerate(lines) if at not in texts and not self.is_furniture(line)]
        return told if len(told) >= _GALLERY and _words([texts[at] for at in told]) > _words(rest) else set()

    def _signs(self, lines: list[str], at: int, body: list[str]) -> bool:
        """Whether a line that ends with an agency's name is the article's last paragraph, not a picture's caption."""
        signed = _SIGNED.search(lines[at])
        if not signed or not all(map(known, signed["more"].split("/")[1:])) or _words(body) < _BODY_WORDS:
            return False
        return _words([line for line in lines[at + 1 :] if not self.is_furniture(line)]) < _BODY_WORDS

    def _filed(self, lines: list[str], at: int) -> int:
        """Where the words that a page is filed under end."""
        end = at + 1
        while end < len(lines) and _is_tag(lines[end]):
            end += 1
        return end

    def is_furniture(self, line: str) -> bool:
        """Whether a line by itself is furniture."""
        text = plain(line)
        if not text or text in self.lines or line.casefold().lstrip("-•|»> ").startswith(self.starts):
            return True
        if self.patterns.fullmatch(line) or self.patterns.fullmatch(text):
            return True
        words = len(line.split())
        if words <= _CAPTION_WORDS and self.credits.search(line):
            return True
        return words <= _CALL_WORDS and self._calls(line, text)

    def _calls(self, line: str, text: str) -> bool:
        """Whether a line calls its reader to share, join or subscribe, and quotes nobody."""
        if any(call in text for call in self.calls):
            return True
        invites = not self.inviting.isdisjoint(_WORD.findall(text)) and not line.startswith(_QUOTES)
        return invites and any(channel in text for channel in self.channels)

    def _is_end(self, line: str) -> bool:
        text = plain(line)
        return any(text == end or (text.startswith(end) and len(text) <= len(end) + 12) for end in self.ends)

    def _captions(self, lines: list[str]) -> set[int]:
        """Captions that only their surroundings tell: said twice, or short and right before a picture's credit."""
        times = Counter(lines)
        found: set[int] = set()
        seen: set[str] = set()
        for at, line in enumerate(lines):
            short = len(line.split()) <= _CAPTION_WORDS
            twin = times[line] > 1 and (lines[at + 1 : at + 2] == [line] or lines[max(0, at - 1) : at] == [line])
            credited = at + 1 < min(len(lines), _HEAD) and self.credit_lines.fullmatch(lines[at + 1].strip())
            labelled = short and at > 0 and plain(lines[at - 1]).rstrip(",") in self.caption_labels
            between = at > 0 and self.credit_lines.fullmatch(lines[at - 1].strip()) and _opens(lines[at + 1 : at + 2])
            if between and at < _HEAD + _HEAD and len(line.split()) <= _CALL_WORDS:
                found.add(at)
            if (at < _HEAD or self.credits.search(line)) and _TWICE.fullmatch(line):
                found.add(at)
            pictured = plain("".join(lines[at + 1 : at + 2])).startswith(_PICTURE) and not line.endswith(_END)
            if short and 0 < at < _HEAD and pictured:
                found.add(at)
            if short and at < _HEAD and _JOINED.match(line) and not line.endswith(_END):
                found.add(at)
            glued = short and at < _HEAD and _glued(line, lines[at + 1 : at + 2])
            if glued:
                found |= {at, at + 1}
            if (short and at < _HEAD and (twin or (credited and at > 0))) or line in seen or labelled:
                found.add(at)
            if self.credit_lines.fullmatch(line.strip()):
                found.add(at)
            seen.add(line)
        return found

    def _paragraph(self, line: str, out: Sorted) -> None:
        """A paragraph of the article, without the headline inside it and the initials after it."""
        line, headlines, cut = self.related.inside(line)
        out.related += headlines
        out.furniture += cut
        out.furniture += [found.group() for found in self.cuts.finditer(line)]
        line = self.cuts.sub(" ", line).strip()
        while tail := self.tails.search(line):
            out.furniture.append(tail.group().strip())
            line = line[: tail.start()].rstrip()
        if line:
            out.body.append(line)


def _glued(line: str, below: list[str]) -> bool:
    """Whether the next line says the same, with the picture's credit before it and no room between."""
    before = [each.removesuffix(line) for each in below if each.endswith(line)]
    return any(credit[-1:].isalnum() and len(credit) <= _CREDIT for credit in before)


def _opens(lines: list[str]) -> bool:
    """Whether an article begins here: its dateline begins with the address of its outlet."""
    return any(_OPENING.match(line) for line in lines)


def _is_tag(line: str) -> bool:
    """Whether a line can be what a page is filed under: a few words without an end mark."""
    return len(line.split()) <= _TAG_WORDS and not line.endswith(_END)


def _words(lines: list[str]) -> int:
    return sum(len(line.split()) for line in lines)


def is_headline(line: str) -> bool:
    """Whether a line can be a headline: a few words that begin like a sentence and do not end like one."""
    words = line.split()
    begins = line[:1].isupper() or line[:1].isdigit() or line[:1] in "\"'“‘"
    return 3 <= len(words) <= 22 and begins and (not line.endswith(_END) or line.endswith(("?", "!")))
