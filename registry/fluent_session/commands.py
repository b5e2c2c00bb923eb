"""MLflow's command line."""

import json

from click.testing import CliRunner
from mlflow.cli import cli

COMMANDS = [
    "experiments create -n by-hand",
    "experiments search --view all",
    "experiments get --experiment-name fluent",
    "experiments rename --experiment-id {searched} --new-name searched-2",
    "experiments delete --experiment-id {searched}",
    "experiments search --view deleted_only",
    "experiments restore --experiment-id {searched}",
    "experiments get --experiment-id 999",
    "runs list --experiment-id {searched}",
    "runs describe --run-id {live}",
    "runs delete --run-id {live}",
    "runs list --experiment-id {experiment} --view deleted_only",
    "runs restore --run-id {live}",
    "runs describe --run-id absent",
    "artifacts log-artifact --local-file upload.txt --run-id {live} --artifact-path cli",
    "artifacts log-artifacts --local-dir tree --run-id {live} --artifact-path cli/tree",
    "artifacts list --run-id {live}",
    "artifacts list --run-id {live} --artifact-path cli",
    "artifacts download --run-id {live} --artifact-path cli/upload.txt --dst-path {folder}/down",
    "artifacts download --artifact-uri runs:/{live}/cli/tree --dst-path {folder}/down",
]


def command(*words):
    result = CliRunner().invoke(cli, list(words), catch_exceptions=True)
    refusal = None if result.exception is None else str(result.exception)
    try:
        output = json.loads(result.output)
    except ValueError:
        lines = [" ".join(line.split()) for line in result.output.splitlines()]
        output = [line for line in lines if line and not line.startswith("Tags ")]
    return {"output": output, "code": result.exit_code, "refusal": refusal}


def report(setting, searched):
    """Reports the cases."""
    output = setting.output
    names = {
        "searched": searched,
        "live": setting.run_called("parent"),
        "experiment": setting.experiment,
        "folder": setting.folder,
    }
    with open("upload.txt", "w") as file:
        file.write("by hand")
    for line in COMMANDS:
        words = line.format(**names).split()
        output.report(f"mlflow {line}", lambda: command(*words))
    output.report(
        "file that was downloaded", lambda: open(f"{setting.folder}/down/cli/upload.txt").read()
    )
