"""What of a page is the article, what belongs to other articles, what is furniture."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from saksi.clean.byline import Byline, bylines_of
from saksi.clean.furniture import sort_lines
from saksi.clean.related import split_headline

DATA = Path(__file__).parent / "data"
PAGES = yaml.safe_load((DATA / "pages.yaml").read_text(encoding="utf-8"))
PROSE = (DATA / "prose.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("case", PAGES, ids=lambda case: case["name"])
def test_page(case: dict[str, Any]) -> None:
    lines = case["page"].splitlines()
    found = sort_lines(lines, "id")
    assert found.body == case["body"]
    assert found.related == case["related"]
    assert len(found.body) + len(found.furniture) + len(found.related) >= len(lines)


@pytest.mark.parametrize("sentence", PROSE)
def test_prose_stays(sentence: str) -> None:
    lines = ["Dua menteri bertemu di Kairo pada Senin.", sentence, "Pertemuan itu berlangsung tiga jam."]
    kept, _ = bylines_of("id").take(lines, Byline())
    found = sort_lines(kept, "id")
    assert sentence in found.body
    assert found.related == []


def test_headline_in_a_sentence_of_its_own_ends_with_it() -> None:
    headline = "Rusia dan Turki berhadapan lagi di Libya sejak awal tahun ini menurut laporan panel ahli."
    rest = "Pasukan itu mundur ke arah selatan pada malam harinya bersama semua senjata beratnya."
    assert split_headline(f"{headline} {rest}") == (headline, rest)
