"""Folds spellings of names, so that "Sana'a", "Sanaa" and "SANAA" meet.

fold() forgets case, accents, apostrophes and hyphens; skeleton() also forgets how Arabic and Persian names are spelt in
Latin letters ("Khan Younis", "Khan Yunis"; "Deir al-Zor", "Deir ez-Zor") and is for second tries only.
"""

import re
import unicodedata
from functools import lru_cache

_APART = re.compile(r"[-‐‑–—/.,()\s]+")
_DOTTED = re.compile(r"\b(?:\w\.){2,}")
_DROPPED = re.compile(r"['`´‘’ʻʼʿʾ\"“”]")
_SPECIAL = str.maketrans({"ı": "i", "ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ß": "ss", "æ": "ae"})
_ARTICLES = frozenset({"al", "el", "ad", "ed", "as", "es", "az", "ez", "ar", "er", "at", "et", "an", "en", "ash", "ul"})
_SOUNDS = (("oo", "u"), ("ou", "u"), ("ee", "i"), ("ei", "i"), ("ai", "i"), ("ay", "i"), ("ey", "i"), ("kh", "k"))
_LETTERS = str.maketrans({"o": "u", "e": "i", "y": "i", "q": "k", "c": "k", "v": "w", "z": "s"})
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """The words of a name in lower case without marks, one space apart; "U.N." is one word."""
    if "." in text:
        text = _DOTTED.sub(lambda found: found.group().replace(".", ""), text)
    plain = unicodedata.normalize("NFKD", _DROPPED.sub("", text).translate(_SPECIAL)).casefold()
    if not plain.isascii():
        plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(_APART.split(plain)).strip()


@lru_cache(maxsize=65536)
def skeleton(text: str) -> str:
    """A coarse key of a transliterated name, without the Arabic article."""
    words = [word for word in fold(text).split() if word not in _ARTICLES] or fold(text).split()
    return " ".join(_bones(word) for word in words)


def _bones(word: str) -> str:
    for long, short in _SOUNDS:
        word = word.replace(long, short)
    word = _DOUBLED.sub(r"\1", word.translate(_LETTERS))
    return word[:-1] if len(word) > 3 and word.endswith("h") else word
