"""Logistic models over named features: small, readable, shipped as JSON (see `training/logistic.py`)."""

import math
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import msgspec

from saksi.model.errors import ModelError

_FLOOR = 0.01

Features = Mapping[str, float]


class Logistic(msgspec.Struct, frozen=True):
    """One weight for each feature of each class; the class that is left out has weight 0 throughout.

    threshold: probability from which a class is taken for true.
    """

    threshold: float
    weights: dict[str, dict[str, float]]

    def odds(self, features: Features) -> dict[str, float]:
        """The probability 0..1 of each class; what is missing to 1 is the class left out."""
        totals = {
            name: sum(weights.get(feature, 0.0) * value for feature, value in features.items())
            for name, weights in self.weights.items()
        }
        top = max(0.0, *totals.values())
        raised = {name: math.exp(total - top) for name, total in totals.items()}
        whole = sum(raised.values()) + math.exp(-top)
        return {name: value / whole for name, value in raised.items()}


@cache
def shipped(name: str) -> Logistic:
    """The model of a name that ships with the package. Raises ModelError where it is missing or broken."""
    try:
        return msgspec.json.decode((files("saksi.extract") / "data" / f"{name}.json").read_bytes(), type=Logistic)
    except (OSError, msgspec.DecodeError) as error:
        raise ModelError(f"extract/data/{name}.json: {error}; reinstall saksi") from error


def logit(probability: float) -> float:
    """The log odds of a probability, which is kept off 0 and 1."""
    kept = min(max(probability, _FLOOR), 1 - _FLOOR)
    return math.log(kept / (1 - kept))
