"""Wattbook's tracking server, started with the command line of `mlflow server`.

Environment: WATTBOOK_DENO is the deno program.
"""

import atexit
import json
import os
import shutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]

# Options of `mlflow server` that set up its Python processes, with the number of words they take.
OF_PROCESSES = {"--workers": 1, "--gunicorn-opts": 1, "--uvicorn-opts": 1, "--env-file": 1}


def server_command(options, environment):
    """The command that starts the server with options of `mlflow server`."""
    deno, *line = json.loads((ROOT / "deno.json").read_text())["tasks"]["mlflow"]["command"].split()
    run, *permissions, program, name = line
    command = [environment["WATTBOOK_DENO"], run, "--config", str(ROOT / "deno.json")]
    command += [*permissions, str(ROOT / program), name]
    pattern = environment.get("MLFLOW_CREATE_MODEL_VERSION_SOURCE_VALIDATION_REGEX")
    if pattern:
        command += ["--model-source-pattern", pattern]
    if environment.get("MLFLOW_WEBHOOK_ALLOW_PRIVATE_IPS") == "true":
        command.append("--webhook-private-addresses")
    return command + _translated(options)


def server_environment(environment):
    """The environment without the address of a server for clients, which is not ours to read."""
    return {name: value for name, value in environment.items() if name != "MLFLOW_TRACKING_URI"}


def _translated(options):
    words = iter(options)
    kept = []
    for word in words:
        if word in OF_PROCESSES:
            for _ in range(OF_PROCESSES[word]):
                next(words)
        elif word == "--backend-store-uri":
            # The tests make the database of MLflow's own schema first; ours lies beside it.
            kept += [word, f"{next(words)}.wattbook"]
        else:
            kept.append(word)
    return kept


def shim_folder():
    """Makes a folder whose `mlflow` starts our server for `mlflow server`, else MLflow's program."""
    folder = Path(tempfile.mkdtemp(prefix="wattbook-shim-"))
    atexit.register(shutil.rmtree, folder)
    shim = folder / "mlflow"
    shim.write_text(
        f"#!{sys.executable}\n"
        "import sys\n"
        f"sys.path.insert(0, {str(Path(__file__).parent)!r})\n"
        "import embedded_server\n"
        "embedded_server.main(sys.argv[1:])\n"
    )
    shim.chmod(0o755)
    return folder


def main(words):
    """What the shim runs."""
    if words[:1] == ["server"]:
        command = server_command(words[1:], os.environ)
        os.execve(command[0], command, server_environment(os.environ))
    os.execv(sys.executable, [sys.executable, "-m", "mlflow", *words])
