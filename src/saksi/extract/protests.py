"""Whom protests are against that name nobody: who protests against a law, a price or an election protests against the
government that made it, and so do others of the country in the same article."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from saksi.extract.draft import Draft
from saksi.extract.zones import Grammar
from saksi.model.actor import Actor
from saksi.model.claim import Event
from saksi.model.codes import EventType, Sector

_REACH = 4
"""How many words behind "memprotes" may name what it is against."""
_PEOPLE = frozenset({Sector.CVL, Sector.OPP, Sector.PTY, Sector.EDU, Sector.LAB, Sector.SOC, Sector.MED, Sector.JRN})

Told = tuple[Draft, Event]


def against_governments(told: Sequence[Told], rules: Grammar) -> list[Told]:
    """Some drafts and their events; protests that name nobody are against the government of those who protest where one
    of theirs is against what a government does."""
    resented = set(_resented(told, rules))
    return [(draft, _against(event, resented)) for draft, event in told]


def _resented(told: Sequence[Told], rules: Grammar) -> Iterator[str]:
    """The countries whose people protest against their government or its policy."""
    for draft, event in told:
        home = _home(event)
        if home is not None and (Actor.state(home) in event.recipients or _is_of_policy(draft, event, rules)):
            yield home


def _home(event: Event) -> str | None:
    """The country of people who protest, None for any other act."""
    homes = {actor.country for actor in event.actors if actor.sector in _PEOPLE}
    return next(iter(homes), None) if event.type is EventType.PROTEST and len(homes) == 1 else None


def _is_of_policy(draft: Draft, event: Event, rules: Grammar) -> bool:
    """Whether a protest that names nobody is against what only a government does: "memprotes kenaikan pajak"."""
    words = [token.text.lower() for token in draft.tree.tokens]
    opening = (i for i in range(draft.candidate.first, len(words)) if words[i] in rules.marks.opposing)
    named = (words[i + 1 : i + 1 + _REACH] for i in opening)
    return not event.recipients and any(not rules.marks.policies.isdisjoint(some) for some in named)


def _against(event: Event, resented: Collection[str]) -> Event:
    home = None if event.recipients else _home(event)
    return replace(event, recipients=(Actor.state(home),)) if home in resented and home else event
