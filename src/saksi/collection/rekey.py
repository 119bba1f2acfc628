"""Makes the keys of neighbours anew, in a store whose form was changed: they follow from what is kept."""

from saksi.keep import index, shelf
from saksi.keep.store import Store
from saksi.resolve import blocking, sketches


def rekey(store: Store) -> None:
    """Enters every claim and article under its keys, in one transaction; nothing where that has been done."""
    with store.writing() as connection:
        if index.stale(connection):
            for traces in index.every_trace(connection):
                drawing = ((n, trace) for n, trace in traces if not trace.added)
                index.add_blocks(connection, {n: blocking.keys(trace, lookup=False) for n, trace in drawing})
            for drawn in shelf.every_sketch(connection):
                shelf.set_bands(connection, drawn.article, sketches.bands(drawn)[0])
            index.renewed(connection)
    store.stale = False
