"""Pages: each opens in both tongues, gives its data, and says in a sentence what is wrong with a bad request."""

import re
from contextlib import closing
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from saksi.keep.store import open_store
from saksi.show.web.app import create_app
from saksi.show.web.settings import RoomSettings

PAGES = (
    "/", "/articles", "/articles/obeid", "/incidents", "/processes", "/actors", "/places", "/places/el%20obeid",
    "/timeline", "/map", "/contacts", "/figures", "/ask", "/ask?q=Obeid", "/review", "/history", "/sources", "/method",
    "/read", "/sign-in", "/log", "/api",
)  # fmt: skip
DATA = (
    "/now.json", "/articles/obeid.json", "/ask.json?q=Obeid", "/timeline.json", "/map.geojson", "/incidents.json",
    "/incidents.geojson", "/claims.csv", "/claims.jsonl", "/figures.csv", "/suggest.json?q=ra", "/sources.csv",
    "/api/openapi.json", "/api/v1/lists/incidents", "/api/v1/article/obeid", "/gold.jsonl", "/method.json",
)  # fmt: skip


@pytest.mark.parametrize("tongue", ["id", "en"])
@pytest.mark.parametrize("path", PAGES)
def test_page_opens_in_both_tongues(reading: TestClient, path: str, tongue: str) -> None:
    reading.cookies.set("saksi_tongue", tongue)
    answer = reading.get(path)
    assert answer.status_code == 200
    assert f'<html lang="{tongue}"' in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]


@pytest.mark.parametrize("path", DATA)
def test_data_is_given(reading: TestClient, path: str) -> None:
    assert reading.get(path).status_code == 200


@pytest.mark.parametrize(
    "path", ["incidents", "processes", "timeline", "map", "figures", "actors", "places", "articles"]
)
def test_list_without_rows_speaks_of_filters_only_where_there_are_some(tmp_path: Path, path: str) -> None:
    with closing(open_store(tmp_path / "room.db")) as store:
        room = TestClient(create_app(RoomSettings(str(tmp_path / "room.db"), "Sari"), store))
        assert '<p class="empty">There is nothing here yet.</p>' in room.get(f"/{path}").text
        asked = room.get(f"/{path}?text=zzqqx").text
        assert "There is nothing here yet." not in asked
        assert '<p class="empty">N' in asked


def test_incident_shows_rival_figures_and_leads_to_their_words(reading: TestClient) -> None:
    found = reading.get("/now.json").json()["rivals"]
    assert len(found) == 1
    page = reading.get(f"/incidents/{found[0]['id']}").text
    assert "rival figures" in page
    claim = re.search(r'href="(/claims/[^"]+)"', page)
    assert claim
    assert reading.get(claim[1]).url.path == "/articles/obeid"


def test_countries_are_named_as_the_tongue_names_them(reading: TestClient) -> None:
    reading.cookies.set("saksi_tongue", "en")
    for typed in ("arab sau", "saudi"):
        found = reading.get(f"/suggest.json?q={typed}").json()
        assert found[0] == {"label": "Saudi Arabia", "kind": "country", "id": "SAU"}
    by_name = reading.get("/incidents.json?country=Arab Saudi").json()["items"]
    assert {row["country"] for row in by_name} == {"SAU"}
    assert by_name == reading.get("/incidents.json?country=sau").json()["items"]


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/incidents?since=zz", "since is not a day"),
        ("/incidents?box=1,2", "box is four numbers"),
        ("/api/v1/lists/incidents?until=2024-02-31", "no such day"),
        ("/api/v1/lists/claims?after=%00x", "not a cursor"),
        ("/api/v1/lists/incidents?actor=Nobody", "nobody in the store"),
        ("/incidents?country=Atlantis", "country: there is none of that name"),
    ],
)
def test_bad_input_gets_a_sentence(reading: TestClient, path: str, told: str) -> None:
    answer = reading.get(path)
    assert 400 <= answer.status_code < 500
    assert told in answer.text


def test_what_has_not_changed_is_not_sent_again(reading: TestClient) -> None:
    tag = reading.get("/incidents.json").headers["etag"]
    assert reading.get("/incidents.json", headers={"If-None-Match": tag}).status_code == 304


def test_cells_of_a_table_do_not_run_in_a_spreadsheet() -> None:
    from saksi.show.api.answers import _cell

    assert _cell("=1+1") == "'=1+1"
    assert _cell(12.0) == 12.0


def test_open_room_answers_to_no_foreign_name(reading: TestClient) -> None:
    assert reading.get("/", headers={"Host": "evil.example"}).status_code == 421
