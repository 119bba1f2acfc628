"""PLOVER's codebook: which modes each type of event may have, the contexts, what the codes mean."""

import tomllib
from functools import cache
from importlib.resources import files

import msgspec

from saksi.model.codes import EventType, Sector
from saksi.model.errors import ModelError


class TypeEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A type of event: its meaning in a sentence, and the modes that it may have."""

    meaning: str
    modes: tuple[str, ...]


class Codebook(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All codes. sectors: code -> meaning."""

    contexts: tuple[str, ...]
    types: dict[EventType, TypeEntry]
    sectors: dict[Sector, str]


@cache
def codebook() -> Codebook:
    """The codebook that ships. Raises ModelError where it is missing or broken."""
    try:
        text = (files("saksi.world") / "data" / "codebook.toml").read_text(encoding="utf-8")
        return msgspec.convert(tomllib.loads(text), Codebook)
    except (OSError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise ModelError(f"world table codebook: {error}; reinstall saksi") from error
