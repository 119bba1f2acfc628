"""Who published, wrote and supplied an article, and where it is dated from."""

from pathlib import Path

import pytest

from saksi.clean import clean
from saksi.clean.byline import Byline, bylines_of
from saksi.clean.dateline import take_dateline
from saksi.clean.sources import sources_of
from saksi.model.raw import Raw
from saksi.world.media import known
from tests.tables import listed, rows

DATA = Path(__file__).parent / "data"


@pytest.mark.parametrize(("paragraph", "outlet", "city", "agencies", "left"), rows(DATA / "datelines.tsv", 5))
def test_dateline(paragraph: str, outlet: str, city: str, agencies: str, left: str) -> None:
    body, found = take_dateline([paragraph], None, "id")
    assert body == [left or paragraph]
    assert (found is None) == (left == "")
    if found:
        assert (found.outlet or "", found.city or "", list(found.agencies)) == (outlet, city, listed(agencies))


def test_dateline_of_an_outlet_that_no_list_holds() -> None:
    body, found = take_dateline(["Jakarta, Gema Bangsa - Dua menteri bertemu di Kairo."], "Gema Bangsa", "id")
    assert body == ["Dua menteri bertemu di Kairo."]
    assert found is not None
    assert (found.outlet, found.city) == ("Gema Bangsa", "Jakarta")


@pytest.mark.parametrize(("sentence", "sources"), rows(DATA / "sources.tsv", 2))
def test_sources(sentence: str, sources: str) -> None:
    found = sources_of("id").find(sentence)
    assert [name for name, _ in found] == listed(sources)
    for name, span in found:
        assert (medium := known(span.within(sentence))) is None or medium.name == name


@pytest.mark.parametrize(
    ("line", "authors", "editors", "sources", "published", "outlet"), rows(DATA / "bylines.tsv", 6)
)
def test_byline(line: str, authors: str, editors: str, sources: str, published: str, outlet: str) -> None:
    found = Byline()
    kept, taken = bylines_of("id").take(["Dua menteri bertemu di Kairo pada Senin.", line], found)
    assert taken == [line]
    assert len(kept) == 1
    assert (found.authors, found.editors, found.sources) == (listed(authors), listed(editors), listed(sources))
    assert (found.published or "", found.outlet or "") == (published, outlet)


def test_byline_on_two_lines() -> None:
    found = Byline()
    kept, taken = bylines_of("id").take(["Dua menteri bertemu di Kairo pada Senin.", "Penulis", "Sari Dewanti"], found)
    assert (len(kept), taken, found.authors) == (1, ["Penulis", "Sari Dewanti"], ["Sari Dewanti"])


@pytest.mark.parametrize(
    ("lines", "authors"),
    [
        (["Dewi Anggraini", "Kamis, 5 Juni 2025 08:00 WIB"], ["Dewi Anggraini"]),
        (["Dewi Anggraini", "Penulis", "Lihat Foto"], ["Dewi Anggraini"]),
        (["Dewi Anggraini", "Penulis", "Sumber AFP"], ["Dewi Anggraini"]),
    ],
)
def test_byline_before_its_label(lines: list[str], authors: list[str]) -> None:
    found = Byline()
    bylines_of("id").take(["Pasukan Baru Tiba di Bangui", *lines, "Dua menteri bertemu di Kairo pada Senin."], found)
    assert found.authors == authors


def test_dateline_on_a_line_of_its_own() -> None:
    article = clean(
        Raw("a", "a", "Jakarta, CNN Indonesia --\nDua menteri bertemu di Kairo pada hari Senin.\nMereka puas.")
    )
    document = article.document
    assert (document.outlet, document.dateline, document.title) == ("CNN Indonesia", "Jakarta", None)
    assert document.text.startswith("Dua menteri")


def test_name_of_the_author_above_his_byline() -> None:
    found = Byline()
    lines = [
        "Pasukan Baru Tiba di Bangui",
        "Dewi Ayu Lestari",
        "Dewi Ayu Lestari - Gema.com",
        "Dua menteri bertemu.",
    ]
    kept, _ = bylines_of("id").take(lines, found)
    assert (kept, found.authors) == ([lines[0], lines[-1]], ["Dewi Ayu Lestari"])


def test_day_in_a_dateline() -> None:
    article = clean(Raw("a", "a", "Manila, 3 Mei 2024 — Dua kapal bertabrakan pada Kamis (2/5), kata penjaga pantai."))
    assert (article.document.published, article.document.dateline) == ("2024-05-03", "Manila")


def test_dateline_with_an_address_on_a_line_of_its_own() -> None:
    article = clean(
        Raw("a", "a", "Kathmandu, GEMABANGSA.ID\nDua menteri bertemu di Pokhara pada hari Senin.\nMereka puas.")
    )
    document = article.document
    assert (document.dateline, document.authors) == ("Kathmandu", ())
    assert (document.outlet or "").casefold() == "gemabangsa.id"


@pytest.mark.parametrize(
    "above", ["Read Next : Pasukan Baru Tiba di Bangui Pekan Ini", "Iklan - Scroll untuk Melanjutkan"]
)
def test_title_is_no_line_above_it(above: str) -> None:
    lead = "Dua menteri bertemu di Kairo pada hari Senin untuk membahas gencatan senjata."
    article = clean(Raw("a", "a", f"{above}\nDua Menteri Bertemu di Kairo Senin\n{lead}"))
    assert (article.document.title, article.document.text) == ("Dua Menteri Bertemu di Kairo Senin", lead)


def test_owner_of_a_notice() -> None:
    notices = ["Ketika mengutip segala materi dari Gema Bangsa, mohon sertakan tautan."]
    assert bylines_of("id").owner(notices) == "Gema Bangsa"
    assert bylines_of("id").owner(["Copyright © ANTARA 2024"]) == "ANTARA"
