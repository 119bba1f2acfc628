"""A raw item to an Article: characters, page, language, furniture, credits, in this order."""

from saksi.clean.characters import paragraphs, tidy
from saksi.clean.furniture import sort_lines
from saksi.clean.page import Page, read_page
from saksi.model.article import Article, Document
from saksi.model.errors import InputError
from saksi.model.raw import Raw

LONGEST = 1_000_000
"""Characters of the longest text that is taken for one article: about a novel and a half."""

_REMEDY = "give a file with an article in it"


def clean(raw: Raw) -> Article:
    """The article of a raw item. Raises InputError where there is none, SkipError where its language is not read."""
    page = read_page(raw.content, raw.place) if raw.page else Page(raw.content)
    if len(page.text) > LONGEST:
        problem = f"is too long for one article ({len(page.text):,} characters, the limit is {LONGEST:,})"
        raise InputError(raw.place, problem, "split it into its articles, one JSON line each")
    lines = paragraphs(tidy(page.text))
    if not lines:
        raise InputError(raw.place, "is empty", _REMEDY)
    language = raw.given.language or "id"
    sorted_lines = sort_lines(lines, language)
    if not sorted_lines.body:
        raise InputError(raw.place, "holds nothing but page furniture", _REMEDY)
    document = Document(
        text="\n".join(sorted_lines.body),
        language=language,
        furniture=tuple(sorted_lines.furniture),
        title=raw.given.title or page.title,
        url=raw.given.url or page.url,
        outlet=raw.given.outlet or page.outlet,
        published=raw.given.published or page.published,
        authors=raw.given.authors or page.authors,
        editors=page.editors,
    )
    return Article(raw.id, document, tuple(sorted_lines.related))
