"""Logged models and the registry: logging, loading, versions, stages, aliases and searches."""

import mlflow
from run_facts import facts
from setting import FRAME, STARTED, TARGET
from sklearn.linear_model import LogisticRegression


def report(setting):
    """Reports the cases."""
    client, output, experiment = setting.client, setting.output, setting.experiment

    @setting.case("log and load a model")
    def _():
        mlflow.set_experiment("fluent")
        model = LogisticRegression(C=2).fit(FRAME, TARGET)
        with mlflow.start_run(run_name="model") as run:
            made = mlflow.sklearn.log_model(
                model, name="classifier", input_example=FRAME[:2], registered_model_name="meters"
            )
            mlflow.log_metric("auc", 0.9, model_id=made.model_id, timestamp=STARTED)
        loaded = mlflow.pyfunc.load_model("models:/meters/1")
        return [
            facts(client, run.info.run_id),
            made.signature.to_dict(),
            loaded.predict(FRAME).tolist() == model.predict(FRAME).tolist(),
            loaded.metadata.get_input_schema().to_dict(),
            [m.name for m in client.search_logged_models([experiment], "metrics.auc > 0.5")],
            [m.name for m in mlflow.search_logged_models([experiment], output_format="list")],
            client.get_model_version("meters", "1"),
        ]

    logged_model_searches = [
        ("name = 'classifier'", None),
        ("name LIKE 'c%' AND metrics.auc >= 0.9", None),
        ("params.C = '0.5'", None),
        ("attributes.status = 'READY'", [{"field_name": "name", "ascending": True}]),
        ("name != 'model'", [{"field_name": "metrics.auc", "ascending": False}]),
        ("metrics.auc IS NULL", None),
        ("moon.x = '1'", None),
        ("", [{"field_name": "creation_timestamp"}]),
    ]
    for filter_string, order_by in logged_model_searches:
        output.report(
            f"search logged models {filter_string} by {order_by}",
            lambda: [
                m.name
                for m in client.search_logged_models([experiment], filter_string, order_by=order_by)
            ],
        )

    @setting.case("registry")
    def _():
        second = mlflow.register_model("models:/meters/1", "meters", tags={"copied": "yes"})
        client.update_registered_model("meters", "All meters")
        client.set_registered_model_tag("meters", "team", "energy")
        client.update_model_version("meters", "1", "The first")
        client.set_model_version_tag("meters", "1", "checked", "yes")
        client.set_registered_model_alias("meters", "champion", 1)
        client.set_registered_model_alias("meters", "challenger", 2)
        client.transition_model_version_stage("meters", 1, "Staging")
        client.transition_model_version_stage("meters", 1, "production")
        client.transition_model_version_stage(
            "meters", 2, "Production", archive_existing_versions=True
        )
        copied = client.copy_model_version("models:/meters@champion", "copies")
        return [
            second.version,
            client.get_registered_model("meters"),
            client.get_model_version("meters", "1"),
            client.get_model_version_by_alias("meters", "challenger").version,
            client.get_model_version_download_uri("meters", "1"),
            sorted([v.version, v.current_stage] for v in client.get_latest_versions("meters")),
            [copied.name, copied.version],
            mlflow.pyfunc.load_model("models:/copies/1").predict(FRAME).tolist(),
            client.rename_registered_model("copies", "copied"),
        ]

    for name in ("energy-a", "energy-b", "Other"):
        client.create_registered_model(name, tags={"kind": name[-1]}, description=f"About {name}")
    client.create_model_version("energy-a", "mlflow-artifacts:/0/a/artifacts", tags={"n": "1"})
    client.create_model_version("energy-a", "s3://bucket/b", run_id=None, description="second")

    for filter_string, order_by in [
        ("", []),
        ("name = 'energy-a'", []),
        ("name LIKE 'energy%'", ["name DESC"]),
        ("name ILIKE '%OTHER'", []),
        ("name != 'Other'", ["name ASC"]),
        ("tags.kind = 'a'", []),
        ("tags.kind LIKE '%' AND name LIKE 'e%'", []),
        ("tags.kind != 'a'", []),
        ("moon = 'a'", []),
        ("name > 'a'", []),
        ("", ["moon"]),
    ]:
        output.report(
            f"search registered models {filter_string} by {order_by}",
            lambda: [
                m.name for m in client.search_registered_models(filter_string, order_by=order_by)
            ],
        )

    for filter_string, order_by in [
        ("name = 'energy-a'", ["version_number ASC"]),
        ("name = 'energy-a'", ["version_number DESC"]),
        ("name LIKE 'met%'", ["version_number ASC"]),
        ("tags.n = '1'", []),
        ("source_path = 's3://bucket/b'", []),
        ("version_number = 2 AND name = 'energy-a'", []),
        ("version_number > 1", ["name ASC", "version_number ASC"]),
        ("run_id IN ('none', 'b')", []),
        ("version_number = 'a'", []),
        ("moon = '1'", []),
        ("", ["moon"]),
    ]:
        output.report(
            f"search versions {filter_string} by {order_by}",
            lambda: [
                [v.name, v.version]
                for v in client.search_model_versions(filter_string, order_by=order_by)
            ],
        )
