"""Reports drift of one Parquet file against another with Evidently's preset, as an HTML file.

Usage: python drift_bench.py REFERENCE CURRENT HTML; prints seconds of each part as JSON.
"""

import json
import sys
import time

import pandas as pd
from evidently import Report
from evidently.presets import DataDriftPreset

reference_file, current_file, html_file = sys.argv[1:]

moments = [time.perf_counter()]
reference = pd.read_parquet(reference_file)
current = pd.read_parquet(current_file)
moments.append(time.perf_counter())
report = Report([DataDriftPreset()]).run(current, reference)
moments.append(time.perf_counter())
report.save_html(html_file)
moments.append(time.perf_counter())

parts = ["read", "run", "save_html"]
print(json.dumps({part: end - begin for part, begin, end in zip(parts, moments, moments[1:])}))
