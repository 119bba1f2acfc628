"""From a raw item to an article: precedence, languages, characters, bad pages."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saksi.clean import clean
from saksi.clean.article import LONGEST
from saksi.clean.characters import paragraphs, tidy
from saksi.clean.language import detect
from saksi.model.article import Article
from saksi.model.errors import InputError, SkipError
from saksi.model.raw import Given, Raw
from tests.tables import rows

DATA = Path(__file__).parent / "data"
LEAD = "Tentara Kongo mundur dari Sake setelah pertempuran dua hari, kata seorang pejabat pada Minggu (4/2/2024)."
PAGE = f"""<html lang="id"><head><title>Tentara Mundur | Gema</title><meta property="og:site_name" content="Gema">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Tentara Mundur dari Sake",
"datePublished": "2024-02-05T01:00:00Z", "author": [{{"name": "Ayu"}}],
"publisher": {{"name": "Gema Bangsa"}}}}</script>
</head><body><article><h1>Tentara Mundur dari Sake</h1><p>{LEAD}</p>
<p>Warga mengungsi ke Goma dan mendirikan tenda di tepi jalan raya.</p></article></body></html>"""


def read(content: str, *, page: bool = False, **known: str) -> Article:
    return clean(Raw("a", "a.txt", content, page=page, given=Given(**known)))  # type: ignore[arg-type]


def test_given_beats_page_beats_text() -> None:
    document = read(PAGE, page=True).document
    assert (document.outlet, document.published, document.authors) == ("Gema Bangsa", "2024-02-05", ("Ayu",))
    document = read(PAGE, page=True, outlet="Lain", published="2024-02-06").document
    assert (document.outlet, document.published) == ("Lain", "2024-02-06")
    assert read(LEAD).document.published == "2024-02-04"


@pytest.mark.parametrize(
    ("given", "day"),
    [
        ("2024-02-05T23:00:00+07:00", "2024-02-05"),
        ("2024/2/5", "2024-02-05"),
        ("Senin, 5 Feb 2024", "2024-02-05"),
        ("5 Feb", None),
        ("2024-13-45", None),
    ],
)
def test_given_day(given: str, day: str | None) -> None:
    assert read("Tentara Kongo mundur dari Sake.", published=given).document.published == day


def test_given_metadata_is_plain() -> None:
    document = read(LEAD, title="a\x1b[31m\u202eb\nc", outlet=" Gema\u00a0Bangsa ").document
    assert (document.title, document.outlet) == ("a[31mb c", "Gema Bangsa")


def test_nothing_is_invented() -> None:
    document = read("Tentara Kongo mundur dari Sake pada Minggu, kata seorang pejabat.").document
    assert (document.published, document.outlet, document.title, document.credited) == (None, None, None, ())


def test_title_leaves_the_text() -> None:
    document = read(PAGE, page=True).document
    assert document.title == "Tentara Mundur dari Sake"
    assert document.text.startswith(LEAD)
    assert read(f"Tentara Mundur dari Sake\n\n{LEAD}").document.title == "Tentara Mundur dari Sake"


def test_words_behind_metadata_stand_in_the_text() -> None:
    document = read(f"{LEAD}\nKota itu kosong, dikutip dari AFP.").document
    assert document.credited == ("AFP",)
    for evidence in (*document.grounds["published"], *document.grounds["credited"]):
        assert evidence.text == document.text[evidence.start : evidence.end]


@pytest.mark.parametrize(("code", "text"), rows(DATA / "languages.tsv", 2))
def test_language(code: str, text: str) -> None:
    assert detect(text) == code


def test_other_languages_are_passed_over_by_name() -> None:
    malay = next(text for code, text in rows(DATA / "languages.tsv", 2) if code == "ms")
    with pytest.raises(SkipError, match="Malay"):
        read(malay)
    assert read(malay, language="id").document.language == "id"
    with pytest.raises(SkipError, match="Malay"):
        read(LEAD, language="ms")


@pytest.mark.parametrize("content", ["", " \n\t", "\x00\x00", "\u200f\u200e", "---", "Advertisement\nBaca juga:"])
def test_nothing_to_read(content: str) -> None:
    with pytest.raises(InputError):
        read(content)


def test_page_without_an_article() -> None:
    with pytest.raises(InputError, match="without an article"):
        read("<html><body><nav><a href='/'>Beranda</a></nav><p>Masuk</p></body></html>", page=True)


def test_endless_text_is_refused() -> None:
    with pytest.raises(InputError, match="too long"):
        read("kata " * (LONGEST // 4))


def test_endless_page_is_refused() -> None:
    with pytest.raises(InputError, match="too long"):
        read("<p>" + "kata " * 1_100_000, page=True)


def test_invisible_characters_go() -> None:
    assert tidy("a\u200fb\u202e c\x00d\u00a0e\r\nf\ud800") == "ab cd e\nf"


def test_wrapped_lines_are_joined() -> None:
    wrapped = """Tentara Kongo mundur dari Sake setelah pertempuran dua hari
