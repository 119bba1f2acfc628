"""Pictures of the reading room's pages for the README and for looking at: wide and phone, light and dark, both tongues.

python scripts/screenshots.py http://127.0.0.1:8642 FOLDER [PATH ...] [--only wide-light-en ...]
"""

import argparse
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

SIZES = {"wide": (1440, 900), "phone": (390, 844)}
FLAGS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync",
         "--no-first-run", "--enable-unsafe-swiftshader",
         "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]  # fmt: skip
PAGES = ("/", "/incidents", "/figures", "/timeline", "/map", "/contacts", "/review", "/sources", "/method", "/read")


def main() -> None:
    """Opens each page in each dress and saves its picture."""
    parser = argparse.ArgumentParser(description="screenshots of the reading room")
    parser.add_argument("room")
    parser.add_argument("folder", type=Path)
    parser.add_argument("paths", nargs="*", default=PAGES)
    parser.add_argument("--only", action="append", default=[])
    told = parser.parse_args()
    told.folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        for dress in product(SIZES, ("light", "dark"), ("en", "id")):
            if not told.only or "-".join(dress) in told.only:
                shoot(browser, told.room, told.folder, told.paths, dress)


def shoot(browser: Browser, room: str, folder: Path, paths: list[str], dress: tuple[str, str, str]) -> None:
    """The pages in one dress: size, theme, tongue."""
    size, theme, tongue = dress
    width, height = SIZES[size]
    context = browser.new_context(viewport={"width": width, "height": height})
    page = context.new_page()
    page.goto(f"{room}/settings?tongue={tongue}&theme={theme}")
    for path in paths:
        page.goto(room + path)
        if page.locator("[data-map]").count():
            page.locator("[data-map][data-ready]").wait_for(timeout=60_000)
        page.wait_for_timeout(300)
        name = path.strip("/").replace("/", "-").split("?")[0] or "now"
        whole = size == "wide" and "article" not in name
        page.screenshot(path=folder / f"{name}-{'-'.join(dress)}.png", full_page=whole)
    context.close()


if __name__ == "__main__":
    main()
