"""`saksi why`: the words and the rule behind a claim; `saksi --version`."""

from pathlib import Path

from saksi import __version__
from saksi.codec import decode
from saksi.show.why import Claim
from tests.cli.conftest import Run

TEXT = "Tentara Sudan menyerang pasar di El Fasher dan menewaskan sedikitnya 30 orang, kata seorang dokter."


def test_why_shows_the_sentence_and_the_rule(saksi: Run, tmp_path: Path) -> None:
    (tmp_path / "berita:satu.txt").write_text(TEXT)
    saksi("read", "berita:satu.txt", "-o", "out.jsonl")
    record = decode((tmp_path / "out.jsonl").read_text())
    claims: list[Claim] = [*record.events[:1], *record.figures[:1], *record.statements[:1]]
    for claim in claims:
        done = saksi("why", f"out.jsonl:berita:satu#{claim.id}")
        assert done.returncode == 0
        assert "menyerang pasar di El Fasher" in done.stdout
        assert claim.rule.split()[0] in done.stdout
    listing = saksi("why", "out.jsonl:berita:satu")
    assert all(event.id in listing.stdout for event in record.events)
    unknown = saksi("why", "out.jsonl:berita:satu#zz")
    assert (unknown.returncode, "zz" in unknown.stderr) == (2, True)


def test_version(saksi: Run) -> None:
    assert saksi("--version").stdout == f"saksi {__version__}\n"
