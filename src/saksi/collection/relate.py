"""One article among all others: its copies, its actors, the incidents its claims tell of. Within one transaction."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from types import MappingProxyType

from sqlalchemy import Connection

from saksi.collection.facets import rows
from saksi.keep import acts, backlog, incidents, index, shelf
from saksi.languages.forms import fold, skeleton
from saksi.model.actor import Actor
from saksi.model.claim import Record
from saksi.model.judgement import About, Judgement, Verdict
from saksi.model.trace import Trace
from saksi.resolve import blocking, copies, identity, sketches, traces
from saksi.resolve.gathering import gather
from saksi.resolve.joining import PROGRAM, Joining, join
from saksi.resolve.offices import sightings
from saksi.resolve.scene import Setting
from saksi.resolve.scene import setting as scene_of
from saksi.resolve.sides import actor_key, actors_of
from saksi.world.countries import country_code

_NEAR = 12


def relate(
    connection: Connection, record: Record, digest: str, number: int, left: set[str], *, later: bool
) -> tuple[str, list[Judgement]]:
    """Writes an article with all that follows from it; left: incidents that an older version's claims were taken from;
    later: incidents of many claims may wait to be gathered (`keep.backlog`).

    Returns its source family and the judgements made.
    """
    ids = traces.claim_ids(record)
    shelf.shelve(connection, record, digest, number, ids, PROGRAM)
    traced, told = _traced(connection, record, Given(ids, left))
    kinship = _kinship(connection, record, digest, number, traced)
    told += kinship.judgements
    told += _enter(connection, number, kinship.family, Given(ids, left, later=later), traced)
    return kinship.family, told


@dataclass(frozen=True, slots=True)
class Traced:
    """An article's claims as they are compared. found: by id in the record; around: what shares a key with each;
    decided: what people have said of where they belong."""

    scene: Setting
    found: dict[str, Trace]
    around: Mapping[str, list[tuple[str, Trace]]]
    decided: index.Decided

    @property
    def near(self) -> list[str]:
        """The articles of the claims around, those with most first."""
        times = Counter(trace.article for each in self.around.values() for _, trace in each)
        return [article for article, _ in times.most_common(_NEAR)]


@dataclass(frozen=True, slots=True)
class Given:
    """What holds before an article's claims are entered. ids: permanent ones by id in the record; left: incidents that
    they were taken from; homes: incidents that they stay in; reviews: what reviewers said of each; later: incidents of
    many claims may wait to be gathered."""

    ids: Mapping[str, str]
    left: set[str]
    homes: Mapping[str, str] = field(default_factory=dict)
    reviews: Mapping[str, str] = field(default_factory=dict)
    later: bool = False


def _traced(connection: Connection, record: Record, given: Given) -> tuple[Traced, list[Judgement]]:
    """The claims as they are compared, and the judgements on who is meant."""
    merged, told = _actors(connection, record)
    scene = scene_of(record, record.id, merged)
    decided = index.decided(connection, list(given.ids.values()))
    found = traces.traces(replace(scene, record=_standing(record, given)), given.ids, decided.put)
    return Traced(scene, found, _around(connection, found.values()), decided), told


def _enter(connection: Connection, number: int, family: str, given: Given, traced: Traced) -> list[Judgement]:
    """Enters an article's claims where they are found and joined; the judgements made."""
    found = {
        local: replace(one, family=family, counts=tuple(replace(count, family=family) for count in one.counts))
        for local, one in traced.found.items()
    }
    echoes = [one for trace in found.values() if (one := traces.echo(trace))]
    decided = traced.decided
    joined = _join(connection, found.values(), traced.around, decided.apart, {**given.homes, **decided.fixed})
    heard = _join(connection, echoes, _around(connection, echoes)) if echoes else Joining()
    made = rows(traced.scene, number, index.next_number(connection), given.ids, found, joined.homes)
    for row in made.facets:
        row["review"] = given.reviews.get(row["claim"])
        row["incident"] = decided.put.get(row["claim"]) or row["incident"] or given.homes.get(row["claim"])
    index.add_facets(connection, made.facets, made.people)
    index.add_words(connection, made.words)
    _block(connection, found.values(), echoes, made.numbers)
    index.add_echoes(connection, {made.numbers[one.claim]: (heard.homes[one.claim], one) for one in echoes})
    shelf.count_actors(connection, Counter(key for _, _, key in made.people))
    _offices(connection, traced.scene.record)
    return _settle(connection, joined, heard, given)


def _standing(record: Record, given: Given) -> Record:
    """The record without the claims that a reviewer has rejected: they are shown, but count no more."""
    out = {local for local, key in given.ids.items() if given.reviews.get(key) == "rejected"}
    if not out:
        return record
    events = tuple(one for one in record.events if one.id not in out)
    return replace(record, events=events, figures=tuple(one for one in record.figures if one.id not in out))


def _settle(connection: Connection, joined: Joining, heard: Joining, given: Given) -> list[Judgement]:
    """Carries out merges and writes every incident that changed; the judgements, merges with the claims they moved."""
    merges = {**joined.merges, **heard.merges}
    moved = {source: incidents.move(connection, source, target) for source, target in merges.items()}
    grown = Counter([*joined.homes.values(), *heard.homes.values()])
    changed = {*merges, *merges.values(), *given.left}
    touched = {*grown, *changed} - {*merges}
    if given.later:
        touched -= backlog.put_off(connection, {home: more for home, more in grown.items() if home not in changed})
    refresh(connection, sorted(touched))
    told = [*joined.judgements, *heard.judgements]
    return [
        _with_moved(one, moved[one.right]) if one.about is About.MERGE and one.right in moved else one for one in told
    ]


