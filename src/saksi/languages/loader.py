"""Reads the files of a language folder into the shapes that the stages ask for.

Each file is TOML; its shape is a frozen dataclass of `saksi.languages.shape`. A file is read once and kept.
"""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import TypeVar

import msgspec

from saksi.model.errors import InputError, ModelError

Shape = TypeVar("Shape")

_CODE = re.compile(r"[a-z]{2,3}")


@cache
def supported() -> tuple[str, ...]:
    """The languages that have a folder, as ISO 639-1 codes in order."""
    folders = (entry.name for entry in files("saksi.languages").iterdir() if entry.is_dir())
    return tuple(sorted(name for name in folders if _CODE.fullmatch(name)))


@cache
def load(language: str, name: str, shape: type[Shape]) -> Shape:
    """The file `name`.toml of a language as a shape.

    Raises InputError for a language without a folder, ModelError where the file is missing or does not fit its shape.
    """
    if language not in supported():
        raise InputError(language, "unsupported language", f"use one of: {', '.join(supported())}")
    file = files("saksi.languages") / language / f"{name}.toml"
    try:
        return msgspec.convert(tomllib.loads(file.read_text(encoding="utf-8")), shape)
    except (OSError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise ModelError(f"languages/{language}/{name}.toml: {error}") from error
