"""The reading room under load: time of each page, requests a second, bytes of the first page, memory.

    python -m benchmarks.serving [STORE] [--articles N] [--seconds S] [--rate R] [--workers W]

STORE: what is served; where left out, a store of N made-up articles is kept first. Each page and list is asked for
one at a time from a server that keeps no pages, so that it is made each time; then R requests a second are sent for S
seconds to W processes that keep pages, as `saksi serve` does. Aims: 95 of 100 answers of each page made within 200 ms;
200 requests a second without an error; the first page under 300 KB; memory flat over 600 seconds.
"""

import argparse
import asyncio
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import quote, urljoin

import msgspec

from benchmarks.calling import Answer, Connection
from benchmarks.generated import articles
from saksi.collection import keep_record
from saksi.keep.store import open_store
from saksi.show.web.settings import PAGES_MIB

PORT = 8765
_ASKED = (
    "serangan",
    "drone rumah sakit",
    "gencatan senjata",
    "tewas",
    "United Nations",
    "pasar",
    "militer",
    "utusan PBB",
)
_FILTERS = ("type=ASSAULT", "status=future", "since=2006&until=2007-06", "grade=weak", "disputed=yes", "country=SDN",
            "box=20,8,40,23", "reviewed=no", "text=drone+pasar")  # fmt: skip
_LISTS = ("incidents", "claims", "articles", "processes", "figures", "contacts", "places", "actors", "queue", "history",
          "sources", "map", "overdue")  # fmt: skip
_PAGES = ("incidents", "articles", "processes", "figures", "contacts", "places", "actors", "review", "history",
          "sources")  # fmt: skip
_STAY = 40
"""Answers after which a reader goes, on the average; the next one may come to another process."""
_MIX = {"now": 6, "incident": 20, "process": 5, "article": 20, "incidents": 12, "filtered": 8, "ask": 8, "actor": 8,
        "place": 5, "timeline": 2, "map": 2, "figures": 2, "contacts": 2}  # fmt: skip


