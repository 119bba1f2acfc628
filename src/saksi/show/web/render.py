"""Pages from templates: one Jinja environment with the words, days and numbers of the visitor's tongue."""

from collections.abc import Iterable
from functools import cache, partial
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from fastapi import Request
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.responses import HTMLResponse, JSONResponse

from saksi import __version__
from saksi.keep.shown import ClaimRow
from saksi.show.web import words
from saksi.show.web.retold import retold
from saksi.show.web.visit import seen, tongue_of

HERE = Path(__file__).parent


@cache
def environment() -> Environment:
    """The templates. Everything is escaped that is not marked safe by hand."""
    made = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.globals.update(
        version=__version__, quoted=path_part, tables=words.TABLES, families=words.FAMILIES, address=address
    )
    made.filters["path"] = path_part
    made.tests["follows"] = follows
    made.filters["extract"] = lambda key, table: table[key]
    made.filters["by_sentence"] = by_sentence
    made.filters["by_words"] = by_words
    return made


def page(request: Request, template: str, status: int = 200, **values: Any) -> HTMLResponse:
    """A page. Templates get: visit, tongue, _ (say), n (count), word, who, people, amount, day and the values."""
    visit = seen(request)
    tongue = visit.tongue
    given = {
        "request": request,
        "visit": visit,
        "tongue": tongue,
        "room": request.app.state.settings,
        "here": request.url.path + (f"?{request.url.query}" if request.url.query else ""),
        "path": request.url.path,
        "_": tongue.say,
        "n": tongue.count,
        "word": partial(words.word, tongue),
        "who": partial(words.who, tongue),
        "called": partial(words.called, tongue),
        "retold": partial(retold, tongue),
        "people": words.people,
        "amount": partial(words.amount, tongue),
        "day": tongue.day,
        "moment": tongue.moment,
        "csrf": visit.csrf,
        "asked_for": getattr(request.state, "asked_for", {}),
        **values,
    }
    body = environment().get_template(template).render(given)
    return HTMLResponse(body, status, headers={"Cache-Control": "private, no-cache", "Vary": "Cookie"})


def follows(reason: str | None) -> bool:
    """Whether a judgement only follows from another one, whose number is its reason ("#12"): that one is undone."""
    return bool(reason) and str(reason).startswith("#")


def by_sentence(rows: Iterable[ClaimRow]) -> list[list[ClaimRow]]:
    """Claims that rest on one sentence of one article and on one voice together, in the order of the first of each."""
    found: dict[tuple[object, ...], list[ClaimRow]] = {}
    for row in rows:
        found.setdefault((row.article, row.sentence or row.id, row.chain), []).append(row)
    return list(found.values())


def by_words(groups: Iterable[list[ClaimRow]]) -> list[list[list[ClaimRow]]]:
    """Groups of `by_sentence` that say the same of the same words together: one for each article that copies them."""
    found: dict[tuple[object, ...], list[list[ClaimRow]]] = {}
    for group in groups:
        said = frozenset((row.kind, row.type, row.low, row.high, row.date) for row in group)
        found.setdefault((" ".join((group[0].sentence or group[0].id).split()), said), []).append(group)
    return list(found.values())


def path_part(value: Any) -> str:
    """A value as one part of an address."""
    return quote(str(value), safe="")


def address(path: str, *tables: dict[str, Any], **more: Any) -> Markup:
    """An address with a query; values that are None or empty are left out."""
    values = {key: value for table in (*tables, more) for key, value in table.items()}
    query = urlencode({key: value for key, value in values.items() if value not in (None, "")})
    return Markup.escape(f"{path}?{query}" if query else path)


def refusal(request: Request, status: int, told: str) -> JSONResponse:
    """What a program is told that was refused, in the tongue that it asks for."""
    vary = {"Vary": "Cookie, Authorization, Accept-Language"}
    return JSONResponse({"detail": retold(tongue_of(request), told)}, status, headers=vary)
