"""Keeping articles: idempotent, in versions, whole or not at all, alike in SQLite and PostgreSQL."""

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from saksi.collection import keep_record
from saksi.collection.desk import Desk, DeskError
from saksi.keep.backup import backup
from saksi.keep.check import check
from saksi.keep.faults import StoreError
from saksi.keep.filters import Filter
from saksi.keep.store import Store, open_store
from saksi.keep.view import View
from saksi.model.actor import Actor
from saksi.model.codes import Sector
from saksi.model.place import Place
from tests.keep.made import made, retold, words

FAR = Place("Aden", "YEM", 12.79, 45.03, "city")


def test_kept_twice_changes_nothing(store: Store) -> None:
    assert keep_record(store, made()).state == "new"
    before = View(store).counts()
    assert keep_record(store, made()).state == "unchanged"
    assert View(store).counts() == before


def test_changed_text_is_a_new_version(store: Store) -> None:
    keep_record(store, made())
    first = View(store).article("a1")
    assert keep_record(store, retold(made(), "Pasar ditutup.")).state == "changed"
    second = View(store).article("a1")
    assert first and second
    assert [number for number, _ in second.versions] == [1, 2]
    assert second.document.text.endswith("Pasar ditutup.")
    old = View(store).article("a1", 1)
    assert old and old.document.text == first.document.text
    assert [one.row.id for one in second.claims] == [one.row.id for one in first.claims]


def test_claims_come_back_as_read(store: Store) -> None:
    keep_record(store, made())
    found = View(store).article("a1")
    assert found
    assert [one.read for one in found.claims] == [*made().events, *made().figures, *made().statements]


def test_two_reports_are_one_incident(store: Store) -> None:
    keep_record(store, made("a1"))
    keep_record(store, retold(made("b1", outlet="Harian Dua"), "Kabar lain dari ibu kota."))
    keep_record(store, made("c1", dead=30, town=FAR, outlet="Harian Tiga"))
    incidents = View(store).incidents(Filter(type="ASSAULT")).items
    assert sorted(row.articles for row in incidents) == [1, 2]


def test_why_names_the_values_compared(store: Store) -> None:
    keep_record(store, made("a1"))
    keep_record(store, made("b1", outlet="Harian Dua"))
    view = View(store)
    claim = view.claims(Filter(kind="event")).items[0]
    told = [one for one in view.decisions_on(claim.id) if one.about == "incident"]
    assert told and told[0].verdict == "same"
    assert {"date", "place"} <= {value["field"] for value in told[0].compared}


def test_correction_shows_in_the_ledger_and_is_undone(store: Store) -> None:
    keep_record(store, made())
    view, desk = View(store), Desk(store, "Ani")
    figure = view.claims(Filter(kind="figure")).items[0]
    act = desk.correct(figure.id, {"low": 15.0}, "salah ketik")
    assert figure.incident
    assert [line.low for line in view.ledger(figure.incident)] == [15.0]
    seen = view.claim(figure.id)
    assert seen and seen.row.review == "corrected"
    assert getattr(seen.read, "low", None) == 12.0
    desk.undo(act)
    assert [line.low for line in view.ledger(figure.incident)] == [12.0]


def test_rejected_claim_counts_no_more(store: Store) -> None:
    keep_record(store, made())
    view = View(store)
    figure = view.claims(Filter(kind="figure")).items[0]
    Desk(store, "Ani").reject(figure.id)
    assert figure.incident and view.ledger(figure.incident) == []


def test_merge_split_undo(store: Store) -> None:
    keep_record(store, made("a1"))
    keep_record(store, made("c1", dead=30, town=FAR, day="2018-04-01"))
    view, desk = View(store), Desk(store, "Ani")
    one, two = (row.id for row in view.incidents(Filter(type="ASSAULT")).items)
    act = desk.merge(one, two, "satu kejadian")
    merged = view.incident(two)
    assert merged and merged.row.id == one and merged.row.articles == 2
    desk.undo(act)
    parted = view.incident(two)
    assert parted and parted.row.id == two and parted.row.articles == 1


