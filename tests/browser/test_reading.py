"""Reading an article in the browser: from pasted text and from a file, kept only where that is asked."""

from tests.browser.conftest import Running, Visitor

TEXT = """Pasar di Nyala Ditembaki, Dua Pihak Beda Angka

NYALA, Warta - Tentara Sudan menembaki pasar di Nyala pada Selasa (4/3/2025).

Komite dokter menyebut sedikitnya 12 orang tewas, sementara militer Sudan mengatakan 30 orang tewas dalam serangan itu.
"""


def test_article_is_read_and_kept_when_asked(visitor: Visitor, desk: Running) -> None:
    page = visitor(desk)
    page.goto(f"{desk.url}/read")
    page.locator("textarea[name=text]").fill(TEXT)
    page.locator("input[name=published]").fill("2025-03-05")
    page.locator("main form button").press("Enter")
    page.locator(".notice").wait_for()
    assert page.locator(".card").count() >= 2
    assert desk.view.counts()["articles"] == 1
    page.locator(".notice form button").press("Enter")
    page.wait_for_url("**/articles/**")
    assert desk.view.counts()["articles"] == 2


def test_file_is_read(visitor: Visitor, desk: Running) -> None:
    page = visitor(desk)
    page.goto(f"{desk.url}/read")
    page.locator("input[type=file]").set_input_files(
        {"name": "nyala.txt", "mimeType": "text/plain", "buffer": TEXT.encode()}
    )
    page.locator("main form button").press("Enter")
    page.locator(".notice").wait_for()
    assert page.locator(".card").count() >= 2


def test_what_is_no_article_is_refused_in_the_visitors_tongue(visitor: Visitor, desk: Running) -> None:
    page = visitor(desk)
    page.goto(f"{desk.url}/settings?tongue=id&back=/read")
    page.locator("main form button").press("Enter")
    assert page.locator("[role=alert]").inner_text() == "Tidak ada teks. Tempel artikel atau pilih berkas."
