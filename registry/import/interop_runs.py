"""Fills a tracking URI with runs of every kind, or tells as JSON all that one holds.

Usage: interop_runs.py make URI | facts URI
Ids are told by the names of what they are of, so that the facts of two places can be compared.
"""

import hashlib
import json
import math
import os
import re
import sys
import tempfile
import warnings

os.environ["MLFLOW_ALLOW_FILE_STORE"] = "true"
warnings.filterwarnings("ignore")

import mlflow  # noqa: E402
import numpy as np  # noqa: E402
import pandas as pd  # noqa: E402
import yaml  # noqa: E402
from mlflow import MlflowClient  # noqa: E402
from mlflow.entities import Metric, ViewType  # noqa: E402


class Doubling(mlflow.pyfunc.PythonModel):
    def predict(self, context, model_input: list[float]) -> list[float]:
        return [2 * value for value in model_input]


def make():
    client = MlflowClient()
    mlflow.set_experiment("energy: winter")
    frame = pd.DataFrame({"kwh": [1.0, 2.0], "hour": [3, 4]})
    data = mlflow.data.from_pandas(frame, name="meters", source="/meters.csv")
    with mlflow.start_run(run_name="parent") as parent:
        mlflow.set_experiment_tag("owner", "ann")
        mlflow.log_params({"depth": "8", "tree/rule": "a = b", "empty": "", "long": "x" * 6000})
        mlflow.set_tags({"note": "two\nlines: ü", "json": '{"a": [1, null]}'})
        values = [1.5, math.nan, math.inf, -math.inf, 1e-300]
        client.log_batch(
            parent.info.run_id,
            [Metric("loss", value, 100 + i, i - 2) for i, value in enumerate(values)]
            + [Metric("test/auc", i / 3000, 5000 + i, i) for i in range(3000)],
        )
        mlflow.log_input(data, context="training", tags={"split": "1"})
        mlflow.log_text("<svg/>", "plots/deep/load.svg")
        mlflow.log_text("", "empty.txt")
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "a b.bin")
            with open(path, "wb") as file:
                file.write(np.random.default_rng(7).bytes(3_000_000))
            mlflow.log_artifact(path, "blobs")
        for i in range(3):
            with mlflow.start_run(run_name=f"child {i}", nested=True) as child:
                info = mlflow.pyfunc.log_model(
                    name=f"forest{i}",
                    python_model=Doubling(),
                    input_example=[1.0],
                    pip_requirements=["mlflow"],
                    params={"trees": str(i)},
                )
                mlflow.log_metric(
                    "auc", 0.5 + i / 10, step=0, timestamp=9000 + i, model_id=info.model_id, dataset=data
                )
                if i < 2:
                    mlflow.register_model(f"models:/{info.model_id}", "load model")
    client.set_registered_model_tag("load model", "team", "energy")
    client.update_registered_model("load model", description="Of hostels")
    source = f"{parent.info.artifact_uri}/plots"
    for _ in range(2):
        client.create_model_version("load model", source, run_id=parent.info.run_id)
    client.delete_model_version("load model", "3")
    client.set_model_version_tag("load model", "4", "seen", "yes")
    client.update_model_version("load model", "4", "Fourth")
    client.set_registered_model_alias("load model", "champion", "2")
    client.set_registered_model_alias("load model", "challenger", "4")
    client.create_registered_model("empty")
    failed = client.create_run("0", run_name="failed", start_time=77)
    client.set_terminated(failed.info.run_id, "KILLED", end_time=78)
    client.create_run("0", run_name="running", start_time=79)
    deleted = client.create_run("0", run_name="deleted", start_time=80)
    client.log_param(deleted.info.run_id, "kept", "yes")
    client.delete_run(deleted.info.run_id)
    gone = client.create_experiment("gone")
    client.create_run(gone, run_name="trashed", start_time=81)
    client.delete_experiment(gone)
    pending = client.create_logged_model("0", name="pending")
    client.set_logged_model_tags(pending.model_id, {"state": "early"})


def number(value):
    # Servers keep an infinity as the largest double.
    return str(math.copysign(math.inf, value) if abs(value) >= sys.float_info.max else value)


