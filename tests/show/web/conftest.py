"""The reading room over a small store."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from saksi.keep.people import People
from saksi.keep.store import open_store
from saksi.show.web.app import create_app
from saksi.show.web.settings import RoomSettings
from tests.show.web.room import filled


@pytest.fixture(scope="session")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a small store; tests that write take a copy."""
    path = tmp_path_factory.mktemp("stored") / "room.db"
    filled(path).close()
    return path


@pytest.fixture(scope="session")
def reading(stored: Path) -> Iterator[TestClient]:
    """An open room on this machine, read as Sari; nothing is written in it."""
    store = open_store(stored)
    yield TestClient(create_app(RoomSettings(str(stored), "Sari"), store))
    store.close()


@pytest.fixture
def room(stored: Path, tmp_path: Path) -> Iterator[TestClient]:
    """An open room with a store of its own, for writing."""
    store = open_store(shutil.copy(stored, tmp_path / "room.db"))
    yield TestClient(create_app(RoomSettings(str(tmp_path / "room.db"), "Sari"), store))
    store.close()


@pytest.fixture
def closed_room(stored: Path, tmp_path: Path) -> Iterator[TestClient]:
    """A room that asks for a sign-in: ani may review, budi may read."""
    store = open_store(shutil.copy(stored, tmp_path / "room.db"))
    People(store).add("ani", "reviewer", "kata sandi ani")
    People(store).add("budi", "reader", "kata sandi budi")
    yield TestClient(create_app(RoomSettings(str(tmp_path / "room.db"), "", open=False), store))
    store.close()
