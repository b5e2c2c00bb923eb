"""Scores a frame with a registered package: python interop_predict.py URI MODEL.onnx MODEL_URI"""

import json
import sys

import mlflow
import numpy as np
import onnxruntime
import pandas as pd

uri, model_file, model_uri = sys.argv[1:]
mlflow.set_tracking_uri(uri)

# Columns out of order, a missing value and an index, as a user's frame has them.
frame = pd.DataFrame({"hour": [3.0, 0.0, 23.0], "change_1h": [1.0, np.nan, -30.0]}, index=[7, 8, 9])
features = frame[["change_1h", "hour"]].to_numpy(dtype=np.float32)
session = onnxruntime.InferenceSession(model_file, providers=["CPUExecutionProvider"])
expected = dict(zip(["score", "label", "member_scores"], session.run(None, {"features": features})))

predicted = mlflow.pyfunc.load_model(model_uri).predict(frame)
assert list(predicted.columns) == ["score", "label", "iqr", "zscore"], predicted.columns
assert list(predicted.index) == [7, 8, 9]
np.testing.assert_array_equal(predicted["score"], expected["score"][:, 0])
np.testing.assert_array_equal(predicted["label"], expected["label"][:, 0])
np.testing.assert_array_equal(predicted[["iqr", "zscore"]], expected["member_scores"])


# The package's own examples, and a frame that the signature does not allow
pyfunc = mlflow.pyfunc.load_model(model_uri)
assert pyfunc.input_example.columns.tolist() == ["change_1h", "hour"]
assert pyfunc.predict(pyfunc.input_example)["score"].isna().tolist() == [False, True]
directory = mlflow.artifacts.download_artifacts(model_uri)
served = mlflow.models.validate_serving_input(directory, pyfunc.metadata.get_serving_input(directory))
assert served["label"].tolist() == [1, 0], served
try:
    pyfunc.predict(frame.rename(columns={"hour": "load"}))
except mlflow.MlflowException as error:
    assert "Model is missing inputs ['hour']" in str(error), error
else:
    raise AssertionError("A frame without the column hour was scored")

model = mlflow.onnx.load_model(model_uri)
assert [output.name for output in model.graph.output] == ["score", "label", "member_scores"]
print(json.dumps(predicted["score"].fillna(-1).tolist()))
