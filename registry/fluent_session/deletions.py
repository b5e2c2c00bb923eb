"""Deletion and restoration of runs, experiments and what is in the registry."""

import mlflow
from mlflow.entities import ViewType


def report(setting, searched):
    """Reports the cases."""
    client, output = setting.client, setting.output
    live = setting.run_called("parent")

    @setting.case("deletion of a run")
    def _():
        client.delete_run(live)
        states = [client.get_run(live).info.lifecycle_stage]
        client.restore_run(live)
        return states + [client.get_run(live).info.lifecycle_stage]

    @setting.case("writing to a deleted run")
    def _():
        client.delete_run(live)
        try:
            client.log_metric(live, "late", 1.0)
        finally:
            client.restore_run(live)

    @setting.case("deletion of an experiment")
    def _():
        client.delete_experiment(searched)
        states = [client.get_experiment(searched).lifecycle_stage]
        states += [len(client.search_runs([searched], run_view_type=view)) for view in (1, 2)]
        found = client.search_experiments(ViewType.DELETED_ONLY)
        client.restore_experiment(searched)
        states += [len(client.search_runs([searched], run_view_type=view)) for view in (1, 2)]
        return [states, [e.name for e in found], client.get_experiment(searched).lifecycle_stage]

    output.report("restoring what is there", lambda: client.restore_experiment(searched))

    @setting.case("use of a deleted experiment")
    def _():
        client.delete_experiment(searched)
        mlflow.set_experiment("searched")

    output.report("run in a deleted experiment", lambda: client.create_run(searched))
    client.restore_experiment(searched)

    @setting.case("deletion in the registry")
    def _():
        client.delete_model_version("energy-a", "2")
        client.delete_model_version_tag("meters", "1", "checked")
        client.delete_registered_model_tag("meters", "team")
        client.delete_registered_model_alias("meters", "challenger")
        client.delete_registered_model("copied")
        third = client.create_model_version("energy-a", "s3://bucket/c").version
        return [
            third,
            client.get_registered_model("meters").aliases,
            client.get_model_version("meters", "1").tags,
        ]

    output.report("deleting a version twice", lambda: client.delete_model_version("energy-a", "2"))
    output.report("deleting a model twice", lambda: client.delete_registered_model("copied"))
