"""Writes a small model with Wattbook's ONNX contract: python interop_model.py FILE

score = sigmoid of the mean of two features, label = score >= 0.5, member_scores = sigmoid of each.
"""

import json
import sys

import onnx
from onnx import TensorProto, helper

nodes = [
    helper.make_node("ReduceMean", ["features"], ["mean"], axes=[1], keepdims=1),
    helper.make_node("Sigmoid", ["mean"], ["score"]),
    helper.make_node(
        "Constant", [], ["half"], value=helper.make_tensor("half", TensorProto.FLOAT, [1], [0.5])
    ),
    helper.make_node("GreaterOrEqual", ["score", "half"], ["above"]),
    helper.make_node("Cast", ["above"], ["label"], to=TensorProto.INT64),
    helper.make_node("Sigmoid", ["features"], ["member_scores"]),
]
graph = helper.make_graph(
    nodes,
    "interop",
    [helper.make_tensor_value_info("features", TensorProto.FLOAT, ["rows", 2])],
    [
        helper.make_tensor_value_info("score", TensorProto.FLOAT, ["rows", 1]),
        helper.make_tensor_value_info("label", TensorProto.INT64, ["rows", 1]),
        helper.make_tensor_value_info("member_scores", TensorProto.FLOAT, ["rows", 2]),
    ],
)
model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
helper.set_model_props(
    model,
    {"columns": json.dumps(["change_1h", "hour"]), "members": json.dumps(["iqr", "zscore"])},
)
onnx.checker.check_model(model)
onnx.save(model, sys.argv[1])
