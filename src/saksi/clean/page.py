"""An HTML page to the lines of its article and what the page says about it: JSON-LD first, then meta tags."""

import json
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import trafilatura
from lxml import etree, html

from saksi.model.errors import InputError

LONGEST = 5_000_000
"""Characters of the longest page that is taken apart: larger ones hold data, not an article."""

_REMEDY = "give the page of one article"
_MIN_WORDS = 20
_ARTICLES = ("NewsArticle", "Article", "ReportageNewsArticle", "BlogPosting", "AnalysisNewsArticle", "WebPage")
_TITLES = ("og:title", "twitter:title", "dc.title")
_SITES = ("og:site_name", "application-name", "dc.publisher", "publisher", "al:android:app_name")
_DATES = (
    "article:published_time",
    "datepublished",
    "date",
    "pubdate",
    "publishdate",
    "publish-date",
    "content_publisheddate",
    "dtk:publishdate",
    "dc.date",
    "dc.date.issued",
    "parsely-pub-date",
)
_AUTHORS = ("author", "content_author", "dtk:author", "article:author", "dc.creator", "parsely-author")
_EDITORS = ("editor", "content_editor", "dtk:editor")
_DAY = re.compile(r"(?<!\d)(\d{4})[-/](\d\d?)[-/](\d\d?)(?!\d)")


@dataclass(frozen=True, slots=True)
class Page:
    """What a page holds: the article, one paragraph a line, and its own word on title, outlet, day and people."""

    text: str
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    language: str | None = None
    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()


def read_page(source: str, place: str) -> Page:
    """The article of a page. Raises InputError where the page holds none."""
    if len(source) > LONGEST:
        raise InputError(place, f"is too long for a page ({len(source):,} characters)", _REMEDY)
    tree = _tree(source, place)
    text = _body(source)
    if len(text.split()) < _MIN_WORDS:
        raise InputError(place, "is a page without an article", _REMEDY)
    linked = next(_linked(tree), {})
    meta = _meta(tree)
    return Page(
        text=text,
        title=_text(linked.get("headline")) or _first(meta, _TITLES) or _heading(tree),
        url=_url(tree) or _text(linked.get("url")),
        outlet=_name(linked.get("publisher")) or _first(meta, _SITES),
        published=day_of(_text(linked.get("datePublished"))) or day_of(_first(meta, _DATES)) or _stamp(tree),
        language=(tree.get("lang") or _text(linked.get("inLanguage")) or "")[:2].lower() or None,
        authors=_people(linked.get("author")) or _people(_first(meta, _AUTHORS)),
        editors=_people(linked.get("editor")) or _people(_first(meta, _EDITORS)),
    )


def _tree(source: str, place: str) -> html.HtmlElement:
    try:
        tree = html.document_fromstring(source.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.LxmlError, ValueError) as error:
        raise InputError(place, f"is not HTML ({error})", _REMEDY) from error
    root: html.HtmlElement = tree
    return root


def _body(source: str) -> str:
    """The article's paragraphs. A second, more generous pass follows where the first finds next to nothing."""
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it misses is told as an InputError
    for generous in (False, True):
        found = trafilatura.extract(
            source, include_comments=False, include_tables=False, favor_recall=generous, deduplicate=False
        )
        if found and len(found.split()) >= _MIN_WORDS:
            return str(found)
    return ""


def _linked(tree: html.HtmlElement) -> Iterator[dict[str, Any]]:
    """The JSON-LD objects of the page that describe an article, those of news first."""
    found: list[dict[str, Any]] = []
    for script in tree.xpath('//script[@type="application/ld+json"]/text()'):
        try:
            found += _objects(json.loads(script, strict=False))
        except (ValueError, RecursionError):
            continue
    for kind in _ARTICLES:
        yield from (each for each in found if kind in _list(each.get("@type")))


def _objects(value: Any) -> list[dict[str, Any]]:
    """The objects of a JSON-LD document, those inside `@graph` and lists included."""
    if isinstance(value, list):
        return [each for inner in value for each in _objects(inner)]
    if isinstance(value, dict):
        return [value, *_objects(value.get("@graph", []))]
    return []


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _meta(tree: html.HtmlElement) -> dict[str, str]:
    """Meta tags by name or property in lower case; the first of several counts."""
    found: dict[str, str] = {}
    for tag in tree.xpath("//meta[@content]"):
        key = (tag.get("property") or tag.get("name") or tag.get("itemprop") or "").lower()
        if key and tag.get("content").strip():
            found.setdefault(key, tag.get("content").strip())
    return found


def _first(meta: dict[str, str], keys: tuple[str, ...]) -> str | None:
    return next((meta[key] for key in keys if key in meta), None)


def _text(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _name(value: Any) -> str | None:
    """The name of a JSON-LD thing, which may be an object, a list of them or a bare string."""
    for each in _list(value):
        found = _text(each.get("name")) if isinstance(each, dict) else _text(each)
        if found and not found.startswith(("http:", "https:", "@")):
            return found
    return None


def _people(value: Any) -> tuple[str, ...]:
    """Names of persons, addresses left out."""
    parts = _list(value) if not isinstance(value, str) else re.split(r"\s*[,;|/]\s*", value)
    return tuple(dict.fromkeys(name for name in (_name(part) for part in parts) if name))


def day_of(value: str | None) -> str | None:
    """The day of a time stamp as ISO 8601; None where the value holds none."""
    found = _DAY.search(value or "")
    if not found:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3])).isoformat()
    except ValueError:
        return None


def _stamp(tree: html.HtmlElement) -> str | None:
    return next(filter(None, (day_of(stamp) for stamp in tree.xpath("//time/@datetime"))), None)


def _heading(tree: html.HtmlElement) -> str | None:
    return next(filter(None, (" ".join(each.text_content().split()) for each in tree.xpath("//h1"))), None)


def _url(tree: html.HtmlElement) -> str | None:
    found = tree.xpath('//link[@rel="canonical"]/@href') or tree.xpath('//meta[@property="og:url"]/@content')
    return str(found[0]) if found else None
