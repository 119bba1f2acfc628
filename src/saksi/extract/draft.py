"""A candidate with everything that was found out about it, before it is decided whether it is an event."""

from dataclasses import dataclass

from saksi.extract.candidates import Candidate
from saksi.extract.fillers import Roles, sides
from saksi.extract.status import Verdict
from saksi.extract.tree import Tree
from saksi.model.codes import EventType
from saksi.model.mention import PlaceMention, TimeMention

_TWO = 2


@dataclass(frozen=True, slots=True)
class Draft:
    """What the stages of event extraction hand on.

    tree: of the candidate's sentence; unreal: only wished, asked for or feared; quoted: inside quotation marks;
    sentences: how many the article has.
    """

    candidate: Candidate
    tree: Tree
    roles: Roles
    verdict: Verdict
    time: TimeMention | None
    place: PlaceMention | None
    unreal: bool
    quoted: bool
    sentences: int

    @property
    def alone(self) -> bool:
        """Whether of an act that takes two only one side is told: "membeli senjata dari pasar gelap"."""
        actors, recipients = sides(self.roles)
        return self.candidate.type is EventType.COOPERATE and len(actors) + len(recipients) < _TWO
