"""Pages that were made are kept until the record changes, and are given to nobody whom they are not for."""

import re

import pytest
from starlette.testclient import TestClient

from saksi.collection import keep_record
from saksi.show.web.kept_pages import Kept, Pages
from tests.show.web.room import older, record
from tests.show.web.test_review import killed, seal


def test_page_changes_with_the_record(room: TestClient) -> None:
    first = room.get("/articles")
    assert room.get("/articles").text == first.text
    assert room.get("/articles", headers={"If-None-Match": first.headers["etag"]}).status_code == 304
    keep_record(room.app.state.store, record("second"))  # type: ignore[attr-defined]
    after = room.get("/articles", headers={"If-None-Match": first.headers["etag"]})
    assert after.status_code == 200
    assert "/articles/second" in after.text


def test_act_is_seen_at_once_and_undoing_it_too(room: TestClient) -> None:
    claim = killed(room)
    address = "/claims.json?kind=figure&review=rejected"
    assert room.get(address).json()["items"] == []
    room.post(f"/review/{claim['id']}", data={"verb": "reject", "csrf": seal(room)})
    assert [row["id"] for row in room.get(address).json()["items"]] == [claim["id"]]
    made = room.get("/history.json").json()["items"][0]
    room.post(f"/undo/{made['id']}", data={"csrf": seal(room)})
    assert room.get(address).json()["items"] == []


def test_each_visitor_gets_a_seal_of_his_own(room: TestClient) -> None:
    other = TestClient(room.app)
    assert seal(room) != seal(other)
    claim = killed(room)
    form = {"verb": "accept", "csrf": seal(other)}
    assert room.post(f"/review/{claim['id']}", data=form).status_code == 403
    assert other.post(f"/review/{claim['id']}", data=form, follow_redirects=False).status_code == 303


def test_tongue_light_and_name_are_part_of_what_is_kept(room: TestClient) -> None:
    told = {}
    for tongue in ("id", "en"):
        for theme in ("light", "dark"):
            room.cookies.set("saksi_tongue", tongue)
            room.cookies.set("saksi_theme", theme)
            told[tongue, theme] = room.get("/incidents")
    assert len({one.headers["etag"] for one in told.values()}) == 4
    for (tongue, theme), one in told.items():
        assert re.search(rf'<html lang="{tongue}" data-theme="{theme}"', one.text)


def test_what_a_reviewer_saw_is_not_shown_to_a_reader(closed_room: TestClient) -> None:
    for name, password in (("ani", "kata sandi ani"), ("budi", "kata sandi budi")):
        closed_room.cookies.clear()
        closed_room.post("/sign-in", data={"name": name, "password": password})
        assert ("You are ani" in closed_room.get("/articles/obeid").text) is (name == "ani")
    closed_room.cookies.clear()
    assert closed_room.get("/articles/obeid", follow_redirects=False).status_code == 303


def test_answer_says_how_long_it_took(room: TestClient) -> None:
    assert re.fullmatch(r"app;dur=[\d.]+", room.get("/").headers["server-timing"])


@pytest.mark.parametrize("room_for", [0, 250])
def test_pages_never_fill_more_than_their_room(room_for: int) -> None:
    pages = Pages(room_for)
    for number in range(10):
        pages.put(str(number), Kept(b"x" * 100, "text/html", ()))
    assert [pages.get(str(number)) is not None for number in range(10)].count(True) == room_for // 100
    assert pages.get("0") is None


def test_what_is_worked_out_once_is_worked_out_again_when_the_record_changes(room: TestClient) -> None:
    view = room.app.state.view  # type: ignore[attr-defined]

    def whole() -> tuple[object, ...]:
        return view.counts(), view.sources(), view.timeline(by="day"), view.spots()

    before = whole()
    assert all(one is other for one, other in zip(whole()[:3], before[:3], strict=True))
    keep_record(room.app.state.store, older())  # type: ignore[attr-defined]
    assert all(one != other for one, other in zip(whole(), before, strict=True))
