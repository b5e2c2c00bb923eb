"""Writes window_pca_reference.json: scikit-learn's reconstruction error of the newest value.

Needs scikit-learn. The windows are those of a noisy daily cycle of changing height.
"""

import json
import pathlib

import numpy as np
from sklearn.decomposition import PCA

WINDOW = 12
KEEP = 0.7

rng = np.random.default_rng(9)
hours = np.arange(400)
height = 1 + 0.3 * np.sin(hours / 60)
series = 2 + height * np.sin(hours * np.pi / 6) + 0.5 * rng.normal(size=400)
windows = np.lib.stride_tricks.sliding_window_view(series, WINDOW).astype(np.float32)
train = windows[:100].astype(float)
rows = windows[300:320].astype(float)
rows[-1, -1] += 5
rows[-2, 3] += 5

model = PCA(n_components=KEEP, svd_solver="full").fit(train)
left = rows - model.inverse_transform(model.transform(rows))

reference = {
    "train": train.tolist(),
    "rows": rows.tolist(),
    "keep": KEEP,
    "scores": np.abs(left[:, -1]).tolist(),
}
pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps(reference) + "\n")
