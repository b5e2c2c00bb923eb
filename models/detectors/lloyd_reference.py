"""Writes lloyd_reference.json: what scikit-learn's Lloyd makes of given first centres.

Needs scikit-learn.
"""

import json
import pathlib

import numpy as np
from sklearn.cluster import KMeans

rng = np.random.default_rng(31)
blobs = [rng.normal(size=(40, 3)) + c for c in ([0, 0, 0], [4, 4, 0], [0, 5, 3], [9, 0, 1])]
points = np.round(np.vstack(blobs), 3).astype(np.float32).astype(float)
first = points[[0, 1, 2, 45, 90, 130]]
model = KMeans(6, init=first, n_init=1, algorithm="lloyd", tol=0, max_iter=300).fit(points)
reference = {
    "points": points.tolist(),
    "first": first.tolist(),
    "centers": model.cluster_centers_.tolist(),
    "distances": model.transform(points).min(axis=1).tolist(),
}
pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps(reference) + "\n")
print(model.n_iter_, np.bincount(model.labels_))
