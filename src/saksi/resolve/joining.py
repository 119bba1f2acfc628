"""New claims join the incidents, talks and agreements that they tell of, or found their own."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from saksi import __version__
from saksi.model.judgement import About, Compared, Judgement, Kind, Verdict
from saksi.model.trace import Trace
from saksi.resolve.scoring import compare, total

PROGRAM = f"saksi {__version__}"
SAME, UNSURE, ALIKE = 3.2, 2.0, 0.5
_MEMBERS = 12
_KEPT = 3


@dataclass
class Joining:
    """What joining an article's traces came to. homes: incident of each claim; merges: younger to older incident."""

    homes: dict[str, str] = field(default_factory=dict)
    judgements: list[Judgement] = field(default_factory=list)
    merges: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Bid:
    """How well a trace fits one incident."""

    incident: str
    best: float
    mean: float
    member: Trace
    values: tuple[Compared, ...]


def join(
    fresh: Iterable[Trace],
    around: Mapping[str, Sequence[tuple[str, Trace]]],
    apart: Mapping[str, set[str]],
    fixed: Mapping[str, str] | None = None,
    held: Collection[frozenset[str]] = (),
) -> Joining:
    """Places each fresh trace.

    around: for each claim, incident and trace of those that share a blocking key with it; apart: for a claim, the
    incidents that a person has kept it out of; fixed: incidents that a person has put claims into;
    held: pairs of incidents that a person keeps apart.
    """
    made = Joining()
    placed: list[Trace] = []
    for trace in fresh:
        pool: dict[str, list[Trace]] = {}
        for incident, other in around.get(trace.claim, ()):
            pool.setdefault(made.merges.get(incident, incident), []).append(other)
        for other in placed:
            if other.kind is trace.kind:
                pool.setdefault(made.homes[other.claim], []).append(other)
        home = (fixed or {}).get(trace.claim) or _place(trace, pool, apart.get(trace.claim, set()), held, made)
        made.homes[trace.claim] = home
        placed.append(trace)
    return made


def _place(
    trace: Trace, pool: dict[str, list[Trace]], apart: set[str], held: Collection[frozenset[str]], made: Joining
) -> str:
    bids = sorted(
        (_bid(trace, incident, members) for incident, members in pool.items() if incident not in apart),
        key=lambda bid: (-bid.best, bid.incident),
    )
    fitting = [bid for bid in bids if _fits(trace, bid)]
    home = fitting[0] if fitting else None
    made.judgements += _judged(trace, bids, home)
    if home is None:
        return "i" + trace.claim[1:]
    for other in fitting[1:2]:
        if {home.incident, other.incident} not in held:
            _bridge(home, other, pool, made)
    return home.incident


def _bid(trace: Trace, incident: str, members: list[Trace]) -> _Bid:
    """The best match within an incident, and how its members fit on the whole (the latest ones stand for all)."""
    scored = []
    for member in members[-_MEMBERS:]:
        values = tuple(compare(trace, member))
        scored.append((total(list(values)), member, values))
    best = max(scored, key=lambda row: (row[0], row[1].claim))
    return _Bid(incident, best[0], sum(row[0] for row in scored) / len(scored), best[1], best[2])


def _fits(trace: Trace, bid: _Bid) -> bool:
    lasting = trace.kind in (Kind.AGREEMENT, Kind.PROMISE) or trace.kind is Kind.TALKS
    return bid.best >= SAME and (bid.mean >= 0.0 if lasting else bid.mean >= 1.0)


def _judged(trace: Trace, bids: list[_Bid], home: _Bid | None) -> list[Judgement]:
    found = []
    for bid in bids:
        if bid is home:
            verdict = Verdict.SAME
        elif bid.best >= UNSURE:
            verdict = Verdict.UNSURE
        elif bid.best >= ALIKE:
            verdict = Verdict.DIFFERENT
        else:
            continue
        found.append(Judgement(About.INCIDENT, trace.claim, bid.member.claim, verdict, PROGRAM, bid.best, bid.values))
    return found[:_KEPT]


def _bridge(home: _Bid, other: _Bid, pool: dict[str, list[Trace]], made: Joining) -> None:
    """A claim that fits two incidents makes them one where their own members agree too."""
    if other.best < SAME + 0.4:
        return
    crossed = [total(compare(one, two)) for one in pool[home.incident][-4:] for two in pool[other.incident][-4:]]
    mean = sum(crossed) / len(crossed)
    if mean < SAME - 0.4 or min(crossed) < -1:
        return
    made.judgements.append(
        Judgement(
            About.MERGE,
            home.incident,
            other.incident,
            Verdict.SAME,
            PROGRAM,
            round(mean, 3),
            (Compared("members", str(len(pool[home.incident])), str(len(pool[other.incident])), round(mean, 3)),),
        )
    )
    made.merges[other.incident] = home.incident
    pool[home.incident] += pool.pop(other.incident)
    for claim, incident in made.homes.items():
        if incident == other.incident:
            made.homes[claim] = home.incident
