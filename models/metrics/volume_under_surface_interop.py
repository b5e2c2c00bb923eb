"""Prints VUS-ROC and VUS-PR by the authors' code (TSB-AD) as JSON.

Argument: a JSON file of series, each with labels, scores and the longest buffer.
"""

import json
import pathlib
import sys

import numpy as np
from TSB_AD.evaluation.basic_metrics import generate_curve


def volumes(labels, scores, buffer):
    *_, roc, pr = generate_curve(np.array(labels), np.array(scores, dtype=float), buffer)
    return {"roc": float(roc), "pr": float(pr)}


series = json.loads(pathlib.Path(sys.argv[1]).read_text())
json.dump([volumes(**one) for one in series], sys.stdout, allow_nan=False)
