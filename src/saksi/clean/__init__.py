"""Clean: a raw item becomes an Article. Its text is that of the article alone and never changes afterwards."""

from saksi.clean.article import clean

__all__ = ["clean"]
