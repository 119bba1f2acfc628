"""The network of contacts: as strong as those in touch are compared with the others, and legible at every size."""

from math import cos, radians

import pytest

from saksi.keep.shown_lists import TieRow
from saksi.show.web.net import SIDE, net


def tie(left: str, right: str, times: int, level: str = "technical") -> TieRow:
    """Two parties that were in touch so often."""
    return TieRow(left, right, left, right, level, times)


def test_a_tie_is_as_strong_as_it_is_among_the_others() -> None:
    found = net([tie("TUR", "RUS", 30, "leader"), tie("RUS", "TUR", 10), tie("TUR", "SYR", 10)])
    assert {(one.one.key, one.two.key): (one.times, one.level, one.share) for one in found.ties} == {
        ("RUS", "TUR"): (40, "leader", 1.0),
        ("SYR", "TUR"): (10, "technical", 0.25),
    }
    assert found.matrix["TUR", "RUS"] is found.matrix["RUS", "TUR"]
    assert [party.key for party in found.parties] == ["TUR", "RUS", "SYR"]
    assert found.parties[0].size > found.parties[1].size > found.parties[2].size


def test_one_talk_is_no_strong_tie() -> None:
    (only,) = net([tie("TUR", "RUS", 1)]).ties
    assert only.share < 0.5


@pytest.mark.parametrize("size", [2, 3, 6, 14, 30])
def test_names_point_outwards_and_stand_upright(size: int) -> None:
    parties = net([tie("HUB", f"P{number:02}", 1) for number in range(size)]).parties
    assert len(parties) == min(size + 1, 14)
    for one in parties:
        assert cos(radians(one.turn)) > -1e-6
        assert (one.anchor == "end") is (one.label_x < SIDE / 2)
        assert 100 < one.label_x < SIDE - 100
