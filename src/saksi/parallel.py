"""Many articles at once: worker processes read them, the order stays, and one bad article spoils no other."""

import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import chain, islice
from multiprocessing import get_context

from saksi.codec import encode
from saksi.model.errors import InputError, ModelError
from saksi.model.raw import Raw
from saksi.pipeline import Reader, Settings

MOST_WORKERS = 4
"""More processes than this share memory bandwidth rather than gain from it."""

_FEW = 6
"""With no more articles than this, starting processes takes longer than reading them."""

_AHEAD = 4
"""Articles that wait for each worker: enough that none is idle, few enough that memory stays flat."""

Item = Raw | InputError


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one item: the line of its record, or the reason why there is none."""

    line: bytes | None = None
    error: InputError | None = None


def read_all(items: Iterable[Item], settings: Settings, workers: int = 0) -> Iterator[Outcome]:
    """The outcome of each item, in order. workers: 0 stands for one per core, at most four.

    Raises ModelError where a model or data file of saksi is missing.
    """
    stream = iter(items)
    wanted = workers or min(MOST_WORKERS, os.cpu_count() or 1)
    if workers == 0:
        first = list(islice(stream, _FEW + 1))
        wanted = wanted if len(first) > _FEW else 1
        stream = chain(first, stream)
    if wanted == 1:
        reader = Reader(settings)
        return (_outcome(reader, item) for item in stream)
    return _pooled(stream, settings, wanted)


def _outcome(reader: Reader, item: Item) -> Outcome:
    """Reads one item. Whatever goes wrong inside it stays with it."""
    if isinstance(item, InputError):
        return Outcome(error=item)
    try:
        return Outcome(line=encode(reader.read(item)))
    except InputError as error:
        return Outcome(error=error)
    except ModelError:
        raise
    except Exception as error:
        problem = f"could not be read ({type(error).__name__}: {error})"
        return Outcome(error=InputError(item.place, problem, "please report this together with the article"))


_reader: Reader | ModelError
"""The reader of this worker process, or what kept it from being made."""


def _start(settings: Settings) -> None:
    """Prepares a worker process. The parent alone answers an interruption."""
    global _reader
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        _reader = Reader(settings)
    except ModelError as error:
        _reader = error


def _work(item: Item) -> Outcome:
    if isinstance(_reader, ModelError):
        raise _reader
    return _outcome(_reader, item)


def _pool(settings: Settings, workers: int) -> ProcessPoolExecutor:
    # spawned, not forked: the model's threads and the progress bar do not survive a fork
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_start, initargs=(settings,))


def _pooled(items: Iterator[Item], settings: Settings, workers: int) -> Iterator[Outcome]:
    """Keeps the workers busy a little ahead of what has been handed on."""
    pool = _pool(settings, workers)
    waiting: deque[tuple[Item, Future[Outcome]]] = deque()
    try:
        while True:
            for item in islice(items, workers * _AHEAD - len(waiting)):
                waiting.append((item, pool.submit(_work, item)))
            if not waiting:
                return
            try:
                outcome = waiting[0][1].result()
            except BrokenProcessPool:
                pool.shutdown(wait=False)
                yield from _one_by_one([item for item, _ in waiting], settings)
                waiting.clear()
                pool = _pool(settings, workers)
                continue
            waiting.popleft()
            yield outcome
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _one_by_one(items: list[Item], settings: Settings) -> Iterator[Outcome]:
    """After a worker died: each waiting item alone, so that the one it died of is found and named."""
    pool = _pool(settings, 1)
    try:
        for item in items:
            try:
                yield pool.submit(_work, item).result()
            except BrokenProcessPool:
                pool.shutdown(wait=False)
                pool = _pool(settings, 1)
                place = item.place
                yield Outcome(
                    error=InputError(place, "broke off the process that read it", "look at its size and form")
                )
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
