"""Prints distances by Evidently and NannyML as JSON.

Argument: a JSON file of cases, each with the values of reference and current and whether they are
categories; or, as "rows", with the rows of both.
"""

import json
import os
import pathlib
import sys

# Both tell their makers of each use unless they are told not to.
os.environ["DO_NOT_TRACK"] = "1"
os.environ["NML_DISABLE_USAGE_LOGGING"] = "1"

import nannyml
import pandas as pd
from evidently import DataDefinition, Dataset, Report
from evidently.metrics import ValueDrift

NUMBERS = {
    "evidently": ["wasserstein"],
    "nannyml": ["kolmogorov_smirnov", "wasserstein"],
}
CATEGORIES = {
    "evidently": ["psi", "jensenshannon", "hellinger"],
    "nannyml": ["jensen_shannon", "hellinger", "chi2", "l_infinity"],
}


def by_evidently(reference, current, categories, methods):
    kind = "categorical_columns" if categories else "numerical_columns"
    definition = DataDefinition(**{kind: ["x"]})
    sides = [Dataset.from_pandas(side, data_definition=definition) for side in (current, reference)]
    report = Report([ValueDrift(column="x", method=method) for method in methods])
    found = report.run(*sides).dict()["metrics"]
    return {method: float(metric["value"]) for method, metric in zip(methods, found, strict=True)}


def by_nannyml(reference, current, categories, methods):
    calculator = nannyml.UnivariateDriftCalculator(
        column_names=["x"],
        treat_as_categorical=["x"] if categories else [],
        chunk_number=1,
        **{"categorical_methods" if categories else "continuous_methods": methods},
    )
    calculator.fit(reference)
    row = calculator.calculate(current).filter(period="analysis").to_df().iloc[0]
    return {method: float(row[("x", method, "value")]) for method in methods}


def compare_rows(reference, current):
    sides = [pd.DataFrame(rows).rename(columns=str) for rows in (reference, current)]
    names = list(sides[0].columns)
    calculator = nannyml.DataReconstructionDriftCalculator(column_names=names, chunk_number=1)
    calculator.fit(sides[0])
    row = calculator.calculate(sides[1]).filter(period="analysis").to_df().iloc[0]
    return {"nannyml": {"reconstruction_error": float(row[("reconstruction_error", "value")])}}


def compare(reference, current, categories):
    if categories == "rows":
        return compare_rows(reference, current)
    methods = CATEGORIES if categories else NUMBERS
    dtype = str if categories else float
    sides = [pd.DataFrame({"x": pd.Series(values).astype(dtype)}) for values in (reference, current)]
    return {
        "evidently": by_evidently(*sides, categories, methods["evidently"]),
        "nannyml": by_nannyml(*sides, categories, methods["nannyml"]),
    }


cases = json.loads(pathlib.Path(sys.argv[1]).read_text())
# What the libraries say while they work must not come before the JSON.
out, sys.stdout = sys.stdout, sys.stderr
json.dump([compare(**case) for case in cases], out, allow_nan=False)
