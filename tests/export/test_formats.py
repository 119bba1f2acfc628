"""Each format against the published column list or form."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from saksi.collection import keep_record
from saksi.collection.desk import Desk
from saksi.export import FORMATS, export
from saksi.export.formats import write
from saksi.keep.store import open_store
from saksi.keep.view import View
from saksi.model.actor import Actor
from saksi.model.codes import EventType, Sector, Status
from saksi.model.errors import OutputError
from tests.keep.made import TEXT, made, words

# what FollowTheMoney's schemata (github.com/alephdata/followthemoney, followthemoney/schema) allow of each
_THING = {"name", "summary", "country", "sourceUrl", "publisher", "keywords", "alias", "topics"}
FTM = {
    "Person": _THING,
    "LegalEntity": _THING,
    "Article": _THING | {"title", "author", "publishedAt", "language"},
    "Event": _THING | {"startDate", "endDate", "date", "location", "involved", "organizer"},
}
MINISTRY = Actor("Ministry of Health of Yemen", "YEM", Sector.GOV)


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> View:
    """A store with two accounts that differ, a planned meeting and a merged incident."""
    store = open_store(tmp_path_factory.mktemp("export") / "store.db")
    first = made("a1")
    keep_record(store, replace(first, figures=tuple(replace(one, high=one.low) for one in first.figures)))
    other = (
        "Kementerian kesehatan menghitung 40 jenazah sesudah roket jatuh di Taiz. Ambulans datang dari desa sekitar."
    )
    rival = made("b1", dead=40, outlet="Harian Dua")
    event = replace(rival.events[0], evidence=words(other, "roket jatuh di Taiz"), claimants=(MINISTRY,))
    figure = replace(rival.figures[0], evidence=words(other, "40 jenazah"), claimants=(MINISTRY,), high=40.0)
    document = replace(rival.document, text=other)
    keep_record(store, replace(rival, document=document, events=(event,), figures=(figure,), statements=(), places=()))
    sides = (Actor.state("YEM"), Actor.state("SAU"))
    meeting = replace(
        made("c1").events[0],
        type=EventType.CONSULT,
        status=Status.FUTURE,
        modes=(),
        actors=sides,
        recipients=(),
        date="2018-05-20",
        evidence=words(TEXT, "Warga mengungsi"),
    )
    keep_record(store, replace(made("c1"), events=(meeting,), figures=(), statements=()))
    keep_record(store, made("d1", dead=3, day="2017-01-02", outlet="Harian Tiga"))
    listed = [row.id for row in View(store).incidents().items if row.type == "ASSAULT"]
    Desk(store, "Ani").merge(listed[0], listed[1])
    return View(store)


def written(view: View, name: str) -> bytes:
    out = io.BytesIO()
    export(view, name, out)
    return out.getvalue()


def lines(view: View, name: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in written(view, name).splitlines()]


@pytest.mark.parametrize("name", ["plover", "acled", "ucdp", "csv"])
def test_columns_are_those_published(view: View, name: str) -> None:
    listed = Path(__file__).parent / "data" / f"{name}.txt"
    rows = list(csv.reader(io.StringIO(written(view, name).decode())))
    assert rows[0] == listed.read_text(encoding="utf-8").split("\n")[:-1]
    assert all(len(row) == len(rows[0]) for row in rows)
    assert len(rows) > 1


def test_countries_are_written_as_each_list_has_them(view: View) -> None:
    (row, *_) = csv.DictReader(io.StringIO(written(view, "acled").decode()))
    assert (row["iso"], row["country"]) == ("887", "Yemen")
    (row, *_) = csv.DictReader(io.StringIO(written(view, "ucdp").decode()))
    assert row["country"] == "Yemen"


def test_a_planned_meeting_is_written_as_plover_prescribes(view: View) -> None:
    rows = list(csv.DictReader(io.StringIO(written(view, "plover").decode())))
    assert ("AGREE", "meet") in {(row["Event Type"], row["Event Mode"]) for row in rows}
    assert "CONSULT" not in {row["Event Type"] for row in rows}


def test_geojson_is_a_feature_collection(view: View) -> None:
    found = json.loads(written(view, "geojson"))
    assert found["type"] == "FeatureCollection" and found["features"]
    for feature in found["features"]:
        assert set(feature) == {"type", "id", "geometry", "properties"}
        west_east, south_north = feature["geometry"]["coordinates"]
        assert -180 <= west_east <= 180 and -90 <= south_north <= 90


def test_parquet_reads_back(view: View) -> None:
    pyarrow = pytest.importorskip("pyarrow.parquet", reason="needs pyarrow: pip install 'saksi[parquet]'")
    table = pyarrow.read_table(io.BytesIO(written(view, "parquet")))
    assert table.num_rows == view.counts()["claims"]


def test_followthemoney_entities(view: View) -> None:
    for entity in lines(view, "ftm"):
        assert set(entity) == {"id", "schema", "properties"}
        properties = entity["properties"]
        assert isinstance(properties, dict)
        assert "name" in properties and set(properties) <= FTM[str(entity["schema"])]
        assert all(len(code) == 2 and code.islower() for code in properties.get("country", ()))
        assert all(isinstance(values, list) and all(values) for values in properties.values())


def test_claimreview_has_what_schema_org_asks(view: View) -> None:
    found = lines(view, "claimreview")
    assert found
    for review in found:
        asked = {"@context", "@type", "claimReviewed", "itemReviewed", "reviewRating", "author", "datePublished", "url"}
        assert asked <= set(review)
        rating = review["reviewRating"]
        assert isinstance(rating, dict) and {"ratingValue", "bestRating", "worstRating", "alternateName"} <= set(rating)


def test_merges_are_exported(view: View) -> None:
    assert [row["object"] for row in lines(view, "changes")] == ["merged"]
    assert {"article", "incident", "claim", "merged"} <= {row["object"] for row in lines(view, "jsonl")}


def test_unknown_format_is_named(view: View) -> None:
    with pytest.raises(OutputError, match="xml"):
        export(view, "xml", io.BytesIO())


def test_nothing_half_written(view: View, tmp_path: Path) -> None:
    with pytest.raises(OutputError):
        write(view, "jsonl", tmp_path / "no" / "folder" / "x.jsonl")
    assert list(tmp_path.iterdir()) == []


def test_every_format_writes(view: View) -> None:
    for name in FORMATS:
        export(view, name, io.BytesIO())
