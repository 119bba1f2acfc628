"""The reading room in a real browser: axe finds nothing serious, no stored script runs, pages do what they are for."""

from pathlib import Path

import pytest

from tests.browser.conftest import Running, Visitor

AXE = (Path(__file__).parent / "axe.min.js").read_text(encoding="utf-8") + ";0"
PATHS = (
    "/", "/articles", "/articles/obeid", "/incidents", "/incidents?type=ASSAULT", "/processes", "/actors", "/places",
    "/places/el%20obeid", "/timeline", "/map", "/contacts", "/figures", "/ask", "/ask?q=Obeid", "/ask?q=zzqqx",
    "/review", "/doubtful", "/history", "/sources", "/method", "/read", "/sign-in", "/log", "/api", "/nowhere",
    "/incidents?since=zz",
)  # fmt: skip


def everything(room: Running) -> list[str]:
    """All kinds of pages, with one incident, process, actor and claim of each kind."""
    of = {row.kind: row.id for row in room.view.incidents(size=100).items}
    claims = {row.kind: row.id for row in room.view.claims(size=100).items}
    actor = next(row.id for row in room.view.actors(size=50).items if row.name == "Rapid Support Forces")
    found = [
        *PATHS,
        f"/incidents/{room.view.rivals(1)[0].id}",
        f"/incidents/{of['incident']}",
        f"/processes/{of['talks']}",
    ]
    return [*found, f"/actors/{actor}", *(f"/review/{key}" for key in claims.values())]


@pytest.mark.parametrize("dress", ["id-light", "id-dark", "en-light", "en-dark"])
def test_axe_finds_nothing_serious(visitor: Visitor, room: Running, dress: str) -> None:
    page, (tongue, theme) = visitor(room), dress.split("-")
    page.goto(f"{room.url}/settings?tongue={tongue}&theme={theme}&back=/read")
    found = []
    for path in everything(room):
        page.goto(room.url + path)
        assert page.evaluate("[document.documentElement.lang, document.documentElement.dataset.theme]") == [
            tongue,
            theme,
        ]
        page.evaluate(AXE)
        told = page.evaluate("axe.run({resultTypes: ['violations']})")
        found += [
            (path, one["id"], one["nodes"][0]["html"][:160])
            for one in told["violations"]
            if one["impact"] in ("serious", "critical")
        ]
    assert found == []


@pytest.mark.parametrize("width", [390, 1280])
def test_no_page_is_wider_than_the_screen(visitor: Visitor, room: Running, width: int) -> None:
    page = visitor(room)
    page.set_viewport_size({"width": width, "height": 900})
    wide = []
    for path in everything(room):
        page.goto(room.url + path)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wide.append(path)
    assert wide == []


def test_no_stored_script_runs(visitor: Visitor, room: Running) -> None:
    page = visitor(room)
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    stored = [f"/articles/{row.id}" for row in room.view.articles(size=20).items]
    stored += [f"/incidents/{row.id}" for row in room.view.incidents(size=20).items]
    for path in (*everything(room), *stored):
        page.goto(room.url + path)
        assert "struck" not in page.title() or "document.title" in page.title(), path
        assert page.evaluate("document.querySelectorAll('main script:not([type]), main img').length") == 0, path


def test_rival_figures_lead_to_their_words(visitor: Visitor, room: Running) -> None:
    page = visitor(room)
    page.goto(room.url)
    page.locator(".rows .row:has(.rival-rows) a.line").first.click()
    assert page.locator(".ranges.rival tbody tr").count() >= 2
    page.locator(".ranges.rival .value a").first.click()
    page.wait_for_url("**/articles/**")
    assert page.locator(".card.on").count() == 1
    assert page.locator("[data-text] .lit").count() > 0


def test_marks_and_records_choose_each_other(visitor: Visitor, room: Running) -> None:
    page = visitor(room)
    page.goto(f"{room.url}/articles/obeid")
    page.locator("a.m-figure").first.click()
    assert page.locator(".card.on").count() == 1
    page.locator(".card.k-event h3 a").first.click()
    assert page.locator(".m-event.on").inner_text() == "menembaki"


def test_map_shows_a_city_as_a_disc_and_keeps_to_its_years(visitor: Visitor, room: Running) -> None:
    page = visitor(room)
    page.goto(f"{room.url}/map")
    page.locator("[data-map][data-ready]").wait_for()
    total = "[...document.querySelectorAll('.spot')].reduce((sum, disc) => sum + Number(disc.textContent), 0)"
    before = page.evaluate(total)
    assert before > 1
    with page.expect_response("**/map.geojson?*until=2024*"):
        page.locator("[data-until]").press("ArrowLeft")
    assert page.locator("[data-last]").inner_text() == "2024"
    page.wait_for_function(f"before => {total} > 0 && {total} < before", arg=before)


def test_timeline_looks_closer_and_wider(visitor: Visitor, room: Running) -> None:
    page = visitor(room)
    page.goto(f"{room.url}/timeline?by=month")
    over = page.locator(".u-over")
    over.wait_for()
    box = over.bounding_box()
    page.mouse.move(box["x"] + 5, box["y"] + 50)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] - 5, box["y"] + 50, steps=5)
    page.mouse.up()
    page.wait_for_url("**since=2021-**")
    page.locator("a[rel=up]").press("Enter")
    page.wait_for_url("**since=2021&**")
    page.locator("main details summary").last.press("Enter")
    page.locator("main details td a").first.press("Enter")
    page.wait_for_url("**until=2021**")


def test_contacts_are_narrowed_by_level(visitor: Visitor, room: Running) -> None:
    page = visitor(room)
    page.goto(f"{room.url}/contacts")
    assert page.locator(".net line").count() > 0
    assert page.locator(".matrix td a").count() >= 2
    levels = {told for told in ("leader", "minister", "technical") if page.locator(f".net line.l-{told}").count()}
    other = next(told for told in ("leader", "minister", "technical") if told not in levels)
    page.locator("select[name=level]").select_option(other)
    page.locator("main form button").first.press("Enter")
    page.wait_for_url(f"**level={other}**")
    assert page.locator(".empty").count() == 1


def test_question_is_suggested_and_cited(visitor: Visitor, room: Running) -> None:
    page = visitor(room)
    page.goto(room.url)
    page.locator("body").press("/")
    page.keyboard.type("Rapid")
    page.locator("#suggestions a").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/actors/**")
    page.goto(f"{room.url}/ask?q=Obeid")
    assert page.locator(".stance").count() > 0
    assert "q=Obeid" in page.locator(".note a[href*='/ask']").first.get_attribute("href")
