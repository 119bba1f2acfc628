"""Where and when a claim stands that says neither itself."""

from dataclasses import replace

from saksi.model.claim import NamedPlace, NamedTime, Record
from saksi.model.days import days
from saksi.model.span import Evidence, Span
from saksi.resolve.belonging import home
from saksi.resolve.scene import Setting, setting
from saksi.resolve.stage import day, part_of, spot
from saksi.resolve.traces import claim_ids, counts, traces
from tests.collection.gold import record

TEXT = (
    "Bom meledak di pasar Kirkuk pada Senin. Empat pedagang tewas. "
    "Polisi menutup jalan, dua hari setelah pengeboman di Ramadi. Sejak Mei kekerasan meningkat."
)


def _evidence(words: str, text: str = TEXT) -> Evidence:
    at = text.index(words)
    return Evidence.of(text, Span(at, at + len(words)))


def _record(text: str = TEXT, **claims: object) -> Record:
    made = record({"id": "a", "document": {"published": "2015-06-03", "language": "id"}, **claims}, text)
    towns = (("Kirkuk", 35.5, 44.4), ("Ramadi", 33.4, 43.3))
    places = [NamedPlace(name, "IRQ", lat, lon, "city", (_evidence(name, text),)) for name, lat, lon in towns]
    times = [("Senin", "2015-06-01"), ("Sejak Mei", "2015-05/..")]
    return replace(
        made,
        places=tuple(places),
        times=tuple(NamedTime(words, value, (_evidence(words, text),)) for words, value in times if words in text),
    )


def _scene(**claims: object) -> Setting:
    return setting(_record(**claims), "a", {})  # type: ignore[arg-type]


def test_town_and_day_of_the_sentence_before() -> None:
    scene, at = _scene(), TEXT.index("Empat")
    found = spot(scene, at)
    assert found is not None
    assert found.name == "Kirkuk"
    assert day(scene, at) == days("2015-06-01")


def test_own_sentence_comes_first() -> None:
    found = spot(_scene(), TEXT.index("pengeboman"))
    assert found is not None
    assert found.name == "Ramadi"


def test_what_was_days_before_has_no_day_of_the_story() -> None:
    assert not day(_scene(), TEXT.index("pengeboman")).known


def test_a_longer_time_is_not_a_day() -> None:
    assert not day(_scene(), TEXT.index("kekerasan")).known


def test_two_days_after_sets_a_part_apart() -> None:
    scene = _scene()
    assert part_of(scene, TEXT.index("Polisi")) != part_of(scene, TEXT.index("Ramadi"))
    assert part_of(scene, TEXT.index("Polisi")) == part_of(scene, TEXT.index("jalan"))


def test_figures_alone_stand_where_the_story_plays() -> None:
    figure = {"measure": "killed", "low": 4, "high": 4, "anchor": "Empat pedagang tewas"}
    scene = _scene(figures=[figure])
    found = traces(scene, claim_ids(scene.record))
    assert [trace.place_name for trace in found.values()] == ["Kirkuk"]


def test_who_accuses_kills_nobody() -> None:
    text = "Oposisi menuduh tentara Irak membunuh empat pedagang di Kirkuk pada Senin. Lalu ke Ramadi."
    accused = {
        "type": "ACCUSE",
        "status": "actual",
        "anchor": "menuduh",
        "actors": [{"country": "IRQ", "sector": "OPP"}],
        "recipients": [{"country": "IRQ", "sector": "MIL"}],
    }
    figure = {"measure": "killed", "low": 4, "high": 4, "anchor": "empat pedagang"}
    scene = setting(_record(text, events=[accused], figures=[figure]), "a", {})
    ids = claim_ids(scene.record)
    count = counts(scene, ids)["f1"]
    assert home(scene, scene.record.figures[0], count) is None
    told = traces(scene, ids)["e1"]
    assert told.type == "ASSAULT"
    assert [side.sector for side in told.actors] == ["MIL"]
    assert [side.sector for side in told.claimants] == ["OPP"]