def test_a_person_s_split_outlives_a_new_version(store: Store) -> None:
    keep_record(store, made("a1"))
    keep_record(store, made("b1", outlet="Harian Dua"))
    view = View(store)
    claim = next(row for row in view.claims(Filter(kind="event")).items if row.article == "b1")
    Desk(store, "Ani").split(claim.id)
    keep_record(store, retold(made("b1", outlet="Harian Dua"), "Tambahan."))
    homes = {row.incident for row in view.claims(Filter(kind="event")).items}
    assert len(homes) == 2


def test_wrong_correction_is_refused_by_name(store: Store) -> None:
    keep_record(store, made())
    figure = View(store).claims(Filter(kind="figure")).items[0]
    with pytest.raises(DeskError, match="measure"):
        Desk(store, "Ani").correct(figure.id, {"measure": "melted"})


@pytest.mark.parametrize(
    "bad",
    ["'; DROP TABLE article; --", "\u202eterbalik\u202c", "x" * 200_000, "a\x00b", "\x01\x02\x1b[31m", "%s {0} \\"],
)
def test_hostile_text_is_data(store: Store, bad: str) -> None:
    record = retold(made(), bad)
    hostile = replace(record, document=replace(record.document, title=bad[:500], outlet=bad[:100]))
    kept = keep_record(store, hostile)
    assert kept.state in ("new", "refused")
    View(store).ask(bad[:100])
    assert check(store).problems == ()


def test_span_that_lies_is_refused(store: Store) -> None:
    record = made()
    wrong = replace(record, document=replace(record.document, text="Lain sama sekali." * 20))
    kept = keep_record(store, wrong)
    assert kept.state == "refused" and kept.reason and "words that are not in the text" in kept.reason
    assert View(store).counts()["articles"] == 0


def test_two_writers_lose_nothing(url: str) -> None:
    open_store(url).close()

    def write(name: str) -> None:
        own = open_store(url)
        for number in range(6):
            keep_record(own, made(f"{name}{number}", dead=5 + number, outlet=f"Harian {name}"))
        own.close()

    threads = [threading.Thread(target=write, args=(name,)) for name in "xy"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    store = open_store(url)
    assert View(store).counts()["articles"] == 12
    assert check(store).problems == ()
    store.close()


def test_backup_is_whole(store: Store, tmp_path: Path) -> None:
    keep_record(store, made())
    target = tmp_path / "copy"
    backup(store, target)
    assert target.stat().st_size > 0
    if store.sqlite:
        copy = open_store(target)
        assert View(copy).counts() == View(store).counts()
        copy.close()
    with pytest.raises(StoreError, match="exists already"):
        backup(store, target)


def test_newer_store_is_refused(store: Store, url: str) -> None:
    with store.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = 's9999'"))
    with pytest.raises(StoreError, match="newer saksi"):
        open_store(url)


def test_missing_store_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no store there"):
        open_store(tmp_path / "none.db", create=False)


def test_a_file_that_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "notes.db").write_text("catatan harian " * 500)
    with pytest.raises(StoreError, match="not a saksi store"):
        open_store(tmp_path / "notes.db")


def test_every_name_of_an_actor_is_searched(store: Store) -> None:
    record = made()
    group = replace(record.events[0], actors=(Actor("Islamic State", None, Sector.REB),))
    keep_record(store, replace(record, events=(group,)))
    answer = View(store).ask("Daesh")
    assert [voice.claim.type for voice in answer.voices if voice.claim.kind == "event"] == ["ASSAULT"]
    assert "ISIS" in answer.also


