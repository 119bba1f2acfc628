"""The media of the world: agencies, broadcasters and the press under the names that articles credit them by."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import msgspec


class _Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    country: str
    names: tuple[str, ...] = ()


class _Kind(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    kind: str
    list: tuple[_Entry, ...]


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    media: tuple[_Kind, ...]


@dataclass(frozen=True, slots=True)
class Medium:
    """name: as it is credited. kind: "agency", "broadcaster" or "press". country: ISO 3166-1 alpha-3."""

    name: str
    kind: str
    country: str


@cache
def media() -> dict[str, Medium]:
    """Every way in which a medium's name is written, in its own case, with the medium."""
    file = files("saksi.world") / "data" / "media.toml"
    groups = msgspec.convert(tomllib.loads(file.read_text(encoding="utf-8")), _File).media
    return {
        written: Medium(entry.name, group.kind, entry.country)
        for group in groups
        for entry in group.list
        for written in (entry.name, *entry.names)
    }


@cache
def pattern() -> re.Pattern[str]:
    """Any name of a medium as a whole word in a text, the longest first; group "name" holds it."""
    names = sorted(media(), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?P<name>{'|'.join(map(re.escape, names))})(?![\w-])")


@cache
def _folded() -> dict[str, Medium]:
    return {_fold(written): medium for written, medium in media().items()}


def _fold(name: str) -> str:
    return re.sub(r"[^\w]+", "", name).casefold()


def known(name: str) -> Medium | None:
    """The medium that a name means, case, spaces and marks aside."""
    return _folded().get(_fold(name))
