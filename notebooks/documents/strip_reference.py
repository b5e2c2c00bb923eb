"""Writes strip_reference.json: a notebook that ran, and what nbstripout 0.9.1 leaves of it.

python strip_reference.py > strip_reference.json
"""

import json
import subprocess
import sys

from nbformat import v4, writes

output = v4.new_output("execute_result", data={"text/plain": "42"}, execution_count=2)
told = {
    "ExecuteTime": {"end_time": "2026-01-01"},
    "collapsed": False,
    "execution": {"iopub.status.busy": "2026-01-01"},
    "heading_collapsed": True,
    "hidden": True,
    "scrolled": False,
    "tags": ["parameters"],
}
cells = [
    v4.new_markdown_cell("# Title", id="title", metadata=told),
    v4.new_code_cell("42", id="code", execution_count=2, outputs=[output], metadata=told),
    v4.new_code_cell("1", id="counted", execution_count=3),
    v4.new_raw_cell("raw", id="raw"),
]
metadata = {"kernelspec": {"display_name": "Deno", "name": "deno"}, "signature": "a", "widgets": {"b": {}}}
before = writes(v4.new_notebook(cells=cells, metadata=metadata))
command = [sys.executable, "-m", "nbstripout", "--keep-id"]
after = subprocess.run(command, input=before, capture_output=True, check=True, text=True).stdout
json.dump({"before": before, "after": after}, sys.stdout, indent=1)
print()