def _with_moved(merge: Judgement, moved: incidents.Moved) -> Judgement:
    """The merge with the claims that it moved, so that it can be undone."""
    return replace(merge, values=(*merge.values, *acts.merging(merge.right or "", moved)))


def reindex(connection: Connection, article_id: str) -> None:
    """Enters an article's claims anew as reviewers have left them; each stays in the incident that it is in."""
    now = shelf.current(connection, article_id)
    left = index.withdraw(connection, article_id)
    given = Given(now.ids, left, now.homes, now.reviews)
    traced, _ = _traced(connection, now.record, given)
    # A judgement that only repeats why a claim is where it is would be noise.
    _enter(connection, now.version, now.family, given, traced)


def _kinship(connection: Connection, record: Record, digest: str, number: int, traced: Traced) -> copies.Kinship:
    """The article's family among those that share words with it, or that tell of the same days, places and people."""
    drawn = sketches.sketch(record, record.id)
    own, lookup = sketches.bands(drawn)
    near = shelf.neighbours(connection, lookup, traced.near)
    apart, fixed = shelf.told_of_copies(connection, record.id)
    kinship = copies.kin(drawn, [other for other in near if other.family not in apart])
    if fixed:
        kinship = replace(kinship, family=fixed, united=())
    elif kinship.family in apart:
        kinship = replace(kinship, family=f"{record.id}~")
    shelf.register(connection, record, digest, number, replace(drawn, family=kinship.family))
    shelf.set_bands(connection, record.id, own)
    shelf.unite(connection, kinship.family, kinship.united)
    return kinship


def _actors(connection: Connection, record: Record) -> tuple[dict[str, str], list[Judgement]]:
    """Enters actors that are new, with their names; those that are spellings of known ones are merged into them."""
    people = {actor_key(actor): actor for actor in actors_of(record)}
    roots, told = _enter_actors(connection, people)
    return {key: root for key, root in roots.items() if key != root}, told


def _enter_actors(connection: Connection, people: Mapping[str, Actor]) -> tuple[dict[str, str], list[Judgement]]:
    """Enters those that are new; for each the one that stands for it, and the judgements on who is meant."""
    roots = shelf.roots(connection, people)
    told: list[Judgement] = []
    for key, actor in people.items():
        if key in roots:
            continue
        sounds = identity.sounds(actor)
        judged = identity.same_actor(actor, shelf.namesakes(connection, sounds)) if sounds else None
        into = judged.right if judged and judged.verdict is Verdict.SAME else None
        roots[key] = into or key
        told += [judged] if judged else []
        names = [
            {"fold": fold(name), "actor": key, "name": name, "skeleton": skeleton(name)}
            for name in identity.names_of(actor)
        ]
        short = identity.sounds(actor)[1:]
        names += [{"fold": f"~{sound}", "actor": key, "name": actor.name or "", "skeleton": sound} for sound in short]
        shelf.add_actors(connection, [asdict(actor) | {"id": key, "merged_into": into}], names)
    return roots, told


def _around(connection: Connection, found: Iterable[Trace]) -> dict[str, list[tuple[str, Trace]]]:
    return index.around(connection, {trace.claim: blocking.keys(trace, lookup=True) for trace in found})


def _join(
    connection: Connection,
    fresh: Iterable[Trace],
    around: Mapping[str, list[tuple[str, Trace]]],
    apart: Mapping[str, set[str]] = MappingProxyType({}),
    fixed: Mapping[str, str] = MappingProxyType({}),
) -> Joining:
    homes = {home for each in around.values() for home, _ in each}
    return join(fresh, around, apart, fixed, index.parted(connection, homes))


def _block(connection: Connection, found: Iterable[Trace], echoes: Iterable[Trace], numbers: Mapping[str, int]) -> None:
    # a figure that a person put somewhere draws no other claims there
    keys = {numbers[trace.claim]: blocking.keys(trace, lookup=False) for trace in found if not trace.added}
    keys |= {-numbers[trace.claim]: blocking.keys(trace, lookup=False) for trace in echoes}
    index.add_blocks(connection, keys)


def _offices(connection: Connection, record: Record) -> None:
    found = sightings(record, country_code)
    _enter_actors(connection, {one.actor: one.holder for one in found})
    rows_ = [
        {key: value for key, value in asdict(one).items() if key != "holder"} | {"article": record.id} for one in found
    ]
    shelf.set_offices(connection, record.id, rows_)


def refresh(connection: Connection, homes: Iterable[str]) -> None:
    """Writes the incidents anew from the claims that they hold now; one that holds none is marked as deleted."""
    held = incidents.members(connection, list(homes))
    incidents.write(connection, {home: gather(members) for home, members in held.items() if members})
    backlog.gathered(connection, {home: len(members) for home, members in held.items() if members})
    for home, members in held.items():
        if not members:
            incidents.close(connection, home, None)
