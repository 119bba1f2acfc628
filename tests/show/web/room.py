"""A small record for the reading room's tests: one attack, two rival counts, a quote and a meeting that is planned."""

from dataclasses import replace
from pathlib import Path

from saksi.collection import keep_record
from saksi.keep.store import Store, open_store
from saksi.model.actor import Actor
from saksi.model.article import Document
from saksi.model.claim import Event, Figure, NamedPlace, NamedTime, Record, Statement
from saksi.model.codes import EventType, Measure, Qualifier, Sector, Status, Voice
from saksi.model.place import Place
from saksi.model.span import Evidence

TEXT = (
    "Pasukan RSF menembaki pasar di El Obeid pada Selasa (4/3/2025).\n"
    "Jaringan dokter Sudan menyebut 12 orang tewas, sedangkan militer mengatakan 30 warga tewas.\n"
    "Kedua pihak akan bertemu di Jeddah pada April 2025."
)
MEDICS = Actor(None, "SDN", Sector.MED)
ARMY = Actor(None, "SDN", Sector.MIL)
RSF = Actor("Rapid Support Forces", "SDN", Sector.PRM)
OBEID = Place("El Obeid", "SDN", 13.18, 30.22, "city")
PAYLOADS = (
    "<script>document.title='struck'</script>",
    '"><img src=x onerror="document.title=\'struck\'">',
    "'};document.title='struck';//",
    "</script><script>document.title='struck'</script>",
    "javascript:document.title='struck'",
    "{{ 7 * 7 }}<svg onload=document.title='struck'>",
)


def words(text: str, part: str) -> tuple[Evidence, ...]:
    """The evidence of some words of the text."""
    start = text.index(part)
    return (Evidence(start, start + len(part), part),)


def record(key: str = "obeid", mark: str = "") -> Record:
    """The record. mark: something that is put into every field that comes from an article."""
    text = TEXT + (f"\n{mark}" if mark else "")
    civilians = Actor(mark or None, "SDN", Sector.CVL)
    event = Event(
        "e1", EventType.ASSAULT, words(text, "menembaki"), Status.ACTUAL, mark or "frame:tembak", ("artillery",), (),
        (RSF,), (civilians,), "2025-03-04", Place(mark, "SDN", 13.18, 30.22, "city") if mark else OBEID,
        words={"trigger": words(text, "menembaki")},
    )  # fmt: skip
    talks = Event(
        "e2", EventType.CONSULT, words(text, "bertemu"), Status.FUTURE, "frame:temu", (), ("diplomatic",),
        (RSF, ARMY), (), "2025-04", Place("Jeddah", "SAU", 21.5, 39.2, "city"),
    )  # fmt: skip
    figures = tuple(
        Figure(
            f"f{number}", Measure.KILLED, low, low, Qualifier.EXACT, words(text, part), "count", civilians, None,
            event.place, "2025-03-04", (claimant,), words={"low": words(text, part.split()[0])},
        )
        for number, low, part, claimant in ((1, 12.0, "12 orang tewas", MEDICS), (2, 30.0, "30 warga tewas", ARMY))
    )  # fmt: skip
    said = Statement("s1", MEDICS, Voice.INDIRECT, words(text, "menyebut 12 orang tewas"), "saying", (mark or "AFP",))
    document = Document(
        text, mark or "Pasar di El Obeid ditembaki", mark or "https://berita.example/1", mark or "Warta", "2025-03-05",
        "id", mark or "PORT SUDAN", (mark or "AFP",), (mark or "Budi",), (), (mark or "Baca juga: lain",),
    )  # fmt: skip
    places = (NamedPlace(mark or "El Obeid", "SDN", 13.18, 30.22, "city", words(text, "El Obeid")),)
    times = (NamedTime(mark or "Selasa (4/3/2025)", "2025-03-04", words(text, "Selasa (4/3/2025)")),)
    return Record(key, document, (event, talks), figures, (said,), places, times, (mark,) if mark else ())


def older(year: int = 2021) -> Record:
    """An attack of an earlier year at the same place, told by another article."""
    new = record(f"obeid-{year}")
    event = replace(new.events[0], date=f"{year}-03-04", place=replace(OBEID, name="Nyala", lat=12.05, lon=24.88))
    document = replace(new.document, text=f"{TEXT} Kisah tahun {year}.", published=f"{year}-03-05", credited=())
    return replace(new, document=document, events=(event,), figures=(), statements=())


def filled(path: Path, marks: tuple[str, ...] = ()) -> Store:
    """A store with the record, and one more for each mark."""
    store = open_store(path)
    for number, mark in enumerate(("", *marks)):
        keep_record(store, record(f"obeid-{number}" if mark else "obeid", mark))
    return store
