"""A figure or statement moved by hand: its number goes with it, it stays there, and the latest act holds."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from saksi.collection import keep_record
from saksi.collection.desk import Desk, DeskError
from saksi.keep.filters import Filter
from saksi.keep.shown import IncidentRow
from saksi.keep.store import Store
from saksi.keep.tables import echo
from saksi.keep.view import View
from saksi.model.claim import Record
from saksi.model.place import Place
from tests.keep.made import made, retold, words

FAR = Place("Hodeidah", "YEM", 14.8, 42.95, "city")
_ROCKET = "Roket menghantam pasar"


def _told(name: str) -> Record:
    """An article whose statement is told in its event's sentence."""
    record = made(name)
    said = replace(record.statements[0], evidence=words(record.document.text, _ROCKET))
    return replace(record, statements=(said,))


class _Room:
    """A store with an article, a1, about an attack and another, c1, about one elsewhere."""

    def __init__(self, store: Store) -> None:
        self.store, self.view, self.desk = store, View(store), Desk(store, "Ani")
        keep_record(store, _told("a1"))
        keep_record(store, made("c1", dead=30, town=FAR, day="2018-04-01"))
        own = {row.kind: row for row in self.view.claims().items if row.article == "a1"}
        self.event, self.figure, self.statement = (own[kind].id for kind in ("event", "figure", "statement"))
        self.home = own["event"].incident or ""
        self.far = next(
            row.incident or "" for row in self.view.claims(Filter(kind="event")).items if row.article == "c1"
        )

    def at(self, claim: str) -> str | None:
        """Where a claim stands."""
        return next(row.incident for row in self.view.claims().items if row.id == claim)

    def third(self) -> str:
        """An incident of another article."""
        keep_record(self.store, made("d1", dead=70, day="2017-04-01"))
        return next(row.incident or "" for row in self.view.claims(Filter(kind="event")).items if row.article == "d1")

    def killed(self, home: str) -> list[float]:
        """The numbers of killed in an incident's ledger."""
        return sorted(row.low or 0 for row in self.view.ledger(home))


@pytest.fixture
def room(store: Store) -> _Room:
    return _Room(store)


def test_a_figure_takes_its_number_along_and_comes_back(room: _Room) -> None:
    before = room.view.incident(room.far)
    act = room.desk.split(room.figure, into=room.far)
    assert (room.at(room.figure), room.at(room.event)) == (room.far, room.home)
    assert (room.killed(room.home), room.killed(room.far)) == ([], [12, 30])
    after = room.view.incident(room.far)
    # it is counted there, and says nothing of day and place
    assert before and after and _described(after.row) == _described(before.row)
    assert (before.row.articles, after.row.articles) == (1, 2)
    room.desk.undo(act)
    assert room.at(room.figure) == room.home
    assert (room.killed(room.home), room.killed(room.far)) == ([12], [30])


def _described(row: IncidentRow) -> tuple[object, ...]:
    """What an incident is, apart from how much is told of it."""
    return row.kind, row.type, row.status, row.date, row.day_from, row.day_to, row.place, row.lat, row.lon, row.people


@pytest.mark.parametrize("kind", ["figure", "statement"])
def test_it_stays_when_its_article_is_worked_over_and_read_again(room: _Room, kind: str) -> None:
    claim = getattr(room, kind)
    room.desk.split(claim, into=room.far)
    room.desk.accept(room.event)
    assert room.at(claim) == room.far
    assert keep_record(room.store, retold(_told("a1"), "Tambahan.")).state == "changed"
    assert (room.at(claim), room.at(room.event)) == (room.far, room.home)


@pytest.mark.parametrize("kind", ["figure", "statement"])
def test_it_stays_when_its_event_is_taken_out_later(room: _Room, kind: str) -> None:
    claim, other = getattr(room, kind), room.statement if kind == "figure" else room.figure
    room.desk.split(claim, into=room.far)
    room.desk.split(room.event)
    alone = room.at(room.event)
    assert alone != room.home
    assert (room.at(claim), room.at(other)) == (room.far, alone)


