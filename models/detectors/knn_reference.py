"""Writes knn_reference.json: distances to the nearest neighbours as scikit-learn finds them.

Needs scikit-learn. Rows are standardised by the training rows.
"""

import json
import pathlib

import numpy as np
from sklearn.neighbors import NearestNeighbors
from sklearn.preprocessing import StandardScaler

K = 5

rng = np.random.default_rng(8)
train = np.vstack([rng.normal(size=(90, 3)), rng.normal(size=(30, 3)) * 0.3 + 4])
train = (train * [1, 50, 0.1] + [3, 0, -9]).astype(np.float32)
new = rng.uniform(-3, 7, size=(15, 3)) * [1, 50, 0.1] + [3, 0, -9]
rows = np.vstack([train[:5], new]).astype(np.float32)

scaler = StandardScaler().fit(train.astype(float))
model = NearestNeighbors(n_neighbors=K).fit(scaler.transform(train.astype(float)))
distances = model.kneighbors(scaler.transform(rows.astype(float)))[0]

reference = {
    "k": K,
    "train": train.astype(float).tolist(),
    "rows": rows.astype(float).tolist(),
    "largest": distances[:, -1].tolist(),
    "mean": distances.mean(axis=1).tolist(),
}
pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps(reference) + "\n")
