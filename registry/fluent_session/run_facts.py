"""What there is to compare of a run."""


def tree(client, run_id, path=None):
    """All artifacts of a run as (path, is_dir), with sizes only where they are our own bytes."""
    found = []
    for entry in client.list_artifacts(run_id, path):
        found.append([entry.path, entry.is_dir])
        if entry.is_dir:
            found += tree(client, run_id, entry.path)
    return found


def facts(client, run_id):
    """What a run holds, without what differs from machine to machine."""
    run = client.get_run(run_id)
    volatile = ("mlflow.source.", "mlflow.user", "mlflow.log-model.history")
    return {
        "name": run.info.run_name,
        "status": run.info.status,
        "stage": run.info.lifecycle_stage,
        "artifacts": run.info.artifact_uri,
        "params": run.data.params,
        "metrics": run.data.metrics,
        "tags": {k: v for k, v in run.data.tags.items() if not k.startswith(volatile)},
        "inputs": [
            [d.dataset.name, d.dataset.digest, d.dataset.source_type, d.dataset.schema]
            + [d.dataset.profile, [[t.key, t.value] for t in d.tags]]
            for d in run.inputs.dataset_inputs
        ],
        "outputs": [o.model_id for o in run.outputs.model_outputs],
    }
