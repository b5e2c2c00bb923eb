"""Writes probabilities_reference.json: scikit-learn's Platt scaling and isotonic regression.

Needs scikit-learn. Platt's curve has no public function there; its own test calls this one, too.
"""

import json
import pathlib

import numpy as np
from sklearn.calibration import _sigmoid_calibration
from sklearn.isotonic import IsotonicRegression

rng = np.random.default_rng(3)
grid = np.linspace(0, 1, 41)


def case(name, scores, labels):
    slope, intercept = _sigmoid_calibration(scores, labels)
    steps = IsotonicRegression(y_min=0, y_max=1, out_of_bounds="clip").fit(scores, labels)
    return {
        "name": name,
        "scores": scores.tolist(),
        "labels": labels.tolist(),
        "platt": (1 / (1 + np.exp(slope * grid + intercept))).tolist(),
        "isotonic": steps.predict(grid).tolist(),
    }


def labelled(scores, chance):
    return scores, (rng.uniform(size=len(scores)) < chance(scores)).astype(int)


cases = [
    case("a square", *labelled(np.round(rng.uniform(size=300), 3), np.square)),
    case("tied scores", *labelled(np.round(rng.uniform(size=200), 1), lambda s: s)),
    case("rare anomalies", *labelled(np.round(rng.beta(1, 6, size=600), 4), lambda s: s**2 / 2)),
    case("by hand", np.array([0.1, 0.2, 0.3, 0.4, 0.5, 0.6]), np.array([0, 1, 0, 0, 1, 1])),
]
reference = {"grid": grid.tolist(), "cases": cases}
pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps(reference) + "\n")
