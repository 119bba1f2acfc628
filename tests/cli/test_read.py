"""`saksi read`: what it writes, what it says, how it leaves."""

import json
import os
import signal
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest

from saksi.codec import decode
from tests.cli.conftest import COMMAND, COUNT, Run

TEXT = "Tentara Sudan menyerang kota Omdurman pada Senin, kata juru bicara militer kepada Reuters."


def test_good_is_done_beside_bad(saksi: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.jsonl").write_text(f'{{"text": "{TEXT}"}}\n{{broken\n{{"id": "z", "text": "{TEXT}"}}\n')
    (tmp_path / "c.txt").write_bytes(bytes(range(256)) * 9)
    done = saksi("read", "a.txt", "b.jsonl", "c.txt", "none.txt", "--published", "2024-05-14", "--outlet", "Gema")
    records = [decode(line) for line in done.stdout.splitlines()]
    assert done.returncode == 1
    assert [record.id for record in records] == ["a", "b:1", "z"]
    assert {record.document.published for record in records} == {"2024-05-14"}
    assert records[0].document.credited == ("Reuters",)
    for place in ("b.jsonl:2", "c.txt", "none.txt"):
        assert place in done.stderr
    assert "Traceback" not in done.stderr


def test_evidence_stands_in_the_text(saksi: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        f"GAZA - {TEXT}\nBaca juga: Sandera bebas\n{TEXT.replace('Omdurman', 'Wad Madani')}"
    )
    record = decode(saksi("read", "a.txt").stdout)
    claims: list[Any] = [*record.events, *record.figures, *record.statements, *record.places, *record.times]
    assert claims
    for claim in claims:
        for part in claim.evidence:
            assert part.text == record.document.text[part.start : part.end]


def test_cp1252_is_named(saksi: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(f"“{TEXT}”".encode("cp1252"))
    done = saksi("read", "a.txt")
    assert (done.returncode, "cp1252" in done.stderr) == (0, True)


def test_another_language_is_skipped_by_name(saksi: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_text(
        "The army said on Monday that it had taken the town and that many people were there."
    )
    done = saksi("read", "a.txt", "b.txt")
    assert done.returncode == 0
    assert "skipped: b.txt is in English" in done.stderr


def test_standard_input_and_table(saksi: Run) -> None:
    done = saksi("read", "-", "--format", "table", given=TEXT)
    assert done.returncode == 0
    assert "stdin" in done.stdout
    assert "Events" in done.stdout


@pytest.mark.parametrize(
    "args",
    [
        ["read", "a.txt", "--published", "kemarin"],
        ["read", "a.txt", "--lang", "ms"],
        ["read", "a.txt", "-o", "none/out.jsonl"],
        ["read", "a.txt", "-o", "."],
        ["read", "a.txt", "-o", "a.txt"],
        ["read"],
        ["why", "none.jsonl:a#e1"],
    ],
)
def test_what_cannot_run(saksi: Run, tmp_path: Path, args: list[str]) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    done = saksi(*args)
    assert done.returncode == 2
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr
    assert (tmp_path / "a.txt").read_text() == TEXT
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_a_run_without_an_article_leaves_the_output_alone(saksi: Run, tmp_path: Path) -> None:
    (tmp_path / "out.jsonl").write_text("before")
    assert saksi("read", "none.txt", "-o", "out.jsonl").returncode == 1
    assert [path.read_text() for path in tmp_path.iterdir()] == ["before"]


def test_output_in_the_folder_that_is_read(saksi: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    for _ in range(2):
        assert saksi("read", ".", "-o", "out.jsonl").returncode == 0
        assert len((tmp_path / "out.jsonl").read_text().splitlines()) == 1


def test_workers_keep_the_order(saksi: Run, articles: Path) -> None:
    one = saksi("read", articles.name, "--workers", "1")
    two = saksi("read", articles.name, "--workers", "2")
    assert [decode(line).id for line in two.stdout.splitlines()] == [f"n{number}" for number in range(COUNT)]
    assert one.stdout == two.stdout


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_interruption_resumes(saksi: Run, articles: Path, tmp_path: Path, how: signal.Signals) -> None:
    whole = saksi("read", articles.name, "-o", "whole.jsonl")
    assert whole.returncode == 0
    command = [*COMMAND, "read", articles.name, "-o", "out.jsonl", "--workers", "1"]
    broken = subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 120
    while not (tmp_path / "out.jsonl.part.state").exists() and broken.poll() is None and time.monotonic() < deadline:
        time.sleep(0.02)
    broken.send_signal(how)
    broken.wait(60)
    if not (tmp_path / "out.jsonl").exists():  # it may have been quicker than the signal
        state = json.loads((tmp_path / "out.jsonl.part.state").read_text())
        assert 0 < state["items"] < COUNT
        again = saksi("read", articles.name, "-o", "out.jsonl", "--workers", "1")
        assert again.returncode == 0
        assert f"going on after {state['items']}" in again.stderr
        assert f"{COUNT} articles read" in again.stderr
    assert (tmp_path / "out.jsonl").read_text() == (tmp_path / "whole.jsonl").read_text()
    assert not list(tmp_path.glob("*.part*"))


def test_changed_input_starts_anew(saksi: Run, articles: Path, tmp_path: Path) -> None:
    state = {"run": "", "items": 3, "size": 0, "digest": "other", "read": 3}
    (tmp_path / "out.jsonl.part").write_text("")
    (tmp_path / "out.jsonl.part.state").write_text(json.dumps(state))
    assert saksi("read", articles.name, "-o", "out.jsonl").returncode == 0
    assert len((tmp_path / "out.jsonl").read_text().splitlines()) == COUNT


def test_whoever_reads_may_go(tmp_path: Path, articles: Path) -> None:
    reading = subprocess.Popen(
        [*COMMAND, "read", articles.name],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=dict(os.environ),
    )
    assert reading.stdout is not None
    assert reading.stderr is not None
    reading.stdout.readline()
    reading.stdout.close()
    assert reading.wait(120) == 0
    assert b"Traceback" not in reading.stderr.read()
    reading.stderr.close()
