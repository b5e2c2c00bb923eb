import assert from "node:assert/strict";
import type { Cell, Notebook } from "../notebook.ts";
import type { Output } from "../output.ts";
import { type CellChange, compareNotebooks } from "./compare_notebooks.ts";

function notebook(...cells: (Partial<Cell> & Pick<Cell, "id" | "source">)[]): Notebook {
  return {
    cells: cells.map((cell) => ({ cell_type: "code", metadata: {}, ...cell })),
    metadata: {},
    nbformat: 4,
    nbformat_minor: 5,
  };
}

function display(data: Record<string, unknown>): Output {
  return { output_type: "display_data", data, metadata: {} };
}

function places(before: Notebook, after: Notebook, ids = true) {
  return compareNotebooks(before, after, { ids }).cells
    .map(({ before, after }) => [before?.position, after?.position]);
}

function signs(changes: CellChange["source"]): string[] {
  return changes.map(({ sign, line }) => sign + line);
}

const LOAD = "const load = await sql`SELECT * FROM readings`;\nplot(load);";

Deno.test("compareNotebooks() finds nothing between runs of one notebook", () => {
  const first = notebook({
    id: "a",
    source: LOAD,
    execution_count: 1,
    metadata: { scrolled: true },
  });
  const second = notebook({ id: "a", source: LOAD, execution_count: 7, metadata: {} });
  assert.deepEqual(compareNotebooks(first, second, { ids: true }), { metadata: [], cells: [] });
});

Deno.test("compareNotebooks() pairs cells by id, then by likeness of their source", () => {
  const before = notebook({ id: "a", source: "1" }, { id: "b", source: LOAD }, {
    id: "c",
    source: "end",
  });
  const after = notebook(
    { id: "new", source: "// first of all\nsetup();" },
    { id: "a", source: "nothing like it" },
    { id: "renamed", source: LOAD.replace("plot", "table") },
    { id: "c", source: "end" },
  );
  assert.deepEqual(places(before, after), [[undefined, 1], [1, 2], [2, 3]]);
  const { cells } = compareNotebooks(before, after, { ids: true });
  assert.deepEqual(signs(cells[2].source), [
    " const load = await sql`SELECT * FROM readings`;",
    "-plot(load);",
    "+table(load);",
  ]);
});

Deno.test("compareNotebooks() goes by sources alone where ids are only positions", () => {
  const before = notebook({ id: "cell-1", source: LOAD }, { id: "cell-2", source: "end();" });
  const after = notebook(
    { id: "cell-1", source: "entirely(new)" },
    { id: "cell-2", source: LOAD },
    { id: "cell-3", source: "end();" },
  );
  assert.deepEqual(places(before, after, false), [[undefined, 1]]);
});

Deno.test("compareNotebooks() tells cells that are gone, of another type, or tagged otherwise", () => {
  const before = notebook({ id: "a", source: "text" }, { id: "b", source: "1" });
  const after = notebook(
    { id: "a", source: "text", cell_type: "markdown" },
    { id: "b", source: "1", metadata: { tags: ["x"] } },
  );
  assert.deepEqual(places(before, after), [[1, undefined], [undefined, 1], [2, 2]]);
  const { metadata } = compareNotebooks(before, after, { ids: true }).cells[2];
  assert.deepEqual(signs(metadata), ["-{}", "+{", '+ "tags": [', '+  "x"', "+ ]", "+}"]);
});

Deno.test("compareNotebooks() compares outputs by kind, past those that are new or gone", () => {
  const text: Output = { output_type: "stream", name: "stdout", text: "1\n2\n" };
  const before = notebook({
    id: "a",
    source: "1",
    outputs: [
      text,
      display({ "image/png": "aGVsbG8=" }),
      display({ "text/html": "<b>1</b><i>2</i>" }),
    ],
  });
  const after = notebook({
    id: "a",
    source: "1",
    outputs: [
      display({ "image/png": "aGVsbG9v" }),
      display({ "text/html": "<b>1</b><i>3</i>" }),
      display({ "application/json": { a: 1 } }),
    ],
  });
  const [{ outputs }] = compareNotebooks(before, after, { ids: true }).cells;
  const told = outputs.map(({ kinds }) =>
    Object.entries(kinds).map(([kind, lines]) => [kind, signs(lines)])
  );
  assert.deepEqual(told, [
    [["stdout", ["-1", "-2"]]],
    [["image/png", ["-image/png of 5 bytes", "+image/png of 6 bytes"]]],
    [["text/html", [" <b>1</b>", "-<i>2</i>", "+<i>3</i>"]]],
    [["application/json", ["+{", '+ "a": 1', "+}"]]],
  ]);
  assert.deepEqual(outputs.map((one) => ["before" in one, "after" in one]), [
    [true, false],
    [true, true],
    [true, true],
    [false, true],
  ]);
});

Deno.test("compareNotebooks() tells other metadata of the notebook, and pictures of the same size", () => {
  const pictures = ["aGVsbG8=", "aGVsbGE="].map((png) =>
    notebook({ id: "a", source: "1", outputs: [display({ "image/png": png })] })
  );
  const named = { ...pictures[1], metadata: { kernelspec: { name: "deno" } } };
  const { metadata, cells } = compareNotebooks(pictures[0], named, { ids: true });
  assert.equal(metadata.filter(({ sign }) => sign === "+").length, 5);
  assert.deepEqual(signs(cells[0].outputs[0].kinds["image/png"]), [
    "-image/png of 5 bytes",
    "+image/png of 5 bytes",
  ]);
});
