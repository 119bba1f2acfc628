"""Reads one article without keeping it: it is seen as if it were the only one in a store of its own."""

from saksi.collection import keep_record
from saksi.keep.shown import ArticleView
from saksi.keep.store import Store, open_store
from saksi.keep.view import View
from saksi.model.claim import Record
from saksi.model.errors import InputError
from saksi.model.ids import digest
from saksi.model.raw import Given, Raw

__all__ = ["keep_text", "read_text", "seen_aside"]


def read_text(content: str, given: Given) -> Record:
    """The record of a text or page. Raises InputError where it holds no article that can be read."""
    from saksi.pipeline import Reader, Settings

    page = content.lstrip()[:200].lower().startswith(("<!doctype", "<html", "<article", "<body", "<div", "<p"))
    raw = Raw("t" + digest(content), "pasted text", content, page, given)
    return Reader(Settings()).read(raw)


def seen_aside(record: Record) -> ArticleView:
    """The article with its claims, from a store that is gone afterwards. Raises InputError where it cannot be kept."""
    store = open_store("sqlite://")
    try:
        kept = keep_record(store, record)
        found = View(store).article(record.id)
        if found is None:
            raise InputError("pasted text", kept.reason or "cannot be shown", "paste it again as plain text")
        return found
    finally:
        store.close()


def keep_text(store: Store, content: str, given: Given) -> str:
    """Reads a text and keeps it. Returns the article's id. Raises InputError where that cannot be done."""
    record = read_text(content, given)
    kept = keep_record(store, record)
    if kept.state == "refused":
        raise InputError("pasted text", kept.reason or "was refused", "paste it again as plain text")
    return record.id
