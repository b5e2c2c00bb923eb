"""What NannyML's CBPE estimates of labelled reference rows and unlabelled ones.

Reads a JSON file {"reference": {"score", "predicted", "truth"}, "current": {"score", "predicted"}}
of columns; prints the estimates and whether the scores were calibrated.
"""

import json
import os
import sys
import warnings

warnings.filterwarnings("ignore")
# It tells its makers of each use unless it is told not to.
os.environ["NML_DISABLE_USAGE_LOGGING"] = "1"

import nannyml
import pandas as pd

with open(sys.argv[1], encoding="utf-8") as file:
    rows = json.load(file)

estimator = nannyml.CBPE(
    problem_type="classification_binary",
    y_pred_proba="score",
    y_pred="predicted",
    y_true="truth",
    metrics=["precision", "recall", "f1"],
    chunk_number=1,
)
estimator.fit(pd.DataFrame(rows["reference"]))
result = estimator.estimate(pd.DataFrame(rows["current"])).filter(period="analysis")
estimates = result.to_df(multilevel=False).iloc[0]
print(
    json.dumps(
        {
            "calibrated": bool(estimator.needs_calibration),
            "figures": {name: estimates[f"{name}_value"] for name in ["precision", "recall", "f1"]},
        }
    )
)
