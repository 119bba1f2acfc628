"""What all claims of one article share while they are traced."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from saksi.languages.forms import fold
from saksi.model.claim import Event, Figure, Record, Statement
from saksi.model.days import Days, days
from saksi.resolve.cues import Cues, cues
from saksi.resolve.passages import bounds, starts


@dataclass(frozen=True, slots=True)
class Setting:
    """What all claims of one article share while they are traced."""

    record: Record
    family: str
    merged: Mapping[str, str]
    beginnings: list[int]
    places: tuple[tuple[int, str], ...]
    times: tuple[tuple[int, Days], ...]
    words: Cues
    memo: dict[tuple[int, int], tuple[str, ...]]

    def sentence(self, claim: Event | Figure | Statement) -> tuple[int, int]:
        """The sentence of a claim's first words; (0, 0) where it has none."""
        if not claim.evidence:
            return 0, 0
        return bounds(self.record.document.text, self.beginnings, claim.evidence[0].start)

    def order(self, claim: Event | Figure | Statement) -> int | None:
        """The number of the sentence of a claim's first words; None where it has none."""
        return bisect_right(self.beginnings, claim.evidence[0].start) if claim.evidence else None

    def text(self, claim: Event | Figure | Statement) -> str:
        """That sentence's characters."""
        first, last = self.sentence(claim)
        return self.record.document.text[first:last]


def setting(record: Record, family: str, merged: Mapping[str, str]) -> Setting:
    """What tracing the record's claims starts from."""
    text = record.document.text
    places = [(one.start, fold(named.name)) for named in record.places for one in named.evidence[:3]]
    times = [
        (one.start, days(named.value))
        for named in record.times
        for one in named.evidence[:1]
        if days(named.value).known
    ]
    words = cues(record.document.language)
    return Setting(record, family, merged, starts(text), tuple(sorted(places)), tuple(times), words, {})
