import assert from "node:assert/strict";
import { join } from "node:path";
import { createProgress } from "../../pipelines/mod.ts";
import { writeNotebook } from "../documents/mod.ts";
import { list } from "./list.ts";
import { notebookPlace } from "./place.ts";

Deno.test("list tells the notebooks of the folder in order, with their parameters", async () => {
  const folder = await Deno.makeTempDir();
  const whole = { metadata: {}, nbformat: 4, nbformat_minor: 5 } as const;
  const metadata = { tags: ["parameters"] };
  const source = "const days = 7;";
  const cell = { cell_type: "code", id: "a", metadata, source, outputs: [] } as const;
  const cells = [{ ...cell, execution_count: null }];
  await writeNotebook(join(folder, "02_b.ipynb"), { ...whole, cells });
  await writeNotebook(join(folder, "01_a.ipynb"), { ...whole, cells: [] });
  const place = notebookPlace({ folder, home: "unused", now: () => 0 });
  const silent = createProgress({ write: assert.fail, isTerminal: false, now: () => 0 });
  assert.deepEqual(await list.run(place, {}, silent, []), {
    text: "01_a.ipynb\n02_b.ipynb  days: number = 7",
    json: {
      notebooks: [
        { name: "01_a.ipynb", parameters: [] },
        { name: "02_b.ipynb", parameters: [{ name: "days", type: "number", default: "7" }] },
      ],
    },
  });
  await Deno.remove(folder, { recursive: true });
});
