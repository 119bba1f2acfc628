"""The day of words spoken on an occasion dated before: "Menteri X mengecam ..., Rabu. X juga meminta ..."."""

from collections.abc import Sequence
from dataclasses import replace

from saksi.extract.draft import Draft
from saksi.extract.fillers import sides
from saksi.extract.frames import NOUNS
from saksi.languages.loader import load
from saksi.languages.shape_places import SettingWords
from saksi.model.codes import SPOKEN, EventType, Status
from saksi.model.days import days
from saksi.model.mention import Reading

_SPOKEN = SPOKEN | {EventType.AGREE}
_OCCASIONS = _SPOKEN | {EventType.CONSULT}
_FRESH = 7
"""Days before publication within which what is told is the news and not its background."""


def with_days(drafts: Sequence[Draft], reading: Reading, language: str) -> list[Draft]:
    """The drafts, in the order of the text; what somebody named says without a day has the day of what the article told
    him to say, agree on or discuss before it."""
    words, published = load(language, "setting", SettingWords), reading.article.document.published
    timed = {time.sentence for time in reading.times}
    found: list[Draft] = []
    for draft in drafts:
        if draft.time is None and draft.candidate.sentence not in timed and _is_said(draft, words):
            before = (one for one in reversed(found) if _is_occasion(one, published) and _names(one) & _names(draft))
            occasion = next(before, None)
            if occasion is not None:
                draft = replace(draft, time=occasion.time)
        found.append(draft)
    return found


def _is_said(draft: Draft, words: SettingWords) -> bool:
    """Whether a verb tells of what was said once: what a noun names, or what is said again and again, is of any day."""
    own = draft.candidate
    if own.type not in _SPOKEN or own.build in NOUNS or draft.verdict.status is not Status.ACTUAL:
        return False
    return words.repeated.isdisjoint(token.text.lower() for token in draft.tree.tokens)


def _names(draft: Draft) -> set[str]:
    return {actor.name for actor in sides(draft.roles)[0] if actor.name}


def _is_occasion(draft: Draft, published: str | None) -> bool:
    """Whether something was said, agreed on or discussed on a day that is news on the day of publication."""
    day, today = days(draft.time.value if draft.time else None), days(published)
    fitting = draft.candidate.type in _OCCASIONS and draft.verdict.status is Status.ACTUAL
    if not fitting or day.first is None or day.first != day.last or today.first is None:
        return False
    return 0 <= today.first - day.first <= _FRESH
