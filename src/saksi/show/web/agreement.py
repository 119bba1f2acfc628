"""How far two reviewers agree on the claims that both have judged."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from saksi.keep.shown import Decision


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two reviewers. both: claims that both judged; same: on which they said the same; kappa: Cohen's, None where all
    they said is one and the same answer, for which it is not defined."""

    one: str
    two: str
    both: int
    same: int
    kappa: float | None

    @property
    def share(self) -> float:
        """The share of claims on which they agree."""
        return self.same / self.both


def between(decisions: Iterable[Decision]) -> list[Agreement]:
    """Every pair of reviewers with claims in common; each one's last word that holds counts. Newest come first."""
    said: dict[str, dict[str, str]] = {}
    for one in decisions:
        if one.about == "review" and one.undone_at is None:
            said.setdefault(one.by, {}).setdefault(one.left, _answer(one))
    found = []
    for first, second in combinations(sorted(said), 2):
        shared = sorted(said[first].keys() & said[second].keys())
        if shared:
            pairs = [(said[first][key], said[second][key]) for key in shared]
            same = sum(a == b for a, b in pairs)
            found.append(Agreement(first, second, len(pairs), same, _kappa(pairs, same)))
    return found


def _answer(one: Decision) -> str:
    """What was said: rejected, accepted, or each field with the value that it was given."""
    if one.verdict == "different":
        return "rejected"
    return " ".join(sorted(f"{value['field']}={value['right']}" for value in one.compared)) or "accepted"


def _kappa(pairs: list[tuple[str, str]], same: int) -> float | None:
    size = len(pairs)
    left, right = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    chance = sum(left[key] * right[key] for key in left) / size**2
    return None if chance == 1 else (same / size - chance) / (1 - chance)
