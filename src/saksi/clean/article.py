"""A raw item to an Article: characters, page, language, headline, credits and furniture, in this order."""

import re
from dataclasses import replace

from saksi.clean.byline import Byline, bylines_of
from saksi.clean.characters import paragraphs, tidy
from saksi.clean.dateline import Dateline, bare_dateline, next_article, take_dateline, without_deck
from saksi.clean.days import days_of
from saksi.clean.furniture import sort_lines
from saksi.clean.language import detect, language_name
from saksi.clean.menu import without_captions, without_menu
from saksi.clean.page import Page, day_of, read_page
from saksi.clean.sources import sources_of
from saksi.clean.title import take_title
from saksi.languages.loader import supported
from saksi.model.article import Article, Document
from saksi.model.errors import InputError, SkipError
from saksi.model.raw import Given, Raw
from saksi.model.span import Evidence, Span

LONGEST = 1_000_000
"""Characters of the longest text that is taken for one article: about a novel and a half."""

_REMEDY = "give a file with an article in it"


def clean(raw: Raw) -> Article:
    """The article of a raw item. Raises InputError where there is none, SkipError where its language is not read."""
    raw = replace(raw, given=_tidy_given(raw.given))
    page = read_page(raw.content, raw.place) if raw.page else Page(raw.content)
    if len(page.text) > LONGEST:
        problem = f"is too long for one article ({len(page.text):,} characters, the limit is {LONGEST:,})"
        raise InputError(raw.place, problem, "split it into its articles, one JSON line each")
    lines = paragraphs(tidy(page.text))
    if not any(char.isalnum() for line in lines for char in line):
        raise InputError(raw.place, "is empty", _REMEDY)
    language = _language(raw, lines)
    byline = Byline()
    lines, foreign = without_captions(lines, language)
    lines, menus = without_menu(lines, bylines_of(language).labels, language)
    kept, taken = bylines_of(language).take(lines, byline)
    kept, bare = bare_dateline(kept, raw.given.outlet or page.outlet, language)
    kept, title, above = take_title(kept, raw.given.title or page.title, raw.given.outlet or page.outlet, language)
    page_lines = sort_lines(kept, language)
    bylines_of(language).take_signs(page_lines.furniture, byline)
    if not page_lines.body:
        raise InputError(raw.place, "holds nothing but page furniture", _REMEDY)
    byline.outlet = byline.outlet or bylines_of(language).owner(page_lines.furniture)
    body, dateline = take_dateline(page_lines.body, raw.given.outlet or page.outlet, language)
    body, deck = without_deck(body)
    dateline = dateline or bare
    end = next_article(body, dateline, language)
    body, rest = body[:end], body[end:]
    furniture = (
        *foreign,
        *menus,
        *taken,
        *above,
        *([dateline.words] if dateline else []),
        *page_lines.furniture,
        *deck,
        *rest,
    )
    document = _document(raw, page, title, language, "\n".join(body), byline, dateline, furniture)
    return Article(raw.id, document, tuple(dict.fromkeys(page_lines.related)))


def _tidy_given(given: Given) -> Given:
    """Given metadata in plain characters, on one line each."""
    return Given(
        title=_line(given.title),
        url=_line(given.url),
        outlet=_line(given.outlet),
        published=_line(given.published),
        language=_line(given.language),
        authors=tuple(filter(None, map(_line, given.authors))),
    )


def _line(value: str | None) -> str | None:
    return " ".join(tidy(value).split()) or None if value else None


def _language(raw: Raw, lines: list[str]) -> str:
    """The language that was given, or else the one heard. Raises SkipError where it is not read."""
    code = (raw.given.language or "").strip().lower()[:2] or detect("\n".join(lines))
    if code not in supported():
        known = " and ".join(language_name(each) for each in supported())
        raise SkipError(
            raw.place, f"is in {language_name(code)}", f"saksi reads {known}; --lang id reads it all the same"
        )
    return code


def _document(
    raw: Raw,
    page: Page,
    title: str | None,
    language: str,
    text: str,
    byline: Byline,
    dateline: Dateline | None,
    furniture: tuple[str, ...],
) -> Document:
    """What is known of the article: what was given beats what the page says, which beats what the text says."""
    given = raw.given
    grounds: dict[str, tuple[Evidence, ...]] = {}
    signed = days_of(language).within(dateline.words) if dateline else None
    published = _given_day(given.published, language) or page.published or byline.published or signed
    if not published:
        told = max(days_of(language).told(text), default=None)
        if told:
            published = told[0]
            grounds["published"] = (Evidence.of(text, told[1]),)
    sources = sources_of(language).find(text)
    outlet = given.outlet or page.outlet or _usual((dateline and dateline.outlet) or byline.outlet, (text, *furniture))
    credited = _credited(byline, dateline, sources, outlet)
    if spans := [span for name, span in sources if name in credited]:
        grounds["credited"] = tuple(Evidence.of(text, span) for span in spans)
    return Document(
        text=text,
        title=title,
        url=given.url or page.url,
        outlet=outlet,
        published=published,
        language=language,
        dateline=dateline.city if dateline else None,
        credited=credited,
        authors=given.authors or page.authors or tuple(byline.authors),
        editors=page.editors or tuple(byline.editors),
        furniture=furniture,
        grounds=grounds,
    )


def _given_day(value: str | None, language: str) -> str | None:
    """A given day as ISO 8601, whether it came as a time stamp or in words; None where it is neither."""
    in_words = days_of(language).line(value) if value else None
    return day_of(value) or (in_words[0] if in_words else None)


def _usual(outlet: str | None, lines: tuple[str, ...]) -> str | None:
    """An outlet's name as the page writes it in small letters, where a dateline has it in capitals."""
    if not outlet:
        return outlet
    found = (hit.group() for line in lines for hit in re.finditer(re.escape(outlet), line, re.IGNORECASE))
    return next((name for name in found if sum(map(str.isupper, name)) <= len(name) // 3), outlet)


def _credited(
    byline: Byline, dateline: Dateline | None, sources: list[tuple[str, Span]], outlet: str | None
) -> tuple[str, ...]:
    """All credited sources once, the outlet itself left out."""
    names = [*byline.sources, *(dateline.agencies if dateline else ()), *(name for name, _ in sources)]
    own = _letters(outlet or "")
    return tuple(dict.fromkeys(name for name in names if _letters(name) != own))


def _letters(name: str) -> str:
    """A name by which "Kompas TV" and "kompas.tv" are the same."""
    return "".join(filter(str.isalnum, name.casefold()))
