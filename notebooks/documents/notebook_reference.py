"""Writes notebook_reference.txt: a notebook with every kind of output, made by nbformat 5.

Not named .ipynb, so that no formatter changes its bytes.

python notebook_reference.py notebook_reference.txt
"""

import sys

from nbformat import v4, write

outputs = [
    v4.new_output("stream", name="stdout", text="one\ntwo\n"),
    v4.new_output("stream", name="stderr", text="no newline at the end"),
    v4.new_output(
        "display_data",
        data={
            "image/svg+xml": '<svg>\n <text>é "€"</text>\n</svg>',
            "image/png": "aGVsbG8=\n",
            "application/json": {"b": [1, 2.5], "a": None},
            "application/vnd.vegalite.v5+json": {"mark": "bar"},
        },
        metadata={"image/png": {"width": 9}},
    ),
    v4.new_output("execute_result", data={"text/plain": "42"}, execution_count=2),
    v4.new_output("error", ename="RangeError", evalue="Bad", traceback=["RangeError: Bad", "  at 1"]),
]
cells = [
    v4.new_markdown_cell("# Title\n\nText", id="title"),
    v4.new_code_cell("", id="empty"),
    v4.new_code_cell("1\n\n2", id="code", execution_count=2, outputs=outputs, metadata={"tags": ["x"], "wattbook": {"tolerance": 1e-9}}),
    v4.new_raw_cell("raw\n", id="raw"),
]
notebook = v4.new_notebook(
    cells=cells,
    metadata={"kernelspec": {"display_name": "Deno", "language": "typescript", "name": "deno"}},
)
write(notebook, sys.argv[1])
