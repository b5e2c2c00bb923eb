import assert from "node:assert/strict";
import { join } from "node:path";
import { createProgress, parseCommand } from "../../pipelines/mod.ts";
import { writeNotebook } from "../documents/mod.ts";
import { notebookPlace } from "./place.ts";
import { howManyAtOnce, test } from "./test.ts";

Deno.test("test runs all notebooks, tells which fail and where, and ends with 1", async () => {
  const folder = await Deno.makeTempDir();
  const whole = { metadata: {}, nbformat: 4, nbformat_minor: 5 } as const;
  for (const [name, source] of [["01_a", "1"], ["02_b", "null.x"]]) {
    const cell = { cell_type: "code", id: "a", metadata: {}, source, outputs: [] } as const;
    await writeNotebook(join(folder, `${name}.ipynb`), {
      ...whole,
      cells: [{ ...cell, execution_count: null }],
    });
  }
  const tried = async (...args: string[]) => {
    let clock = 0;
    const progress = createProgress({ write() {}, isTerminal: false, now: () => 0 });
    const { options, words } = parseCommand(test.syntax, ["--at-once", "1", ...args]);
    const place = notebookPlace({ folder, home: "unused", now: () => clock += 1 });
    return await test.run(place, options, progress, words);
  };
  const { text, json, code } = await tried();
  assert.equal(code, 1);
  const message = 'Cannot run cell 1, line 1 ("null.x"): TypeError: ' +
    "Cannot read properties of null (reading 'x')";
  const [head, , first, second, , failure, , counts] = text.split("\n");
  assert.match(head, /^\| notebook +\| cells \| +s \| result \|$/);
  assert.match(first, /^\| 01_a\.ipynb \| +1 \| 0\.0 \| passed \|$/);
  assert.match(second, /^\| 02_b\.ipynb \| +0 \| 0\.0 \| FAILED \|$/);
  assert.equal(failure, `02_b.ipynb: CellError: ${message}`);
  assert.match(counts, /^1 passed, 1 failed, 0 not run in 0\.0 s$/);
  const { notebooks } = json as { notebooks: { name: string; error?: string }[] };
  assert.deepEqual(notebooks.map(({ name, error }) => [name, error]), [
    ["01_a.ipynb", undefined],
    ["02_b.ipynb", message],
  ]);
  const passed = await tried("01");
  assert.deepEqual([passed.code, passed.text.includes("02_b")], [0, false]);
  await Deno.remove(folder, { recursive: true });
});

Deno.test("howManyAtOnce() is bounded by half of the cores and by memory", () => {
  assert.deepEqual([1, 2, 3, 8].map((cores) => howManyAtOnce(cores, 2 ** 40)), [1, 1, 1, 4]);
  assert.deepEqual([0, 2 ** 32, 3 * 2 ** 31].map((bytes) => howManyAtOnce(64, bytes)), [1, 2, 3]);
});
