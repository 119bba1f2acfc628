"""Names and words brought to a common form: folded, stemmed, compared across spellings."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import product

import snowballstemmer
from rapidfuzz import fuzz
from rapidfuzz.distance import JaroWinkler

_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_SOUND = (
    ("kh", "h"),
    ("sy", "s"),
    ("sh", "s"),
    ("dj", "j"),
    ("dh", "d"),
    ("th", "t"),
    ("gh", "g"),
    ("ph", "f"),
    ("ch", "c"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("ck", "k"),
    ("q", "k"),
    ("v", "f"),
    ("w", "u"),
    ("y", "i"),
    ("z", "s"),
    ("c", "k"),
)
_CHOICE = re.compile(r"[()]")
_DOUBLE = re.compile(r"(.)\1+")
_PARTICLES = frozenset({"al", "el", "ad", "as", "an", "ar", "ash", "az", "bin", "ibn", "bint", "the", "of"})
_UNDECOMPOSED = str.maketrans(
    {
        "ı": "i",
        "ł": "l",
        "Ł": "L",
        "ø": "o",
        "Ø": "O",
        "đ": "d",
        "Đ": "D",
        "ß": "ss",
        "æ": "ae",
        "Æ": "Ae",
        "’": "'",
        "‘": "'",
        "ʿ": "'",
        "ʾ": "'",
        "‑": "-",
        "–": "-",
    }
)


def alternatives(phrase: str) -> Iterator[str]:
    """Every phrase that one of lexicon notation stands for: "(a|b) c" is "a c" and "b c"."""
    parts = (part.split("|") for part in _CHOICE.split(phrase))
    return ("".join(chosen) for chosen in product(*parts))


@lru_cache(maxsize=50_000)
def fold(name: str) -> str:
    """Lower case without marks, apostrophes and hyphens: "Recep Erdoğan" and "recep erdogan" become one."""
    plain = unicodedata.normalize("NFKD", name.translate(_UNDECOMPOSED))
    plain = "".join(ch for ch in plain if not unicodedata.combining(ch)).casefold().replace("'", "").replace("-", " ")
    return " ".join(_WORD.findall(plain))


@lru_cache(maxsize=50_000)
def skeleton(name: str) -> str:
    """The sound of a name without what transliterations differ in: vowels, doubled letters, the article "al"."""
    return " ".join(_sound(word) for word in fold(name).split() if word not in _PARTICLES)


def _sound(word: str) -> str:
    for old, new in _SOUND:
        word = word.replace(old, new)
    word = _DOUBLE.sub(r"\1", word)
    return word[0] + re.sub("[aeiou]", "", word[1:])


def alike(left: str, right: str) -> float:
    """How likely two names are spellings of one, 0..1: 1 for equal folds, 0.95 for equal sound, else by letters."""
    one, two = fold(left), fold(right)
    if one == two:
        return 1.0
    if not one or not two:
        return 0.0
    if skeleton(one) == skeleton(two) and fuzz.ratio(one, two) > 60:
        return 0.95
    if _initials(one) != _initials(two):
        return 0.0
    return min(0.94, fuzz.token_sort_ratio(one, two) / 100 * JaroWinkler.similarity(skeleton(one), skeleton(two)))


def _initials(name: str) -> list[str]:
    return sorted(word[0] for word in skeleton(name).split())


_stemmer = snowballstemmer.stemmer("indonesian")


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The Indonesian stem of one folded word, never shorter than three letters."""
    if len(word) < 5 or not word.isalpha():
        return word
    cut: str = _stemmer.stemWord(word)
    return cut if len(cut) >= 3 else word


def stems(text: str) -> list[str]:
    """The stems of a text in order, numbers kept as they stand."""
    return [stem(word) for word in _folded(text).split()]


def _folded(text: str) -> str:
    # Whole texts would only fill the cache of names.
    return fold.__wrapped__(text)
