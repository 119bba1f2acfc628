"""What every part of the view stands on: the store."""

from sqlalchemy import select

from saksi.keep.store import Store
from saksi.keep.tables import setting

_STAMP = select(setting.c.value).where(setting.c.key == "stamp")


class Base:
    """A reader of one store."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def stamp(self) -> str:
        """A mark that changes with every change of the record; "" before the first."""
        with self.store.reading() as connection:
            return connection.scalar(_STAMP) or ""
