"""What the parts of the session share: the server, its client and data of known values."""

import os
import tempfile
from dataclasses import dataclass

import mlflow
import numpy as np
import pandas as pd
from mlflow import MlflowClient
from output import Output

STARTED = 1_700_000_000_000
FRAME = pd.DataFrame(
    {"load": [1.0, 2.0, 8.0, 9.0, 1.5, 8.5], "hour": [1.0, 2.0, 3.0, 4.0, 5.0, 6.0]}
)
TARGET = np.array([0, 0, 1, 1, 0, 1])


@dataclass
class Setting:
    """One server and an empty directory, which is the current one."""

    client: MlflowClient
    folder: str
    output: Output
    experiment: str

    def case(self, name):
        """Runs the function below it as a case."""

        def run(action):
            self.output.report(name, action)

        return run

    def run_called(self, name):
        """Id of the run of a name in the session's experiment."""
        return self.client.search_runs([self.experiment], f"run_name = '{name}'")[0].info.run_id


def open_setting(uri):
    """Points MLflow at a server and makes the session's experiment there."""
    folder = os.path.realpath(tempfile.mkdtemp())
    os.chdir(folder)
    os.environ["MLFLOW_TRACKING_URI"] = uri
    mlflow.set_tracking_uri(uri)
    client = MlflowClient()
    experiment = client.create_experiment("fluent", tags={"team": "energy"})
    return Setting(client, folder, Output(uri, folder), experiment)
