import assert from "node:assert/strict";
import { join } from "node:path";
import { createProgress } from "../../pipelines/mod.ts";
import { readNotebook } from "../documents/mod.ts";
import { listNotebooks } from "../find_notebook.ts";
import { newNotebook } from "../new_notebook.ts";
import { createNotebook } from "./new.ts";
import { notebookPlace } from "./place.ts";

Deno.test("new takes the number after the last and refuses names that are none", async () => {
  const folder = await Deno.makeTempDir();
  const place = notebookPlace({ folder, home: "unused", now: () => 0 });
  const progress = createProgress({ write: assert.fail, isTerminal: false, now: () => 0 });
  const create = (name: string) => createNotebook.run(place, {}, progress, [name]);
  const first = join(folder, "01_first.ipynb");
  assert.deepEqual(await create("first"), { text: first, json: { notebook: first } });
  assert.deepEqual(await readNotebook(first), newNotebook("first"));
  await Deno.writeTextFile(join(folder, "08_later.ipynb"), "");
  await create("next");
  assert.deepEqual(await listNotebooks(folder), [
    "01_first.ipynb",
    "08_later.ipynb",
    "09_next.ipynb",
  ]);
  for (const name of ["A", "a-b", "../a", "1a", ""]) {
    await assert.rejects(create(name), {
      name: "UsageError",
      message: `Cannot name a notebook so: expected small letters, digits and "_", got "${name}"`,
    });
  }
  await Deno.remove(folder, { recursive: true });
});
