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
    "line {n} is not a record: {error}. Write it with saksi read.",
    "There is no list {name}; there are: {names}.",
    "Only /map, /incidents and /places have points.",
    "{text} is not a cursor of this list; take `after` from the page before",
    "sources are narrowed by outlet, since and until only; leave the other filters out",
    "{name} is not a day: write it as 2024, 2024-05 or 2024-05-13.",
    "{name}: the calendar has no such day.",
    "{name}: nobody in the store is called that; look under /actors.",
    "box is four numbers: west,south,east,north, as 20,8,40,23.",
    "country: there is none of that name; write a name or a code of three letters, as SDN.",
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
    "{name} needs a target: the id of a claim, incident or actor",
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
    "cannot change {names}",
    "low: is above high; the lowest number comes first",
    "evidence: a claim rests on words; mark some",
    "evidence: the text has other words at {n}; mark them in it",
    "{name}: {text} is not in the codebook; look under /method",
    "{name}: {text} is not a date; write 2024, 2024-05, 2024-05-13 or 2024-05-13/2024-05-20",
    "country: {text} is not a code; write three letters of ISO 3166, as IDN",
    "place: lies outside the world; latitudes go from -90 to 90, longitudes from -180 to 180",
    "its id is empty, longer than 300 characters or holds a NUL; give it a short one",
    "claim {name} rests on words that are not in the text at {n}; read it again",
    "{name}: no such incident",
    "{name}: no such incident, actor or article beside the other one",
    "{name}: no such judgement",
    "{name}: undone already by {other}",
    "{name}: the disk is full; make room and run the command again ({text})",
    "{name}: the store is read-only; allow writing to its file and folder ({text})",
    "{name}: the store is read-only; allow writing to it ({text})",
    "{name}: the store cannot be opened; check that its folder exists and may be written ({text})",
    "{name}: this file is not a saksi store; name another one with --store ({text})",
    "{name}: the store's file is damaged; restore the last backup ({text})",
    "{name}: another program holds the store; wait for it to end and run the command again ({text})",
    "{name}: the connection to the database was lost; run the command again when it is back ({text})",
    "{name}: the database does not exist; create it first (createdb) ({text})",
    "{name}: the database refused the user or password; check the address in --store ({text})",
    "{name}: the database reported: {text}; what was kept before is safe",
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
    "{name}: Input should be a valid integer, got a number with a fractional part",
    "{name}: Input should be a valid integer",
    "{name}: Unable to parse input string as an integer, exceeded maximum size",
    "{name}: Input should be a valid string",
    "{name}: Input should be a valid dictionary",
    "{name}: Input should be a valid dictionary or object to extract fields from",
    "{name}: Extra inputs are not permitted",
    "{name}: JSON decode error",
    "{name}: Input should be greater than or equal to {n}",
    "{name}: Input should be less than or equal to {n}",
    "{name}: Input should be {names}",
    "{name}: String should have at most {n} characters",
    "{name}: String should have at least {n} characters",
    "{name}: String should have at least {n} character",
    "{name}: String should match pattern {text}",
    "{name}: Field required",
    "Expected `{wanted}`, got `{given}` - at `{path}`",
    "Expected `{wanted}`, got `{given}`",
    "Invalid enum value {text} - at `{path}`",
    "Object missing required field `{part}` - at `{path}`",
    "Object missing required field `{part}`",
    "Object contains unknown field `{part}` - at `{path}`",
    "Object contains unknown field `{part}`",
    "Integer value out of range - at `{path}`",
    "JSON is malformed: {text}",
    "Input data was truncated",
    "{name}: {error}",
)
"""{error}: a sentence within a sentence, which is retold too."""
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
    if name == "error":
        return retold(tongue, told)
    if name == "names":
        return told.replace(" or ", f" {tongue.say('or')} ")
    if name == "path":
        return told.removeprefix("$.")
    if name in ("wanted", "given"):
        return f" {tongue.say('or')} ".join(word(tongue, "shape", one) for one in told.split(" | "))
    return word(tongue, name, told) if name in TABLES else told


@cache
def _shapes() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Messages with the pattern that their sentences fit; those with most words of their own first."""
    messages = sorted((*REASONS, *ERRORS), key=lambda message: -len(_SLOT.sub("", message)))
    return tuple((message, _shape(message)) for message in messages)


def _shape(message: str) -> re.Pattern[str]:
    parts = _SLOT.split(message)
    told = (re.escape(part) if at % 2 == 0 else f"(?P<{part}>.+?)" for at, part in enumerate(parts))
    return re.compile("".join(told), re.DOTALL)
