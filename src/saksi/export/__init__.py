"""Exports from the store, one module a format. Each is a reader of the store's view and yields what it writes."""

from saksi.export.formats import FORMATS, Export, export

__all__ = ["FORMATS", "Export", "export"]
