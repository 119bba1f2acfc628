"""The question: one box, and the claims for and against."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from saksi.keep.shown import Answer, IncidentRow, Voice
from saksi.keep.view import Filter, View
from saksi.languages.forms import fold
from saksi.show.api.answers import as_json
from saksi.show.api.wanted import given, wanted
from saksi.show.web.render import page
from saksi.show.web.tongue import TONGUES
from saksi.show.web.visit import tongue_of
from saksi.show.web.words import who
from saksi.world.countries import countries, local_names

router = APIRouter()
Question = Annotated[str, Query(max_length=300)]


def answered(view: View, question: str, filter_: Filter) -> Answer:
    """The answer to a question; an empty one where nothing is asked."""
    asked = question.replace("\x00", " ").encode("utf-8", "replace").decode().strip()
    return view.ask(asked, replace(filter_, text=None), 150) if asked else Answer("", (), (), (), False)


@router.get("/ask")
def ask(request: Request, filter_: Annotated[Filter, Depends(wanted)], q: Question = "") -> Response:
    """The page Ask."""
    answer = answered(request.app.state.view, q, filter_)
    view: View = request.app.state.view
    examples = [] if q else _examples(view)
    return page(
        request, "ask.html", answer=answer, groups=_grouped(answer), question=q, given=given(filter_),
        examples=examples, today=datetime.now(UTC).date().isoformat(),
    )  # fmt: skip


def _examples(view: View) -> list[str]:
    """Names to ask about: those that most claims speak of."""
    actors = [row.name for row in view.actors(None, None, 20).items if row.name]
    places = [row.name for row in view.places(None, size=4).items]
    return [*actors[:6], *places]


@router.get("/ask.json")
def ask_json(request: Request, filter_: Annotated[Filter, Depends(wanted)], q: Question = "") -> Response:
    """The same as JSON."""
    return as_json(request, answered(request.app.state.view, q, filter_))


@router.get("/suggest.json")
def suggest(request: Request, q: Question = "") -> Response:
    """Countries, actors and places whose names begin with what is typed, as the tongue calls them."""
    view: View = request.app.state.view
    text = q.replace("\x00", "").strip()
    if not text:
        return as_json(request, [])
    tongue = tongue_of(request)
    found = [{"label": tongue.country(code), "kind": "country", "id": code} for code in _begin(view, text)]
    found += [{"label": who(tongue, row.label), "kind": "actor", "id": row.id} for row in view.suggest(text, 6)]
    found += [{"label": row.name, "kind": "place", "id": row.key} for row in view.places(text, size=4).items]
    return as_json(request, found)


def _begin(view: View, text: str) -> list[str]:
    """The codes of countries in the store that any tongue calls so, at most three."""
    start, names = fold(text), _country_names()
    return [code for code in sorted(view.countries()) if any(name.startswith(start) for name in names[code])][:3]


@cache
def _country_names() -> dict[str, tuple[str, ...]]:
    """What each country is called in any tongue, folded, by its code."""
    local = [local_names(language) for language in TONGUES]
    told = {
        code: [*country.names, *(name for names in local for name in names.get(code, ()))]
        for code, country in countries().items()
    }
    return {code: tuple(map(fold, names)) for code, names in told.items()}


Group = tuple[IncidentRow | None, dict[str, list[Voice]]]


def _grouped(answer: Answer) -> list[Group]:
    """The voices by incident, for and against apart; those of no incident last."""
    homes = {row.id: row for row in answer.incidents}
    found: dict[str | None, list[Voice]] = {row.id: [] for row in answer.incidents}
    for voice in answer.voices:
        found.setdefault(voice.claim.incident if voice.claim.incident in homes else None, []).append(voice)
    groups: list[Group] = []
    for key, voices in found.items():
        if voices:
            sides: dict[str, list[Voice]] = {"for": [], "disputed": [], "open": [], "against": []}
            for voice in reversed(voices):
                sides[voice.stance].append(voice)
            groups.append((homes.get(key or ""), {side: rows for side, rows in sides.items() if rows}))
    groups.sort(key=lambda group: (group[0] is None, -sum(len(rows) for rows in group[1].values())))
    return groups