def files(list_files, uri, named):
    found = {}
    folders = [""]
    while folders:
        for entry in list_files(folders.pop()):
            if entry.is_dir:
                folders.append(entry.path)
                continue
            local = mlflow.artifacts.download_artifacts(f"{uri}/{entry.path}")
            with open(local, "rb") as file:
                content = file.read()
            assert (entry.file_size or 0) == len(content), entry.path
            if entry.path == "registered_model_meta":
                continue  # The client leaves it beside a model that it loads from a folder.
            if entry.path == "MLmodel":
                fields = yaml.safe_load(content)
                told = {key: named(fields[key]) for key in ("model_id", "model_uuid", "run_id")}
                fields = {**fields, **told, "artifact_path": None}
                content = json.dumps(fields, sort_keys=True, default=str).encode()
            found[entry.path] = hashlib.sha256(content).hexdigest()
    return found


def facts():
    client = MlflowClient()
    experiments = client.search_experiments(view_type=ViewType.ALL)
    runs, models, names = {}, {}, {}
    for experiment in experiments:
        id = experiment.experiment_id
        for run in client.search_runs([id], run_view_type=ViewType.ALL):
            assert run.info.run_name not in runs, "twice"
            runs[run.info.run_name] = (experiment, run)
            names[run.info.run_id] = run.info.run_name
        for model in client.search_logged_models([id]):
            assert model.name not in models, "twice"
            models[model.name] = (experiment, model)
            names[model.model_id] = model.name

    def named(text):
        return re.sub(r"(m-)?[0-9a-f]{32}", lambda id: names.get(id[0], id[0]), text or "")

    def told_tag(key, value):
        if key != "mlflow.modelVersions":
            return named(value)
        # The client and the server of MLflow write each version, one as a number, one as text.
        return sorted({f"{of['name']}/{of['version']}" for of in json.loads(value)})

    def tags(of):
        return {
            key: told_tag(key, value)
            for key, value in of.items()
            if not key.startswith("wattbook.import.") and key != "mlflow.experiment.sourceName"
        }

    def listed(run):
        return lambda path: client.list_artifacts(run.info.run_id, path or None)

    def told(run):
        return client.get_run(run.info.run_id)

    return {
        "experiments": {
            e.name: [e.lifecycle_stage, tags(e.tags)] for e in experiments
        },
        "runs": {
            name: {
                "experiment": experiment.name,
                "info": [
                    run.info.status,
                    run.info.start_time,
                    run.info.end_time,
                    run.info.lifecycle_stage,
                    run.info.user_id,
                ],
                "params": run.data.params,
                "tags": tags(run.data.tags),
                "metrics": {
                    key: sorted(
                        (m.timestamp, m.step, number(m.value))
                        for m in client.get_metric_history(run.info.run_id, key)
                    )
                    for key in run.data.metrics
                },
                "latest": {key: number(value) for key, value in run.data.metrics.items()},
                "datasets": sorted(
                    [dict(i.dataset), {tag.key: tag.value for tag in i.tags}]
                    for i in told(run).inputs.dataset_inputs
                ),
                "model inputs": sorted(named(i.model_id) for i in told(run).inputs.model_inputs),
                "model outputs": sorted(
                    [named(o.model_id), o.step] for o in told(run).outputs.model_outputs
                ),
                "files": files(listed(run), f"runs:/{run.info.run_id}", named)
                if run.info.lifecycle_stage == "active"
                else {},
            }
            for name, (experiment, run) in runs.items()
        },
        "models": {
            name: {
                "experiment": experiment.name,
                "info": [str(model.status), model.model_type or "", named(model.source_run_id)],
                "params": model.params,
                "tags": tags(model.tags),
                "metrics": sorted(
                    [m.key, m.timestamp, m.step, number(m.value), m.dataset_name, m.dataset_digest]
                    for m in model.metrics or []
                ),
                "files": files(
                    lambda path, id=model.model_id: client.list_logged_model_artifacts(id, path or None),
                    model.artifact_location,
                    named,
                )
                if str(model.status) == "READY"
                else {},
            }
            for name, (experiment, model) in models.items()
        },
        "registered": {
            m.name: {
                "description": m.description or "",
                "tags": tags(m.tags),
                "aliases": {alias: str(version) for alias, version in m.aliases.items()},
                "versions": sorted(
                    [
                        str(v.version),
                        v.description or "",
                        v.current_stage,
                        named(v.run_id),
                        tags(v.tags),
                    ]
                    for v in client.search_model_versions(f"name = '{m.name}'")
                ),
            }
            for m in client.search_registered_models()
        },
        "predicted": mlflow.pyfunc.load_model("models:/load model@champion").predict([1.0, 2.5]),
        "fourth": sorted(
            os.listdir(mlflow.artifacts.download_artifacts("models:/load model/4") + "/deep")
        ),
    }


what, uri = sys.argv[1:]
mlflow.set_tracking_uri(uri)
if what == "make":
    make()
else:
    print(json.dumps(facts(), sort_keys=True))
