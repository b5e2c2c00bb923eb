"""Writes gradient_boosting_reference.json: LightGBM's trees and raw scores on a small set.

Needs lightgbm. The columns have so few values that each has a bin of its own in both, and missing
values. Three ways of LightGBM are kept out: it cuts at 0, so no value is 0 or below; it estimates
the rows of a leaf from second derivatives, which is exact only in the first tree, so more trees ask
for one row; and with l2 it never tries a column again below a leaf that the column could not
split, so those trees are small.
"""

import json
import pathlib

import lightgbm
import numpy as np

rng = np.random.default_rng(7)
ROWS = 600
x = np.column_stack(
    [
        rng.integers(1, 13, ROWS),
        rng.integers(1, 8, ROWS) / 4,
        rng.integers(1, 4, ROWS),
        np.full(ROWS, 5),
        rng.integers(1, 7, ROWS),
    ]
).astype(np.float32)
odds = np.where(x[:, 0] > 9, 2.5, -2) + np.where(np.abs(x[:, 1] - 1) > 0.6, 2, -1) * (x[:, 2] - 1.5)
odds += rng.normal(size=ROWS)
missing = rng.random(ROWS)
x[missing < 0.15, 1] = np.nan
x[missing > 0.9, 4] = np.nan
odds[missing > 0.9] += 1.5
labels = (odds > 0).astype(int)


def columns(node):
    """The column of each split of a tree."""
    if "split_feature" not in node:
        return []
    below = columns(node["left_child"]) + columns(node["right_child"])
    return [node["split_feature"]] + below


def case(trees, learning_rate, leaves, leaf_rows, l2):
    parameters = {
        "objective": "binary",
        "learning_rate": learning_rate,
        "num_leaves": leaves,
        "min_data_in_leaf": leaf_rows,
        "lambda_l2": l2,
        "min_data_in_bin": 1,
        "enable_bundle": False,
        "feature_pre_filter": False,
        "deterministic": True,
        "force_row_wise": True,
        "num_threads": 1,
        "verbose": -1,
    }
    model = lightgbm.train(parameters, lightgbm.Dataset(x, labels), trees)
    return {
        "options": {
            "trees": trees,
            "learningRate": learning_rate,
            "leaves": leaves,
            "leafRows": leaf_rows,
            "l2": l2,
        },
        "raw": model.predict(x, raw_score=True).tolist(),
        "splits": [sorted(columns(tree["tree_structure"])) for tree in model.dump_model()["tree_info"]],
    }


reference = {
    "rows": [[None if np.isnan(v) else float(v) for v in row] for row in x],
    "labels": labels.tolist(),
    "cases": [
        case(1, 0.3, 8, 20, 0),
        case(1, 0.1, 12, 5, 0),
        case(30, 0.1, 7, 1, 0),
        case(10, 0.3, 4, 1, 2.5),
    ],
}
pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps(reference) + "\n")
