"""Words of a text, with their offsets.

A word keeps its hyphens and inner apostrophes ("Al-Bab", "berhadap-hadapan", "Turki-Rusia", "Jum'at", "F-16",
"1970-an") and its clitics ("katanya"); an abbreviation keeps its full stop ("Dr.", "dll.", "A.S."); a number keeps its
marks ("2.212", "3,7", "15:30", "9/2"), but not its currency, per cent sign or the dash of a range. Every other mark
stands alone, save runs of dots and dashes. Blanks and invisible characters belong to no word.
"""

import re
from collections.abc import Iterator
from functools import cache

from saksi.languages.loader import load
from saksi.languages.shape import Abbreviations

_LETTER = r"[^\W\d_][\u0300-\u036f\u064b-\u065f]*"
_INVISIBLE = r"\x00-\x20\x7f-\xa0\xad\u061c\u180e\u200b-\u200f\u2028-\u202f\u205f-\u2069\ufeff\ufff9-\ufffb"
_HYPHEN = "[-\u2010\u2011]"
_APOSTROPHE = "['’ʼ`]"
_PLAIN = rf"(?:{_LETTER}|\d)+"

_FORMS = rf"""
    (?P<site>(?:https?://|www\.)[^\s{_INVISIBLE}"'”“<>()]*[\w/]
            | [\w.+-]+@[\w-]+(?:\.[\w-]+)+ | [\w-]+\.(?:SITES)(?![\w-]))
  | (?P<abbreviation>(?:ABBREVIATIONS)(?!\w))
  | (?P<initials>(?:[A-Z]\.){{2,}}(?!\w) | (?:[A-Z]\.)+[A-Z](?![\w.]) | [A-Z]\.(?=\s*[A-Z]) )
  | (?P<number>\d+(?:[.,:/]\d+)*(?={_HYPHEN}\d) | \d+(?:[.,:/]\d+)+(?!\w) )
  | (?P<money>[A-Z][A-Za-z]{{0,2}}\$ | Rp(?=\.?\s?\d))
  | (?P<word>{_PLAIN}(?:(?:{_HYPHEN}|{_APOSTROPHE}|&(?=[A-Z])){_PLAIN})*)
  | (?P<run>\.{{2,}} | -{{2,}} | ([!?])[!?]+ | ``|'')
  | (?P<mark>[^\s{_INVISIBLE}])
"""


@cache
def _pattern(language: str) -> re.Pattern[str]:
    known = load(language, "abbreviations", Abbreviations)
    longest_first = sorted({*known.open, *known.either}, key=lambda word: (-len(word), word))
    sites = sorted(known.sites, key=lambda end: (-len(end), end))
    forms = _FORMS.replace("ABBREVIATIONS", "|".join(rf"\b{re.escape(word)}" for word in longest_first))
    return re.compile(forms.replace("SITES", "|".join(re.escape(end) for end in sites)), re.VERBOSE)


def words(text: str, language: str = "id", start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Half-open offsets of each word and mark of text[start:end], in order."""
    for found in _pattern(language).finditer(text, start, len(text) if end is None else end):
        yield found.span()
