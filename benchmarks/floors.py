"""The floors below which the held-out scores may not fall (floors.json), with the hash of the corpus they hold for."""

from pathlib import Path

import msgspec

import saksi
from benchmarks.held_out import corpus_hash

FILE = Path(saksi.__file__).parent / "nlp" / "data" / "floors.json"
"""They ship beside the model that they hold for, so that the reading room can show them."""
SLACK = 0.005
"""How much below what was measured a floor lies: results differ a little between processors."""


class Floors(msgspec.Struct):
    """corpus: SHA-256 of the texts; scores: by name; lowered: the reasons why floors fell, oldest first."""

    corpus: str
    scores: dict[str, float]
    lowered: list[str] = []


def measured() -> Floors:
    """The floors as they stand; none where the file is not there yet."""
    return msgspec.json.decode(FILE.read_bytes(), type=Floors) if FILE.exists() else Floors(corpus_hash(), {})


def write(scores: dict[str, float], because: str) -> None:
    """Writes the floors anew. Exits where one would fall on the same corpus and no reason is given."""
    old, new = measured(), {name: round(value - SLACK, 3) for name, value in scores.items()}
    fallen = [name for name, value in new.items() if value < old.scores.get(name, 0) and old.corpus == corpus_hash()]
    if fallen and not because:
        raise SystemExit(f"floors would fall: {', '.join(fallen)}; give --because REASON")
    lowered = [*old.lowered, *([f"{', '.join(fallen)}: {because}"] if fallen else [])]
    floors = Floors(corpus_hash(), new, lowered)
    FILE.write_bytes(msgspec.json.format(msgspec.json.encode(floors), indent=1) + b"\n")
