"""Writes ranking_reference.json: ROC-AUC and average precision by scikit-learn.

Needs scikit-learn.
"""

import json
import pathlib

import numpy as np
from sklearn.metrics import average_precision_score, roc_auc_score

rng = np.random.default_rng(5)


def case(name, labels, scores):
    return {
        "name": name,
        "labels": labels.astype(int).tolist(),
        "scores": scores.tolist(),
        "roc_auc": roc_auc_score(labels, scores),
        "average_precision": average_precision_score(labels, scores),
    }


rare = rng.random(300) < 0.05
noise = rng.normal(size=300)
cases = [
    case("continuous scores", rare, np.round(noise + 1.5 * rare, 6)),
    case("many ties", rare, np.round(noise + 1.5 * rare)),
    case("chance", rare, np.round(noise, 6)),
    case("reversed", rare, np.round(noise - 2 * rare, 6)),
    case("one score for all", rare, np.zeros(300)),
    case("perfect", rare, rare.astype(float)),
]
path = pathlib.Path(__file__).with_suffix(".json")
path.write_text(json.dumps(cases) + "\n")
