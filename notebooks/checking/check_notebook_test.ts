import assert from "node:assert/strict";
import type { Cell, Notebook, Output } from "../documents/mod.ts";
import { checkNotebook } from "./check_notebook.ts";

function text(line: string): Output {
  return { output_type: "stream", name: "stdout", text: `${line}\n` };
}

function notebook(...cells: (Pick<Cell, "source" | "outputs"> & Partial<Cell>)[]): Notebook {
  return {
    cells: cells.map((cell, i) => ({
      cell_type: "code",
      id: `c${i}`,
      metadata: {},
      execution_count: i + 1,
      ...cell,
    })),
    metadata: {},
    nbformat: 4,
    nbformat_minor: 5,
  };
}

async function check(stored: Notebook) {
  const cwd = await Deno.makeTempDir();
  const checked = await checkNotebook(stored, {
    cwd,
    now: Date.now,
    env: { WATTBOOK_TEST: "empty" },
    cellTimeoutMs: 60_000,
  });
  await Deno.remove(cwd, { recursive: true });
  return checked;
}

Deno.test("checkNotebook() finds nothing where a run shows what is stored, by the rules", async () => {
  const stored = notebook(
    {
      source: "console.log(0.1 + 0.2);",
      outputs: [text("0.3")],
      metadata: { wattbook: { tolerance: 1e-9 } },
    },
    { source: "console.log(Deno.env.get('WATTBOOK_TEST'));", outputs: [text("empty")] },
    {
      source: "console.log(Deno.pid);",
      outputs: [],
      metadata: { wattbook: { skip: "is of the process" } },
    },
  );
  const { findings, skipped, updated } = await check(stored);
  assert.deepEqual(findings, []);
  assert.deepEqual(skipped, [{ cell: 3, message: "is of the process" }]);
  assert.deepEqual(updated, stored);
});

Deno.test("checkNotebook() names every failure, and an update takes the fresh outputs of those", async () => {
  const stored = notebook(
    {
      source: "console.log(0.1 + 0.2);",
      outputs: [text("0.3")],
      metadata: { wattbook: { tolerance: 1e-9 } },
    },
    { source: "console.log('new');", outputs: [text("old")], execution_count: 7 },
    { source: "const a: number = 'b';", outputs: [] },
  );
  const { findings, updated } = await check(stored);
  assert.deepEqual(findings.map(({ kind, cell, line, details }) => [kind, cell, line, details]), [
    ["order", 2, undefined, undefined],
    ["types", 3, 1, ["const a: number = 'b';"]],
    ["outputs", 2, undefined, ["- old", "+ new"]],
  ]);
  assert.deepEqual(
    updated?.cells.map(({ execution_count, outputs }) => [execution_count, outputs]),
    [[1, [text("0.3")]], [2, [text("new")]], [3, []]],
  );
});

Deno.test("checkNotebook() compares the cells before one that throws, and updates nothing", async () => {
  const stored = notebook(
    { source: "console.log(1);", outputs: [text("2")] },
    { source: "\nthrow new RangeError('Bad');", outputs: [] },
    { source: "console.log(3);", outputs: [text("4")] },
  );
  const { findings, updated } = await check(stored);
  assert.deepEqual(findings.map(({ kind, cell, line }) => [kind, cell, line]), [
    ["outputs", 1, undefined],
    ["failure", 2, 2],
  ]);
  assert.equal(findings[1].message, `Cannot run "throw new RangeError('Bad');": RangeError: Bad`);
  assert.equal(updated, undefined);
});

Deno.test("checkNotebook() names rules that it does not know, and runs nothing then", async () => {
  const stored = notebook(
    { source: "throw new Error('Ran');", outputs: [] },
    { source: "1", outputs: [], metadata: { wattbook: { tolerence: 1 } } },
  );
  const { findings } = await check(stored);
  assert.deepEqual(findings.map(({ kind, cell }) => [kind, cell]), [["failure", 2]]);
  assert.match(findings[0].message, /^Cannot read the rules at "wattbook" .*"tolerence"/);
});
