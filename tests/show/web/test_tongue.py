"""Two tongues: every message stands in both catalogues; days and numbers follow the tongue."""

import re
from pathlib import Path

import pytest
from fastapi import FastAPI

from saksi.show.api import routes as api
from saksi.show.web import words
from saksi.show.web.tongue import _messages, tongue

TEMPLATES = sorted((Path(words.__file__).parent / "templates").glob("*.html"))
SAID = re.compile(r"_\('([^']+)'|\bn\('([^']*)', '([^']*)'")


def described() -> set[str]:
    """What the page of the interface tells of addresses and parameters."""
    room = FastAPI()
    room.include_router(api.router)
    verbs = [told for each in room.openapi()["paths"].values() for told in each.values()]
    parameters = [one for told in verbs for one in told.get("parameters", ())]
    return {told["summary"] for told in verbs} | {one.get("description", "") for one in parameters}


def messages() -> set[str]:
    """Every message of the templates, of the tables of words and of the interface's description."""
    found = {part for path in TEMPLATES for hit in SAID.findall(path.read_text(encoding="utf-8")) for part in hit}
    return (found | {told for table in words.TABLES.values() for told in table.values()} | described()) - {""}


@pytest.mark.parametrize("code", ["id", "en"])
def test_catalogue_is_whole(code: str) -> None:
    assert sorted(messages() - set(_messages(code))) == []


@pytest.mark.parametrize(
    ("code", "value", "told"),
    [
        ("id", "2025-03-04", "4 Mar 2025"),
        ("id", "2025-08", "Agu 2025"),
        ("en", "2020-02-27/..", "since 27 Feb 2020"),
        ("id", "2020-02-27/..", "sejak 27 Feb 2020"),
        ("en", "XXXX-02-09", "02-09"),
        ("en", "2025-03-04/2025-03-06", "4 Mar 2025 – 6 Mar 2025"),
    ],
)
def test_days(code: str, value: str, told: str) -> None:
    assert tongue(code).day(value) == told


def test_numbers_and_countries() -> None:
    assert (tongue("id").number(12500.0), tongue("en").number(12500.0)) == ("12.500", "12,500")
    assert words.who(tongue("en"), "SDN MIL") == "Sudan (armed forces)"
