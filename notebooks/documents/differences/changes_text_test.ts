import assert from "node:assert/strict";
import { changesText } from "./changes_text.ts";
import type { NotebookChanges } from "./compare_notebooks.ts";
import { lineChanges } from "./line_changes.ts";

const cell = { cell_type: "code", id: "load", metadata: {}, source: "" } as const;
const names = { before: "a", after: "b", colour: false };
const CHANGES: NotebookChanges = {
  metadata: [],
  cells: [{
    before: { position: 2, cell },
    after: { position: 3, cell },
    source: lineChanges("1\n2\n3\n4\n5\n6", "1\n2\n3\n4\n5\nsix"),
    metadata: lineChanges("{}", '{"a": 1}'),
    outputs: [{ kinds: { stdout: lineChanges("x", "y") } }],
  }],
};

Deno.test("changesText() tells place, code, metadata and outputs of a cell", () => {
  assert.deepEqual(changesText(CHANGES, names).split("\n"), [
    "--- a",
    "+++ b",
    "@@ cell 2 → 3 (load), code: changed",
    "  …",
    "  3",
    "  4",
    "  5",
    "- 6",
    "+ six",
    "@@   metadata",
    "- {}",
    '+ {"a": 1}',
    "@@   output, stdout",
    "- x",
    "+ y",
  ]);
  assert.equal(changesText({ metadata: [], cells: [] }, names), "");
});

Deno.test("changesText() colours for a terminal what is gone, new or a place", () => {
  const lines = changesText(CHANGES, { ...names, colour: true }).split("\n");
  assert.equal(lines[2], "\x1b[36m@@ cell 2 → 3 (load), code: changed\x1b[0m");
  assert.deepEqual(lines.slice(3, 9), [
    "\x1b[2m  …\x1b[0m",
    "  3",
    "  4",
    "  5",
    "\x1b[31m- 6\x1b[0m",
    "\x1b[32m+ six\x1b[0m",
  ]);
});
