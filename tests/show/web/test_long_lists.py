"""Pages of a large store: what is left out of a page is said, counted and one click away."""

import re
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from saksi.collection import keep_record
from saksi.keep.store import open_store
from saksi.show.web import explore, incidents
from saksi.show.web.app import create_app
from saksi.show.web.settings import RoomSettings
from tests.show.web.room import older, record

ARTICLES = 9


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """One report in nine articles, and an attack of an earlier year."""
    path = tmp_path_factory.mktemp("copied") / "room.db"
    store = open_store(path)
    for one in (*(record(f"obeid-{number}") for number in range(ARTICLES)), older()):
        keep_record(store, one)
    yield TestClient(create_app(RoomSettings(str(path), "Sari"), store))
    store.close()


def incident(room: TestClient) -> str:
    """The address of the attack that nine articles tell of."""
    return f"/incidents/{room.get('/now.json').json()['rivals'][0]['id']}"


def test_words_that_are_copied_stand_once_with_all_who_print_them(copied: TestClient) -> None:
    page = copied.get(incident(copied)).text
    assert page.count('<article class="claim">') == 3  # the articles' own voice, the medics, the army
    assert page.count("The same words in") == 3
    for number in range(ARTICLES):
        assert page.count(f'href="/articles/obeid-{number}#') >= 3


def test_article_of_many_copies_names_six_and_folds_the_rest(copied: TestClient) -> None:
    page = copied.get("/articles/obeid-0").text
    assert f"one source, printed {ARTICLES} times<" in page
    shown, folded = page.split('<details class="copies">')
    others = re.compile(r'href="/articles/obeid-\d"')
    assert len(others.findall(shown)) == 6
    assert "and 2 more" in folded
    assert len(others.findall(folded.split("</details>")[0])) == 2


def test_a_voice_of_many_sentences_is_cut_and_shown_whole_on_its_own(
    copied: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(incidents, "_SHOWN", 0)
    page = copied.get(f"{incident(copied)}?cut").text  # another address: pages are kept
    whole = re.findall(r'href="([^"]+\?voice=[^"#]*)#accounts">All 1 by this voice<', page)
    assert len(whole) == 3
    for address in whole:
        told = copied.get(address).text
        assert told.count('<article class="claim">') == 1
        assert "by this voice" not in told


def test_contacts_are_counted_over_all_pages(copied: TestClient) -> None:
    view = copied.app.state.view  # type: ignore[attr-defined]
    (tie,) = view.ties()
    assert tie.times == len(view.contacts().items) > 0
    assert view.ties("SAU") == view.ties(level="leader" if tie.level != "leader" else "minister") == []
    assert [one.times for one in view.ties(tie.left, tie.right, level=tie.level)] == [tie.times]


def test_a_long_time_is_shown_in_longer_periods(copied: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "drag over a part of it first" not in copied.get("/timeline?by=day").text
    monkeypatch.setattr(explore, "_BARS", 1)
    page = copied.get("/timeline?by=day&status=actual").text  # another address: pages are kept
    assert "drag over a part of it first" in page
    assert len(copied.get("/timeline.json?by=day").json()["periods"]) > 2


def test_lists_say_how_many_there_are(copied: TestClient) -> None:
    number = len(copied.get("/incidents.json").json()["items"])
    assert f"{number} incidents and processes" in copied.get("/incidents").text
    assert "1 incident or process<" in copied.get("/incidents?until=2021").text


def test_a_page_further_on_leads_back(copied: TestClient) -> None:
    after = copied.get("/articles.json?size=3").json()["after"]
    assert "Back to the beginning" in copied.get(f"/articles?after={after}").text
    assert "Back to the beginning" not in copied.get("/articles").text


def test_an_actor_that_is_filtered_by_is_named(copied: TestClient) -> None:
    (force,) = copied.get("/actors.json?text=rapid").json()["items"]
    assert "Rapid Support Forces</span>" in copied.get(f"/incidents?actor={force['id']}").text
