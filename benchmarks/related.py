"""How well articles are related: incidents, copies, lives, ledger and offices on a collection with known truth.

    python -m benchmarks.related [--read] [--errors] [FOLDER]

--read reads the texts with the reader first; without it the claims are those written by hand, so that only the
joining is measured.
"""

import re
import sys
import tempfile
from collections.abc import Iterable, Mapping
from itertools import combinations
from pathlib import Path

from saksi.collection import keep_record
from saksi.keep.store import Store, open_store
from saksi.keep.view import View
from saksi.languages.forms import alike
from saksi.model.actor import Actor
from saksi.model.claim import Event, Figure, Record, Statement
from saksi.model.raw import Given, Raw
from saksi.model.span import Evidence
from saksi.resolve.sides import side
from saksi.resolve.traces import claim_ids
from tests.collection.stories import DATA, Truth, load

Key = tuple[str, str]
Claim = Event | Figure | Statement
Score = tuple[float, float, float]
Entry = tuple[str, str, str, float | None, float | None, bool]
_ORGAN = re.compile(r"\b(?:Ministry|Department|Government|Office|Armed Forces|Army|Police)\b")
_NEAR = 60


def f1(hits: float, found: float, wanted: float) -> tuple[float, float, float]:
    """Precision, recall and F1 from numbers of hits, found and wanted."""
    precision, recall = hits / found if found else 1.0, hits / wanted if wanted else 1.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def b_cubed(found: Mapping[Key, str], truth: Mapping[Key, str]) -> tuple[float, float, float]:
    """B-cubed precision, recall, F1 over the items of the truth; an item that was not found stands alone."""
    items = list(truth)
    placed = {item: found.get(item, f"?{item}") for item in items}
    precision = recall = 0.0
    for item in items:
        same = {other for other in items if placed[other] == placed[item]}
        right = {other for other in items if truth[other] == truth[item]}
        precision += len(same & right) / len(same) / len(items)
        recall += len(same & right) / len(right) / len(items)
    return precision, recall, 2 * precision * recall / (precision + recall)


def pairs(groups: Mapping[Key, str]) -> set[tuple[Key, Key]]:
    """The pairs of items that stand in one group."""
    return {(one, two) for one, two in combinations(sorted(groups), 2) if groups[one] == groups[two]}


def by_article(claims: Mapping[Key, str]) -> dict[Key, str]:
    """One item for each article and incident that it tells of."""
    return {(article, home): home for (article, _), home in claims.items()}


def kept(truth: Truth, store: Store, *, read: bool) -> dict[Key, str]:
    """Keeps the collection; the incident of each claim of the truth."""
    view = View(store)
    homes: dict[Key, str] = {}
    reader = _reader() if read else None
    for record in truth.records:
        own = _reread(reader, record) if reader else record
        keep_record(store, own)
    for record in truth.records:
        found = view.article(record.id)
        rows = {one.row.id: one for one in found.claims} if found else {}
        ids = claim_ids(record)
        for local in (key[1] for key in truth.anchors if key[0] == record.id):
            if reader is None:
                row = rows.get(ids[local])
                if row and row.row.incident:
                    homes[record.id, local] = row.row.incident
            elif home := _matching(record, local, [one.now for one in rows.values()], rows):
                homes[record.id, local] = home
    return homes


def _reader() -> object:
    from saksi.pipeline import Reader

    return Reader()


def _reread(reader: object, record: Record) -> Record:
    document = record.document
    given = Given(outlet=document.outlet, published=document.published, language="id")
    text = document.text + (f"\n\nSumber: {document.credited[0]}" if document.credited else "")
    found: Record = reader.read(Raw(record.id, record.id, text, given=given))  # type: ignore[attr-defined]
    return found


