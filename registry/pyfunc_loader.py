"""Lets mlflow.pyfunc score a pandas frame with the packed ONNX model.

MLflow's own ONNX loader makes one column of each output, which member_scores, one column per
member, does not fit.
"""

import json

import numpy as np
import onnxruntime
import pandas as pd


class PackedModel:
    """The model.onnx of a package, with the names that its metadata holds."""

    def __init__(self, path):
        self.session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
        metadata = self.session.get_modelmeta().custom_metadata_map
        self.columns = json.loads(metadata["columns"])
        self.members = json.loads(metadata["members"])

    def predict(self, data, params=None):
        """One row per row of data: score, label and one column per member."""
        features = data[self.columns].to_numpy(dtype=np.float32)
        outputs = ["score", "label", "member_scores"]
        score, label, member_scores = self.session.run(outputs, {"features": features})
        frame = pd.DataFrame({"score": score[:, 0], "label": label[:, 0]}, index=data.index)
        for i, member in enumerate(self.members):
            frame[member] = member_scores[:, i]
        return frame


def _load_pyfunc(path):
    return PackedModel(path)
