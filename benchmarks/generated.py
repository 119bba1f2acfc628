"""Articles made up by rule, as many as asked for: the same number gives the same articles."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from saksi.model.actor import Actor
from saksi.model.article import Document
from saksi.model.claim import Event, Figure, NamedPlace, Record, Statement
from saksi.model.codes import EventType, Measure, Qualifier, Sector, Status, Voice
from saksi.model.place import Place
from saksi.model.span import Evidence

_COUNTRIES = ("SDN", "UKR", "MMR", "COD", "YEM", "SYR", "COL", "ETH", "SOM", "AFG", "IRQ", "PHL", "MLI", "HTI", "PAK")
_SYLLABLES = (
    "ba",
    "ra",
    "ku",
    "min",
    "tal",
    "or",
    "nes",
    "di",
    "ka",
    "sum",
    "jo",
    "vel",
    "har",
    "zi",
    "mo",
    "len",
    "ti",
    "gur",
)
_WEAPONS = ("artileri", "drone", "roket", "bom mobil", "senapan mesin", "mortir", "pesawat tempur", "ranjau")
_TARGETS = (
    "pasar",
    "sekolah",
    "rumah sakit",
    "pos jaga",
    "terminal",
    "gudang gandum",
    "kamp pengungsi",
    "jembatan",
    "masjid",
)
_VERBS = ("menghantam", "menyerang", "menggempur", "menembaki")
_MORE = ("Warga mengungsi ke {place} dengan berjalan kaki.", "Listrik padam sejak malam.",
    "Pasar tutup sepanjang hari itu.",
         "Petugas palang merah membagikan selimut dan air bersih.", "Jalan menuju {place} ditutup tentara.",
         "Sekolah diliburkan sampai pekan depan.", "Harga tepung naik dua kali lipat di {place}.")  # fmt: skip
_PER_DAY = 9
_START = date(2005, 1, 1)


@dataclass(frozen=True)
class _Happening:
    """An incident that articles tell of."""

    day: date
    place: Place
    army: Actor
    group: Actor
    weapon: str
    target: str
    dead: int
    hurt: int
    type: EventType


def articles(number: int, seed: int = 1) -> Iterator[Record]:
    """Records in the order of their days, each with about ten claims, a third of them copies of another outlet's."""
    chance = random.Random(seed)  # noqa: S311
    towns = [_town(chance) for _ in range(600)]
    made, day = 0, _START
    while made < number:
        for _ in range(_PER_DAY):
            happening = _happening(chance, day, towns)
            text = ""
            for report in range(chance.choice((1, 2, 3, 4))):
                copied = report > 0 and chance.random() < 0.4 and text != ""
                record, text = _record(chance, happening, f"g{made:07d}", text if copied else None)
                yield record
                made += 1
                if made == number:
                    return
        day += timedelta(days=1)


def _town(chance: random.Random) -> Place:
    name = "".join(chance.choice(_SYLLABLES) for _ in range(3)).capitalize()
    return Place(
        name, chance.choice(_COUNTRIES), round(chance.uniform(-30, 50), 2), round(chance.uniform(-80, 120), 2), "city"
    )


def _happening(chance: random.Random, day: date, towns: list[Place]) -> _Happening:
    place = chance.choice(towns)
    group = f"Front {''.join(chance.choice(_SYLLABLES) for _ in range(2)).capitalize()}"
    return _Happening(
        day, place, Actor(None, place.country, Sector.MIL), Actor(group, place.country, Sector.REB),
        chance.choice(_WEAPONS), chance.choice(_TARGETS), chance.randint(1, 90), chance.randint(1, 200),
        chance.choice((EventType.ASSAULT, EventType.ASSAULT, EventType.ASSAULT, EventType.CONSULT, EventType.AGREE)),
    )  # fmt: skip


def _record(chance: random.Random, what: _Happening, name: str, copied: str | None) -> tuple[Record, str]:
    published = (what.day + timedelta(days=chance.choice((0, 1, 1, 2)))).isoformat()
    text = copied or _text(chance, what)
    document = Document(text=text, outlet=f"Harian {chance.randint(1, 60)}", published=published, language="id",
                        credited=(f"Kantor Berita {chance.randint(1, 6)}",) if copied else ())  # fmt: skip
    place = NamedPlace(what.place.name, what.place.country, what.place.lat, what.place.lon, "city")
    return Record(name, document, tuple(_events(what, text)), tuple(_figures(what, text)), tuple(_statements(what,
        text)),
                  (place,)), text  # fmt: skip


def _text(chance: random.Random, what: _Happening) -> str:
    lines = [
        f"Serangan {what.weapon} {chance.choice(_VERBS)} {what.target} di {what.place.name} "
        f"pada {what.day.day}/{what.day.month}.",
        f"Sedikitnya {what.dead} orang tewas dan {what.hurt} terluka, kata kementerian kesehatan.",
        f"{what.group.name} menuduh tentara melanggar kesepakatan gencatan senjata dan berjanji akan membalas.",
        f"Juru bicara militer membantah tuduhan {what.group.name} itu.",
        f"Kedua pihak dijadwalkan bertemu di {what.place.name} pekan depan, kata utusan PBB.",
    ]
    return " ".join(lines + [line.format(place=what.place.name) for line in chance.sample(_MORE, 4)])


def _words(text: str, number: int) -> tuple[Evidence, ...]:
    """The words of a sentence, by its number."""
    start = 0
    for _ in range(number):
        start = text.index(". ", start) + 2
    end = text.index(".", start)
    return (Evidence(start, end, text[start:end]),)


def _events(what: _Happening, text: str) -> Iterator[Event]:
    people = Actor(None, what.place.country, Sector.CVL)
    ministry = (Actor(None, what.place.country, Sector.GOV),)
    day = what.day.isoformat()
    yield Event("e1", EventType.ASSAULT, _words(text, 0), Status.ACTUAL, "made", ("aerial",), (), (what.army,),
        (people,), day,
                what.place, ministry)  # fmt: skip
    yield Event(
        "e2",
        EventType.ACCUSE,
        _words(text, 2),
        Status.ACTUAL,
        "made",
        ("allege",),
        (),
        (what.group,),
        (what.army,),
        day,
    )
    yield Event(
        "e3", EventType.AGREE, _words(text, 2), Status.FUTURE, "made", (), (), (what.group,), (), None, what.place
    )
    yield Event("e4", EventType.CONSULT, _words(text, 4), Status.FUTURE, "made", (), (), (what.group, what.army), (),
                (what.day + timedelta(days=7)).isoformat(), what.place)  # fmt: skip


def _figures(what: _Happening, text: str) -> Iterator[Figure]:
    people = Actor(None, what.place.country, Sector.CVL)
    by = (Actor(None, what.place.country, Sector.GOV),)
    for name, measure, number in (("f1", Measure.KILLED, what.dead), ("f2", Measure.WOUNDED, what.hurt)):
        yield Figure(name, measure, float(number), None, Qualifier.AT_LEAST, _words(text, 1), "made", people, what.army,
                     what.place, what.day.isoformat(), by)  # fmt: skip


def _statements(what: _Happening, text: str) -> Iterator[Statement]:
    speakers = (
        what.group,
        what.army,
        Actor(None, what.place.country, Sector.GOV),
        Actor("United Nations", None, Sector.IGO),
    )
    for number, (speaker, sentence) in enumerate(zip(speakers, (2, 3, 1, 4), strict=True), 1):
        yield Statement(f"s{number}", speaker, Voice.INDIRECT, _words(text, sentence), "made")
