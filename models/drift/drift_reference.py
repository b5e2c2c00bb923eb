"""Writes drift_reference.json: distances as SciPy computes them.

PSI is the sum of both Kullback-Leibler divergences of the smoothed histograms. Needs SciPy.
"""

import json
import pathlib

import numpy as np
from scipy.stats import entropy, ks_2samp

rng = np.random.default_rng(17)


def case(name, reference, current):
    reference, current = np.round(reference, 4), np.round(current, 4)
    deciles = np.quantile(reference, np.arange(1, 10) / 10)
    # The left side puts a value that equals an edge into the bin below it.
    counts = [
        np.bincount(np.searchsorted(deciles, values, side="left"), minlength=10) + 0.5
        for values in (reference, current)
    ]
    return {
        "name": name,
        "reference": reference.tolist(),
        "current": current.tolist(),
        "psi": entropy(*counts) + entropy(*counts[::-1]),
        "kolmogorov_smirnov": ks_2samp(reference, current).statistic,
    }


usual = rng.normal(size=257)
cases = [
    case("the same distribution", usual, rng.normal(size=90)),
    case("a shifted mean", usual, rng.normal(size=90) + 0.8),
    case("a wider spread", usual, rng.normal(size=300) * 3),
    case("beyond the highest", usual, rng.normal(size=40) + 20),
    case("a long reference", rng.gamma(2, size=3000), rng.gamma(3, size=500)),
]
path = pathlib.Path(__file__).with_suffix(".json")
path.write_text(json.dumps(cases) + "\n")
