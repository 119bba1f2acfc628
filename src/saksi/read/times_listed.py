"""The times of a record: each expression with its value once, however often the text repeats it."""

from collections.abc import Iterable

from saksi.languages.loader import load
from saksi.languages.shape_numbers import Times
from saksi.model.claim import NamedTime
from saksi.model.mention import TimeMention
from saksi.model.span import Evidence

_PLAIN = ("day_word", "month_word", "year_word", "since")


def list_times(mentions: Iterable[TimeMention], text: str, language: str) -> tuple[NamedTime, ...]:
    """The times with a value in order of first mention, with all words that name them; "hari Kamis" is "Kamis"."""
    classes = load(language, "times", Times).classes
    plain = frozenset(word for name in _PLAIN for word in classes[name])
    listed: dict[tuple[str, str], NamedTime] = {}
    for mention in mentions:
        if mention.value is None:
            continue
        evidence = Evidence.of(text, mention.span)
        words = evidence.text.lower().split()
        key = (" ".join(word for word in words if word not in plain) or evidence.text.lower(), mention.value)
        known = listed.get(key)
        listed[key] = NamedTime(
            known.text if known else evidence.text, mention.value, (*(known.evidence if known else ()), evidence)
        )
    return tuple(listed.values())