def main() -> None:
    """Runs all parts."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.serving", description="the reading room under load")
    parser.add_argument("store", nargs="?", help="the store to serve")
    parser.add_argument("--articles", type=int, default=1000, help="articles of the store that is made")
    parser.add_argument("--seconds", type=int, default=20, help="how long the load lasts")
    parser.add_argument("--rate", type=int, default=200, help="requests a second")
    parser.add_argument("--workers", type=int, default=2, help="processes of the server under load")
    parser.add_argument("--turns", type=int, default=20, help="how often each page is asked for alone")
    args = parser.parse_args()
    for line in measured(args.store, args.articles, args.seconds, args.rate, args.workers, args.turns):
        print(line, flush=True)


def measured(
    store: str | None, number: int = 1000, seconds: int = 20, rate: int = 200, workers: int = 2, turns: int = 20
) -> Iterator[str]:
    """The figures as lines of text, as they come in."""
    with tempfile.TemporaryDirectory() as folder:
        kept = store or str(Path(folder) / "made.db")
        if store is None:
            made = open_store(kept)
            for record in articles(number):
                keep_record(made, record)
            made.analyse()
            made.close()
        with serving(kept, workers=1, pages_mib=0) as server:
            paths = asyncio.run(_paths())
            yield f"{sum(len(found) for found in paths.values()):,} addresses of {len(paths)} kinds"
            yield from _alone(paths, turns, server.pid)
            yield asyncio.run(_first_page())
        with serving(kept, workers=workers, pages_mib=PAGES_MIB) as server:
            yield from asyncio.run(_load(paths, seconds, rate, server.pid))


@contextmanager
def serving(store: str, workers: int, pages_mib: int) -> Iterator["subprocess.Popen[bytes]"]:
    """The real server over a store, until the block ends."""
    command = [sys.executable, "-m", "saksi", "serve", "--store", store, "--port", str(PORT)]
    server = subprocess.Popen(  # noqa: S603 - our own arguments
        [*command, "--workers", str(workers), "--pages", str(pages_mib)], stdout=subprocess.DEVNULL
    )
    try:
        asyncio.run(_ready())
        yield server
    finally:
        server.terminate()
        server.wait(20)


async def _ready() -> None:
    caller = Connection(PORT)
    for _ in range(600):
        if (await caller.get("/static/icon.svg")).status == 200:
            caller.close()
            return
        await asyncio.sleep(0.1)
    raise TimeoutError("the server does not answer")


async def _paths() -> dict[str, list[str]]:
    """Addresses of every kind of page, drawn from what the store holds."""
    caller = Connection(PORT, packed=False)
    places, people = await _ids(caller, "places", "key", 200), await _ids(caller, "actors", "id", 300)
    paths = {
        "now": ["/"],
        "incident": [f"/incidents/{key}" for key in await _ids(caller, "incidents", "id", given="kind=incident&")],
        "process": [f"/processes/{key}" for key in await _ids(caller, "processes", "id")],
        "article": [f"/articles/{key}" for key in await _ids(caller, "articles", "id")],
        "actor": [f"/actors/{key}" for key in people],
        "place": [f"/places/{key}" for key in places],
        "filtered": [f"/incidents?{one}" for one in _FILTERS] + [f"/incidents?actor={key}" for key in people[:40]],
        "ask": [f"/ask?q={quote(one)}" for one in _ASKED] + [f"/ask?q=serangan+{key}" for key in places[:60]],
        "map data": ["/map.geojson", *(f"/map.geojson?{one}" for one in _FILTERS)],
    }
    caller.close()
    paths |= {name: [f"/{name}", *(f"/{name}?{one}" for one in _FILTERS)] for name in ("timeline", "map")}
    paths |= {name: [f"/{name}"] for name in _PAGES}
    paths |= {f"list {name}": [f"/api/v1/lists/{name}?{one}" for one in ("", *_FILTERS)] for name in _LISTS}
    return paths | {"list sources": ["/api/v1/lists/sources"]}


async def _ids(caller: Connection, name: str, key: str, most: int = 2000, given: str = "") -> list[str]:
    """The ids of a list, as parts of an address."""
    found: list[str] = []
    after = ""
    while len(found) < most:
        page = msgspec.json.decode((await caller.get(f"/api/v1/lists/{name}?{given}size=500{after}")).body)
        found += [quote(str(row[key]), safe="") for row in page["items"]]
        if page["after"] is None:
            break
        after = f"&after={quote(page['after'], safe='')}"
    return found


def _alone(paths: dict[str, list[str]], turns: int, server: int) -> Iterator[str]:
    """Each kind of page asked for one at a time, each time another one of its kind.

    The processor's own time is told beside, since on a machine that does other work too an answer has to wait.
    """
    chance = random.Random(3)  # noqa: S311

    async def ask(kind: str) -> list[tuple[Answer, float]]:
        caller, found = Connection(PORT), []
        chosen = chance.sample(paths[kind], min(turns, len(paths[kind])))
        for path in (chosen * turns)[:turns]:
            before = _worked(server)
            found.append((await caller.get(path), _worked(server) - before))
        caller.close()
        return found

    slowest = busiest = 0.0
    for kind in paths:
        found = asyncio.run(ask(kind))
        times, worked = sorted(one.server_ms for one, _ in found), sorted(spent for _, spent in found)
        slowest, busiest = max(slowest, _at(times, 95)), max(busiest, _at(worked, 95))
        failed = sum(one.status != 200 for one, _ in found)
        told = f"{kind:16s} median {_at(times, 50):6.0f} ms   p95 {_at(times, 95):6.0f} ms"
        yield f"{told}   processor p95 {_at(worked, 95):4.0f} ms" + (f"   {failed} failed" if failed else "")
    yield f"slowest kind of page: p95 {slowest:.0f} ms, of the processor {busiest:.0f} ms (aim 200)"


async def _first_page() -> str:
    """What a browser fetches for the first page: the page, its style, scripts, and the fonts of Latin text."""
    caller, plain = Connection(PORT), Connection(PORT, packed=False)
    wanted, sent, seen = ["/"], 0, set()
    while wanted:
        path = wanted.pop()
        if path in seen or "-ext." in path:
            continue
        seen.add(path)
        sent += (await caller.get(path)).size
        text = (await plain.get(path)).body.decode("utf-8", "replace")
        found = re.findall(
            r"""(?:href|src)="(/static/[^"]+)"|url\(["']?([^"')]+)["']?\)|from ["'](\.[^"']+)["']""", text
        )
        if path == "/" or path.endswith((".css", ".js")):
            wanted += [urljoin(path, "".join(one)) for one in found if not "".join(one).startswith("data:")]
    caller.close()
    plain.close()
    return f"first page: {sent / 1000:.0f} KB in {len(seen)} requests (aim 300)"


