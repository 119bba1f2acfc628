"""One article among all others: its copies, its actors, the incidents its claims tell of. Within one transaction."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, replace

from sqlalchemy import Connection

from saksi.collection.facets import rows
from saksi.collection.places import country_of
from saksi.keep import incidents, index, shelf
from saksi.languages.forms import fold, skeleton
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
    kinship = _kinship(connection, record, digest, number)
    merged, told = _actors(connection, record)
    ids = traces.claim_ids(record)
    shelf.shelve(connection, record, digest, number, ids, PROGRAM)
    scene = traces.setting(record, kinship.family, merged)
    found = traces.traces(scene, ids)
    echoes = [one for trace in found.values() if (one := traces.echo(trace))]
    joined = _join(connection, list(found.values()))
    heard = _join(connection, echoes) if echoes else Joining()
    made = rows(scene, number, index.next_number(connection), ids, found, joined.homes)
    index.add_facets(connection, made.facets, made.people)
    index.add_words(connection, made.words)
    _block(connection, found.values(), echoes, made.numbers)
    index.add_echoes(connection, {made.numbers[one.claim]: (heard.homes[one.claim], one) for one in echoes})
    shelf.count_actors(connection, Counter(key for _, _, key in made.people))
    _offices(connection, record)
    for source, target in {**joined.merges, **heard.merges}.items():
        incidents.move(connection, source, target)
    touched = {*joined.homes.values(), *heard.homes.values(), *joined.merges.values(), *left}
    refresh(connection, sorted(touched - {*joined.merges}))
    return kinship.family, [*kinship.judgements, *told, *joined.judgements, *heard.judgements]


def _kinship(connection: Connection, record: Record, digest: str, number: int) -> copies.Kinship:
    drawn = sketches.sketch(record, record.id)
    others = shelf.neighbours(connection, sketches.bands(drawn, lookup=True))
    kinship = copies.kin(drawn, others)
    shelf.register(connection, record, digest, number, replace(drawn, family=kinship.family))
    shelf.set_bands(connection, record.id, sketches.bands(drawn, lookup=False))
    shelf.unite(connection, kinship.family, kinship.united)
    return kinship


def _actors(connection: Connection, record: Record) -> tuple[dict[str, str], list[Judgement]]:
    """Enters actors that are new, with their names; those that are spellings of known ones are merged into them."""
    people = {actor_key(actor): actor for actor in actors_of(record)}
    fresh = {key: actor for key, actor in people.items() if key not in shelf.known_actors(connection, people)}
    told = []
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
    return shelf.merged(connection, people), told


def _join(connection: Connection, fresh: Sequence[Trace]) -> Joining:
    keys = {trace.claim: blocking.keys(trace, lookup=True) for trace in fresh}
    around = index.around(connection, keys)
    claims = [trace.claim for trace in fresh]
    return join(fresh, around, index.apart(connection, claims), index.fixed(connection, claims))


def _block(connection: Connection, found: Iterable[Trace], echoes: Iterable[Trace], numbers: Mapping[str, int]) -> None:
    keys = {numbers[trace.claim]: blocking.keys(trace, lookup=False) for trace in found}
    keys |= {-numbers[trace.claim]: blocking.keys(trace, lookup=False) for trace in echoes}
    index.add_blocks(connection, keys)


def _offices(connection: Connection, record: Record) -> None:
    found = sightings(record, country_of(record.document.language))
    shelf.set_offices(connection, record.id, [asdict(one) | {"article": record.id} for one in found])


def refresh(connection: Connection, homes: Iterable[str]) -> None:
    """Writes the incidents anew from the claims that they hold now; one that holds none is marked as deleted."""
    for home in homes:
        members = incidents.members(connection, home)
        if members:
            incidents.write(connection, home, gather(members), fresh=len(members) == 1)
        else:
            incidents.close(connection, home, None)
