import assert from "node:assert/strict";
import { join } from "node:path";
import { createProgress, parseCommand } from "../../pipelines/mod.ts";
import { type Cell, readNotebook, writeNotebook } from "../documents/mod.ts";
import { check } from "./check.ts";
import { notebookPlace } from "./place.ts";

const cell = { cell_type: "code", id: "a", metadata: {}, execution_count: 1 } as const;
const whole = { metadata: {}, nbformat: 4, nbformat_minor: 5 } as const;

Deno.test("check ends with 1 and the difference, and with 0 after --update", async () => {
  const folder = await Deno.makeTempDir();
  const path = join(folder, "01_a.ipynb");
  const stored = (text: string): Cell[] => [{
    ...cell,
    source: "console.log('new');",
    outputs: [{ output_type: "stream", name: "stdout", text }],
  }];
  await writeNotebook(path, { ...whole, cells: stored("old\n") });

  const first = await checkIn(folder);
  assert.equal(first.code, 1);
  assert.equal(
    first.text,
    "FAILED  01_a.ipynb (0 s)\n  cell 1: Output 1 (stdout) of \"console.log('new');\" is not what is " +
      "stored\n    - old\n    + new",
  );
  assert.deepEqual(await readNotebook(path), { ...whole, cells: stored("old\n") });

  const update = await checkIn(folder, "--update");
  assert.deepEqual([update.code, update.text], [0, "updated  01_a.ipynb (0 s)"]);
  assert.deepEqual(await readNotebook(path), { ...whole, cells: stored("new\n") });

  const again = await checkIn(folder, "01", "--update");
  assert.deepEqual([again.code, again.text], [0, "ok  01_a.ipynb (0 s)"]);
  await Deno.remove(folder, { recursive: true });
});

Deno.test("check --update does not make an error of types good", async () => {
  const folder = await Deno.makeTempDir();
  const cells = [{ ...cell, source: "const a: number = 'b';", outputs: [] }];
  await writeNotebook(join(folder, "01_a.ipynb"), { ...whole, cells });
  const { code, text } = await checkIn(folder, "--update");
  assert.equal(code, 1);
  assert.match(
    text,
    /^FAILED .*\n {2}cell 1, line 1: Type 'string' is not assignable to type 'number'/,
  );
  await Deno.remove(folder, { recursive: true });
});

Deno.test("check goes on after a file that is no notebook or for another kernel", async () => {
  const folder = await Deno.makeTempDir();
  await Deno.writeTextFile(join(folder, "01_a.ipynb"), "{}");
  const metadata = { kernelspec: { name: "python3" } };
  const cells: Cell[] = [{ ...cell, source: "1", outputs: [] }];
  await writeNotebook(join(folder, "02_b.ipynb"), { ...whole, cells, metadata });
  await writeNotebook(join(folder, "03_c.ipynb"), { ...whole, cells: [] });
  const { code, text } = await checkIn(folder);
  assert.equal(code, 1);
  const lines = text.split("\n");
  assert.match(lines[0], /^FAILED {2}01_a/);
  assert.match(lines[1], /^ {2}Cannot use ".*01_a\.ipynb": Cannot read the notebook at "cells"/);
  assert.match(lines[2], /^FAILED {2}02_b/);
  assert.match(
    lines[3],
    /^ {2}Cannot run the notebook as its kernel must be "deno": got "python3"/,
  );
  assert.match(lines[4], /^ok {2}03_c/);
  await Deno.remove(folder, { recursive: true });
});

async function checkIn(folder: string, ...args: string[]) {
  const progress = createProgress({ write: () => {}, isTerminal: false, now: () => 0 });
  const { options, words } = parseCommand(check.syntax, args);
  const place = notebookPlace({ folder, home: folder, now: () => 0 });
  return await check.run(place, options, progress, words);
}
