"""How much hangs on a claim that waits for review: what a wrong one would spoil.

One point each for a number of killed and for an incident whose claims contradict each other, and one for each of the
sizes that the incident's articles reach. The points stand with the claim, so that an index gives the queue's order.
"""

from collections.abc import Mapping

from sqlalchemy import Connection, bindparam, case, update

from saksi.keep.tables import facet
from saksi.model.codes import Measure
from saksi.model.gathered import Gathered

SIZES = (2, 8, 32)
"""Articles that tell of an incident: few incidents pass the next size, so that weights are seldom written anew."""

_BASE = bindparam("base", type_=facet.c.weight.type)
_WEIGHT = _BASE + case((facet.c.type == Measure.KILLED, 1), else_=0)
_WEIGH = update(facet).where(facet.c.incident == bindparam("home"), facet.c.weight != _WEIGHT).values(weight=_WEIGHT)


def weigh(connection: Connection, made: Mapping[str, Gathered]) -> None:
    """Writes the weights of the claims of incidents, by id, that have changed."""
    connection.execute(_WEIGH, [{"home": home, "base": _base(one)} for home, one in made.items()])


def _base(made: Gathered) -> int:
    """The points that all claims of an incident have."""
    return bool(made.disputes) + sum(made.articles >= size for size in SIZES)
