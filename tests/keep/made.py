"""Small records for tests of the store."""

from dataclasses import replace

from saksi.model.actor import Actor
from saksi.model.article import Document
from saksi.model.claim import Event, Figure, NamedPlace, Record, Statement
from saksi.model.codes import EventType, Measure, Qualifier, Sector, Status, Voice
from saksi.model.place import Place
from saksi.model.span import Evidence

TOWN = Place("Taiz", "YEM", 13.58, 44.02, "city")
PEOPLE = Actor(None, "YEM", Sector.CVL)
MONITOR = Actor("Yemen Data Project", "YEM", Sector.NGO)
TEXT = (
    "Roket menghantam pasar di Taiz pada Selasa. Sedikitnya 12 orang tewas, kata Yemen Data Project. Warga mengungsi."
)


def words(text: str, part: str) -> tuple[Evidence, ...]:
    """The evidence that a part of the text makes."""
    at = text.index(part)
    return (Evidence(at, at + len(part), part),)


def made(
    name: str = "a1", dead: int = 12, day: str = "2018-05-08", outlet: str = "Harian Satu", town: Place = TOWN
) -> Record:
    """An article about a rocket on a market."""
    text = TEXT.replace("12", str(dead)).replace("Taiz", town.name)
    event = Event(
        "e1",
        EventType.ASSAULT,
        words(text, "Roket menghantam pasar"),
        Status.ACTUAL,
        "frame",
        ("artillery",),
        (),
        (),
        (PEOPLE,),
        day,
        town,
        (MONITOR,),
        score=0.8,
    )
    figure = Figure(
        "f1",
        Measure.KILLED,
        float(dead),
        None,
        Qualifier.AT_LEAST,
        words(text, f"{dead} orang tewas"),
        "count",
        PEOPLE,
        None,
        town,
        day,
        (MONITOR,),
    )
    statement = Statement("s1", MONITOR, Voice.INDIRECT, words(text, f"Sedikitnya {dead} orang tewas"), "said")
    place = NamedPlace(town.name, town.country, town.lat, town.lon, town.precision, words(text, town.name))
    document = Document(text=text, outlet=outlet, published="2018-05-09", language="id", title="Roket di pasar")
    return Record(name, document, (event,), (figure,), (statement,), (place,))


def retold(record: Record, text: str) -> Record:
    """The article with other words after its own, so that its claims keep their places."""
    return replace(record, document=replace(record.document, text=f"{record.document.text} {text}"))