def test_a_country_is_found_where_it_is_known_by_its_code_alone(store: Store) -> None:
    record = made()  # its text names no country
    army = Actor(None, "SYR", Sector.MIL)
    keep_record(store, replace(record, events=(replace(record.events[0], actors=(army,)),)))
    view = View(store)
    assert "suriah" not in record.document.text.lower()
    for name in ("Suriah", "Syria", "Yaman"):  # the place lies in Yemen
        assert [voice.claim.type for voice in view.ask(name).voices if voice.claim.kind == "event"] == ["ASSAULT"]
        assert view.claims(Filter(text=name, kind="event")).items
    assert not view.ask("Turki").voices
    assert [row.sector for row in view.actors("Suriah").items] == ["MIL"]
    assert view.party("Suriah") == "SYR"


def test_who_is_of_no_country_is_not_found_by_what_is_none(store: Store) -> None:
    record = made()
    officials = Actor(None, None, Sector.GOV)
    keep_record(store, replace(record, events=(replace(record.events[0], actors=(officials,)),)))
    view = View(store)
    assert not view.actors("Atlantis").items
    assert view.actor("Atlantis") is None
    assert view.party("Atlantis") == "Atlantis"


def test_stems_and_filters(store: Store) -> None:
    keep_record(store, made())
    view = View(store)
    assert view.ask("hantaman Taiz").voices
    assert view.ask("hantam", Filter(place="Taiz", since="2018", until="2018-12")).voices
    assert not view.ask("hantam", Filter(since="2019")).voices
    assert not view.ask("hantam", Filter(place="Aden")).voices


def test_pages_follow_each_other(store: Store) -> None:
    for number in range(7):
        keep_record(store, made(f"a{number}", dead=20 + number * 9, day=f"2018-0{number + 1}-02", outlet=f"H{number}"))
    view = View(store)
    for listed in (view.claims, view.incidents, view.articles):
        seen: list[str] = []
        page = listed(size=3)
        seen += [row.id for row in page.items]
        while page.after:
            page = listed(after=page.after, size=3)
            seen += [row.id for row in page.items]
        assert len(seen) == len(set(seen)) >= 7


def test_families_are_merged_split_and_undone_by_hand(store: Store) -> None:
    keep_record(store, made("a1"))
    keep_record(store, made("b1", outlet="Harian Dua"))
    told = "Kementerian kesehatan menghitung jenazah sesudah roket jatuh di Taiz. Ambulans datang dari desa sekitar."
    event = replace(made().events[0], evidence=words(told, "roket jatuh di Taiz"))
    plain = replace(made("c1", outlet="Harian Tiga"), events=(event,), figures=(), statements=(), places=())
    other = replace(plain, document=replace(plain.document, text=told))
    keep_record(store, other)
    view, desk = View(store), Desk(store, "Ani")

    def families() -> list[str]:
        return [found.row.family for name in ("a1", "b1", "c1") if (found := view.article(name))]

    def sources() -> int:
        return max(row.sources for row in view.incidents(Filter(type="ASSAULT")).items)

    before = families()
    assert before[0] == before[1] != before[2] and sources() == 2
    united = desk.merge("a1", "c1", "satu laporan")
    assert len(set(families())) == 1 and sources() == 1
    keep_record(store, retold(other, "Listrik padam."))
    assert len(set(families())) == 1
    desk.undo(united)
    assert families() == before and sources() == 2
    parted = desk.split("b1", "laporan sendiri")
    assert len(set(families())) == 3
    keep_record(store, retold(made("b1", outlet="Harian Dua"), "Tambahan."))
    assert len(set(families())) == 3
    desk.undo(parted)
    assert families() == before
    assert check(store).problems == ()


def test_reports_after_one_pattern_are_no_copies(store: Store) -> None:
    towns = [Place(name, "YEM", 13.0 + n, 44.0, "city") for n, name in enumerate(("Taiz", "Aden", "Marib", "Mokha"))]
    for n, town in enumerate(towns):
        keep_record(store, made(f"p{n}", dead=20 + n, town=town, outlet=f"Harian {n}"))
    assert View(store).counts()["sources"] == len(towns)
