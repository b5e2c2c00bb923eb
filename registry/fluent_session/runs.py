"""Runs and what they log: pairs, metrics, artifacts, data sets, models, by hand and by autolog."""

import os

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import mlflow
import numpy as np
from run_facts import facts, tree
from setting import FRAME, STARTED, TARGET
from sklearn.linear_model import LogisticRegression


def report(setting):
    """Reports the cases."""
    client, experiment = setting.client, setting.experiment

    @setting.case("experiment")
    def _():
        mlflow.set_experiment("fluent")
        mlflow.set_experiment_tag("site", "north")
        found = mlflow.get_experiment_by_name("fluent")
        return [found.experiment_id, found.artifact_location, found.tags, found.lifecycle_stage]

    @setting.case("experiment created by its name")
    def _():
        return mlflow.set_experiment("made by name").name

    @setting.case("fluent run")
    def _():
        mlflow.set_experiment("fluent")
        with mlflow.start_run(
            run_name="parent", description="The whole", tags={"a": "1"}
        ) as parent:
            mlflow.log_params({"trees": 100, "rate": 0.1, "none": None, "list": [1, 2]})
            for step in range(5):
                mlflow.log_metrics(
                    {"loss": 1 / (step + 1), "gain": step}, step=step, timestamp=STARTED + step
                )
            mlflow.log_metric("nan", float("nan"), timestamp=STARTED)
            mlflow.log_metric("inf", float("-inf"), timestamp=STARTED)
            mlflow.log_metric("far", 1.0, step=2**60 + 1, timestamp=STARTED)
            mlflow.set_tags({"phase": "one", "b": 2})
            mlflow.set_tag("phase", "two")
            mlflow.delete_tag("a")
            with mlflow.start_run(run_name="child", nested=True) as child:
                mlflow.log_param("depth", 3)
        children = client.search_runs(
            [parent.info.experiment_id], f"tags.mlflow.parentRunId = '{parent.info.run_id}'"
        )
        same = [run.info.run_id for run in children] == [child.info.run_id]
        return [facts(client, parent.info.run_id), facts(client, child.info.run_id), same]

    @setting.case("history")
    def _():
        run = setting.run_called("parent")
        histories = [
            client.get_metric_history(run, key) for key in ("loss", "far", "nan", "inf", "none")
        ]
        return [
            [[m.key, m.value, m.step, m.timestamp - STARTED] for m in each] for each in histories
        ]

    @setting.case("artifacts")
    def _():
        with mlflow.start_run(run_name="artifacts") as run:
            figure, axes = plt.subplots()
            axes.plot([1, 2, 3])
            mlflow.log_figure(figure, "plots/load.png")
            mlflow.log_figure(figure, "plots/load.svg")
            mlflow.log_text("grüße", "notes/hello b%.txt")
            mlflow.log_dict({"a": [1, None]}, "config.json")
            mlflow.log_dict({"a": 1}, "config.yaml")
            mlflow.log_image(np.zeros((4, 4, 3), dtype=np.uint8), "black.png")
            mlflow.log_table({"x": [1, 2], "y": ["a", "b"]}, "table.json")
            mlflow.log_table({"x": [3], "y": ["c"]}, "table.json")
            os.makedirs("tree/deep", exist_ok=True)
            for path in ("tree/a.txt", "tree/deep/b.txt"):
                with open(path, "w") as file:
                    file.write(path)
            mlflow.log_artifacts("tree", "copied")
            mlflow.log_artifact("tree/a.txt")
            mlflow.log_input(
                mlflow.data.from_pandas(FRAME, name="meters", targets=None), "training"
            )
            mlflow.log_input(
                mlflow.data.from_numpy(TARGET, name="labels"), "training", {"kind": "y"}
            )
        run_id = run.info.run_id
        local = mlflow.artifacts.download_artifacts(
            run_id=run_id, dst_path=os.path.join(setting.folder, "all")
        )
        files = sorted(
            os.path.relpath(os.path.join(at, name), local)
            for at, _, names in os.walk(local)
            for name in names
        )
        return [
            tree(client, run_id),
            files,
            open(os.path.join(local, "notes/hello b%.txt"), encoding="utf-8").read(),
            mlflow.artifacts.load_text(f"runs:/{run_id}/copied/deep/b.txt"),
            mlflow.artifacts.load_dict(f"runs:/{run_id}/config.json"),
            list(mlflow.artifacts.load_image(f"runs:/{run_id}/black.png").size),
            mlflow.load_table("table.json", run_ids=[run_id]).to_dict("list"),
            [
                [f.path, f.file_size]
                for f in mlflow.artifacts.list_artifacts(run_id=run_id, artifact_path="copied")
            ],
            facts(client, run_id)["inputs"],
            facts(client, run_id)["tags"],
        ]

    @setting.case("missing artifacts")
    def _():
        run_id = setting.run_called("artifacts")
        return [
            client.list_artifacts(run_id, "nowhere"),
            client.list_artifacts(run_id, "config.json"),
        ]

    @setting.case("autolog")
    def _():
        mlflow.sklearn.autolog(log_datasets=True, silent=True)
        with mlflow.start_run(run_name="autolog") as run:
            model = LogisticRegression(C=0.5).fit(FRAME, TARGET)
            model.score(FRAME, TARGET)
        mlflow.sklearn.autolog(disable=True)
        found = facts(client, run.info.run_id)
        found["metrics"] = {key: round(value, 9) for key, value in found["metrics"].items()}
        logged = client.get_logged_model(found["outputs"][0])
        loaded = mlflow.sklearn.load_model(f"models:/{logged.model_id}")
        return [
            found,
            tree(client, run.info.run_id),
            [
                logged.name,
                logged.status,
                logged.model_type,
                logged.source_run_id,
                logged.artifact_location,
            ],
            sorted(logged.params.items()),
            sorted([m.key, round(m.value, 9), m.dataset_name, m.step] for m in logged.metrics),
            (loaded.predict(FRAME) == model.predict(FRAME)).all(),
        ]

    @setting.case("failed run")
    def _():
        try:
            with mlflow.start_run(run_name="failed"):
                mlflow.log_param("seed", 7)
                raise ValueError("No")
        except ValueError:
            run = client.search_runs([experiment], "run_name = 'failed'")[0]
            return [facts(client, run.info.run_id), run.info.end_time is not None]

    @setting.case("asynchronous logging")
    def _():
        with mlflow.start_run(run_name="async") as run:
            for step in range(50):
                mlflow.log_metric("loss", step, step=step, synchronous=False)
            mlflow.log_params({"a": 1}, synchronous=False)
            mlflow.set_tags({"b": 2}, synchronous=False)
            mlflow.flush_async_logging()
        history = client.get_metric_history(run.info.run_id, "loss")
        return [
            sorted(m.step for m in history) == list(range(50)),
            facts(client, run.info.run_id)["params"],
        ]
