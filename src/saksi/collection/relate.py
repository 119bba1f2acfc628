"""One article among all others: its copies, its actors, the incidents its claims tell of. Within one transaction."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace

from sqlalchemy import Connection

from saksi.collection.facets import rows
from saksi.collection.places import country_of
from saksi.keep import incidents, index, shelf
from saksi.languages.forms import fold, skeleton
from saksi.model.actor import Actor
from saksi.model.claim import Record
from saksi.model.judgement import Judgement, Verdict
from saksi.model.trace import Trace
from saksi.resolve import blocking, copies, identity, sketches, traces
from saksi.resolve.gathering import gather
from saksi.resolve.joining import PROGRAM, Joining, join
from saksi.resolve.offices import sightings
from saksi.resolve.sides import actor_key, actors_of


def relate(
    connection: Connection, record: Record, digest: str, number: int, left: set[str]
) -> tuple[str, list[Judgement]]:
    """Writes an article with all that follows from it; left: incidents that an older version's claims were taken from.

    Returns its source family and the judgements made.
    """
    ids = traces.claim_ids(record)
    shelf.shelve(connection, record, digest, number, ids, PROGRAM)
    kinship = _kinship(connection, record, digest, number, ids)
    told = enter(connection, record, number, kinship.family, Given(ids, left))
    return kinship.family, [*kinship.judgements, *told]


@dataclass(frozen=True, slots=True)
class Given:
    """What holds before an article's claims are entered. ids: permanent ones by id in the record; left: incidents that
    they were taken from; homes: incidents that they stay in; reviews: what reviewers said of each."""

    ids: Mapping[str, str]
    left: set[str]
    homes: Mapping[str, str] = field(default_factory=dict)
    reviews: Mapping[str, str] = field(default_factory=dict)


def enter(connection: Connection, record: Record, number: int, family: str, given: Given) -> list[Judgement]:
    """Enters an article's claims where they are found and joined; the judgements made."""
    merged, told = _actors(connection, record)
    scene = traces.setting(record, family, merged)
    standing = replace(scene, record=_standing(record, given))
    found = traces.traces(standing, given.ids)
    echoes = [one for trace in found.values() if (one := traces.echo(trace))]
    joined = _join(connection, list(found.values()), given.homes)
    heard = _join(connection, echoes, {}) if echoes else Joining()
    made = rows(scene, number, index.next_number(connection), given.ids, found, joined.homes)
    for row in made.facets:
        row["review"] = given.reviews.get(row["claim"])
        row["incident"] = row["incident"] or given.homes.get(row["claim"])
    index.add_facets(connection, made.facets, made.people)
    index.add_words(connection, made.words)
    _block(connection, found.values(), echoes, made.numbers)
    index.add_echoes(connection, {made.numbers[one.claim]: (heard.homes[one.claim], one) for one in echoes})
    shelf.count_actors(connection, Counter(key for _, _, key in made.people))
    _offices(connection, record)
    _settle(connection, joined, heard, given.left)
    return [*told, *joined.judgements, *heard.judgements]


def _standing(record: Record, given: Given) -> Record:
    """The record without the claims that a reviewer has rejected: they are shown, but count no more."""
    out = {local for local, key in given.ids.items() if given.reviews.get(key) == "rejected"}
    if not out:
        return record
    events = tuple(one for one in record.events if one.id not in out)
    return replace(record, events=events, figures=tuple(one for one in record.figures if one.id not in out))


def _settle(connection: Connection, joined: Joining, heard: Joining, left: set[str]) -> None:
    """Carries out merges and writes every incident that changed."""
    merges = {**joined.merges, **heard.merges}
    for source, target in merges.items():
        incidents.move(connection, source, target)
    touched = {*joined.homes.values(), *heard.homes.values(), *merges.values(), *left}
    refresh(connection, sorted(touched - {*merges}))


