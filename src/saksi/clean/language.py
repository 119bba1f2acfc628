"""Which language a text is in, told by its script, its function words and spellings of its own."""

import re
import tomllib
import unicodedata
from collections import Counter
from functools import cache
from importlib.resources import files

import msgspec

_SAMPLE = 6000
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_FEW = 12
"""Words below which a text says too little, unless its script speaks."""
_TELLING = 2.0
_PLAIN = 0.12
"""The share of common words that a text of any length reaches in its own language."""


class _Profile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    common: frozenset[str]
    telling: frozenset[str]


@cache
def _file() -> dict[str, dict[str, object]]:
    text = (files("saksi.languages") / "profiles.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def _profiles() -> dict[str, _Profile]:
    rest = {code: table for code, table in _file().items() if code not in ("names", "scripts")}
    return msgspec.convert(rest, dict[str, _Profile])


@cache
def _scripts() -> dict[str, str]:
    return msgspec.convert(_file()["scripts"], dict[str, str])


def language_name(code: str) -> str:
    """The English name of a language; its code where no name is listed."""
    return msgspec.convert(_file()["names"], dict[str, str]).get(code, code)


def detect(text: str, default: str = "id") -> str:
    """The ISO 639-1 code of a text's language. Short or undecided texts are taken to be in the default one."""
    sample = text[:_SAMPLE]
    if script := _script(sample):
        return script
    words = [word.casefold() for word in _WORD.findall(sample)]
    if len(words) < _FEW:
        return default
    times = Counter(words)
    scores = {code: _score(times, profile) / len(words) for code, profile in _profiles().items()}
    best = max(scores, key=lambda code: (scores[code], code == default))
    near = scores[best] <= 1.1 * scores[default] + 0.005
    return default if near or scores[best] < _PLAIN else best


def _score(times: Counter[str], profile: _Profile) -> float:
    common = sum(times[word] for word in profile.common)
    return common + _TELLING * sum(times[word] for word in profile.telling)


def _script(text: str) -> str | None:
    """The language of a script other than Latin in which at least half of the letters are written."""
    letters = [char for char in text if char.isalpha()]
    kinds = Counter(unicodedata.name(char, "?").split(" ")[0] for char in letters if char > "\u02ff")
    if sum(kinds.values()) * 2 < len(letters) or not kinds:
        return None
    if kinds["HIRAGANA"] + kinds["KATAKANA"]:
        return _scripts()["HIRAGANA"]
    return _scripts().get(kinds.most_common(1)[0][0])
