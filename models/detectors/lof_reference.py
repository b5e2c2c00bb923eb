"""Writes lof_reference.json: scores of scikit-learn's LocalOutlierFactor for new rows.

Needs scikit-learn. Rows are standardised by the training rows. The scores are minus scikit-learn's
score_samples; `few` has fewer training rows than neighbours asked for, `equal` more than k equal
training rows.
"""

import json
import pathlib

import numpy as np
from sklearn.neighbors import LocalOutlierFactor
from sklearn.preprocessing import StandardScaler


def scored(k, train, rows):
    scaler = StandardScaler().fit(train.astype(float))
    model = LocalOutlierFactor(n_neighbors=k, novelty=True)
    model.fit(scaler.transform(train.astype(float)))
    return {
        "k": k,
        "train": train.astype(float).tolist(),
        "rows": rows.astype(float).tolist(),
        "scores": (-model.score_samples(scaler.transform(rows.astype(float)))).tolist(),
    }


rng = np.random.default_rng(9)
train = np.vstack([rng.normal(size=(90, 3)), rng.normal(size=(60, 3)) * 0.2 + 4])
train = (train * [1, 50, 0.1] + [3, 0, -9]).astype(np.float32)
new = rng.uniform(-3, 7, size=(15, 3)) * [1, 50, 0.1] + [3, 0, -9]
rows = np.vstack([train[:5], new]).astype(np.float32)

line = np.float32([[0], [1], [3], [7], [12]])
equal = np.float32([[1]] * 4 + [[2], [4], [5], [7]])

reference = {
    "usual": scored(20, train, rows),
    "few": scored(20, line, np.float32([[0.25], [5], [30]])),
    "equal": scored(3, equal, np.float32([[1], [1.25], [6]])),
}
pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps(reference) + "\n")