async def _load(paths: dict[str, list[str]], seconds: int, rate: int, server: int) -> Iterator[str]:
    """Mixed reading at a steady rate, whether answers come or not: some things are read much more than others."""
    chance = random.Random(4)  # noqa: S311
    kinds = chance.choices(list(_MIX), list(_MIX.values()), k=seconds * rate)
    callers: asyncio.Queue[Connection] = asyncio.Queue()
    for _ in range(64):
        callers.put_nowait(Connection(PORT))
    answers: list[Answer] = []
    memory: list[float] = []

    async def ask(path: str, due: float) -> None:
        caller = await callers.get()
        found = await caller.get(path)
        waited = time.perf_counter() - due
        answers.append(Answer(path, found.status, waited, found.server_ms, found.size))
        if chance.random() < 1 / _STAY:
            caller.close()
        callers.put_nowait(caller)

    began, worked = time.perf_counter(), _worked(server)
    async with asyncio.TaskGroup() as tasks:
        for number, kind in enumerate(kinds):
            due = began + number / rate
            await asyncio.sleep(max(0.0, due - time.perf_counter()))
            place = min(int(chance.paretovariate(0.7)) - 1, len(paths[kind]) - 1)
            tasks.create_task(ask(paths[kind][place], due))
            if number % rate == 0:
                memory.append(_memory(server))
    each = (_worked(server) - worked) / len(answers)
    told = _told(answers, memory, time.perf_counter() - began)
    return iter([*told, f"processor: {each:.1f} ms a request"])


def _told(answers: Sequence[Answer], memory: Sequence[float], seconds: float) -> list[str]:
    failed = [one for one in answers if one.status != 200]
    times = sorted(one.seconds * 1000 for one in answers)
    own = sorted(one.server_ms for one in answers)
    return [
        f"load: {len(answers) / seconds:.0f} requests/s for {seconds:.0f} s, {len(failed)} failed, "
        f"{sum(one.size for one in answers) / len(answers) / 1000:.1f} KB each",
        f"waited: median {_at(times, 50):.0f} ms, p95 {_at(times, 95):.0f} ms, p99 {_at(times, 99):.0f} ms; "
        f"server time p95 {_at(own, 95):.0f} ms",
        f"memory: {' '.join(f'{one:.0f}' for one in [*memory[::60], memory[-1]])} MiB, minute by minute",
        *sorted({f"failed: {one.status} {one.path}" for one in failed})[:5],
    ]


def _memory(server: int) -> float:
    """MiB of the server and the processes that it started, without what they share with files."""
    pages = 0
    for each in [server, *_children(server)]:
        try:
            status = Path(f"/proc/{each}/status").read_text()
        except OSError:
            continue
        pages += sum(int(line.split()[1]) for line in status.splitlines() if line.startswith("RssAnon"))
    return pages / 1024


def _worked(server: int) -> float:
    """Milliseconds that the processor has worked for the server and the processes that it started."""
    ticks = 0
    for each in [server, *_children(server)]:
        with suppress(OSError):
            ticks += sum(int(part) for part in Path(f"/proc/{each}/stat").read_text().rsplit(")", 1)[1].split()[11:13])
    return ticks * 1000 / os.sysconf("SC_CLK_TCK")


def _children(parent: int) -> list[int]:
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            if int(stat.read_text().rsplit(")", 1)[1].split()[1]) == parent:
                found.append(int(stat.parent.name))
        except OSError:
            continue
    return found


def _at(times: Sequence[float], per_cent: int) -> float:
    return times[min(len(times) - 1, len(times) * per_cent // 100)]


if __name__ == "__main__":
    main()
