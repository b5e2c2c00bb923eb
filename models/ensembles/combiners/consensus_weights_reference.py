"""Writes consensus_weights_reference.json: rank-weighted correlations by NumPy's weighted covariance.

Needs NumPy and SciPy.
"""

import json
import pathlib

import numpy as np
from scipy.stats import rankdata

rng = np.random.default_rng(9)
shared = rng.uniform(size=30)
scores = np.column_stack(
    [
        shared,
        np.clip(shared + 0.1 * rng.normal(size=30), 0, 1),
        0.5 * (shared + rng.uniform(size=30)),
        rng.uniform(size=30),
        1 - shared,
    ]
)
# Whole sixteenths: sums are exact, so ties in truth are ties in numbers.
scores = np.round(scores * 16) / 16


def agreement(member):
    own = scores[:, member]
    others = scores.sum(axis=1) - own
    weights = 1 / rankdata(-others, method="min")
    covariance = np.cov(own, others, aweights=weights)
    return max(0, covariance[0, 1] / np.sqrt(covariance[0, 0] * covariance[1, 1]))


agreements = np.array([agreement(member) for member in range(scores.shape[1])])
reference = {"scores": scores.tolist(), "weights": (agreements / agreements.sum()).tolist()}
pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps(reference) + "\n")
