"""A raw item: what acquire hands to clean, with its origin and what was said about it from outside."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Given:
    """What is known about an article before it is opened: it beats what page and text say. Fields as in Document."""

    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    language: str | None = None
    authors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Raw:
    """One article as it came. place: file, with ":line" where it is a line of one; page: whether content is HTML.

    encoding: the encoding that was tried in place of UTF-8, None where UTF-8 fitted.
    """

    id: str
    place: str
    content: str
    page: bool = False
    given: Given = field(default_factory=Given)
    encoding: str | None = None
