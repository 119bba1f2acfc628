"""The words by which claims are related, read from a language's `keeper.toml` and matched as whole words."""

import re
from dataclasses import dataclass
from functools import cache

import msgspec

from saksi.languages.loader import load
from saksi.languages.shape_figures import FigureWords
from saksi.model.judgement import Step

_CLAUSE = re.compile(r"[,;:()]")


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    stop: list[str]
    running: list[str]
    correction: list[str]
    denial: list[str]
    steps: dict[str, list[str]]
    topics: dict[str, list[str]]
    offices: dict[str, list[str]]
    levels: dict[str, list[str]]
    channels: dict[str, list[str]]
    former: list[str]
    counterpart: list[str]
    linking: list[str]
    spots: list[str]
    since: list[str]
    violence: list[str]
    accusing: list[str]
    meetings: list[str]
    calling: list[str]


@dataclass(frozen=True)
class Cues:
    """One pattern for each kind of cue; words come lower case."""

    stop: frozenset[str]
    running: re.Pattern[str]
    correction: re.Pattern[str]
    denial: re.Pattern[str]
    steps: tuple[tuple[Step, re.Pattern[str]], ...]
    topics: tuple[tuple[str, re.Pattern[str]], ...]
    channels: tuple[tuple[str, re.Pattern[str]], ...]
    offices: tuple[tuple[str, str], ...]
    levels: dict[str, str]
    former: re.Pattern[str]
    counterpart: frozenset[str]
    linking: str
    spots: re.Pattern[str]
    beside: re.Pattern[str]
    violence: re.Pattern[str]
    accusing: re.Pattern[str]
    meetings: re.Pattern[str]
    calling: re.Pattern[str]

    def topics_in(self, text: str) -> tuple[str, ...]:
        """The subjects that a lower-case text names, in the order of the file."""
        return tuple(name for name, pattern in self.topics if pattern.search(text))

    def steps_in(self, text: str) -> tuple[Step, ...]:
        """The steps that a lower-case text tells."""
        return tuple(step for step, pattern in self.steps if pattern.search(text))

    def called_for(self, text: str) -> bool:
        """Whether a lower-case text ends in what somebody only calls for: "Russia urges both sides to ..."."""
        clause = _CLAUSE.split(text)[-1]
        return bool(self.calling.search(clause))

    def channels_in(self, text: str) -> tuple[str, ...]:
        """The channels of contact that a lower-case text names."""
        return tuple(name for name, pattern in self.channels if pattern.search(text))

    def level_of(self, text: str) -> str | None:
        """The level of the office that a lower-case phrase names: "leader", "minister", None where none is named."""
        best = (
            min((text.find(word), -len(word), office) for word, office in self.offices if word in text)
            if any(word in text for word, _ in self.offices)
            else None
        )
        return self.levels.get(best[2]) if best else None


@cache
def cues(language: str | None) -> Cues:
    """The cues of a language; Indonesian's where the article does not say or the language has none."""
    try:
        file = load(language or "id", "keeper", _File)
        marks = load(language or "id", "figures", FigureWords).marks
    except Exception:
        if language in (None, "id"):
            raise
        return cues("id")
    offices = [(word, office) for office, words in file.offices.items() for word in words]
    return Cues(
        stop=frozenset(file.stop),
        running=_pattern(file.running),
        correction=_pattern(file.correction),
        denial=_pattern(file.denial),
        steps=tuple((Step(name), _pattern(words)) for name, words in file.steps.items()),
        topics=tuple((name, _pattern(words)) for name, words in file.topics.items()),
        channels=tuple((name, _pattern(words)) for name, words in file.channels.items()),
        offices=tuple(sorted(offices, key=lambda pair: -len(pair[0]))),
        former=re.compile(rf"\b(?:{'|'.join(file.former)})\s+$"),
        counterpart=frozenset(file.counterpart),
        linking="|".join(map(re.escape, file.linking)),
        spots=re.compile(rf"\b(?:{'|'.join(file.spots)})\s+(?:[\w'-]+[\s,]+){{0,3}}$"),
        violence=_pattern(file.violence),
        accusing=_pattern(file.accusing),
        meetings=_pattern(file.meetings),
        calling=_pattern(file.calling),
        beside=re.compile(rf"(?<!\w)(?:{'|'.join(marks.units)})\s+(?:{'|'.join([*marks.beside, *file.since])})(?!\w)"),
        levels={office: level for level, members in file.levels.items() for office in members},
    )


def _pattern(words: list[str]) -> re.Pattern[str]:
    alternatives = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{alternatives})(?:nya)?(?!\w)")
