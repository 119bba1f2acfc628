"""What every part of the view stands on: the store."""

from collections.abc import Callable
from typing import Any, TypeVar

from sqlalchemy import select

from saksi.keep.store import Store
from saksi.keep.tables import setting

_STAMP = select(setting.c.value).where(setting.c.key == "stamp")
Found = TypeVar("Found")


class Base:
    """A reader of one store."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._whole: dict[str, tuple[str, Any]] = {}

    def stamp(self) -> str:
        """A mark that changes with every change of the record; "" before the first."""
        with self.store.reading() as connection:
            return connection.scalar(_STAMP) or ""

    def once(self, name: str, made: Callable[[], Found]) -> Found:
        """What is worked out from the whole record, kept under a name until the record changes."""
        stamp = self.stamp()  # asked for first: what is written meanwhile makes it old
        kept = self._whole.get(name)
        if kept is None or kept[0] != stamp:
            kept = self._whole[name] = (stamp, made())
        found: Found = kept[1]
        return found
