"""Writes drift_reference.json: distances as SciPy computes them.

PSI is the sum of both Kullback-Leibler divergences of the shares, of which empty ones are taken for
half a value. Distances that SciPy scales by sample sizes are divided by that. Needs SciPy.
"""

import json
import pathlib

import numpy as np
from scipy.spatial.distance import chebyshev, euclidean, jensenshannon
from scipy.special import rel_entr
from scipy.stats import chi2_contingency, cramervonmises_2samp, ks_2samp, wasserstein_distance

rng = np.random.default_rng(17)


def case(name, reference, current):
    reference, current = np.round(reference, 6), np.round(current, 6)
    # SciPy gives ties their middle rank, which is another Cramér-von Mises criterion.
    assert len(np.unique(np.concatenate([reference, current]))) == len(reference) + len(current)
    deciles = np.quantile(reference, np.arange(1, 10) / 10)
    # The left side puts a value that equals an edge into the bin below it.
    counts = [
        np.bincount(np.searchsorted(deciles, values, side="left"), minlength=10)
        for values in (reference, current)
    ]
    n, m = len(reference), len(current)
    p, q = counts[0] / n, counts[1] / m
    filled = [np.maximum(counts[0], 0.5) / n, np.maximum(counts[1], 0.5) / m]
    return {
        "name": name,
        "reference": reference.tolist(),
        "current": current.tolist(),
        "psi": rel_entr(*filled).sum() + rel_entr(*filled[::-1]).sum(),
        "kolmogorov_smirnov": ks_2samp(reference, current).statistic,
        "wasserstein": wasserstein_distance(reference, current) / reference.std(),
        "jensen_shannon": jensenshannon(p, q, base=2),
        "hellinger": euclidean(np.sqrt(p), np.sqrt(q)) / np.sqrt(2),
        "chi_square": chi2_contingency(counts, correction=False).statistic * (1 / n + 1 / m),
        "l_infinity": chebyshev(p, q),
        "cramer_von_mises": cramervonmises_2samp(reference, current, method="asymptotic").statistic
        * (1 / n + 1 / m),
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
