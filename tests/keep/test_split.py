"""Taking a claim out of its incident: what goes with it, what cannot stand alone, and undo."""

from dataclasses import replace

import pytest

from saksi.collection import keep_record
from saksi.collection.desk import Desk, DeskError
from saksi.keep.filters import Filter
from saksi.keep.store import Store
from saksi.keep.view import View
from tests.keep.made import made


def test_what_is_told_with_an_event_moves_with_it_and_comes_back(store: Store) -> None:
    keep_record(store, made("a1"))
    keep_record(store, made("b1", outlet="Harian Dua"))
    view, desk = View(store), Desk(store, "Ani")
    before = {row.id: row.incident for row in view.claims().items}
    own = {row.kind: row for row in view.claims().items if row.article == "b1" and row.incident}
    assert set(own) == {"event", "figure"}
    act = desk.split(own["event"].id)
    after = {row.id: row.incident for row in view.claims().items}
    assert {after[row.id] for row in own.values()} == {"i" + own["event"].id[1:]}
    assert {key for key in before if before[key] != after[key]} == {row.id for row in own.values()}
    assert [view.incident(home) is not None for home in set(after.values()) if home] == [True, True]
    desk.undo(act)
    assert {row.id: row.incident for row in view.claims().items} == before


def test_a_figure_told_with_an_event_is_not_taken_out_alone(store: Store) -> None:
    keep_record(store, made("a1"))
    view, desk = View(store), Desk(store, "Ani")
    figure = view.claims(Filter(kind="figure")).items[0]
    assert figure.incident
    with pytest.raises(DeskError, match="take the event out"):
        desk.split(figure.id)
    event = view.claims(Filter(kind="event")).items[0]
    with pytest.raises(DeskError, match="no such incident"):
        desk.split(event.id, into="inowhere")
    with pytest.raises(DeskError, match="already"):
        desk.split(event.id, into=event.incident)
    assert {row.incident for row in view.claims().items if row.kind != "statement"} == {event.incident}


def test_a_figure_without_an_event_is_taken_out(store: Store) -> None:
    for name, outlet in (("a1", "Harian Satu"), ("b1", "Harian Dua")):
        keep_record(store, replace(made(name, outlet=outlet), events=()))
    view, desk = View(store), Desk(store, "Ani")
    figures = view.claims(Filter(kind="figure")).items
    assert len({row.incident for row in figures}) == 1
    home = figures[0].incident or ""
    target = next(row for row in figures if row.id[1:] != home[1:])
    act = desk.split(target.id)
    alone, rest = view.incident("i" + target.id[1:]), view.incident(home)
    assert alone and rest and (alone.row.articles, rest.row.articles) == (1, 1)
    desk.undo(act)
    joined = view.incident(home)
    assert joined and joined.row.articles == 2