yang menewaskan puluhan orang di kota kecil yang berada di
jalan menuju Goma, kata seorang pejabat daerah itu pada
hari Minggu.

Warga mengungsi ke Goma dan mendirikan tenda di tepi jalan
raya itu."""
    assert len(paragraphs(wrapped)) == 2


@settings(max_examples=150, deadline=None)
@given(st.text(), st.booleans())
def test_no_text_crashes(content: str, page: bool) -> None:
    try:
        article = read(content, page=page)
    except InputError:
        return
    document = article.document
    assert document.text.strip() == document.text != ""
    assert "\x00" not in document.text
    document.text.encode("utf-8")


PIECES = [
    "Baca juga: ",
    "Sumber: Reuters",
    "Editor: A",
    "\n",
    "(abc/def)",
    "JAKARTA - ",
    "Tentara mundur. ",
    "0 komentar",
    "Foto: ",
    "12 Mei 2024",
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_no_mix_of_furniture_crashes(content: str) -> None:
    try:
        document = read(content).document
    except InputError:
        return
    for parts in document.grounds.values():
        assert all(part.text == document.text[part.start : part.end] for part in parts)


def test_headline_below_the_names_of_sections() -> None:
    article = read(
        "Okezone\nHOME\nINTERNATIONAL\nPemberontak Serahkan Tiga Tawanan ke Palang Merah\n"
        "Dimas Putra, Jurnalis · Kamis 20 Februari 2025 20:15 WIB\n"
        "GOMA - Pemberontak menyerahkan tiga tawanan kepada Palang Merah pada Kamis. (AFP/dna)\n"
        "Penyerahan itu berlangsung di bandara kota tersebut tanpa upacara."
    )
    document = article.document
    assert document.title == "Pemberontak Serahkan Tiga Tawanan ke Palang Merah"
    assert (document.outlet, document.dateline, document.published) == ("Okezone", "Goma", "2025-02-20")
    assert (document.authors, document.credited) == (("Dimas Putra",), ("AFP",))
    assert "HOME" in document.furniture


def test_dateline_on_a_line_of_its_own() -> None:
    for line in ("WASHINGTON —", "ANKARA"):
        document = read(f"{line}\nPresiden menandatangani sanksi baru terhadap dua bank asing pada Kamis.").document
        assert document.dateline == line.split()[0].title()
        assert document.text.startswith("Presiden")


def test_contents_breadcrumbs_and_lone_labels_are_no_text() -> None:
    article = read(
        "Home > Internasional > Afrika\nJunta Mali Bubarkan Semua Partai Politik\nPenulis\nDewi Sartono\n| Editor\n"
        "Bima Hartono\nLihat Foto\nDaftar Isi\nPartai Dibubarkan\nReaksi Oposisi\nBamako -\n"
        "Junta Mali membubarkan semua partai politik, Selasa (13/5/2025).\nReaksi Oposisi\n"
        "Oposisi menyebut keputusan itu kemunduran besar bagi demokrasi di negara tersebut."
    )
    document = article.document
    assert document.title == "Junta Mali Bubarkan Semua Partai Politik"
    assert (document.dateline, document.authors, document.editors) == ("Bamako", ("Dewi Sartono",), ("Bima Hartono",))
    assert document.text.startswith("Junta Mali membubarkan")
    assert "Daftar Isi" not in document.text


SHELLING = "Artileri menembaki pelabuhan sepanjang malam, kata gubernur pada Kamis."


@pytest.mark.parametrize("topic", ["", "Perang Dua Kota\n"])
def test_headline_below_its_topic_and_said_again_in_the_caption(topic: str) -> None:
    headline = "Artileri Hantam Pelabuhan, Gubernur Minta Bantuan Segera!"
    document = read(f"{topic}{headline}\n{headline} - foto 1\n{SHELLING}\nGudang itu habis terbakar.").document
    assert (document.title, document.text) == (headline, f"{SHELLING}\nGudang itu habis terbakar.")


def test_deck_that_the_lead_says_again_goes_and_another_stays() -> None:
    deck = "Artileri menembaki pelabuhan sepanjang malam"
    document = read(f"{deck}\nODESA, GEMA.COM - {SHELLING}\nGudang itu habis terbakar.").document
    assert document.text.startswith(SHELLING)
    assert deck in (*document.furniture, document.title)
    again = read(f"{SHELLING}\nGEMA.COM – {SHELLING}\nGudang itu habis terbakar.").document
    assert (again.text, again.outlet) == (f"{SHELLING}\nGudang itu habis terbakar.", "Gema.com")
    other = "Warga kota itu bersembunyi di ruang bawah tanah."
    assert read(f"{other}\nODESA, GEMA.COM - {SHELLING}").document.text == f"{other}\n{SHELLING}"


def test_article_below_the_article_is_not_read() -> None:
    story = [f"ODESA, GEMA.COM - {SHELLING}", "Gudang terbakar.", "Dua kapal rusak.", "Warga mengungsi.", "Api padam."]
    teaser = ["Banjir Rendam Dua Kecamatan ...", "DHAKA, GEMA.COM - Sungai meluap di dua kecamatan sejak Rabu."]
    document = read("\n".join([*story, *teaser])).document
    assert document.text.endswith("Api padam.")
    assert set(teaser) < set(document.furniture)


def test_menus_above_the_article_do_not_count() -> None:
    menu = "Kamis, Januari 28, 2021\n• Home\n• Kabar Kota\n• Laut\nNo Result\nView All Result\n" * 2
    page = (
        f"{menu}Artileri Hantam Pelabuhan Sepanjang Malam\nSari Dewanti by Sari Dewanti\n21st Agustus 2020\n{SHELLING}"
    )
    document = read(page).document
    assert (document.title, document.text) == ("Artileri Hantam Pelabuhan Sepanjang Malam", SHELLING)
    assert (document.authors, document.published) == (("Sari Dewanti",), "2020-08-21")


def test_agency_in_the_sign_of_an_editor_or_after_the_word_source() -> None:
    assert read(f"{SHELLING}\nGudang itu habis terbakar. (AFP/OL-13)").document.credited == ("AFP",)
    assert read(f"{SHELLING}\nGudang itu habis terbakar. (Sumber: Anadolu)").document.credited == ("Anadolu Agency",)


def test_menus_above_the_article_are_no_text() -> None:
    menu = "Untuk Anda\nRadio\nBola\nTekno\nOtomotif\nHaji\nInfografis\nFoto\nTentang Kami\nHOME NEWS GLOBAL\n"
    document = read(
        f"{menu}\nTentara Mundur dari Sake\n\nAyu Lestari, Jurnalis-Senin, 5 Februari 2024 |08:00 WIB\n\n{LEAD}"
    ).document
    assert (document.title, document.text, document.authors) == ("Tentara Mundur dari Sake", LEAD, ("Ayu Lestari",))


def test_lines_in_the_language_of_picture_agencies_are_no_text_but_quotations_in_it_are() -> None:
    caption = (
        "GOMA, DR CONGO - FEBRUARY 04: Soldiers of the army of the Democratic Republic of Congo walk along a road as "
        "they leave the town of Sake on February 04, 2024, after two days of fighting. (Photo by Stringer/Getty Images)"
    )
    quote = '"We have left the town and we will not be back before the end of the month," katanya.'
    document = read(f"Tentara Mundur dari Sake\n\n{caption}\n\nJakarta -\n\n{LEAD}\n{quote}", language="id").document
    assert (document.dateline, document.text) == ("Jakarta", f"{LEAD}\n{quote}")


def test_the_sizes_of_letters_credit_nobody() -> None:
    document = read(f"Tentara Mundur dari Sake\nPenulis: Ayu Lestari\nAA\nText Sizes\n\n{LEAD}", language="id").document
    assert (document.credited, document.text) == ((), LEAD)


def test_a_topic_above_the_headline_is_no_title() -> None:
    title = "Tentara Kongo Mundur dari Sake, Warga Mengungsi ke Goma"
    page = f"Perang Saudara di Kongo Timur\n\n{title}\n\nPenulis: Ayu Lestari\n\n{LEAD}"
    assert read(page).document.title == title


def test_the_day_of_a_dateline_is_the_day_of_publication() -> None:
    document = read(f"Lintaskabar.com, 5 Februari 2024 – {LEAD}").document
    assert (document.outlet, document.published, document.text) == ("Lintaskabar.com", "2024-02-05", LEAD)
