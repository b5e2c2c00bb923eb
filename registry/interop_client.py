"""Drives a tracking server with MLflow's own client: python interop_client.py URI MODEL.onnx"""

import math
import os
import sys
import tempfile

import mlflow
import numpy as np
import onnx
import requests
from mlflow import MlflowClient
from mlflow.entities import Metric, Param, RunTag
from mlflow.exceptions import MlflowException
from mlflow.models.signature import ModelSignature
from mlflow.types import Schema, TensorSpec

uri, model_file = sys.argv[1:]
mlflow.set_tracking_uri(uri)
client = MlflowClient()


def refused(action, code):
    try:
        action()
    except MlflowException as error:
        assert error.error_code == code, (error.error_code, str(error))
    else:
        raise AssertionError(f"Not refused: {code}")


# Experiments
assert client.get_experiment("0").name == "Default"
experiment = client.create_experiment("interop", tags={"team": "energy"})
assert client.get_experiment_by_name("interop").experiment_id == experiment
assert client.get_experiment(experiment).tags["team"] == "energy"
refused(lambda: client.create_experiment("interop"), "RESOURCE_ALREADY_EXISTS")
refused(lambda: client.get_experiment("999"), "RESOURCE_DOES_NOT_EXIST")
assert [e.name for e in client.search_experiments(filter_string="name LIKE 'inter%'")] == ["interop"]

# Runs and what they log
runs = []
for auc, kind in [(0.7, "iqr"), (0.9, "forest"), (math.nan, "svm")]:
    run = client.create_run(experiment, run_name=f"run-{kind}")
    runs.append(run.info.run_id)
    client.log_metric(run.info.run_id, "auc", auc, timestamp=1, step=0)
    client.log_param(run.info.run_id, "kind", kind)
first = runs[0]
client.log_batch(
    first,
    metrics=[Metric("loss", 1 / (step + 1), 10 + step, step) for step in range(300)],
    params=[Param("trees", "100")],
    tags=[RunTag("stage", "one")],
)
client.log_metric(first, "huge", math.inf, timestamp=1)
data = client.get_run(first).data
assert data.metrics["loss"] == 1 / 300, data.metrics
assert data.metrics["huge"] >= 1.7976931348623157e308
assert math.isnan(client.get_run(runs[2]).data.metrics["auc"])
assert data.params == {"kind": "iqr", "trees": "100"}
assert data.tags["stage"] == "one" and data.tags["mlflow.runName"] == "run-iqr"
history = client.get_metric_history(first, "loss")
assert [(m.step, m.timestamp, m.value) for m in history] == [
    (step, 10 + step, 1 / (step + 1)) for step in range(300)
]
refused(lambda: client.log_param(first, "trees", "50"), "INVALID_PARAMETER_VALUE")
refused(lambda: client.log_metric(first, "../x", 1.0), "INVALID_PARAMETER_VALUE")
client.delete_tag(first, "stage")
refused(lambda: client.delete_tag(first, "stage"), "RESOURCE_DOES_NOT_EXIST")

# Search
def found(filter_string, order_by=None):
    order = order_by or ["attributes.run_name ASC"]
    return [r.info.run_name for r in client.search_runs([experiment], filter_string, order_by=order)]


assert found("metrics.auc > 0.8") == ["run-forest"]
assert found("metrics.auc <= 0.8 and params.kind = 'iqr'") == ["run-iqr"]
assert found("params.kind LIKE '%r%'") == ["run-forest", "run-iqr"]
assert found("params.kind LIKE 'IQR'") == []
assert found("params.kind ILIKE 'IQR'") == ["run-iqr"]
assert found("params.trees != '50'") == ["run-iqr"]
assert found(f"attributes.run_id IN ('{first}')") == ["run-iqr"]
assert found("", ["metrics.auc DESC"]) == ["run-forest", "run-iqr", "run-svm"]
refused(lambda: found("metric.auc >"), "INVALID_PARAMETER_VALUE")
refused(lambda: found("moon.auc > 1"), "INVALID_PARAMETER_VALUE")
pages, token = [], None
while True:
    page = client.search_runs([experiment], max_results=2, page_token=token)
    pages.append(len(page))
    token = page.token
    if not token:
        break
assert pages == [2, 1], pages

