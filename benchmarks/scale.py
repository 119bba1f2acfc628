"""How the store grows: time per article, answers of `ask`, memory.

    python -m benchmarks.scale [ARTICLES] [STORE]

Keeps made-up articles (100,000 where no number is given; ten claims each) and prints, for each twentieth, the time per
article on the clock, of this process alone and of a PostgreSQL server on this machine, then the times of 200 questions
and the peak memory. STORE is a new file or postgresql://user@host/name; without it the store is thrown away. A run that
was stopped goes on where it stopped.

Aims: the last articles take at most 1.5 times what those around the 10,000th took; 95 of 100 questions within 150 ms;
less than 2 GiB. On a machine that others use too, the time of the process alone is the one to compare.
"""

import os
import random
import resource
import sys
import tempfile
import time
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from sqlalchemy import text

from benchmarks.generated import articles
from saksi.collection import keep_all
from saksi.keep.filters import Filter
from saksi.keep.store import Store, open_store
from saksi.keep.view import View

_QUESTIONS = 200
_FIRST = 10_000


@dataclass(frozen=True, slots=True)
class Pace:
    """Milliseconds that an article took, up to a number of them: on the clock, of this process, of the server."""

    articles: int
    clock: float
    own: float
    server: float


def main() -> None:
    """Runs the benchmark."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(sys.argv[2] if len(sys.argv) > 2 else Path(folder) / "scale.db")
        paces = grow(store, number)
        store.analyse()
        times = asked(store)
        counts = View(store).counts()
        store.close()
    print(f"{counts['articles']:,} articles, {counts['claims']:,} claims, {counts['incidents']:,} incidents")
    if len(paces) > 1:
        first = next((pace for pace in paces if pace.articles >= _FIRST), paces[0])
        last = paces[-1]
        print(
            f"growth from {first.articles:,} to {last.articles:,}: {last.clock / first.clock:.2f} on the clock, "
            f"{(last.own + last.server) / (first.own + first.server):.2f} of the process and the server"
        )
    for name, taken in zip(("on the clock", "of the process"), map(sorted, zip(*times, strict=True)), strict=True):
        median, most = taken[len(taken) // 2], taken[int(len(taken) * 0.95)]
        print(f"ask: median {median:.0f} ms, 95th percentile {most:.0f} ms {name}")
    print(f"peak memory {_memory()} MiB")


def _memory() -> int:
    return int(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def grow(store: Store, number: int) -> list[Pace]:
    """Keeps the articles that the store does not hold yet; the pace of each twentieth."""
    size, found = max(1, number // 20), []
    there = View(store).counts()["articles"]
    before = _read(store, there)
    for count, _ in enumerate(keep_all(store, islice(articles(number), there, None)), there + 1):
        if count % size == 0:
            after = _read(store, count)
            found.append(_pace(before, after))
            pace, before = found[-1], after
            print(
                f"{count:>9,} articles: {pace.clock:.1f} ms ({pace.own:.1f} own, {pace.server:.1f} server), "
                f"{_memory()} MiB",
                flush=True,
            )
    print(f"gathering what waited: {time.process_time() - before.own / 1000:.1f} s of this process", flush=True)
    return found


def _read(store: Store, articles: int) -> Pace:
    """The clocks, in milliseconds, when so many articles are kept."""
    return Pace(articles, time.perf_counter() * 1000, time.process_time() * 1000, _served(store) * 1000)


def _pace(before: Pace, after: Pace) -> Pace:
    many = after.articles - before.articles
    return Pace(
        after.articles,
        (after.clock - before.clock) / many,
        (after.own - before.own) / many,
        (after.server - before.server) / many,
    )


def _served(store: Store) -> float:
    """Seconds that a PostgreSQL server on this machine has worked in all its processes that still run."""
    if store.sqlite:
        return 0.0
    with store.reading() as connection:
        backend = connection.scalar(text("SELECT pg_backend_pid()"))
    server = _process(Path(f"/proc/{backend}/stat"))[1]
    ticks = sum(worked for worked, parent in map(_process, Path("/proc").glob("[0-9]*/stat")) if parent == server)
    return ticks / os.sysconf("SC_CLK_TCK")


def _process(stat: Path) -> tuple[int, int]:
    """The ticks that a process has worked, and the process that started it; (0, 0) for one that is gone."""
    try:
        fields = stat.read_text().rpartition(")")[2].split()
    except OSError:
        return 0, 0
    return int(fields[11]) + int(fields[12]), int(fields[1])


def asked(store: Store) -> list[tuple[float, float]]:
    """Milliseconds of each question, on the clock and of this process: frequent words, names, places, with filters and
    without."""
    chance = random.Random(5)  # noqa: S311
    view = View(store)
    places = [row.name for row in view.places(size=200).items]
    people = [row.label for row in view.actors(size=200).items if row.name]
    times = []
    for turn in range(_QUESTIONS):
        place, person = chance.choice(places), chance.choice(people)
        question = (f"serangan {place}", person, f"gencatan senjata {person}", "drone rumah sakit", f"{place} tewas")[
            turn % 5
        ]
        wanted = Filter(since="2010", until="2014") if turn % 3 == 0 else Filter()
        began, worked = time.perf_counter(), time.process_time()
        view.ask(question, wanted)
        times.append(((time.perf_counter() - began) * 1000, (time.process_time() - worked) * 1000))
    return times


if __name__ == "__main__":
    main()
