"""Ridge multinomial logistic regression over named features: how the reader's small models are learnt."""

from collections.abc import Sequence
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from saksi.extract.logistic import Features, Logistic

STEPS = 25
TARGET = Path(__file__).parent.parent / "src/saksi/extract/data"


def fit(
    rows: Sequence[Features], labels: Sequence[str], left_out: str, ridge: float = 2.0
) -> dict[str, dict[str, float]]:
    """Weights for each class but the one left out, by Newton's method. rows and labels are of one length."""
    names = sorted({name for row in rows for name in row})
    column = {name: i for i, name in enumerate(names)}
    x = np.zeros((len(rows), len(names)))
    for i, row in enumerate(rows):
        for name, value in row.items():
            x[i, column[name]] = value
    classes = sorted(set(labels) - {left_out})
    y = np.array([[label == name for name in classes] for label in labels], dtype=float)
    w = _newton(x, y, ridge)
    return {
        name: {feature: round(float(w[i, k]), 4) for feature, i in column.items() if abs(w[i, k]) > 1e-3}
        for k, name in enumerate(classes)
    }


def _newton(x: NDArray[np.float64], y: NDArray[np.float64], ridge: float) -> NDArray[np.float64]:
    width, classes = x.shape[1], y.shape[1]
    w = np.zeros((width, classes))
    for _ in range(STEPS):
        scores = np.exp(np.clip(x @ w, -30, 30))
        p = scores / (1 + scores.sum(1, keepdims=True))
        gradient = (x.T @ (p - y) + ridge * w).T.reshape(-1)
        hessian = np.zeros((width * classes, width * classes))
        for a in range(classes):
            for b in range(classes):
                weight = p[:, a] * ((a == b) - p[:, b])
                block = (x * weight[:, None]).T @ x + (ridge * np.eye(width) if a == b else 0)
                hessian[a * width : (a + 1) * width, b * width : (b + 1) * width] = block
        step = np.linalg.solve(hessian, gradient).reshape(classes, width).T
        w -= step
        if np.abs(step).max() < 1e-4:
            break
    return w


def write(name: str, model: Logistic) -> None:
    """Ships the model."""
    TARGET.mkdir(exist_ok=True)
    (TARGET / f"{name}.json").write_bytes(msgspec.json.format(msgspec.json.encode(model), indent=1) + b"\n")
    print(f"wrote {name}.json: threshold {model.threshold}, {sum(map(len, model.weights.values()))} weights")