# Artifacts
with tempfile.TemporaryDirectory() as directory:
    path = os.path.join(directory, "note with space.txt")
    with open(path, "w") as file:
        file.write("hello")
    client.log_artifact(first, path, "notes")
    client.log_dict(first, {"a": 1}, "config.json")
    listed = [(f.path, f.is_dir, f.file_size) for f in client.list_artifacts(first)]
    assert listed == [("config.json", False, 12), ("notes", True, None)] or (
        [entry[:2] for entry in listed] == [("config.json", False), ("notes", True)]
    ), listed
    nested = client.list_artifacts(first, "notes")
    assert [(f.path, f.file_size) for f in nested] == [("notes/note with space.txt", 5)]
    target = client.download_artifacts(first, "notes", directory)
    with open(os.path.join(target, "note with space.txt")) as file:
        assert file.read() == "hello"


# Bare REST, as clients in other languages send it
def sent(method, path, /, **json):
    at = {"params": json} if method == "GET" else {"json": json}
    return requests.request(method, f"{uri}/api/2.0/{path}", timeout=60, **at)


def refusal(method, path, /, **json):
    answer = sent(method, path, **json)
    assert answer.status_code == 400, answer.text
    return answer.json()["message"]


for directory in ["notes", "notes/"]:
    files = sent("GET", "mlflow/artifacts/list", run_id=first, path=directory).json()["files"]
    assert [file["path"] for file in files] == ["notes/note with space.txt"], files
assert "'run_id'" in refusal("GET", "mlflow/artifacts/list", path="notes")
assert "'experiment_ids'" in refusal("POST", "mlflow/logged-models/search")
for status in [4, "3"]:
    sent("POST", "mlflow/runs/update", run_id=first, status=status)
assert client.get_run(first).info.status == "FINISHED"
assert sent("DELETE", f"mlflow-artifacts/artifacts/{experiment}/none").status_code == 200
tag = {"experiment_id": experiment, "value": "1"}
for key in ["../x", "a!b", "k" * 251]:
    refusal("POST", "mlflow/experiments/set-experiment-tag", key=key, **tag)
tag = {"experiment_id": experiment, "key": "k", "value": "v" * 5001}
assert "'value' exceeds" in refusal("POST", "mlflow/experiments/set-experiment-tag", **tag)
client.rename_experiment(experiment, "interop")

# Life of a run
client.set_terminated(first, "FINISHED", end_time=77)
assert client.get_run(first).info.status == "FINISHED"
assert client.get_run(first).info.end_time == 77
client.delete_run(runs[2])
assert found("") == ["run-forest", "run-iqr"]
client.restore_run(runs[2])

# Inputs, logged model, registry, alias, load
mlflow.set_experiment("interop")
signature = ModelSignature(inputs=Schema([TensorSpec(np.dtype("float32"), (-1, 2))]))
with mlflow.start_run() as run:
    frame = mlflow.data.from_numpy(np.zeros((2, 2)), name="meters")
    mlflow.log_input(frame, context="training")
    info = mlflow.onnx.log_model(
        onnx.load(model_file), name="model", signature=signature, registered_model_name="interop"
    )
inputs = client.get_run(run.info.run_id).inputs
assert inputs.dataset_inputs[0].dataset.name == "meters"
assert inputs.dataset_inputs[0].tags[0].value == "training"
assert [o.model_id for o in client.get_run(run.info.run_id).outputs.model_outputs] == [info.model_id]
assert client.get_logged_model(info.model_id).status.value == "READY"
version = client.get_model_version("interop", "1")
assert (version.run_id, version.status) == (run.info.run_id, "READY"), version
client.set_registered_model_alias("interop", "champion", "1")
assert client.get_model_version_by_alias("interop", "champion").version == "1"
assert client.get_registered_model("interop").aliases == {"champion": "1"}
refused(
    lambda: client.get_model_version_by_alias("interop", "nobody"), "INVALID_PARAMETER_VALUE"
)
client.set_model_version_tag("interop", "1", "checked", "yes")
refused(
    lambda: client.set_model_version_tag("interop", "1", "../x", "1"), "INVALID_PARAMETER_VALUE"
)
refused(
    lambda: client.set_registered_model_tag("interop", "k", "v" * 100_001),
    "INVALID_PARAMETER_VALUE",
)
client.rename_registered_model("interop", "interop")
assert [v.version for v in client.search_model_versions("name = 'interop'")] == ["1"]
assert [m.name for m in client.search_registered_models("name LIKE 'inter%'")] == ["interop"]
loaded = mlflow.pyfunc.load_model("models:/interop@champion")
outputs = loaded.predict(np.float32([[1, 3], [-1, -3]]))
np.testing.assert_allclose(outputs["score"][:, 0], 1 / (1 + np.exp([-2.0, 2.0])), rtol=1e-6)
client.delete_registered_model_alias("interop", "champion")
client.delete_model_version("interop", "1")
refused(lambda: client.get_model_version("interop", "1"), "RESOURCE_DOES_NOT_EXIST")
client.delete_registered_model("interop")
print("done")
