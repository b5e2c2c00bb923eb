"""Writes ecod_reference.json: the scores of PyOD's ECOD, asked for one row at a time.

Needs PyOD. Its decision_function takes in all rows it is asked for, ours the one row alone.
"""

import json
import pathlib

import numpy as np
from pyod.models.ecod import ECOD

rng = np.random.default_rng(5)
train = np.column_stack(
    [
        rng.normal(size=150),
        np.round(rng.exponential(size=150), 1),
        -rng.gamma(2, size=150),
        rng.integers(0, 3, size=150),
    ]
).astype(np.float32)
far = [[0, 0, 0, 1], [9, 9, 9, 9], [-9, -9, -9, -9], [1e30, -1e30, -2, 1], [0.3, 0.3, -2, 0.5]]
rows = np.vstack([train[:20], rng.normal(size=(20, 4)), far]).astype(np.float32)
model = ECOD().fit(train.astype(float))

reference = {
    "train": train.astype(float).tolist(),
    "rows": rows.astype(float).tolist(),
    "scores": [float(model.decision_function(row[None])[0]) for row in rows.astype(float)],
}
pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps(reference) + "\n")
