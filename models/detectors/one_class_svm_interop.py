"""Prints scikit-learn's one-class SVM of the rows in a file as JSON.

Arguments: a file of little-endian float32 rows, the number of columns, nu and the tolerance.
Rows are standardised as Wattbook does. Our score is minus the decision function.
"""

import json
import sys

import numpy as np
from sklearn.svm import OneClassSVM

CLIP = 10

path, columns, nu, tolerance = sys.argv[1:]
x = np.fromfile(path, "<f4").reshape(-1, int(columns)).astype(float)
varies = (x != x[0]).any(axis=0)
z = np.clip((x - x.mean(axis=0)) / np.where(varies, x.std(axis=0), 1), -CLIP, CLIP)
model = OneClassSVM(nu=float(nu), gamma="scale", tol=float(tolerance), cache_size=200).fit(z)
json.dump(
    {
        "rho": -model.intercept_[0],
        "scores": (-model.decision_function(z)).tolist(),
        "supportVectors": z[model.support_].tolist(),
    },
    sys.stdout,
)
