"""How the store grows: time per article, answers of `ask`, memory.

    python -m benchmarks.scale [ARTICLES] [STORE]

Keeps made-up articles (100,000 where no number is given; about ten claims each) and prints the time per article for
each tenth, the time of 200 questions, and the peak memory. Aims: the last tenth at most 1.5 times the time of the first
full 10,000; 95 of 100 questions within 150 ms; less than 2 GiB.
"""

import random
import resource
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.generated import articles
from saksi.collection import keep_record
from saksi.keep.filters import Filter
from saksi.keep.store import Store, open_store
from saksi.keep.view import View

_QUESTIONS = 200


def main() -> None:
    """Runs the benchmark."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(sys.argv[2] if len(sys.argv) > 2 else Path(folder) / "scale.db")
        growth = grow(store, number)
        times = asked(store)
        counts = View(store).counts()
        store.close()
    print(f"{counts['articles']:,} articles, {counts['claims']:,} claims, {counts['incidents']:,} incidents")
    print(f"growth: {growth[-1] / growth[min(len(growth) - 1, 0)]:.2f} (last tenth against the first)")
    print(f"ask: median {times[len(times) // 2]:.0f} ms, 95th percentile {times[int(len(times) * 0.95)]:.0f} ms")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")


def grow(store: Store, number: int) -> list[float]:
    """Keeps the articles; milliseconds per article of each tenth."""
    size, found = max(1, number // 10), []
    began = time.perf_counter()
    for count, record in enumerate(articles(number), 1):
        keep_record(store, record)
        if count % size == 0:
            found.append((time.perf_counter() - began) / size * 1000)
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(f"{count:>9,} articles: {found[-1]:.2f} ms an article, {memory:.0f} MiB", flush=True)
            began = time.perf_counter()
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