def reindex(connection: Connection, article_id: str) -> None:
    """Enters an article's claims anew as reviewers have left them; each stays in the incident that it is in."""
    now = shelf.current(connection, article_id)
    left = index.withdraw(connection, article_id)
    given = Given(now.ids, left, now.homes, now.reviews)
    # A judgement that only repeats why a claim is where it is would be noise.
    enter(connection, now.record, now.version, now.family, given)


def _kinship(
    connection: Connection, record: Record, digest: str, number: int, ids: Mapping[str, str]
) -> copies.Kinship:
    """The article's family among those that share words with it, or that tell of the same days, places and people."""
    drawn = sketches.sketch(record, record.id)
    scene = traces.setting(record, record.id, {})
    keys = {one.claim: blocking.keys(one, lookup=False) for one in traces.traces(scene, ids).values()}
    near = index.articles_around(connection, keys)
    kinship = copies.kin(drawn, shelf.neighbours(connection, sketches.bands(drawn, lookup=True), near))
    shelf.register(connection, record, digest, number, replace(drawn, family=kinship.family))
    shelf.set_bands(connection, record.id, sketches.bands(drawn, lookup=False))
    shelf.unite(connection, kinship.family, kinship.united)
    return kinship


def _actors(connection: Connection, record: Record) -> tuple[dict[str, str], list[Judgement]]:
    """Enters actors that are new, with their names; those that are spellings of known ones are merged into them."""
    people = {actor_key(actor): actor for actor in actors_of(record)}
    told = _enter_actors(connection, people)
    return shelf.merged(connection, people), told


def _enter_actors(connection: Connection, people: Mapping[str, Actor]) -> list[Judgement]:
    fresh = {key: actor for key, actor in people.items() if key not in shelf.known_actors(connection, people)}
    told: list[Judgement] = []
    for key, actor in fresh.items():
        sounds = identity.sounds(actor)
        judged = identity.same_actor(actor, shelf.namesakes(connection, sounds)) if sounds else None
        same = judged is not None and judged.verdict is Verdict.SAME
        told += [judged] if judged else []
        names = [
            {"fold": fold(name), "actor": key, "name": name, "skeleton": skeleton(name)}
            for name in identity.names_of(actor)
        ]
        short = identity.sounds(actor)[1:]
        names += [{"fold": f"~{sound}", "actor": key, "name": actor.name or "", "skeleton": sound} for sound in short]
        shelf.add_actors(
            connection, [asdict(actor) | {"id": key, "merged_into": judged.right if judged and same else None}], names
        )
    return told


def _join(connection: Connection, fresh: Sequence[Trace], homes: Mapping[str, str]) -> Joining:
    keys = {trace.claim: blocking.keys(trace, lookup=True) for trace in fresh}
    around = index.around(connection, keys)
    claims = [trace.claim for trace in fresh]
    return join(fresh, around, index.apart(connection, claims), {**homes, **index.fixed(connection, claims)})


def _block(connection: Connection, found: Iterable[Trace], echoes: Iterable[Trace], numbers: Mapping[str, int]) -> None:
    keys = {numbers[trace.claim]: blocking.keys(trace, lookup=False) for trace in found}
    keys |= {-numbers[trace.claim]: blocking.keys(trace, lookup=False) for trace in echoes}
    index.add_blocks(connection, keys)


def _offices(connection: Connection, record: Record) -> None:
    found = sightings(record, country_of(record.document.language))
    _enter_actors(connection, {one.actor: one.holder for one in found})
    rows_ = [
        {key: value for key, value in asdict(one).items() if key != "holder"} | {"article": record.id} for one in found
    ]
    shelf.set_offices(connection, record.id, rows_)


def refresh(connection: Connection, homes: Iterable[str]) -> None:
    """Writes the incidents anew from the claims that they hold now; one that holds none is marked as deleted."""
    for home in homes:
        members = incidents.members(connection, home)
        if members:
            incidents.write(connection, home, gather(members))
        else:
            incidents.close(connection, home, None)
