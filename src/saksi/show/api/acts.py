"""Acts of reviewers, and articles that are put in: the only writing that the room does, through collection."""

from functools import partial
from typing import Annotated, Any, Literal

import msgspec
from fastapi import HTTPException, Request
from pydantic import BaseModel, ConfigDict, Field

from saksi.codec import decode
from saksi.collection import keep_all
from saksi.collection.desk import Desk, DeskError
from saksi.model.claim import Record
from saksi.show.web.retold import retold
from saksi.show.web.visit import Visit, tongue_of

Id = Annotated[str, Field(max_length=300)]


class Act(BaseModel):
    """One act. target: a claim's id; for merge that of the incident or actor that stays; unused for undo.

    other: for merge what becomes part of it, for split the incident to which the claim goes; fields: for correct, by
    name as in the record; judgement: for undo.
    """

    model_config = ConfigDict(extra="forbid")
    verb: Literal["accept", "reject", "correct", "merge", "split", "undo"]
    target: Id = ""
    other: Id | None = None
    fields: dict[str, Any] = Field(default_factory=dict)
    reason: Annotated[str, Field(max_length=2000)] | None = None
    judgement: Annotated[int, Field(ge=0, le=2**53)] | None = None


class Told(BaseModel):
    """What every refusal says."""

    detail: str


def carry_out(request: Request, visit: Visit, act: Act) -> int | None:
    """Does it at the reviewer's desk and writes it in the audit log. Raises DeskError where it cannot be done."""
    if act.verb != "undo" and not act.target.strip():
        raise DeskError(f"{act.verb} needs a target: the id of a claim, incident or actor")
    desk = Desk(request.app.state.store, visit.name or "")
    reason = act.reason or None
    made: int | None = None
    if act.verb == "undo":
        if act.judgement is None:
            raise DeskError("undo needs the number of the judgement")
        desk.undo(act.judgement, reason)
    elif act.verb == "merge":
        made = desk.merge(act.target, _other(act), reason)
    elif act.verb == "split":
        made = desk.split(act.target, reason, act.other or None)
    elif act.verb == "correct":
        if not act.fields:
            raise DeskError("nothing was changed; to say that the claim is right, accept it")
        made = desk.correct(act.target, act.fields, reason)
    else:
        made = (desk.accept if act.verb == "accept" else desk.reject)(act.target, reason)
    thing = str(act.judgement) if act.verb == "undo" else act.target
    address = request.client.host if request.client else ""
    request.app.state.people.note(visit.name or "", act.verb, thing, address)
    return made


def _other(act: Act) -> str:
    if not act.other:
        raise DeskError("merge needs the second incident or actor")
    return act.other


def put_in(request: Request, body: bytes) -> dict[str, Any]:
    """Keeps the records of a body of JSON Lines; says of each what became of it. Raises 400 where a line is none, of
    which none is kept."""
    lines = body.splitlines()
    records = [_record(number, line) for number, line in enumerate(lines, 1) if line.strip()]
    say = partial(retold, tongue_of(request))
    return {
        "kept": [
            {"article": one.article, "state": one.state, "reason": one.reason and say(one.reason)}
            for one in keep_all(request.app.state.store, records)
        ]
    }


def _record(number: int, line: bytes) -> Record:
    try:
        return decode(line)
    except (msgspec.MsgspecError, UnicodeError) as error:
        raise HTTPException(400, f"line {number} is not a record: {error}. Write it with saksi read.") from error
