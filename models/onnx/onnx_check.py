"""Checks a model with the reference implementation and scores rows with Python's runtime.

usage: python onnx_check.py MODEL FEATURES

MODEL is an ONNX file, FEATURES a file of little-endian float32 values, row after row. Prints one
JSON object: the model's metadata, and its outputs as flat lists.
"""

import json
import sys

import numpy
import onnx
import onnxruntime

model_path, features_path = sys.argv[1:]

model = onnx.load(model_path)
onnx.checker.check_model(model, full_check=True)

session = onnxruntime.InferenceSession(model_path, providers=["CPUExecutionProvider"])
width = session.get_inputs()[0].shape[1]
features = numpy.fromfile(features_path, dtype="<f4").reshape(-1, width)
outputs = session.run(["score", "label", "member_scores"], {"features": features})
empty = session.run(["score"], {"features": features[:0]})[0]

print(
    json.dumps(
        {
            "metadata": session.get_modelmeta().custom_metadata_map,
            "score": outputs[0].ravel().tolist(),
            "label": outputs[1].ravel().tolist(),
            "memberScores": outputs[2].ravel().tolist(),
            "emptyShape": empty.shape,
        }
    )
)
