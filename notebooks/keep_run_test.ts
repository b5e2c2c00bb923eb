import assert from "node:assert/strict";
import { join } from "node:path";
import { createProgress } from "../pipelines/mod.ts";
import { readNotebook, writeNotebook } from "./documents/mod.ts";
import { keepRun } from "./keep_run.ts";

const cell = { cell_type: "code", id: "a", metadata: {}, source: "6 * 7", outputs: [] } as const;
const notebook = {
  cells: [{ ...cell, execution_count: null }],
  metadata: {},
  nbformat: 4,
  nbformat_minor: 5,
} as const;

Deno.test("keepRun() dates the cells of a copy and leaves those of the notebook undated", async () => {
  const folder = await Deno.makeTempDir();
  const path = join(folder, "a.ipynb");
  await writeNotebook(path, notebook);
  for (const [name, times] of [["copy.ipynb", 4], ["a.ipynb", undefined]] as const) {
    const output = join(folder, name);
    const executed = await keepRun(notebook, {
      path,
      output,
      cellTimeoutMs: 60_000,
      now: Date.now,
      signal: new AbortController().signal,
      progress: createProgress({ write() {}, isTerminal: false, now: () => 0 }),
    });
    assert.deepEqual(await readNotebook(output), executed);
    const [{ metadata, execution_count }] = executed.cells;
    const execution = metadata.execution as Record<string, string> | undefined;
    assert.deepEqual([execution_count, execution && Object.keys(execution).length], [1, times]);
  }
  await Deno.remove(folder, { recursive: true });
});

Deno.test("keepRun() shows in a long cell how much of the notebook is done", async () => {
  const folder = await Deno.makeTempDir();
  const waits = {
    ...notebook.cells[0],
    id: "b",
    source: "await new Promise((go) => setTimeout(go, 900))",
  };
  let shown = "";
  await keepRun({ ...notebook, cells: [notebook.cells[0], waits] }, {
    path: join(folder, "a.ipynb"),
    output: join(folder, "out.ipynb"),
    cellTimeoutMs: 60_000,
    now: Date.now,
    signal: new AbortController().signal,
    progress: createProgress({ write: (text) => shown += text, isTerminal: true, now: Date.now }),
  });
  assert.match(shown, /\rCell 2 of 2: await new Promise\(\(go\) => setTi… █{12}░{12} {2}50 %/);
  await Deno.remove(folder, { recursive: true });
});

Deno.test("keepRun() lets an error through that is no cell's, and writes nothing", async () => {
  const folder = await Deno.makeTempDir();
  const python = { ...notebook, metadata: { kernelspec: { name: "python3" } } };
  await assert.rejects(
    keepRun(python, {
      path: join(folder, "a.ipynb"),
      output: join(folder, "out.ipynb"),
      cellTimeoutMs: 1,
      now: () => 0,
      signal: new AbortController().signal,
      progress: createProgress({ write() {}, isTerminal: false, now: () => 0 }),
    }),
    { name: "TypeError", message: /must be "deno": got "python3"$/ },
  );
  assert.deepEqual([...Deno.readDirSync(folder)], []);
  await Deno.remove(folder, { recursive: true });
});