def _matching(record: Record, local: str, _: object, rows: Mapping[str, object]) -> str | None:
    """The incident of the read claim that lies nearest: one whose own sentence holds the words before any other, of
    those one of the same type, of those the one whose very words are nearest."""
    claims: tuple[Claim, ...] = (*record.events, *record.figures, *record.statements)
    every = {one.id: one for one in claims}
    wanted = every[local]
    best: tuple[bool, bool, int, int, str] | None = None
    for one in rows.values():
        claim, row = one.now, one.row  # type: ignore[attr-defined]
        kinds = (Event, Figure) if isinstance(wanted, Event) else (type(wanted),)
        if not isinstance(claim, kinds) or not claim.evidence or not row.incident:
            continue
        distance = min(_apart(each, wanted.evidence[0]) for each in claim.evidence)
        exact = claim.words.get("trigger") or claim.words.get("low") or claim.evidence
        within = min(_apart(each, wanted.evidence[0]) for each in exact)
        other = type(claim) is not type(wanted) or getattr(claim, "type", None) != getattr(wanted, "type", None)
        rank = (distance > 0, other, distance, within, row.incident)
        if distance < _NEAR and (best is None or rank < best):
            best = rank
    return best[-1] if best else None


def _apart(one: Evidence, two: Evidence) -> int:
    return max(0, one.start - two.end, two.start - one.end)


def report(truth: Truth, homes: Mapping[Key, str], store: Store, *, errors: bool) -> dict[str, float]:
    """Prints all measures; returns them by name."""
    view = View(store)
    events = {key: home for key, home in truth.incidents.items() if key[1][0] == "e"}
    scores = {"incidents B3": b_cubed(homes, events)}
    found_pairs = pairs({key: homes[key] for key in events if key in homes})
    true_pairs = pairs(events)
    scores["incidents pairs"] = f1(len(found_pairs & true_pairs), len(found_pairs), len(true_pairs))
    families = {(one.id, ""): row.row.family for one in truth.records if (row := view.article(one.id))}
    wanted = {(article, ""): family for article, family in truth.families.items()}
    copies, right = pairs(families), pairs(wanted)
    scores["copies pairs"] = f1(len(copies & right), len(copies), len(right))
    scores["process steps"] = _steps(truth, homes, view, errors=errors)
    scores["ledger"], scores["ledger by voice"] = _ledger(truth, homes, view, errors=errors)
    scores["offices"] = _offices(truth, view, errors=errors)
    for name, (precision, recall, value) in scores.items():
        print(f"{name:18} P {precision:.3f}  R {recall:.3f}  F1 {value:.3f}")
    alike_pairs = _look_alikes(truth, events)
    wrong = found_pairs & alike_pairs
    share = len(wrong) / max(1, len(alike_pairs))
    print(f"look-alike pairs wrongly joined: {len(wrong)} of {len(alike_pairs)} ({share:.1%})")
    if errors:
        print("wrongly joined", sorted(found_pairs - true_pairs))
        print("not joined", sorted(true_pairs - found_pairs))
        print("copies wrong", sorted(copies - right), "missed", sorted(right - copies))
    return {name: value[2] for name, value in scores.items()} | {"look-alikes": len(wrong) / max(1, len(alike_pairs))}


def _look_alikes(truth: Truth, events: Mapping[Key, str]) -> set[tuple[Key, Key]]:
    """Pairs of different incidents that share the type and either the place or a day within a week in one country."""
    claims = {(one.id, event.id): (one, event) for one in truth.records for event in one.events}
    found = set()
    for left, right in combinations(sorted(events), 2):
        (one, first), (two, second) = claims[left], claims[right]
        if events[left] == events[right] or first.type != second.type:
            continue
        near = (
            abs(
                int((one.document.published or "0")[:10].replace("-", ""))
                - int((two.document.published or "0")[:10].replace("-", ""))
            )
            < 8
        )
        countries = {actor.country for actor in (*first.actors, *first.recipients)} & {
            actor.country for actor in (*second.actors, *second.recipients)
        }
        if (first.place and second.place and first.place.name == second.place.name) or (near and countries - {None}):
            found.add((left, right))
    return found


def _home_of(label: str, truth: Truth, homes: Mapping[Key, str]) -> str | None:
    """The incident of the store that holds most claims of a labelled one."""
    votes: dict[str, int] = {}
    for key, true in truth.incidents.items():
        if true == label and key in homes:
            votes[homes[key]] = votes.get(homes[key], 0) + 1
    return max(sorted(votes), key=lambda home: votes[home]) if votes else None


