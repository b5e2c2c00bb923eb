"""A pytest plugin that points MLflow's own HTTP tests at Wattbook's tracking server.

The test files stay as they are. What they start servers with is replaced before they are
imported. Tests that `deselected.json` names are left out for the reason it gives.
"""

import contextlib
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest
import requests

import embedded_server

HERE = Path(__file__).parent
DESELECTED = json.loads((HERE / "deselected.json").read_text())
GROUPS = json.loads((HERE / "groups.json").read_text())


def pytest_addoption(parser):
    parser.addoption(
        "--server",
        choices=["wattbook", "mlflow"],
        default="wattbook",
        help="what the tests talk to",
    )
    parser.addoption(
        "--deselected",
        action="store_true",
        help="run what is otherwise left out as not offered",
    )
    parser.addoption("--report", help="file that is written with what came out, as JSON")


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config):
    if config.getoption("--server") == "wattbook":
        _replace_servers()
    else:
        _find_first(Path(sys.executable).parent)
    config.pluginmanager.register(Tally(config), "wattbook-tally")


def _replace_servers():
    import mlflow
    import mlflow.server.handlers
    import tests.tracking.integration_test_utils as utils

    stores = []

    def record_stores(backend_store_uri, *_, default_artifact_root=None, **__):
        stores.append((backend_store_uri, default_artifact_root))

    class ServerThread:
        """Takes the place of a server in a thread."""

        def __init__(self, app, port):
            self.database, root = stores[-1]
            options = ["--default-artifact-root", root] if root else []
            self.server = _serving(port, options, {})

        def __enter__(self):
            url = self.server.__enter__()
            # Command lines that would open the server's own database ask the server instead.
            if mlflow.get_tracking_uri() == self.database:
                mlflow.set_tracking_uri(url)
            return url

        def __exit__(self, *failure):
            return self.server.__exit__(*failure)

    @contextlib.contextmanager
    def init_server(backend_uri, root_artifact_uri, extra_env=None, app=None, server_type=None):
        from tests.helper_functions import get_safe_port

        with _serving(get_safe_port(), [], extra_env or {}) as url:
            yield url

    mlflow.server.handlers.initialize_backend_stores = record_stores
    utils.ServerThread = ServerThread
    utils._init_server = init_server
    subprocess.Popen = _popen_of_servers(subprocess.Popen)
    _find_first(embedded_server.shim_folder())


def _find_first(folder):
    """Lets a folder's `mlflow` be the one that tests start."""
    os.environ["PATH"] = f"{folder}{os.pathsep}{os.environ['PATH']}"


def _popen_of_servers(popen):
    class Popen(popen):
        def __init__(self, args, *more, **options):
            if args[:4] == [sys.executable, "-m", "mlflow", "server"]:
                environment = options.get("env") or os.environ
                args = embedded_server.server_command(args[4:], environment)
                options["env"] = embedded_server.server_environment(environment)
            super().__init__(args, *more, **options)

    return Popen


@contextlib.contextmanager
def _serving(port, options, extra_environment):
    with tempfile.TemporaryDirectory(prefix="wattbook-home-") as home:
        environment = {**os.environ, **extra_environment, "WATTBOOK_HOME": home}
        command = embedded_server.server_command(["--port", str(port), *options], environment)
        server = subprocess.Popen(command, env=embedded_server.server_environment(environment))
        try:
            _wait_until_healthy(f"http://127.0.0.1:{port}", server)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait()


def _wait_until_healthy(url, server):
    deadline = time.monotonic() + 60
    while server.poll() is None and time.monotonic() < deadline:
        with contextlib.suppress(requests.RequestException):
            if requests.get(f"{url}/health", timeout=1).ok:
                return
        time.sleep(0.02)
    raise RuntimeError(f"Cannot reach the server on {url}")


def _reason(item, table):
    """Why a table leaves a test out; None when it does not."""
    return table.get(item.nodeid.split("::")[0], {}).get(item.originalname)


def _group(nodeid):
    return next(group for group, pattern in GROUPS.items() if re.search(pattern, nodeid))


class Tally:
    """Selects the tests and notes how they end."""

    def __init__(self, config):
        self.only_deselected = config.getoption("--deselected")
        self.report = config.getoption("--report")
        self.outcomes = {}
        self.left_out = []

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection_modifyitems(self, config, items):
        # MLflow skips its cases of the file store itself, which it no longer has.
        counted = [item for item in items if "[file" not in item.nodeid]
        _require_known(counted)
        offered, others = [], []
        for item in counted:
            reason = _reason(item, DESELECTED["not offered"])
            elsewhere = _reason(item, DESELECTED["not over HTTP"])
            if reason or elsewhere:
                self.left_out.append({"test": item.nodeid, "reason": reason or elsewhere})
            if reason:
                others.append(item)
            elif not elsewhere:
                offered.append(item)
        chosen = others if self.only_deselected else offered
        config.hook.pytest_deselected(items=[item for item in items if item not in chosen])
        items[:] = chosen

    def pytest_runtest_logreport(self, report):
        before = self.outcomes.get(report.nodeid)
        if report.when == "call" or (report.outcome != "passed" and before is None):
            expected = hasattr(report, "wasxfail")
            self.outcomes[report.nodeid] = "expected to fail" if expected else report.outcome
        elif report.outcome == "failed":
            self.outcomes[report.nodeid] = "failed"

    def pytest_sessionfinish(self):
        if self.report is None:
            return
        tests = [
            {"test": test, "group": _group(test), "outcome": outcome}
            for test, outcome in self.outcomes.items()
        ]
        Path(self.report).write_text(json.dumps({"tests": tests, "leftOut": self.left_out}))


def _require_known(items):
    """A name that the checkout no longer has would leave nothing out, unseen."""
    names = {(item.nodeid.split("::")[0], item.originalname) for item in items}
    files = {file for file, _ in names}
    for table in DESELECTED.values():
        for file, tests in table.items():
            gone = [test for test in tests if file in files and (file, test) not in names]
            if gone:
                raise pytest.UsageError(f"{file} has no test {', '.join(gone)}")
