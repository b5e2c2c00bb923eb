"""Speaks to a server by Triton's client, unchanged: python interop_client.py HOST:PORT MODEL.onnx NAME

Scores of the server are compared with those of onnxruntime here, in JSON and with binary tensors.
"""

import json
import sys

import numpy as np
import onnxruntime
from tritonclient.http import InferenceServerClient, InferInput, InferRequestedOutput
from tritonclient.utils import InferenceServerException

address, model_file, name = sys.argv[1:]
client = InferenceServerClient(address)
outputs = ["score", "label", "member_scores"]


def refused(call):
    try:
        call()
    except InferenceServerException as error:
        return [error.status(), error.message()]
    raise AssertionError("The server did not refuse")


assert client.is_server_live() and client.is_server_ready() and client.is_model_ready(name)
server = client.get_server_metadata()
assert {"binary_tensor_data", "statistics"} <= set(server["extensions"]), server
metadata = client.get_model_metadata(name)
[version] = metadata["versions"]
assert client.is_model_ready(name, version) and not client.is_model_ready(name, "999")
columns = json.loads(metadata["inputs"][0]["parameters"]["columns"])
session = onnxruntime.InferenceSession(model_file, providers=["CPUExecutionProvider"])
for described, actual in [
    (metadata["inputs"], session.get_inputs()),
    (metadata["outputs"], session.get_outputs()),
]:
    found = [[tensor["name"], tensor["shape"][1]] for tensor in described]
    assert found == [[tensor.name, tensor.shape[1]] for tensor in actual], found

rng = np.random.default_rng(7)
rows = rng.normal(0, 4, (1000, len(columns))).astype(np.float32)
rows[::7, 0] = np.nan
rows[3, 1] = np.inf
tables = {
    "FP32": rows,
    "FP64": rows.astype(np.float64),
    "INT64": rng.integers(-1000, 1000, (50, len(columns))),
    "INT8": rng.integers(-128, 127, (50, len(columns)), dtype=np.int8),
    "BOOL": rng.integers(0, 2, (50, len(columns))).astype(bool),
    "FP16": rng.normal(0, 4, (50, len(columns))).astype(np.float16),
}


def statistics():
    [found] = client.get_inference_statistics(name, version)["model_stats"]
    assert [found] == client.get_inference_statistics(name)["model_stats"]
    assert [found] == client.get_inference_statistics()["model_stats"]
    return found


before = statistics()
requests = 0
sent = 0
largest = 0.0
compared = 0
for datatype, table in tables.items():
    for binary_in in [True, False]:
        given = table
        if not binary_in and datatype.startswith("FP"):
            # JSON has no infinite number.
            given = np.where(np.isinf(table), 1.5, table).astype(table.dtype)
        wanted = session.run(outputs, {"features": given.astype(np.float32)})
        tensor = InferInput("features", list(given.shape), datatype)
        tensor.set_data_from_numpy(np.ascontiguousarray(given), binary_data=binary_in)
        asks = [None, [InferRequestedOutput(output, binary_data=False) for output in outputs]]
        for asked in asks:
            result = client.infer(
                name, [tensor], model_version=version, outputs=asked, request_id="r 1"
            )
            requests += 1
            sent += len(given)
            answer = result.get_response()
            assert [answer["id"], answer["model_version"]] == ["r 1", version], answer
            for output, values in zip(outputs, wanted):
                found = result.as_numpy(output)
                assert found.dtype == values.dtype and found.shape == values.shape, output
                largest = max(largest, float(np.abs(found - values).max()))
                compared += values.size

after = statistics()
grown = {key: after[key] - before[key] for key in ["inference_count", "execution_count"]}
assert grown["inference_count"] == sent and grown["execution_count"] >= requests, grown
parts = after["inference_stats"]
for part in ["success", "queue", "compute_input", "compute_infer", "compute_output"]:
    assert parts[part]["count"] == requests and parts[part]["ns"] > 0, (part, parts)
assert sum(parts[part]["ns"] for part in ["queue", "compute_infer"]) < parts["success"]["ns"], parts
assert parts["fail"]["count"] == 0 and after["last_inference"] > 0, after

index = client.get_model_repository_index()
assert index == [{"name": name, "version": version, "state": "READY", "reason": ""}], index
wrong = InferInput("features", [1, 1], "FP32")
wrong.set_data_from_numpy(np.zeros((1, 1), np.float32))
refusals = [
    refused(lambda: client.infer(name, [wrong])),
    refused(lambda: client.get_model_metadata("nothing")),
    refused(lambda: client.load_model("nothing")),
    refused(lambda: client.load_model(name, config="{}")),
]
client.unload_model(name)
assert not client.is_model_ready(name) and not client.is_server_ready()
assert client.get_model_repository_index()[0]["state"] == "UNAVAILABLE"
client.load_model(name)
assert client.is_model_ready(name) and client.is_server_ready()
print(json.dumps({"largest": largest, "compared": compared, "refusals": refusals}))
