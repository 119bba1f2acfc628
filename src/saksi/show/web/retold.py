"""Sentences that other floors say in English, told in the visitor's tongue: grades' reasons, and what was wrong.

Those floors know no tongue. Their sentences stand here as messages of the catalogues, with {names} where values stand.
"""

import re
from functools import cache

from saksi.show.web.tongue import Tongue
from saksi.show.web.words import TABLES, who, word

REASONS = (
    "only denied", "planned or supposed only", "one source", "{n} independent sources", "{n} claims deny it",
    "{who} says that its own side did it", "{n} pairs of claims contradict each other on {compared}",
    "1 claims deny it", "1 pairs of claims contradict each other on {compared}",
)  # fmt: skip
ERRORS = (
    "Not Found",
    "Method Not Allowed",
    "There is no such article in this store; look for it under /articles.",
    "There is no such claim in this store.",
    "There is no such claim in this store; it may stand in another version of its article.",
    "There is no such incident in this store; look for it under /incidents.",
    "Nobody in this store is called that; look under /actors.",
    "No claim in this store is placed there; look under /places.",
    "There is no such {name} in this store; look under /api/v1/lists/{list}.",
    "The body is larger than 50 MB; send it in parts.",
    "A line is not a record: {error}. Write it with saksi read.",
    "There is no list {name}; there are: {names}.",
    "Only /map, /incidents and /places have points.",
    "after is not a cursor of this queue; open /review again.",
    "after is not a cursor of this list; take it from the page before.",
    "{name} is not a day: write it as 2024, 2024-05 or 2024-05-13.",
    "{name}: the calendar has no such day.",
    "{name}: nobody in the store is called that; look under /actors.",
    "box is four numbers: west,south,east,north, as 20,8,40,23.",
    "box lies outside the world: longitudes -180 to 180, latitudes -90 to 90, south first.",
    "Sign in first, or send a token: Authorization: Bearer TOKEN.",
    "This needs the role {role}; you are signed in as {other}.",
    "This token is not known or was withdrawn; make another with: saksi token NAME",
    "This token lacks the scope {scope}; make one that has it.",
    "This room answers on this machine only: http://127.0.0.1",
    "This came from another site and was not carried out.",
    "The page was too old or its seal is missing; load it again and repeat.",
    "An act is accept, reject, correct or split.",
    "words: the text has {n} characters; mark the words in it.",
    "words: mark them in the text, or write their places as 120-185.",
    "place: write it as name; COUNTRY; latitude; longitude. Only the name is needed.",
    "{name}: {text} is not a number; write it as 1200 or 12.5.",
    "The file is larger than 2 MB; use saksi read for archives.",
    "nothing was changed; to say that the claim is right, accept it",
    "merge needs the second incident or actor",
    "undo needs the number of the judgement",
    "there is no such judgement",
    "an act needs the name of a person; give one with --by",
    "{name} and {other} are one already",
    "{name} and {other} are one source already",
    "{name}: a source of its own already",
    "{name}: no such article, and no such claim in an incident",
    "{name}: told with an event and stands where that one does; take the event out",
    "{name} stands in {other} already",
    "{name}: no such claim",
    "{name}: no such incident",
    "{name}: no such incident, actor or article beside the other one",
    "{name}: no such judgement",
    "{name}: undone already by {other}",
    "The store cannot be read or written. Nothing that was kept is lost.",
    "There is no text. Paste an article or choose a file.",
    "is empty; give a file with an article in it",
    "is too long for one article ({n} characters, the limit is {most}); {remedy}",
    "holds nothing but page furniture; give a file with an article in it",
    "is too long for a page ({n} characters); give the page of one article",
    "is a page without an article; give the page of one article",
    "is not HTML ({error}); give the page of one article",
    "is in {language}; {remedy}",
    "Name or password are wrong.",
    "Too many tries. Wait a quarter of an hour and try again.",
    "{name}: Input should be a valid integer, unable to parse string as an integer",
    "{name}: Input should be greater than or equal to {n}",
    "{name}: Input should be less than or equal to {n}",
    "{name}: Input should be {names}",
    "{name}: String should have at most {n} characters",
    "{name}: String should have at least {n} characters",
    "{name}: String should match pattern {text}",
    "{name}: Field required",
)
_SLOT = re.compile(r"\{(\w+)\}")


def retold(tongue: Tongue, sentence: str | None) -> str:
    """The sentence in the tongue, its values kept; as it is where no message fits."""
    for message, shape in _shapes():
        if found := shape.fullmatch(sentence or ""):
            return tongue.say(message, **{name: _value(tongue, name, told) for name, told in found.groupdict().items()})
    return sentence or ""


def _value(tongue: Tongue, name: str, told: str) -> str:
    if name == "who":
        return who(tongue, told)
    if name == "n" and told.isdigit():
        return tongue.number(int(told))
    return word(tongue, name, told) if name in TABLES else told


@cache
def _shapes() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Messages with the pattern that their sentences fit; those with the fewest values first, since they say more."""
    messages = sorted((*REASONS, *ERRORS), key=lambda message: message.count("{"))
    return tuple((message, _shape(message)) for message in messages)


def _shape(message: str) -> re.Pattern[str]:
    parts = _SLOT.split(message)
    told = (re.escape(part) if at % 2 == 0 else f"(?P<{part}>.+?)" for at, part in enumerate(parts))
    return re.compile("".join(told), re.DOTALL)
