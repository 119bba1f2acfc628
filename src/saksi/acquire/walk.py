"""Paths to raw items: folders are walked in order of name, each file is opened by what its name says."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from saksi.acquire.decode import decode
from saksi.acquire.jsonline import parse_line
from saksi.acquire.stream import LIMIT, STDIN, lines, opened, whole
from saksi.model.errors import InputError, SkipError
from saksi.model.raw import Raw

_TEXT = frozenset({".txt", ".text"})
_PAGE = frozenset({".html", ".htm", ".xhtml"})
_LINES = frozenset({".jsonl", ".ndjson"})
_PACKED = frozenset({".gz", ".zst"})
_READABLE = _TEXT | _PAGE | _LINES
_KINDS = "give .txt, .html or .jsonl files (also .gz, .zst)"


def acquire(paths: Iterable[Path], but: frozenset[Path] = frozenset()) -> Iterator[Raw | InputError]:
    """Raw items in the order of the paths, and between them an error for each thing that could not be read.

    Ids are unique: an id that came before gets "~2", "~3"... after it. `-` is standard input. but: files that are left
    aside where a folder holds them, resolved: what this run itself writes.
    """
    seen: dict[str, int] = {}
    for path in paths:
        for item in _files(path, but):
            yield item if isinstance(item, InputError) else _unique(item, seen)


def _unique(raw: Raw, seen: dict[str, int]) -> Raw:
    times = seen[raw.id] = seen.get(raw.id, 0) + 1
    if times == 1:
        return raw
    return Raw(f"{raw.id}~{times}", raw.place, raw.content, raw.page, raw.given, raw.encoding)


def _files(path: Path, but: frozenset[Path]) -> Iterator[Raw | InputError]:
    """What one path of the command line holds. In a folder, files of other kinds are passed over by name."""
    if path == STDIN or not path.is_dir():
        yield from _file(path)
        return
    barred: list[InputError] = []
    files = [file for file in sorted(_walk(path, barred)) if file.resolve() not in but]
    yield from barred
    if not files and not barred:
        yield InputError(str(path), "holds no articles", _KINDS)
    for file in files:
        if _kind(file) in _READABLE:
            yield from _file(file)
        else:
            yield SkipError(str(file), "is not a kind of file that saksi reads", _KINDS)


def files_of(path: Path) -> list[Path]:
    """The files that a path stands for: itself, or all that a folder holds."""
    return sorted(_walk(path, [])) if path.is_dir() else [path]


def holds_lines(path: Path) -> bool:
    """Whether a file's name says that it holds JSON lines."""
    return _kind(path) in _LINES


def _walk(folder: Path, barred: list[InputError]) -> Iterator[Path]:
    """The files of a folder and its subfolders, hidden ones left aside; folders that cannot be opened go to barred."""

    def bar(error: OSError) -> None:
        barred.append(InputError(str(error.filename), error.strerror or str(error), "check the folder's permissions"))

    for place, inner, names in os.walk(folder, onerror=bar):
        inner[:] = [name for name in inner if not name.startswith(".")]
        yield from (Path(place, name) for name in names if not name.startswith("."))


def _kind(path: Path) -> str:
    """The ending that says what a file holds, that of the packing left aside."""
    suffixes = [suffix.lower() for suffix in path.suffixes[-2:]]
    if suffixes and suffixes[-1] in _PACKED:
        suffixes.pop()
    return suffixes[-1] if suffixes else ""


def _stem(path: Path) -> str:
    """The name of a file without the endings that saksi knows."""
    name = path.name
    for endings in (_PACKED, _READABLE):
        stem, dot, ending = name.rpartition(".")
        if stem and f"{dot}{ending.lower()}" in endings:
            name = stem
    return name


def _file(path: Path) -> Iterator[Raw | InputError]:
    """The items of one file, or the reason why there are none."""
    place = "standard input" if path == STDIN else str(path)
    try:
        with opened(path) as stream:
            if _kind(path) in _LINES:
                yield from _jsonl(stream, place, _stem(path))
            else:
                yield from _whole(stream, path, place)
    except InputError as error:
        yield error


def _whole(stream: BinaryIO, path: Path, place: str) -> Iterator[Raw | InputError]:
    """A file that is one article; a file or stream without a telling name is told by how it begins."""
    data = whole(stream, place)
    text, encoding = decode(data, place)
    if not text.strip():
        raise InputError(place, "is empty", "give a file with an article in it")
    kind = _kind(path)
    start = text.lstrip()[:200].lower()
    if kind not in _READABLE and start.startswith("{"):
        yield from _jsonl_text(text, place, "stdin" if path == STDIN else _stem(path), encoding)
        return
    page = kind in _PAGE or (
        kind not in _TEXT and start.startswith(("<!doctype", "<html", "<head", "<body", "<article"))
    )
    yield Raw("stdin" if path == STDIN else _stem(path), place, text, page=page, encoding=encoding)


def _jsonl_text(text: str, place: str, stem: str, encoding: str | None) -> Iterator[Raw | InputError]:
    """JSON lines that came without a telling name."""
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield _line(line, f"{place}:{number}", f"{stem}:{number}", encoding)


def _jsonl(stream: BinaryIO, place: str, stem: str) -> Iterator[Raw | InputError]:
    """The articles of a JSON Lines file, one at a time, however long the file is."""
    empty = True
    for number, line in enumerate(lines(stream), start=1):
        where = f"{place}:{number}"
        if line is None:
            yield InputError(where, f"is longer than {LIMIT >> 20} MiB", "split it into its articles")
        elif not line.strip(b" \t\x00"):
            continue
        else:
            yield _packed_line(line, where, f"{stem}:{number}")
        empty = False
    if empty:
        raise InputError(place, "is empty", "give a file with an article in it")


def _packed_line(line: bytes, place: str, fallback_id: str) -> Raw | InputError:
    try:
        text, encoding = decode(line, place)
    except InputError as error:
        return error
    return _line(text, place, fallback_id, encoding)


def _line(text: str, place: str, fallback_id: str, encoding: str | None) -> Raw | InputError:
    try:
        return parse_line(text, place, fallback_id, encoding)
    except InputError as error:
        return error