@pytest.mark.parametrize("kind", ["figure", "statement"])
def test_the_latest_act_on_it_holds(room: _Room, kind: str) -> None:
    claim = getattr(room, kind)
    third = room.third()
    room.desk.split(claim, into=room.far)
    last = room.desk.split(claim, into=third)
    room.desk.accept(room.event)
    assert room.at(claim) == third
    room.desk.undo(last)
    assert room.at(claim) == room.far


@pytest.mark.parametrize("kind", ["figure", "statement"])
def test_it_goes_where_its_incident_is_merged_and_back(room: _Room, kind: str) -> None:
    claim = getattr(room, kind)
    third = room.third()
    room.desk.split(claim, into=room.far)
    merged = room.desk.merge(third, room.far)
    room.desk.split(room.event)
    room.desk.accept(room.event)
    assert room.at(claim) == third
    room.desk.undo(merged)
    room.desk.accept(room.event)
    assert room.at(claim) == room.far


def test_after_a_merge_all_follow_an_event_that_is_taken_out(room: _Room) -> None:
    room.desk.merge(room.far, room.home)
    assert {room.at(each) for each in (room.event, room.figure, room.statement)} == {room.far}
    room.desk.split(room.event)
    keep_record(room.store, retold(_told("a1"), "Tambahan."))
    alone = room.at(room.event)
    assert alone != room.far
    assert {room.at(each) for each in (room.figure, room.statement)} == {alone}


def test_undoing_a_merge_leaves_what_was_moved_since(room: _Room) -> None:
    third = room.third()
    merged = room.desk.merge(room.far, room.home)
    room.desk.split(room.event, into=third)
    room.desk.undo(merged)
    assert {room.at(each) for each in (room.event, room.figure, room.statement)} == {third}
    assert (room.killed(third), room.killed(room.far)) == ([12, 70], [30])


def test_a_moved_figure_is_no_incident_of_its_own(room: _Room) -> None:
    room.desk.split(room.figure, into=room.far)
    with pytest.raises(DeskError, match="take the event out"):
        room.desk.split(room.figure)


def test_undoing_a_merge_leads_its_own_merges_back(room: _Room) -> None:
    third = room.third()
    room.desk.merge(room.home, third)
    last = room.desk.merge(room.far, room.home)
    room.desk.undo(last)
    led = room.view.incident(third)
    assert led and led.row.id == room.home
    assert (room.killed(room.home), room.killed(room.far)) == ([12, 70], [30])


def test_undoing_a_merge_brings_back_what_only_tells_of_it(store: Store) -> None:
    record = made("a1")
    text = record.document.text.replace("pada Selasa.", "pada Selasa, melanggar gencatan senjata.")
    event = replace(record.events[0], evidence=words(text, _ROCKET))
    told = replace(record.document, text=text)
    keep_record(store, replace(record, document=told, events=(event,), figures=(), statements=(), places=()))
    keep_record(store, made("c1", dead=30, town=FAR, day="2018-04-01"))
    before = _echoes(store)
    (other,) = before.values()
    into = next(row.id for row in View(store).incidents(Filter(type="ASSAULT")).items if row.id != other)
    desk = Desk(store, "Ani")
    act = desk.merge(into, other)
    assert set(_echoes(store).values()) == {into}
    desk.undo(act)
    assert _echoes(store) == before


def _echoes(store: Store) -> dict[str, str]:
    with store.reading() as connection:
        return dict(connection.execute(select(echo.c.claim, echo.c.incident)).all())


def test_the_program_does_not_merge_what_a_person_has_parted(store: Store) -> None:
    for name, outlet in (("a1", "Harian Satu"), ("b1", "Harian Dua")):
        keep_record(store, made(name, outlet=outlet))
    event = next(row for row in View(store).claims(Filter(kind="event")).items if row.article == "b1")
    Desk(store, "Ani").split(event.id)
    keep_record(store, made("c1", outlet="Harian Tiga"))
    assert sorted(row.articles for row in View(store).incidents(Filter(type="ASSAULT")).items) == [1, 2]
