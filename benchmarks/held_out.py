"""Scores on annotated articles that no model was trained on (`benchmarks/corpus`), by phrases.

An event is found where one of its type is told by overlapping words; its roles are right where the phrases overlap; a
statement is found where half of its content is, and its speaker is right where the phrases overlap.
"""

from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from saksi.model.claim import Event, Record, Statement
from saksi.model.raw import Given, Raw
from saksi.model.span import Evidence
from saksi.pipeline import Reader
from training.annotated import Range, Said, Telling, read_corpus

W = TypeVar("W")
G = TypeVar("G")

CORPUS = Path(__file__).parent / "corpus" / "id"


def corpus_hash() -> str:
    """SHA-256 of the corpus, so that floors are told for the texts that they were measured on."""
    digest = sha256()
    for path in sorted(CORPUS.glob("*.txt")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def scores(reader: Reader) -> dict[str, float]:
    """F1 of events, roles, statements and speakers and accuracy of status, each 0..1."""
    events, roles, statements, speakers = Count(), Count(), Count(), Count()
    status = [0, 0]
    for article in read_corpus(CORPUS):
        record = reader.read(Raw(article.id, article.id, article.text, given=Given(language="id")))
        told = _first_tellings(article.events, record)
        for telling, event in events.pairs(article.events, record.events, _same_event):
            status[0] += event.status == telling.status
            status[1] += 1
            for wanted, role in ((telling.actors, "actors"), (telling.recipients, "recipients")):
                roles.add(wanted or (), event.words.get(role, ()))
        events.wanted -= len(article.events) - told
        for said, statement in statements.pairs(article.said, record.statements, _same_statement):
            speakers.add((said.speaker,) if said.speaker else (), statement.words.get("speaker", ()))
    return {
        "events": events.f1(),
        "roles": roles.f1(),
        "status": status[0] / max(status[1], 1),
        "statements": statements.f1(),
        "speakers": speakers.f1(),
    }


def _first_tellings(events: Sequence[Telling], record: Record) -> int:
    """How many annotated events there are to find: a second telling that was merged into one found is none."""
    found = [e for e in record.events if any(_same_event(t, e) for t in events)]
    return len({id(next((e for e in found if _same_event(t, e)), t)) for t in events})


def _same_event(telling: Telling, event: Event) -> bool:
    if event.type not in (telling.type, *telling.also):
        return False
    trigger = _overlap((telling.trigger,), event.words["trigger"]) > 0
    return trigger or any(e.start <= telling.trigger[0] and telling.trigger[1] <= e.end for e in event.evidence)


def _same_statement(said: Said, statement: Statement) -> bool:
    length = sum(end - start for start, end in said.content)
    return _overlap(said.content, statement.evidence) >= length / 2


def _overlap(ranges: Iterable[Range], evidence: Iterable[Evidence]) -> int:
    """Characters that both cover."""
    return sum(max(0, min(end, e.end) - max(start, e.start)) for start, end in ranges for e in evidence)


class Count:
    """True positives against what was wanted and what was given."""

    def __init__(self) -> None:
        self.right = self.wanted = self.given = 0

    def pairs(self, wanted: Sequence[W], given: Sequence[G], same: Callable[[W, G], bool]) -> list[tuple[W, G]]:
        """Pairs each wanted item with the first given one that is the same and not yet paired."""
        free, out = list(given), []
        for want in wanted:
            for got in free:
                if same(want, got):
                    free.remove(got)
                    out.append((want, got))
                    break
        self.right += len(out)
        self.wanted += len(wanted)
        self.given += len(given)
        return out

    def add(self, wanted: Sequence[Range], given: Sequence[Evidence]) -> None:
        """Pairs phrases by overlap."""
        self.pairs(wanted, given, lambda want, got: _overlap((want,), (got,)) > 0)

    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / max(self.wanted + self.given, 1)
