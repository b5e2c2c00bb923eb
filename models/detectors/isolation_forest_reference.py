"""Writes isolation_forest_reference.json: a scikit-learn forest as our state, and its scores.

Needs scikit-learn. Our score is minus its score_samples.
"""

import json
import pathlib

import numpy as np
from sklearn.ensemble import IsolationForest
from sklearn.ensemble._iforest import _average_path_length

rng = np.random.default_rng(7)
x = rng.normal(size=(200, 3)).astype(np.float32)
rows = np.vstack([x[:15], [[6, 6, 6], [0, 0, -9], [1e30, -1e30, 0]]]).astype(np.float32)
model = IsolationForest(n_estimators=8, max_samples=32, random_state=7).fit(x)


def depths(tree):
    depth = np.zeros(tree.node_count, dtype=int)
    for node in range(tree.node_count):
        if tree.children_left[node] >= 0:
            depth[tree.children_left[node]] = depth[tree.children_right[node]] = depth[node] + 1
    return depth


def state(tree):
    leaf = tree.children_left < 0
    path = depths(tree) + _average_path_length(tree.n_node_samples)
    return {
        "feature": np.where(leaf, -1, tree.feature).tolist(),
        # scikit-learn compares float32 values with float64 thresholds: rounding down to float32
        # keeps every comparison.
        "threshold": [round_down(t) if not l else 0 for t, l in zip(tree.threshold, leaf)],
        "left": np.where(leaf, 0, tree.children_left).tolist(),
        "right": np.where(leaf, 0, tree.children_right).tolist(),
        "value": np.where(leaf, path, 0).tolist(),
    }


def round_down(value):
    rounded = np.float32(value)
    return float(rounded if rounded <= value else np.nextafter(rounded, np.float32(-np.inf)))


reference = {
    "rows": rows.astype(float).tolist(),
    "scores": (-model.score_samples(rows)).tolist(),
    "averagePathLength": {n: float(_average_path_length([n])[0]) for n in (0, 1, 2, 5, 256, 999)},
    "state": {
        "columns": ["a", "b", "c"],
        "fill": [0, 0, 0],
        "sampleSize": 32,
        "trees": [state(estimator.tree_) for estimator in model.estimators_],
    },
}
pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps(reference) + "\n")
