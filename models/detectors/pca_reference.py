"""Writes pca_reference.json: PyOD's PCA() scores, and scikit-learn's reconstruction errors.

Needs PyOD. Rows are standardised by the training rows; the leading components hold 80 % of the
variance.
"""

import json
import pathlib

import numpy as np
from pyod.models.pca import PCA
from sklearn.decomposition import PCA as Components
from sklearn.preprocessing import StandardScaler

KEEP = 0.8

rng = np.random.default_rng(3)
mixing = rng.normal(size=(5, 5)) * [3, 2, 1, 0.5, 0.1]
train = (rng.normal(size=(80, 5)) @ mixing.T * [1, 50, 1, 0.1, 1] + [3, 0, -9, 1, 1]).astype(
    np.float32
)
far = train[:5] + rng.normal(size=(5, 5)) * [9, 90, 9, 1, 9]
rows = np.vstack([train[:10], far, [[3, 0, -9, 1, 1]]]).astype(np.float32)

model = PCA().fit(train.astype(float))
scaler = StandardScaler().fit(train.astype(float))
leading = Components(n_components=KEEP, svd_solver="full").fit(scaler.transform(train.astype(float)))
points = scaler.transform(rows.astype(float))
left = points - leading.inverse_transform(leading.transform(points))

reference = {
    "train": train.astype(float).tolist(),
    "rows": rows.astype(float).tolist(),
    "scores": model.decision_function(rows.astype(float)).tolist(),
    "keep": KEEP,
    "components": int(leading.n_components_),
    "leftOver": np.linalg.norm(left, axis=1).tolist(),
}
pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps(reference) + "\n")
