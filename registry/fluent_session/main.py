"""What a data scientist does with MLflow's fluent API and command line: python main.py URI

Prints one JSON line per case, without ids, times and addresses, so that the lines of two tracking
servers can be compared.
"""

import json
import sys
import warnings

import commands
import deletions
import models
import refusals
import runs
import searches
from setting import open_setting

warnings.filterwarnings("ignore")
setting = open_setting(sys.argv[1])
runs.report(setting)
searched = searches.report(setting)
models.report(setting)
refusals.report(setting, searched)
deletions.report(setting, searched)
commands.report(setting, searched)
print(json.dumps({"case": "done"}))
