"""Prints what the session finds, with everything that differs from server to server named alike."""

import datetime
import json
import math
import re

from mlflow.exceptions import MlflowException

IDS = re.compile(r"(?<![0-9a-z])(?:m-)?[0-9a-f]{32}(?![0-9a-z])")
TIMES = re.compile(
    r"(?<!\d)1[789]\d{11}(?!\d)|(?<!\d)20\d\d([-/])\d\d\1\d\d[ T]\d\d:\d\d:\d\d(?:\.\d+)?"
)
SETS = re.compile(r"'\{('[^{}]*')\}'")


class Output:
    """Collects cases; what they return is printed as one JSON line each."""

    def __init__(self, uri, folder):
        self.hidden = [(folder, "<folder>"), (uri, "<host>"), (uri.split("//")[1], "<host>")]
        self.ids = {}

    def report(self, name, action):
        """Runs `action` and prints what it returns, or the code and message of its refusal."""
        try:
            value = action()
        except MlflowException as error:
            value = {"refused": error.error_code, "message": str(error)}
        except Exception as error:
            # Of the client's own making, such as a file that is not there.
            value = {"refused": type(error).__name__, "message": str(error)}
        print(json.dumps({"case": name, "value": self.plain(value)}, sort_keys=True), flush=True)

    def plain(self, value):
        """The value as JSON without ids, times, addresses and folders of this run."""
        if value is None or isinstance(value, (bool, int)):
            return "<time>" if TIMES.fullmatch(str(value)) else value
        if isinstance(value, float):
            return value if math.isfinite(value) else str(value)
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, datetime.datetime):
            return "<time>"
        if isinstance(value, dict):
            return {self.text(str(key)): self.plain(item) for key, item in value.items()}
        if isinstance(value, (list, tuple, set)):
            return [self.plain(item) for item in value]
        # Entities of MLflow iterate over their properties as pairs.
        return self.plain(
            {key: item for key, item in value} if hasattr(value, "__iter__") else str(value)
        )

    def text(self, value):
        for found, name in self.hidden:
            value = value.replace(found, name)
        value = IDS.sub(lambda found: self.named(found.group()), value)
        # A set of Python has no order.
        value = SETS.sub(lambda found: str(sorted(found[1].split(", "))), value)
        # A body inside a message may be indented or not.
        value = re.sub(r"(?<=[{])\s+|\s+(?=[}])|(?<=,)\s+", "", value)
        return TIMES.sub("<time>", value)

    def named(self, identifier):
        kind = "model" if identifier.startswith("m-") else "run"
        return self.ids.setdefault(identifier, f"<{kind} {len(self.ids)}>")
