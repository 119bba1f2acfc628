"""Time expressions of a text with their values."""

from pathlib import Path

import pytest
import yaml

from saksi.model.errors import InputError
from saksi.model.syntax import Parse, Sentence
from saksi.read.times import find_times
from saksi.read.times_listed import list_times

_GROUPS = yaml.load((Path(__file__).parent / "data" / "times.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506
_ROWS = [
    (None if group["published"] == "null" else group["published"], row["text"], row["times"])
    for group in _GROUPS
    for row in group["rows"]
]


def _read(text: str, published: str | None) -> dict[str, str]:
    found = find_times(Parse(()), text, published, "id")
    return {time.span.within(text): time.value or "null" for time in found}


def test_table_is_long_enough() -> None:
    assert len(_ROWS) >= 120


@pytest.mark.parametrize(("published", "text", "times"), _ROWS, ids=[row[1] for row in _ROWS])
def test_times_of_table(published: str | None, text: str, times: dict[str, str]) -> None:
    assert _read(text, published) == times


def test_each_time_knows_its_sentence() -> None:
    text = "Mereka tiba Senin. Mereka pergi Rabu."
    parse = Parse((Sentence(0, 18, 0, ()), Sentence(19, 37, 0, ())))
    assert [time.sentence for time in find_times(parse, text, "2020-05-15", "id")] == [0, 1]


def test_unknown_language_is_refused() -> None:
    with pytest.raises(InputError, match="unsupported language"):
        find_times(Parse(()), "Kamis", None, "xx")


def test_line_feed_parts_expressions() -> None:
    text = "Rapat pada 5\nMei menjadi bulan yang sulit."
    assert "5\nMei" not in _read(text, "2020-06-15")


def test_record_lists_each_time_once_with_all_its_words() -> None:
    text = "Mereka bertemu Kamis. Pada hari Kamis hujan turun. Mereka bertemu lagi baru-baru ini."
    listed = list_times(find_times(Parse(()), text, "2020-05-15", "id"), text, "id")
    assert [(time.text, time.value, len(time.evidence)) for time in listed] == [("Kamis", "2020-05-14", 2)]
