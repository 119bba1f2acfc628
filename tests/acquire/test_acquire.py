"""Files, folders, packed files, JSON lines and bad input, as real files."""

import gzip
import io
import json
import os
import sys
from pathlib import Path

import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from saksi.acquire import acquire
from saksi.acquire.count import count
from saksi.acquire.decode import decode
from saksi.model.errors import InputError, SkipError
from saksi.model.raw import Raw

TEXT = "Pasukan itu mundur dari kota, kata gubernur."


def items(*paths: Path) -> tuple[list[Raw], list[InputError]]:
    found = list(acquire(paths))
    return [each for each in found if isinstance(each, Raw)], [each for each in found if isinstance(each, InputError)]


def write(path: Path, data: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def test_folder_is_walked_in_order_of_name(tmp_path: Path) -> None:
    write(tmp_path / "b.txt", TEXT)
    write(tmp_path / "a" / "c.html", f"<p>{TEXT}</p>")
    write(tmp_path / "a" / ".hidden.txt", TEXT)
    write(tmp_path / "d.jsonl", json.dumps({"text": TEXT}))
    write(tmp_path / "e.pdf", "%PDF")
    raws, errors = items(tmp_path)
    assert [(raw.id, raw.page) for raw in raws] == [("c", True), ("b", False), ("d:1", False)]
    assert [type(error) for error in errors] == [SkipError]
    assert count([tmp_path]) == 4


@pytest.mark.parametrize("pack", [gzip.compress, zstandard.compress])
def test_packed_files(tmp_path: Path, pack: object) -> None:
    ending = ".gz" if pack is gzip.compress else ".zst"
    lines = "\n".join(json.dumps({"id": name, "text": TEXT}) for name in "xy")
    write(tmp_path / f"a.txt{ending}", pack(TEXT.encode()))  # type: ignore[operator]
    write(tmp_path / f"b.jsonl{ending}", pack(lines.encode()))  # type: ignore[operator]
    raws, errors = items(tmp_path)
    assert ([raw.id for raw in raws], errors) == (["a", "x", "y"], [])
    assert raws[0].content == TEXT
    write(tmp_path / f"a.txt{ending}", pack(TEXT.encode()) * 2)  # type: ignore[operator]
    assert items(tmp_path)[0][0].content == TEXT * 2, "packed in two parts"
    assert count([tmp_path]) == 3


def test_json_line_with_all_keys(tmp_path: Path) -> None:
    known = {
        "url": "u",
        "title": "t",
        "published": "2024-01-02",
        "outlet": "o",
        "language": "id",
        "authors": ["a", "b"],
    }
    path = write(tmp_path / "a.jsonl", json.dumps({"id": 7, "html": "<p>x</p>", "extra": [1], **known}))
    raw = items(path)[0][0]
    assert (raw.id, raw.page, raw.place) == ("7", True, f"{path}:1")
    assert {key: getattr(raw.given, key) for key in known} == {**known, "authors": ("a", "b")}


def test_broken_lines_are_named_and_the_others_read(tmp_path: Path) -> None:
    good = json.dumps({"text": TEXT})
    bad = ['{"text": ', '{"id": "a"}', '{"text": 5}', "[1]", "\x00\x01\x02" * 99, "[" * 5000]
    path = write(tmp_path / "a.jsonl", "\n".join([good, *bad, "", good]))
    raws, errors = items(path)
    assert [raw.id for raw in raws] == ["a:1", "a:9"]
    assert [error.place for error in errors] == [f"{path}:{number}" for number in range(2, 8)]
    assert all(error.remedy for error in errors)


def test_same_id_twice(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", "\n".join([json.dumps({"id": "x", "text": TEXT})] * 3))
    assert [raw.id for raw in items(path)[0]] == ["x", "x~2", "x~3"]


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        ("Perang di Yaman – hari ke-7".encode(), "Perang di Yaman – hari ke-7", None),
        ("\ufeffPerang".encode(), "Perang", None),
        ("“Perang” di Yaman – Erdoğan".encode("cp1252", "ignore"), "“Perang” di Yaman – Erdoan", "cp1252"),
        ("Perang".encode("utf-16"), "Perang", "utf-16-le"),
        (b"Perang\x00 di Yaman", "Perang\x00 di Yaman", None),
    ],
)
def test_encodings(data: bytes, text: str, encoding: str | None) -> None:
    assert decode(data, "a.txt") == (text, encoding)


@pytest.mark.parametrize("data", [b"", b" \n", b"\x89PNG\r\n\x1a\n" + bytes(99), b"%PDF-1.7", bytes(range(32)) * 40])
def test_empty_and_binary_files(tmp_path: Path, data: bytes) -> None:
    path = write(tmp_path / "a.txt", data)
    raws, errors = items(path)
    assert raws == []
    assert [error.place for error in errors] == [str(path)]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt.gz", b"no gzip"),
        ("a.jsonl.zst", b"no zstd"),
        ("b.txt.gz", gzip.compress(os.urandom(999))[:-20]),
        ("b.txt.zst", zstandard.compress(os.urandom(999))[:-20]),
    ],
)
def test_broken_packing(tmp_path: Path, name: str, data: bytes) -> None:
    raws, errors = items(write(tmp_path / name, data))
    assert raws == []
    assert "whole" in errors[0].problem


def test_what_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    raws, errors = items(tmp_path / "none.txt", tmp_path / "empty", write(tmp_path / "a.txt", TEXT))
    assert [raw.id for raw in raws] == ["a"]
    assert len(errors) == 2


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_unreadable_file(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", TEXT)
    path.chmod(0)
    assert items(path)[1][0].place == str(path)


@pytest.mark.parametrize(
    ("data", "ids"),
    [
        (TEXT, ["stdin"]),
        (f"<!DOCTYPE html><p>{TEXT}</p>", ["stdin"]),
        ('{"text": "a"}\n{"id": "x", "text": "b"}', ["stdin:1", "x"]),
    ],
)
def test_standard_input(monkeypatch: pytest.MonkeyPatch, data: str, ids: list[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data.encode())))
    raws, errors = items(Path("-"))
    assert ([raw.id for raw in raws], errors) == (ids, [])
    assert raws[0].page == data.startswith("<")
    assert count([Path("-")]) is None


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400), st.sampled_from([".txt", ".html", ".jsonl", ".txt.gz", ".jsonl.zst"]))
def test_no_bytes_crash(tmp_path_factory: pytest.TempPathFactory, data: bytes, ending: str) -> None:
    path = write(tmp_path_factory.mktemp("bytes") / f"a{ending}", data)
    assert list(acquire([path])), "what cannot be read is named"
