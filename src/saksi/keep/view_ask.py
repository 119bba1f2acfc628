"""The fact-checker's question: words in, claims for and against out, with their sources."""

from dataclasses import replace
from heapq import nlargest
from typing import Any

from sqlalchemy import Connection, select

from saksi.keep.filters import Filter, claims_where
from saksi.keep.gather_rows import claim_query, claim_rows, incidents_by_id
from saksi.keep.search import Term, actors_called, run, terms
from saksi.keep.shown import Answer, ClaimRow, IncidentRow, Voice
from saksi.keep.tables import facet, judgement
from saksi.keep.view_base import Base
from saksi.keep.words import filter_word

_HITS = 300
_INCIDENTS = 25
_FEW = 3


class AskView(Base):
    """The part of the view that answers questions."""

    def ask(self, question: str, wanted: Filter | None = None, size: int = 100) -> Answer:
        """The claims that speak of the words, by claimant and date, with those that say otherwise.

        The filter's actor and claimant may be names. Filters hold for every claim that is shown.
        """
        wanted = wanted or Filter()
        with self.store.reading() as connection:
            asked = terms(connection, question)
            extra, narrowed = _narrow(connection, wanted)
            numbers = run(connection, [*asked, *extra], _HITS) if asked or extra else []
            if len(numbers) < _FEW and len(asked) > 2:
                numbers = _looser(connection, asked, extra, numbers)
            rows = _rows(connection, numbers, narrowed)
            homes = list(dict.fromkeys(row.incident for row in rows if row.incident))[:_INCIDENTS]
            homes += [home for home in _perhaps_same(connection, rows) if home not in homes]
            rows = _with_others(connection, rows, homes, narrowed)
            incidents = incidents_by_id(connection, homes)
            against = _denying(connection, homes)
        names = tuple(dict.fromkeys(name for term in asked for name in term.names))
        voices = [_voice(row, incidents, against) for row in rows]
        voices.sort(key=lambda voice: (voice.claim.day_from or 0, voice.claim.published or "", voice.claim.id))
        shown = sorted(incidents.values(), key=lambda one: -(one.day_from or 0))
        return Answer(question, names, tuple(shown), tuple(voices[-size:]), len(numbers) >= _HITS or len(voices) > size)


def _narrow(connection: Connection, wanted: Filter) -> tuple[list[Term], Filter]:
    """Filters as words of the index, where they can be; names of actors become ids."""
    extra: list[Term] = []
    for mark, value in (("t", wanted.type), ("p", wanted.place), ("c", wanted.country), ("s", wanted.status)):
        if value:
            extra.append(Term(((filter_word(mark, value),),)))
    for name in (wanted.actor, wanted.claimant):
        if name:
            ids = actors_called(connection, name) or [name]
            extra.append(Term(tuple((filter_word("a", key),) for key in ids)))
    if wanted.since and wanted.until and int(wanted.until[:4]) - int(wanted.since[:4]) < 12:
        years = range(int(wanted.since[:4]), int(wanted.until[:4]) + 1)
        extra.append(Term(tuple((filter_word("y", str(year)),) for year in years)))
    return extra, replace(wanted, actor=None, claimant=None, text=None, place=None)


def _looser(connection: Connection, asked: list[Term], extra: list[Term], found: list[int]) -> list[int]:
    """Where nearly nothing holds all terms, what holds all but one."""
    for left_out in reversed(range(len(asked))):
        rest = asked[:left_out] + asked[left_out + 1 :]
        found = found + [n for n in run(connection, [*rest, *extra], _HITS // 4) if n not in found]
    return found[:_HITS]


def _rows(connection: Connection, numbers: list[int], wanted: Filter) -> list[ClaimRow]:
    if not numbers:
        return []
    query = claim_query().where(facet.c.n.in_(numbers), *claims_where(wanted))
    return claim_rows(connection, connection.execute(query.order_by(facet.c.n.desc())).all())


def _perhaps_same(connection: Connection, rows: list[ClaimRow]) -> list[str]:
    """Incidents with a claim of which it is unsure whether it tells of the same thing as one of the rows."""
    claims = [row.id for row in rows if row.kind == "event"][:_INCIDENTS]
    met = (judgement.c.about == "incident", judgement.c.verdict == "unsure", judgement.c.undone_at.is_(None))
    others = [
        key
        for side, other in ((judgement.c.left, judgement.c.right), (judgement.c.right, judgement.c.left))
        for key in connection.scalars(select(other).where(side.in_(claims), *met).limit(_HITS))
    ]
    query = select(facet.c.incident).where(facet.c.claim.in_(others)).distinct()
    return sorted(home for home in connection.scalars(query) if home)[:8]


def _with_others(connection: Connection, rows: list[ClaimRow], homes: list[str], wanted: Filter) -> list[ClaimRow]:
    """The rows with the other accounts of the same incidents: who says otherwise may use other words."""
    if not homes:
        return rows
    there = {row.id for row in rows}
    query = select(facet.c.n).where(facet.c.incident.in_(homes), facet.c.kind == "event", *claims_where(wanted))
    numbers = nlargest(_HITS, connection.scalars(query))  # sorted here: asked to sort, SQLite walks through all claims
    found = connection.execute(claim_query().where(facet.c.n.in_(numbers))).all()
    return rows + claim_rows(connection, [row for row in found if row.claim not in there])


def _denying(connection: Connection, homes: list[str]) -> dict[str, Any]:
    """For each claim in a dispute over a denial, whether it is the one that denies."""
    if not homes:
        return {}
    rows = connection.execute(
        select(judgement.c.left, judgement.c.right).where(
            judgement.c.about == "dispute", judgement.c.reason.in_(homes), judgement.c.undone_at.is_(None)
        )
    )
    return {key: True for row in rows for key in row}


def _voice(row: ClaimRow, incidents: dict[str, IncidentRow], disputed: dict[str, Any]) -> Voice:
    home = incidents.get(row.incident or "")
    voices = [person.label for person in row.people if person.role in ("claimant", "speaker")]
    stance = "against" if row.status == "negated" else ("open" if row.status in ("hypothetical", "future") else "for")
    if stance == "for" and row.id in disputed:
        stance = "disputed"
    return Voice(
        stance,
        voices[0] if voices else row.outlet or row.article,
        row,
        home.grade if home else None,
        home.sources if home else 1,
        home.step if home else None,
    )
