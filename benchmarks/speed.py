"""How fast the reader reads, on articles of about 350 words made of the held-out corpus; figures of one run."""

import resource
import time
from concurrent.futures import ProcessPoolExecutor
from itertools import cycle, islice
from multiprocessing import get_context

from benchmarks.held_out import CORPUS
from saksi.model.raw import Given, Raw
from saksi.pipeline import Reader
from training.annotated import read_corpus

WORDS = 350
_reader: Reader | None = None


def articles(count: int) -> list[Raw]:
    """Articles of some 350 words, each of whole sentences of the corpus."""
    lines = [line for article in read_corpus(CORPUS) for line in article.text.split("\n")]
    out: list[Raw] = []
    supply = cycle(lines)
    while len(out) < count:
        text: list[str] = []
        while sum(len(line.split()) for line in text) < WORDS:
            text.append(next(supply))
        out.append(
            Raw(f"b{len(out)}", f"b{len(out)}", "\n".join(text), given=Given(published="2024-05-13", language="id"))
        )
    return out


def one_process(count: int = 60) -> dict[str, float]:
    """Articles and words a second in one process, the share of each stage, whole time against the model's."""
    raws, reader = articles(count), Reader()
    reader.read(raws[0])
    before = dict(reader.seconds)
    began = time.perf_counter()
    for raw in raws:
        reader.read(raw)
    whole = time.perf_counter() - began
    spent = {stage: seconds - before[stage] for stage, seconds in reader.seconds.items()}
    figures = {f"share of {stage}": seconds / whole for stage, seconds in spent.items()}
    words = sum(len(raw.content.split()) for raw in raws)
    return {
        "articles/s, 1 process": count / whole,
        "words/s, 1 process": words / whole,
        "words/s, model alone": words / spent["parse"],
        "whole time / model's time": whole / spent["parse"],
        **figures,
    }


def _start() -> None:
    global _reader
    _reader = Reader()


def _read(raw: Raw) -> int:
    assert _reader is not None
    return len(_reader.read(raw).events)


def two_processes(count: int = 120) -> dict[str, float]:
    """Articles a second in two processes, starting not counted."""
    raws = articles(count)
    with ProcessPoolExecutor(2, mp_context=get_context("spawn"), initializer=_start) as pool:
        list(pool.map(_read, raws[:4]))
        began = time.perf_counter()
        list(pool.map(_read, raws, chunksize=5))
        return {"articles/s, 2 processes": count / (time.perf_counter() - began)}


def memory(count: int) -> dict[str, float]:
    """Peak memory in MiB after a tenth of the articles and after all of them: flat where the two are alike."""
    reader, raws = Reader(), articles(100)
    peaks = []
    for number, raw in enumerate(islice(cycle(raws), count), 1):
        reader.read(raw)
        if number in (count // 10, count):
            peaks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    return {f"peak MiB after {count // 10}": peaks[0], f"peak MiB after {count}": peaks[-1]}
