"""Writes dbscan_reference.json: core points and noise as scikit-learn's DBSCAN finds them.

Needs scikit-learn.
"""

import json
import pathlib

import numpy as np
from sklearn.cluster import DBSCAN

rng = np.random.default_rng(13)
blobs = [rng.normal(size=(30, 2)) * 0.4 + c for c in ([0, 0], [4, 4], [0, 5])]
train = np.round(np.vstack([*blobs, rng.uniform(-4, 9, size=(12, 2))]), 4).astype(np.float32)

wide = train.astype(float)
scaled = (wide - wide.mean(axis=0)) / wide.std(axis=0)
model = DBSCAN(eps=0.22, min_samples=6).fit(scaled)
reference = {
    "eps": 0.22,
    "minPoints": 6,
    "train": train.astype(float).tolist(),
    "core": model.core_sample_indices_.tolist(),
    "noise": np.flatnonzero(model.labels_ < 0).tolist(),
}
pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps(reference) + "\n")
print(len(reference["core"]), len(reference["noise"]), len(set(model.labels_)))
