"""An article as it is read: its text without page furniture, and what is known about it."""

from dataclasses import dataclass, field

from saksi.model.span import Evidence


@dataclass(frozen=True, slots=True)
class Document:
    """What is known about an article apart from its claims, with its cleaned text, in which all offsets count.

    published: ISO 8601 date. language: ISO 639-1. credited: the sources that the article credits for its content.
    dateline: the city that the text is dated from ("JAKARTA -"). furniture: what was taken out of the page, in order.
    """

    text: str = ""
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    language: str | None = None
    dateline: str | None = None
    credited: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    furniture: tuple[str, ...] = ()
    grounds: dict[str, tuple[Evidence, ...]] = field(default_factory=dict)
    """For each value that the text itself gave (outlet, published, credited...), the words that it rests on."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article after cleaning. From here on its text never changes, so that spans stay true."""

    id: str
    document: Document
    related: tuple[str, ...] = ()
    """Headlines of "read also" links: furniture, from which no claim may be taken."""
