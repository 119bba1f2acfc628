"""How the store grows: time per article, answers of `ask`, memory.

    python -m benchmarks.scale [ARTICLES] [STORE]

Keeps made-up articles (100,000 where no number is given; ten claims each) and prints, for each twentieth, the time per
article on the clock and of this process alone, then the time of 200 questions and the peak memory. STORE is a new file
or postgresql://user@host/name; without it the store is thrown away. A run that was stopped goes on where it stopped.

Aims: the last articles take at most 1.5 times what those around the 10,000th took; 95 of 100 questions within 150 ms;
less than 2 GiB. On a machine that others use too, the time of the process alone is the one to compare.
"""

import random
import resource
import sys
import tempfile
import time
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from benchmarks.generated import articles
from saksi.collection import keep_record
from saksi.keep.filters import Filter
from saksi.keep.store import Store, open_store
from saksi.keep.view import View

_QUESTIONS = 200
_FIRST = 10_000


@dataclass(frozen=True, slots=True)
class Pace:
    """How long an article took up to a number of articles: milliseconds on the clock, and of this process."""

    articles: int
    clock: float
    own: float


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
            f"{last.own / first.own:.2f} of the process"
        )
    print(f"ask: median {times[len(times) // 2]:.0f} ms, 95th percentile {times[int(len(times) * 0.95)]:.0f} ms")
    print(f"peak memory {_memory()} MiB")


def _memory() -> int:
    return int(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def grow(store: Store, number: int) -> list[Pace]:
    """Keeps the articles that the store does not hold yet; the pace of each twentieth."""
    size, found = max(1, number // 20), []
    there = View(store).counts()["articles"]
    clock, own, before = time.perf_counter(), time.process_time(), there
    for count, record in enumerate(islice(articles(number), there, None), there + 1):
        keep_record(store, record)
        if count % size == 0:
            many = (count - before) / 1000
            found.append(Pace(count, (time.perf_counter() - clock) / many, (time.process_time() - own) / many))
            pace = found[-1]
            print(f"{count:>9,} articles: {pace.clock:.1f} ms ({pace.own:.1f} own), {_memory()} MiB", flush=True)
            clock, own, before = time.perf_counter(), time.process_time(), count
    return found


def asked(store: Store) -> list[float]:
    """Milliseconds of each question, sorted: frequent words, names, places, with filters and without."""
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
        began = time.perf_counter()
        view.ask(question, wanted)
        times.append((time.perf_counter() - began) * 1000)
    return sorted(times)


if __name__ == "__main__":
    main()
