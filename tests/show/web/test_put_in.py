"""Articles that programs put in are kept as a run of `saksi keep` keeps them, or none of them is."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from saksi import collection
from saksi.codec import encode
from saksi.keep.people import People
from saksi.keep.store import Store
from saksi.keep.view import View
from saksi.show.web.app import create_app
from saksi.show.web.settings import RoomSettings
from tests.show.web.room import filled, older, record


@pytest.fixture
def program(tmp_path: Path) -> Iterator[tuple[TestClient, Store]]:
    """A room with accounts as a program with all scopes enters it, and its store."""
    store = filled(tmp_path / "room.db")
    People(store).add("ani", "admin", "kata sandi ani")
    token = People(store).grant("ani", ("read", "write"))
    app = create_app(RoomSettings(str(tmp_path / "room.db"), "", open=False), store)
    yield TestClient(app, headers={"Authorization": f"Bearer {token}"}), store
    store.close()


def test_many_are_kept_as_a_run_keeps_them(program: tuple[TestClient, Store], monkeypatch: pytest.MonkeyPatch) -> None:
    room, store = program
    counted: list[Store] = []
    monkeypatch.setattr(collection, "_COUNTED", 2)
    monkeypatch.setattr(Store, "analyse", lambda each: counted.append(each))
    body = b"\n".join(encode(one) for one in (record(), older(2019), older(2020), older(2022)))
    answer = room.post("/api/v1/articles", content=body)
    assert answer.status_code == 201
    assert [one["state"] for one in answer.json()["kept"]] == ["unchanged", "new", "new", "new"]
    assert counted == [store, store]


def test_of_a_body_with_a_broken_line_none_is_kept(program: tuple[TestClient, Store]) -> None:
    room, store = program
    answer = room.post("/api/v1/articles", content=encode(older(2019)) + b"\n{broken\n")
    assert answer.status_code == 400
    assert "line 2" in answer.json()["detail"]
    assert View(store).article("obeid-2019") is None
