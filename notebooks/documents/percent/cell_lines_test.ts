import assert from "node:assert/strict";
import { cellLines, commented, uncommented } from "./cell_lines.ts";

Deno.test("cellLines() indents the marker as the code, and comments all but code", () => {
  const cell = { cell_type: "code", metadata: { tags: ["a"] }, source: "  f()\n%x" } as const;
  assert.deepEqual(cellLines(cell), ['  // %% tags=["a"]', "  f()", "// %x", ""]);
  const markdown = { cell_type: "markdown", metadata: {}, source: "a\n\n b" } as const;
  assert.deepEqual(cellLines(markdown), ["// %% [markdown]", "// a", "//", "//  b", ""]);
});

Deno.test("cellLines() divides cells by as many blank lines as jupytext noted, within reason", () => {
  const blank = (lines_to_next_cell: unknown) =>
    cellLines({ cell_type: "code", metadata: { lines_to_next_cell }, source: "" }).length - 1;
  assert.deepEqual([0, 3, -1, 1e9, "2", NaN, undefined].map(blank), [0, 3, 1, 1, 1, 1, 1]);
});

Deno.test("uncommented() takes back commented()", () => {
  for (const line of ["", " ", "a", " a", "// a"]) assert.equal(uncommented(commented(line)), line);
});
