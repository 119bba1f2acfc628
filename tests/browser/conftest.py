"""A running room and Debian's browser, kept off the network."""

import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import uvicorn

from saksi.collection import keep_record
from saksi.keep.store import Store
from saksi.keep.view import View
from saksi.show.web.app import create_app
from saksi.show.web.settings import RoomSettings
from tests.show.web.room import PAYLOADS, filled, older

CHROMIUM = shutil.which("chromium")
FLAGS = [
    "--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--no-first-run", "--enable-unsafe-swiftshader", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Running:
    """A room that answers at an address, and the view of its store."""

    url: str
    view: View


@contextmanager
def running(store: Store, settings: RoomSettings) -> Iterator[Running]:
    """The room over a store, until the block ends."""
    server = uvicorn.Server(uvicorn.Config(create_app(settings, store), port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield Running(f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}", View(store))
    server.should_exit = True
    thread.join(10)
    store.close()


@pytest.fixture(scope="session")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A room that is only read, with every payload in every field of some articles."""
    path = tmp_path_factory.mktemp("room") / "room.db"
    store = filled(path, PAYLOADS)
    keep_record(store, older())
    with running(store, RoomSettings(str(path), "Sari")) as found:
        yield found


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Running]:
    """A room of its own for a test that writes."""
    with running(filled(tmp_path / "room.db"), RoomSettings(str(tmp_path / "room.db"), "Sari")) as found:
        yield found


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """One browser for all tests."""
    if CHROMIUM is None:
        pytest.skip("Debian's chromium is not installed")
    play = pytest.importorskip("playwright.sync_api")
    with play.sync_playwright() as playing:
        found = playing.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield found
        found.close()


Visitor = Callable[[Running], Any]


@pytest.fixture
def visitor(browser: Any) -> Iterator[Visitor]:
    """Opens a page on a room; the test fails where it asks another host for anything or a script of it breaks."""
    contexts: list[Any] = []
    wrong: list[str] = []

    def opened(room: Running) -> Any:
        contexts.append(browser.new_context())
        page = contexts[-1].new_page()
        page.set_default_timeout(60_000)
        ours = (room.url, "blob:", "data:")
        page.on("request", lambda sent: None if sent.url.startswith(ours) else wrong.append(sent.url))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        return page

    yield opened
    for context in contexts:
        context.close()
    assert wrong == []
