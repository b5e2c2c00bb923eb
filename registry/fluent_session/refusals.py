"""What is refused, with which code and words."""

import mlflow
from mlflow.entities import Param


def report(setting, searched):
    """Reports the cases."""
    client, output, experiment = setting.client, setting.output, setting.experiment

    gone = "0" * 32
    live = setting.run_called("parent")
    for name, action in [
        ("experiment twice", lambda: client.create_experiment("fluent")),
        ("experiment without a name", lambda: client.create_experiment("")),
        ("experiment of a long name", lambda: client.create_experiment("x" * 501)),
        ("experiment of no id", lambda: client.get_experiment("999")),
        ("experiment of a bad id", lambda: client.get_experiment("abc")),
        ("experiment renamed to one that is", lambda: client.rename_experiment(searched, "fluent")),
        ("run of no id", lambda: client.get_run(gone)),
        ("run of a bad id", lambda: client.get_run("../x")),
        ("run in no experiment", lambda: client.create_run("999")),
        ("param changed", lambda: client.log_param(live, "trees", "50")),
        (
            "params changed",
            lambda: client.log_batch(live, params=[Param("trees", "5"), Param("rate", "2")]),
        ),
        ("params twice", lambda: client.log_batch(live, params=[Param("p", "5"), Param("p", "2")])),
        (
            "too many params",
            lambda: client.log_batch(live, params=[Param(f"q{i}", "") for i in range(101)]),
        ),
        ("metric of a bad name", lambda: client.log_metric(live, "../x", 1.0)),
        ("metric of no number", lambda: client.log_metric(live, "m", "a")),
        ("metric of a name that is too long", lambda: client.log_metric(live, "m" * 251, 1.0)),
        ("param of a bad name", lambda: client.log_param(live, "a!b", "1")),
        ("param that is cut", lambda: len(client.log_param(live, "long", "v" * 7000))),
        ("tag of a name that is too long", lambda: client.set_tag(live, "t" * 251, "1")),
        ("tag that is not there", lambda: client.delete_tag(live, "absent")),
        (
            "experiment tag that is not there",
            lambda: client.delete_experiment_tag(experiment, "absent"),
        ),
        ("artifact outside", lambda: client.list_artifacts(live, "../x")),
        (
            "artifact that is not there",
            lambda: mlflow.artifacts.load_text(f"runs:/{live}/absent.txt"),
        ),
        ("logged model of no id", lambda: client.get_logged_model("m-" + gone)),
        ("model twice", lambda: client.create_registered_model("meters")),
        ("model of a bad name", lambda: client.create_registered_model("a/b")),
        ("model without a name", lambda: client.create_registered_model("")),
        ("model of no name", lambda: client.get_registered_model("absent")),
        ("model renamed to one that is", lambda: client.rename_registered_model("meters", "Other")),
        ("version of no model", lambda: client.create_model_version("absent", "s3://a/b")),
        ("version of no number", lambda: client.get_model_version("meters", "99")),
        ("version of a bad number", lambda: client.get_model_version("meters", "a")),
        ("version of a local path", lambda: client.create_model_version("meters", "/etc/passwd")),
        ("version of a way out", lambda: client.create_model_version("meters", "s3://a/../b")),
        ("alias of a bad name", lambda: client.set_registered_model_alias("meters", "a b", 1)),
        ("alias that is kept", lambda: client.set_registered_model_alias("meters", "latest", 1)),
        ("alias like a version", lambda: client.set_registered_model_alias("meters", "v1", 1)),
        ("alias of no version", lambda: client.set_registered_model_alias("meters", "x", 99)),
        ("alias that is not there", lambda: client.get_model_version_by_alias("meters", "absent")),
        (
            "alias loaded that is not there",
            lambda: mlflow.pyfunc.load_model("models:/meters@absent"),
        ),
        ("stage that is none", lambda: client.transition_model_version_stage("meters", 1, "moon")),
        (
            "archiving for no stage",
            lambda: client.transition_model_version_stage("meters", 1, "None", True),
        ),
        ("latest of no stage", lambda: client.get_latest_versions("meters", ["moon"])),
        ("tag of no model", lambda: client.set_registered_model_tag("absent", "a", "b")),
        ("tag of no version", lambda: client.set_model_version_tag("meters", "99", "a", "b")),
    ]:
        output.report(name, action)
