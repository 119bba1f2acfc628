"""What every part of the view stands on: the store."""

from saksi.keep.store import Store


class Base:
    """A reader of one store."""

    def __init__(self, store: Store) -> None:
        self.store = store
