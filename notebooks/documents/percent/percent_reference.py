"""Writes percent_reference.json: texts that jupytext 1.19.6 makes of odd cells, and reads of texts.

python percent_reference.py > percent_reference.json
"""

import itertools
import json
import sys

import jupytext
from nbformat import v4

DENO = {"kernelspec": {"display_name": "Deno", "language": "typescript", "name": "deno"}}


ids = (f"cell-{i}" for i in itertools.count())


def code(source, **metadata):
    return v4.new_code_cell(source, metadata=metadata, id=next(ids))


def markdown(source, **metadata):
    return v4.new_markdown_cell(source, metadata=metadata, id=next(ids))


def raw(source, **metadata):
    return v4.new_raw_cell(source, metadata=metadata, id=next(ids))


notebooks = {
    "empty notebook": ([], DENO),
    "no metadata": ([code("1")], {}),
    "one cell": ([code("6 * 7")], DENO),
    "empty cells": ([code(""), code(""), markdown(""), raw(""), code("")], DENO),
    "ends of lines": ([code("1\n"), code("1\n\n"), markdown("a\n"), markdown("a\n\nb\n\n"), code("\n"), code("2\n")], DENO),
    "indentation": ([code("  indented\nnot"), markdown("  indented\n    code"), code("\n  later")], DENO),
    "tags": ([code("let a = 1;", tags=["parameters", "x y"]), markdown("# A", tags=["a"]), code("1", tags=[])], DENO),
    "metadata": (
        [
            code("1", name="a b", nested={"b": [1, 2.5, None, True], "a": "é\"'="}, collapsed=True, scrolled=False),
            code("2", tolerance=1e-9, small=0.00001, whole=0.0001, ExecuteTime={}, execution={"a": "b"}),
            code("3", title="A title", tags=["t"]),
            markdown("4", title="A title", region_name="md"),
            raw("5", raw_mimetype="text/html"),
            code("6", a="b", hidden=None),
            code("7", cell_depth=2, title="Deep"),
        ],
        DENO,
    ),
    "magics": ([code("%time f()\n  %%x y\na % b\n//%c\n// %load\n% b\n%x // noescape\nlet a = 1; // %d"), markdown("%load")], DENO),
    "fences": ([markdown("```mermaid\n%% comment\n```\ntext"), markdown("~~~\n%% a\n~~~\n"), code("1")], DENO),
    "comments": ([code("// # not Markdown\n//\n// text"), markdown("// slashes\n//"), code("/* %% */")], DENO),
    "not ASCII": ([markdown("Verbräuche in €"), code('const ä = "😀";')], DENO),
    "front matter": ([raw("---\ntitle: A: b\nlist:\n  - 1\n---"), code("1")], DENO),
    "front matter alone": ([raw("---\ntitle: A\n---")], {}),
    "other metadata": (
        [code("1")],
        {
            **DENO,
            "jupytext": {"formats": "ipynb,ts:percent"},
            "language_info": {"name": "typescript", "version": "6.0.3"},
            "orphan": True,
            "tocdepth": 2,
            "widgets": {"a": 1},
        },
    ),
    "gaps": ([code("1", lines_to_next_cell=0), code("2", lines_to_next_cell=2), markdown("3", lines_to_next_cell=0), code("4")], DENO),
    "templates": ([code("const a = `\n# %% not ours\n`;\n"), code("x\n\n\n\ny")], DENO),
}
texts = {
    "no header": "// %%\n1\n",
    "no marker": "const a = 1;\n\n\n// %% [markdown]\n// text\n",
    "not divided": "// %%\n1\n// %% [markdown]\n// a\n// %%\n2\n",
    "two blank lines after Markdown": "// %% [markdown]\n// a\n\n\n// %%\n1\n",
    "titles": "// %% A title\n1\n\n// %% B [markdown] a=1\n// b\n\n// %%%% C\n1\n",
    "bad metadata": "// %% a=b=c\n1\n\n// %% tags=['x'\n2\n",
    "markers": "//%% a=1\n1\n\n  // %%\n  2\n\n// <codecell>\n3\n\n// In[4]:\n4\n",
    "encoding": "// -*- coding: utf-8 -*-\n// ---\n// jupyter:\n//   orphan: true\n// ---\n\n// %%\n'é'\n",
    "front matter": "// ---\n// title: A\n// jupyter:\n//   orphan: true\n// tags: [b]\n// ---\n\n// %%\n1\n",
    "unclosed fence": "// %% [markdown]\n// ```\n\n// %%\n1\n",
    "empty": "",
    "blank": "\n",
}


def plain(cell):
    return {"cell_type": cell.cell_type, "metadata": cell.metadata, "source": cell.source}


written = [
    {
        "name": name,
        "cells": [plain(cell) for cell in cells],
        "metadata": metadata,
        "text": jupytext.writes(v4.new_notebook(cells=cells, metadata=metadata), fmt="ts:percent"),
    }
    for name, (cells, metadata) in notebooks.items()
]
read = []
for name, text in texts.items():
    notebook = jupytext.reads(text, fmt="ts:percent")
    cells = [plain(cell) for cell in notebook.cells]
    read.append({"name": name, "text": text, "cells": cells, "again": jupytext.writes(notebook, fmt="ts:percent")})
json.dump({"written": written, "read": read}, sys.stdout, indent=1)
print()
