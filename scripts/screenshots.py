"""Pictures of the reading room's pages: those of the README, or any page in every dress, to be looked at.

python scripts/screenshots.py http://127.0.0.1:8642              the README's, into docs/pictures
python scripts/screenshots.py http://127.0.0.1:8642 FOLDER PATH ...   pages in every size, light and tongue
"""

import argparse
import json
import sys
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

SIZES = {"wide": (1200, 520), "phone": (390, 760)}
FLAGS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync",
         "--no-first-run", "--enable-unsafe-swiftshader",
         "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]  # fmt: skip
PICTURES = Path(__file__).parents[1] / "docs" / "pictures"
MOST = 150_000
"""Bytes that a picture of the README may have."""
Dress = tuple[str, str, str]


def main() -> None:
    """Opens each page in its dress and saves its picture."""
    parser = argparse.ArgumentParser(description="screenshots of the reading room")
    parser.add_argument("room")
    parser.add_argument("folder", type=Path, nargs="?", default=PICTURES)
    parser.add_argument("paths", nargs="*")
    told = parser.parse_args()
    told.folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        if not told.paths:
            readme(browser, told.room, told.folder)
        for dress in product(SIZES, ("light", "dark"), ("en", "id")) if told.paths else ():
            page = opened(browser, told.room, dress)
            for path in told.paths:
                name = path.strip("/").replace("/", "-").split("?")[0] or "now"
                shoot(page, told.room + path, told.folder / f"{name}-{'-'.join(dress)}.png", whole=dress[0] == "wide")


def readme(browser: Browser, room: str, folder: Path) -> None:
    """The newcomer's path: the first page, an incident with rival figures, the words, and ways to look over it all."""
    wide = opened(browser, room, ("wide", "light", "en"))
    rival = json.loads(wide.request.get(f"{room}/now.json").body())["rivals"][0]["id"]
    ledger = json.loads(wide.request.get(f"{room}/incidents/{rival}.json").body())["ledger"]
    claim = next(row["claims"][0] for row in ledger if row["latest"] and row["claims"])
    pages = {"now": "/", "incident": f"/incidents/{rival}", "words": f"/claims/{claim}", "timeline": "/timeline"}
    for name, path in pages.items():
        shoot(wide, room + path, folder / f"{name}.png")
    dark = opened(browser, room, ("wide", "dark", "en"))
    shoot(dark, f"{room}/review/{claim}", folder / "review.png")
    shoot(opened(browser, room, ("phone", "light", "id")), f"{room}/incidents/{rival}", folder / "phone.png")
    large = [path.name for path in folder.glob("*.png") if path.stat().st_size > MOST]
    if large:
        sys.exit(f"larger than {MOST} bytes: {', '.join(large)}")


def opened(browser: Browser, room: str, dress: Dress) -> Page:
    """A page in a dress: size, theme, tongue."""
    size, theme, tongue = dress
    width, height = SIZES[size]
    page = browser.new_context(viewport={"width": width, "height": height}).new_page()
    page.goto(f"{room}/settings?tongue={tongue}&theme={theme}")
    return page


def shoot(page: Page, address: str, file: Path, *, whole: bool = False) -> None:
    """Saves the picture of a page once its map is drawn."""
    page.goto(address)
    if page.locator("[data-map]").count():
        page.locator("[data-map][data-ready]").wait_for(timeout=60_000)
    page.wait_for_timeout(1000)
    page.screenshot(path=file, full_page=whole)


if __name__ == "__main__":
    main()
