"""The command as a user runs it: a process with files, streams and an exit status."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]
COMMAND = [sys.executable, "-m", "saksi"]
COUNT = 24
SENTENCES = [
    "Tentara Sudan merebut kembali kota Omdurman pada {day} Mei 2024, kata juru bicara militer.",
    "Sedikitnya {day} orang tewas dalam serangan udara di Gaza, kata kementerian kesehatan setempat.",
    "Presiden Kolombia menolak berunding dengan kelompok pemberontak itu sampai sandera dibebaskan.",
]


@pytest.fixture
def saksi(tmp_path: Path) -> Run:
    """Runs the command in an empty folder."""

    def run(*args: str, given: str | None = None) -> "subprocess.CompletedProcess[str]":
        environment = {**os.environ, "COLUMNS": "110", "NO_COLOR": "1"}
        return subprocess.run(
            [*COMMAND, *args], cwd=tmp_path, input=given, capture_output=True, text=True, timeout=240, env=environment
        )

    return run


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A file of many short articles."""
    path = tmp_path / "many.jsonl"
    with path.open("w", encoding="utf-8") as out:
        for number in range(COUNT):
            text = "\n".join(sentence.format(day=number % 28 + 1) for sentence in SENTENCES)
            out.write(json.dumps({"id": f"n{number}", "text": text, "published": "2024-06-01"}) + "\n")
    return path
