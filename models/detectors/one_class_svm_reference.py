"""Writes one_class_svm_reference.json: scikit-learn's one-class SVM on scaled rows.

Needs scikit-learn. Our score is minus its decision_function.
"""

import json
import pathlib

import numpy as np
from sklearn.svm import OneClassSVM

CLIP = 10


def scale(x):
    z = (x.astype(float) - center) * inverse
    return np.clip(np.where(np.isnan(z), 0, z), -CLIP, CLIP)


rng = np.random.default_rng(11)
train = np.round(rng.normal(size=(60, 3)) * [1, 5, 0.1] + [0, 20, -1], 4).astype(np.float32)
train[::13, 1] = np.nan
rows = np.vstack([train[:8], [[0, 20, -1], [4, 60, 3], [np.nan] * 3, [1e30, -1e30, 0]]])
rows = rows.astype(np.float32)

center = np.nanmean(train.astype(float), axis=0)
inverse = 1 / np.nanstd(train.astype(float), axis=0)
model = OneClassSVM(nu=0.13, gamma="scale", tol=1e-12).fit(scale(train))


def plain(x):
    return [[None if np.isnan(v) else float(v) for v in row] for row in x]


reference = {
    "nu": 0.13,
    "train": plain(train),
    "rows": plain(rows),
    "gamma": float(model._gamma),
    "rho": float(-model.intercept_[0]),
    "coefficients": sorted(model.dual_coef_[0].tolist()),
    "scores": (-model.decision_function(scale(rows))).tolist(),
}
pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps(reference) + "\n")
