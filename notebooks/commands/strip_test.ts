import assert from "node:assert/strict";
import { join } from "node:path";
import { createProgress } from "../../pipelines/mod.ts";
import { readNotebook, writeNotebook } from "../documents/mod.ts";
import { notebookPlace } from "./place.ts";
import { strip } from "./strip.ts";

const cell = { cell_type: "code", id: "a", metadata: {}, source: "1", outputs: [] } as const;
const whole = { metadata: {}, nbformat: 4, nbformat_minor: 5 } as const;
const ran = { ...whole, cells: [{ ...cell, execution_count: 1 }] };
const clean = { ...whole, cells: [{ ...cell, execution_count: null }] };

Deno.test("strip --check tells which notebooks ran, and strip changes those alone", async () => {
  const folder = await Deno.makeTempDir();
  const [first, second] = ["01_a.ipynb", "02_b.ipynb"].map((name) => join(folder, name));
  await writeNotebook(first, ran);
  await writeNotebook(second, clean);
  const place = notebookPlace({ folder, home: "unused", now: () => 0 });
  const silent = createProgress({ write: assert.fail, isTerminal: false, now: () => 0 });

  assert.deepEqual(await strip.run(place, { check: true }, silent, []), {
    text: `Holds outputs: ${first}`,
    json: { unstripped: [first] },
    code: 1,
  });
  assert.deepEqual(await readNotebook(first), ran);
  assert.deepEqual(await strip.run(place, { check: false }, silent, ["01"]), {
    text: `Stripped: ${first}`,
    json: { stripped: [first] },
    code: 0,
  });
  assert.deepEqual(await readNotebook(first), clean);
  assert.deepEqual(await strip.run(place, { check: true }, silent, []), {
    text: "Nothing to strip",
    json: { unstripped: [] },
    code: 0,
  });
  await Deno.remove(folder, { recursive: true });
});