def _steps(truth: Truth, homes: Mapping[Key, str], view: View, *, errors: bool) -> tuple[float, float, float]:
    hits = found = wanted = 0
    for label, steps in truth.processes.items():
        home = _home_of(label, truth, homes)
        shown = view.incident(home) if home else None
        told = [(step.step, step.date) for step in shown.steps] if shown else []
        left = list(told)
        good = 0
        for step, date in steps:
            match = next(
                (one for one in left if one[0] == step and (date is None or one[1] is None or one[1] == date)), None
            )
            if match:
                left.remove(match)
                good += 1
        hits, found, wanted = hits + good, found + len(told), wanted + len(steps)
        if errors and (good < len(steps) or left):
            print("steps", label, "wanted", steps, "told", told)
    return f1(hits, found, wanted)


def _ledger(truth: Truth, homes: Mapping[Key, str], view: View, *, errors: bool) -> tuple[Score, Score]:
    """Entries found, with the claimant's very name and with its voice alone."""
    labels = {
        home: label for label in sorted({row[0] for row in truth.ledger}) if (home := _home_of(label, truth, homes))
    }
    told = {
        (label, line.measure, line.claimant, line.low, line.high, line.running)
        for home, label in labels.items()
        for line in view.ledger(home)
    }
    if errors:
        print("ledger wrong", sorted(map(str, told - truth.ledger)), "missed", sorted(map(str, truth.ledger - told)))
    known = _voices(truth, view)
    exact = told & truth.ledger
    left, heard = sorted(told - exact, key=str), len(exact)
    for entry in sorted(truth.ledger - exact, key=str):
        same = (one for one in left if (one[:2], one[3:]) == (entry[:2], entry[3:]) and _one_voice(one, entry, known))
        if match := next(same, None):
            left.remove(match)
            heard += 1
    return f1(len(exact), len(told), len(truth.ledger)), f1(heard, len(told), len(truth.ledger))


def _voices(truth: Truth, view: View) -> dict[str, Actor]:
    """Every claimant of the truth and of the store by its label."""
    known = dict(truth.voices)
    for record in truth.records:
        shown = view.article(record.id)
        for claim in (one.now for one in (shown.claims if shown else ())):
            for actor in getattr(claim, "claimants", ()):
                known.setdefault(side(actor, {}).label, actor)
    return known


def _one_voice(one: Entry, two: Entry, known: Mapping[str, Actor]) -> bool:
    """Whether two entries stand on one word: the same name, or organs of one state and sector, of which one writer
    names the ministry and another the state; persons are their names alone."""
    left, right = known.get(one[2]), known.get(two[2])
    if one[2] == two[2] or left is None or right is None:
        return one[2] == two[2]
    if left.name and right.name and alike(left.name, right.name) >= 0.9:
        return True
    organs = _is_organ(left) and _is_organ(right) and left.country is not None
    return organs and (left.country, left.sector) == (right.country, right.sector)


def _is_organ(actor: Actor) -> bool:
    return actor.name is None or bool(_ORGAN.search(actor.name))


def _offices(truth: Truth, view: View, *, errors: bool) -> tuple[float, float, float]:
    right = 0
    for person, office, of, day in truth.offices:
        found = view.holder(of, office, day)
        good = found is not None and alike(found.label, person) >= 0.9
        right += good
        if errors and not good:
            print("office", person, office, of, day, "->", found and found.label)
    return f1(right, len(truth.offices), len(truth.offices))


def main(arguments: Iterable[str]) -> dict[str, float]:
    """Keeps the collection in a new store and reports."""
    given = list(arguments)
    folder = next((Path(one) for one in given if not one.startswith("--")), DATA)
    truth = load(folder)
    with tempfile.TemporaryDirectory() as place:
        store = open_store(f"{place}/related.db")
        homes = kept(truth, store, read="--read" in given)
        scores = report(truth, homes, store, errors="--errors" in given)
        store.close()
    return scores


if __name__ == "__main__":
    main(sys.argv[1:])
