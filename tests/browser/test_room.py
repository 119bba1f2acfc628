"""The reading room in a real browser: no call leaves it, no stored script runs, axe finds nothing serious."""

import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn

from saksi.keep.view import View
from saksi.show.web.app import create_app
from saksi.show.web.settings import RoomSettings
from tests.show.web.room import PAYLOADS, filled

CHROMIUM = shutil.which("chromium")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Debian's chromium is not installed")
FLAGS = [
    "--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--no-first-run", "--enable-unsafe-swiftshader", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]  # fmt: skip
AXE = Path(__file__).parent / "axe.min.js"
PATHS = (
    "/", "/articles", "/articles/obeid", "/incidents", "/processes", "/actors", "/places", "/timeline", "/map",
    "/contacts", "/figures", "/ask?q=Obeid", "/review", "/history", "/sources", "/method", "/read",
)  # fmt: skip


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, View]]:
    """A running room, with every payload in every field of some articles."""
    path = tmp_path_factory.mktemp("room") / "room.db"
    store = filled(path, PAYLOADS)
    server = uvicorn.Server(
        uvicorn.Config(create_app(RoomSettings(str(path), "Sari"), store), port=0, log_level="error")
    )
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}", View(store)
    server.should_exit = True
    thread.join(10)
    store.close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Debian's browser, kept off the network."""
    play = pytest.importorskip("playwright.sync_api")
    with play.sync_playwright() as playing:
        found = playing.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield found
        found.close()


@pytest.fixture
def page(browser: Any, room: tuple[str, View]) -> Iterator[Any]:
    """A page that fails the test where it asks another host for anything or a script of it breaks."""
    context = browser.new_context(bypass_csp=False)
    opened = context.new_page()
    outside: list[str] = []
    opened.on(
        "request",
        lambda sent: outside.append(sent.url) if not sent.url.startswith((room[0], "blob:", "data:")) else None,
    )
    opened.on("pageerror", lambda error: outside.append(str(error)))
    yield opened
    context.close()
    assert outside == []


@pytest.mark.parametrize("dress", ["id-light", "en-dark"])
def test_axe_finds_nothing_serious(page: Any, room: tuple[str, View], dress: str) -> None:
    tongue, theme = dress.split("-")
    page.goto(f"{room[0]}/settings?tongue={tongue}&theme={theme}")
    incident = room[1].rivals(1)[0].id
    found = []
    for path in (*PATHS, f"/incidents/{incident}"):
        page.goto(room[0] + path)
        page.evaluate(AXE.read_text(encoding="utf-8") + ";0")
        told = page.evaluate("axe.run({resultTypes: ['violations']})")
        found += [
            (path, one["id"], one["nodes"][0]["html"][:160])
            for one in told["violations"]
            if one["impact"] in ("serious", "critical")
        ]
    assert found == []


def test_no_stored_script_runs(page: Any, room: tuple[str, View]) -> None:
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    stored = [f"/articles/{row.id}" for row in room[1].articles(size=20).items]
    stored += [f"/incidents/{row.id}" for row in room[1].incidents(size=20).items]
    for path in (*PATHS, *stored):
        page.goto(room[0] + path)
        assert "struck" not in page.title() or "document.title" in page.title(), path
        assert page.evaluate("document.querySelectorAll('main script:not([type]), main img').length") == 0, path


def test_marks_and_records_choose_each_other(page: Any, room: tuple[str, View]) -> None:
    page.goto(f"{room[0]}/articles/obeid")
    page.locator("a.m-figure").first.click()
    assert page.locator(".card.on").count() == 1
    page.locator(".card.k-event h3 a").first.click()
    assert page.locator(".m-event.on").inner_text() == "menembaki"


def test_map_shows_a_city_as_a_disc(page: Any, room: tuple[str, View]) -> None:
    page.goto(f"{room[0]}/map")
    page.locator("[data-map][data-ready]").wait_for(timeout=60_000)
    assert page.locator(".spot").count() > 0


def test_review_by_keyboard(page: Any, room: tuple[str, View]) -> None:
    page.goto(f"{room[0]}/articles/obeid")
    page.locator(".card.k-figure a[href^='/review/']").first.click()
    page.locator("body").press("c")
    low = page.locator("input[name=low]")
    low.fill("13")
    page.locator("input[name=high]").fill("13")
    page.locator("input[name=reason]").first.fill("miscounted")
    page.locator("button[value=correct]").press("Enter")
    page.wait_for_url("**/incidents/**")
    assert page.locator(".ranges .value", has_text="13").count() == 1
    page.goto(f"{room[0]}/history")
    page.locator("form[action^='/undo/'] button").first.press("Enter")
    page.wait_for_url("**/history")
    assert page.locator(".history .struck").count() >= 1
