"""Full-text search over claims, alike in SQLite's FTS5 and PostgreSQL's tsvector."""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from sqlalchemy import Connection, or_, select, text

from saksi.keep.rows import is_sqlite
from saksi.keep.tables import actor, alias
from saksi.keep.words import filter_word, wanted
from saksi.languages.forms import fold, skeleton
from saksi.world.countries import country_code

_LONGEST_NAME = 5
_PEOPLE = 500
"""Actors of one country that are looked for by its name, those that most claims name."""
_NOISE = frozenset(
    {"di", "ke", "dari", "yang", "dan", "pada", "untuk", "dengan", "oleh", "the", "of", "in", "and", "tentang"}
)


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that is asked for: any of the alternatives, each a list of words that must all be there."""

    alternatives: tuple[tuple[str, ...], ...]
    names: tuple[str, ...] = ()


def found_by_words(connection: Connection, question: str, most: int, extra: Sequence[Term] = ()) -> list[int]:
    """Numbers of the facets that hold every term of the question, the newest first."""
    return run(connection, [*terms(connection, question), *extra], most)


def terms(connection: Connection, question: str) -> list[Term]:
    """The words of a question as terms; names of actors take in all their other names, names of countries all that
    is known to be of that country or to lie there."""
    words = fold(question).split()[:12]
    found: list[Term] = []
    at = 0
    while at < len(words):
        size, term = _name_at(connection, words, at)
        if term:
            found.append(term)
        elif words[at] not in _NOISE:
            found.append(Term(((wanted(words[at]),),)))
        at += size
    return found


def _name_at(connection: Connection, words: list[str], at: int) -> tuple[int, Term | None]:
    for size in range(min(_LONGEST_NAME, len(words) - at), 0, -1):
        phrase = " ".join(words[at : at + size])
        ids, code = actors_called(connection, phrase), country_code(phrase)
        if ids or code:
            names = connection.scalars(select(alias.c.name).where(alias.c.actor.in_(ids)).distinct().limit(30)).all()
            ways = [(filter_word("a", key),) for key in ids] + [tuple(wanted(word) for word in phrase.split())]
            if code:
                ways += _of_country(connection, code)
            return size, Term(tuple(ways), tuple(sorted(names)))
    return 1, None


def _of_country(connection: Connection, code: str) -> list[tuple[str, ...]]:
    """The words of a country: its places, and its actors, of which most are known by its code and not by a name."""
    named = select(actor.c.id).where(actor.c.country == code).order_by(actor.c.claims.desc(), actor.c.id.desc())
    ids = connection.scalars(named.limit(_PEOPLE)).all()
    return [(filter_word("c", code),), *((filter_word("a", key),) for key in ids)]


def actors_called(connection: Connection, phrase: str) -> list[str]:
    """Ids of the actors that bear a name, by its letters or, for one word of four letters or more, by its sound."""
    rows = connection.execute(
        select(alias.c.actor, actor.c.merged_into)
        .join(actor, actor.c.id == alias.c.actor)
        .where(alias.c.fold == fold(phrase))
    ).all()
    roots = {into or key for key, into in rows}
    if not roots and len(phrase) >= 4:
        near = connection.execute(
            select(alias.c.actor, actor.c.merged_into, alias.c.name)
            .join(actor, actor.c.id == alias.c.actor)
            .where(alias.c.skeleton == skeleton(phrase))
            .limit(20)
        ).all()
        roots = {into or key for key, into, name in near if _sounds(phrase, name)}
    if not roots:
        return []
    merged = connection.scalars(select(actor.c.id).where(or_(actor.c.id.in_(roots), actor.c.merged_into.in_(roots))))
    return sorted({*roots, *merged})[:12]


def _sounds(phrase: str, name: str) -> bool:
    size = len(phrase.split())
    words = fold(name).split()
    return max((fuzz.ratio(phrase, " ".join(words[n : n + size])) for n in range(len(words))), default=0) >= 78


def run(connection: Connection, wanted_terms: Sequence[Term], most: int) -> list[int]:
    """Numbers of the facets that hold every term, the newest first; [] where nothing is asked."""
    if not wanted_terms:
        return []
    if is_sqlite(connection):
        joined = " AND ".join(_either(term, '"{}"', " OR ", " AND ") for term in wanted_terms)
        statement = "SELECT rowid FROM search WHERE search MATCH :words ORDER BY rowid DESC LIMIT :most"
    else:
        joined = " & ".join(_either(term, "'{}'", " | ", " & ") for term in wanted_terms)
        statement = "SELECT rowid FROM search WHERE tokens @@ CAST(:words AS tsquery) ORDER BY rowid DESC LIMIT :most"
    return list(connection.scalars(text(statement), {"words": joined, "most": most}))


def _either(term: Term, quoted: str, either: str, both: str) -> str:
    ways = [
        "(" + both.join(quoted.format(_clean(word)) for word in way if _clean(word)) + ")" for way in term.alternatives
    ]
    return "(" + either.join(way for way in ways if way != "()") + ")"


def _clean(word: str) -> str:
    return "".join(ch for ch in word if ch.isalnum() or ch in ".,")
